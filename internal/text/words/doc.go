// Package words holds what is known of the words of a language regardless of any
// document: which of them are function words, which say little in a question, which are too
// common to name a topic, and how rare a word is.
//
// The lists are data, one file a language (en.txt, zh.txt …), embedded in the
// program and read when a language is first asked for. In a file, a line such as
// [function] begins a list of words separated by white space, and # a comment. A
// language without a file has empty lists.
package words
