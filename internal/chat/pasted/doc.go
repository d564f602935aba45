// Package pasted tells whether a message is a passage that somebody pasted, to be
// checked against the documents, or asks for something; and parts the two where a
// question comes with a passage.
//
// What a document has of a message says nothing about that: its own words may be
// those of a question as well as of a statement. What it has not is looked at: a word
// that asks, at its place, makes a question, and a modal verb does not. The words that
// ask are in asking.txt, those that only ask whether something is so in whether.txt.
package pasted
