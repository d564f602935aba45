// Package answer finds what a document says in answer to a question, or that it
// does not say it.
//
// [Answerer.Answer] has the question read by package question. Lookups, outline,
// title and dates come straight from the document; lists go through every
// sentence ([Answerer.Mentions]); all else is searched for.
//
// # Search
//
// The document and its annotations are passages of three classes: sentences,
// sections, and the questions that the annotations expect. There is one index a
// language (a shelf), since most finding aids are in languages other than the
// document's; it is built when a question first needs it.
//
// A plan is made of the question's words. Each word is looked for in all fields
// of all classes; a see-reference ("hole, see gap") adds the words that the
// document uses instead; a word that nothing knows is read as the known words
// that it may be a misspelling of, by edit distance and by sound. A word that
// the vocabulary or common English knows is never touched.
//
// Matches score by BM25 (package search) with one idf for a word, that of the
// sections that it stands in. A section's score is that of its best sentence,
// a share of the section's own, and its likest expected question. The sentence
// that carries the section is the quote.
//
// # Abstention
//
// A verdict weighs the evidence by its strength, score times coverage (the
// share of the question's weight that the best section meets), and asks whether
// the kind of answer that is wanted stands in the section at all: a date, an
// amount, a penalty. Terms that annotations mark as named but never spelled out
// are not claimed to be explained. So an answer is one of three: it answers,
// these are the closest passages, or the document does not say.
//
// # Follow-ups
//
// A question that leans on the turn before borrows its words, at less weight,
// and its section. What a question says itself always counts more.
//
// # What each part is worth
//
// See BenchmarkAblation, which leaves out one part at a time:
//
//	go test ./internal/answer -run xxx -bench Ablation -benchtime 1x
package answer
