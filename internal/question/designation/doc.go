// Package designation reads what people write for the numbers of sections: in digits,
// words or Roman numerals, from the start or the end, with the letters, points and
// parentheses that go on from them, as far as the document has them: "71B", "4.2.1",
// "6(1)(b)", "7 bis", 第七条之一, "last"; one, a range, or a list of them, with the names of
// levels that stand between: "measures 4 and 5", "7-9", "第一、三条". A number that counts
// ("seven measures", 八项规定) is none.
//
// A [Reader] reads one message. What else stands around a number, and how sure it is that
// it names a section, is for package reference.
package designation
