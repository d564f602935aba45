// Package contents tells which sections and sentences of a document are meant by a
// question about how it is organised: those of a level, those in another section, the one
// that holds another, the sentence before one.
package contents
