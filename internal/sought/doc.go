// Package sought recognises the kind of thing that a question asks for, and the kinds
// that a text has: a question that begins "how often" is answered by a sentence that
// has a frequency, in whatever words the rest is.
//
// The rules are data, one file a language in rules/; of a text in another language
// nothing is said. A kind has patterns for questions that ask for it (ask, with not for
// those that only seem to) and patterns for texts that have it (has). Each is followed
// by examples, which are its tests: a "?" begins a question that asks for the kind and
// "!" one that does not, "+" a text that has it and "-" one that has not.
//
// A pattern is a regular expression over words: the text in lower case with one space
// between words, numbers and signs, so that a space in a pattern is the end of a word.
// Before the kinds stand patterns of the words that only ask (frame), of the one for the
// thing asked for (thing), of those that ask how many there are of it (many), of two words
// that a question writes as one (apart), and of references to other places, whose numbers
// count nothing (skip).
//
// Who does something is read from where a noun stands, whichever it is: verb finds the word
// for what is done in a question, and does finds a sentence that says who does it, where "~"
// stands for that word, "_" for another of the question and "+" for any other. Function
// words stand as they are, those that kept and idle add among them: idle ones name nobody.
//
// {name} stands for a macro that a line "name = alternatives" has defined. Chinese and
// Japanese are written without spaces and so are their patterns.
//
// Recognising is positive and generous: it tells that a sentence may hold a duration,
// never that it is the one asked for.
package sought
