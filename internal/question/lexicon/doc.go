// Package lexicon holds the word tables of questions, in English, Chinese, Russian
// and Spanish: which words ask, greet, name or frame, and in which patterns. How
// a message is read with them is for package question.
//
// A table is a list of words, in which order does not matter, or a list of
// patterns (see package phrase), one a line or several parted by " ; ". Words are
// written as they are folded for comparison: lower case, no accents, ё as е,
// simplified Chinese characters. What a table is for is said once, at its field of
// language. [All] compiles them, once, into sets of patterns that hold all
// languages: the language of three words is a guess.
package lexicon
