// Package reference finds references to sections among the words of a message:
// designations with or without the name of a level, lists and ranges of them,
// compounds such as 6(1)(b), counts from the end, places such as the preamble, and
// titles. What they name in the document is for package locate, which is asked for
// every one.
//
// [Find] says of each reference how sure it is: a number beside a level's name is
// one in any sentence, a bare number only where nothing else is said. A number
// that counts ("seven measures", 八项规定) is none, nor is one inside a word that
// the document has ("item7").
package reference
