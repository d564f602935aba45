// Package evidence finds what speaks for each section and sentence of a document
// as the answer to a question.
//
// The document and its annotations are passages of three classes: sentences,
// sections, and the questions that the annotations expect. There is one index a
// language (a shelf), since most finding aids are in languages other than the
// document's; it is built when a question first needs it.
//
// A [Plan] is made of the question's words. Each word is looked for in all fields
// of all classes; a see-reference ("hole, see gap") adds the words that the
// document uses instead; a word that nothing knows is read as the known words
// that it may be a misspelling of, by edit distance and by sound. A word that
// the vocabulary or common English knows is never touched.
//
// Matches score by BM25 (package search) with one idf for a word, that of the
// sections that it stands in. A section's score is that of its best sentence,
// a share of the section's own, and its likest expected question
// ([Collection.Find]). The sentence that carries the section is the one to quote.
//
// [Collection.Mentions] does not rank: it goes through every sentence.
//
// # What each part is worth
//
// BenchmarkAblation leaves out one part at a time and judges the answers:
//
//	go test ./internal/evidence -run xxx -bench Ablation -benchtime 1x
package evidence
