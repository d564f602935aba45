// Package reference finds references to sections among the words of a message:
// numbers beside the name of a level, lists and ranges of them, counts from the
// end, the preamble and the conclusion by name. It knows what the levels of one
// document are called, in a [Table], and nothing else of the document.
//
// [Find] says of each reference how sure it is: a number beside a level's name
// is one in any sentence, a bare number only where nothing else is said. A
// number that counts ("seven measures", 八项规定) is none.
package reference
