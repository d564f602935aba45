// Package cover finds the ranges of documents that have the words of a text which is
// not there as it stands: the best range of all, then the best for what it leaves of the
// text on either side; the parts that ellipses divide; and, for words in another order,
// the stretch of one sentence that shares most of them.
//
// The rarest words and runs of a text vote for stretches of the documents
// ([corpus.Corpus.Windows]), and the text is aligned with the best of them
// ([corpus.Corpus.Align]). Nothing compares all words with all words.
package cover
