// Package reference finds references to sections among the words of a message:
// designations, as package designation reads them, with or without the name of a level,
// one within another, places such as the preamble, and titles. What they name in the document is for package locate, which is asked for
// every one.
//
// [Find] says of each reference how sure it is: a number beside a level's name is
// one in any sentence, a bare number only where nothing else is said. None is one inside
// a word that the document has ("item7").
package reference
