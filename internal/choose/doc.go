// Package choose lets a language model choose among the sentences of documents. The
// model never writes what people read.
//
// A [Chooser] takes an answer that was found without the model and what was asked.
// It shows the model the question and numbered sentences: the whole text where that
// fits, otherwise the sections that a search finds for the question and for words
// that the model picked from the documents' own. The model returns numbers, or none.
// The sentences with these numbers become the quotes of the answer, in the order of
// the document; without any, what was found is at most the closest.
//
// Whatever else the model says is dropped: a number that was not shown, and any word
// that the question does not have. So the worst that a question or a document with
// orders in it can bring about is that other sentences are quoted. Where the model is
// late, fails, talks nonsense, or has been asked often enough, the answer stays as it
// was found.
//
// The same question of the same texts gets the same answer: choices are kept by the
// texts' digests, the prompts' version, the model and the question, in a [Memory] that
// outlives the process or, where there is none, in this one (kept.go).
//
// The prompts are in prompt.txt.
package choose
