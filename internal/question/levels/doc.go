// Package levels knows the words for the levels of a document: those that the document
// uses, those of its language and of others, in other forms, in short, and with a slip.
// It marks them among the tokens of a message. Words for levels that the document does
// not have mean what is nearest in rank.
package levels
