// Package words holds the bot's own words, in English, Chinese, Russian and
// Spanish.
//
// There is one table of type [Words] for each language, in a file of its own. A
// test holds that every table says everything, filling in the same names. What
// grammar asks for, such as the plural of a document's own name for its
// sections, is in the table as a function.
//
// [Spoken] and [Known] choose a table for any language tag, [Fill] puts names
// and numbers into a sentence. Who speaks which language to whom is decided in
// package chat; what is said when, in package compose.
package words
