// Package corpus holds the words of documents as numbers in one array, and finds
// texts among them: exactly ([Corpus.Places]), and where most of their words are
// ([Corpus.Windows]), word beside word ([Corpus.Align]).
//
// A token is a place in that array. What is read is the text as it is shown; spans
// lead back to the source.
package corpus
