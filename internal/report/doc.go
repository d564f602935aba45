// Package report says in plain text what the verbs of the command line find and no reply
// tells: the contents of a document and what was made of a file, how far annotations
// reach and what a model wrote of them, what was asked in vain, how an answer came about,
// and whether a text is quoted word for word.
//
// It only words what others found, for people; programs are given JSON.
package report
