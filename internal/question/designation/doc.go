// Package designation reads what people write for the number of a section: in digits,
// words or Roman numerals, from the start or the end, with the letters, points and
// parentheses that go on from it, as far as the document has them: "71B", "4.2.1",
// "6(1)(b)", "7 bis", 第七条之一, "last".
//
// A [Reader] reads one message. What stands around a number, and whether it names a
// section at all, is for package reference.
package designation
