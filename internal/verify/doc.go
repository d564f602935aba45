// Package verify tells whether a text that somebody quotes is in a document: word
// for word, altered, spliced of several places, or not there.
//
// A [Checker] has the words of its documents in a [corpus.Corpus], as package word
// reads them, and package between what is between them; package cover finds what has a
// text's words, and package collate compares. [Checker.Check] goes from the strict to the
// lenient:
//
//  1. The whole text is looked for as a run of words, then the parts of a text
//     with ellipses, in order. This search is exact: what is in a document is
//     found, however often its words occur.
//  2. The rarest words and runs of the text vote for stretches of the documents,
//     and the text is aligned with the best of them; a word that no document has
//     counts as one there of which it may be a misreading. What remains of the text on
//     either side is looked for in the same way.
//  3. The aligned words are cut into ranges where the document is left from one
//     sentence for another. One range makes an altered text, several a spliced
//     one, and a text that has too little in common with any is absent, unless it
//     has the words of one sentence in another order, which is altered.
//
// What an ellipsis leaves out of a sentence that the text quotes is told. So is what a
// sentence loses at its beginning or end where the text begins with a capital or ends with
// a full stop as if nothing were missing, or where it is cut right beside a negation or a
// condition, or between a number and what it counts or what makes it a limit. A negation
// denies what follows, even after an insertion between commas, and what the word right
// before it goes on with. The text is altered then, if it has an ellipsis there or marks
// its beginning as one, which a script without capitals need not.
//
// A number and its sign, its minus, currency, powers and primes are one thing, and so is a
// range: a text that begins or ends between them is altered. So is one that has a sum in
// brackets, as accountants write a loss, without them.
//
// Words are compared in lower case and in compatible forms, and what is between
// them without quotation marks, dashes, ellipses and white space; what had to be
// allowed for is reported. Any other mark must be the same. Chinese and Japanese
// characters, and those of other scripts that do not separate words, are words
// by themselves. Bytes that a document's Markup hides do not count, but for a text
// that is the source itself and shows what people see.
//
// Nothing compares all words with all words: the exact search is linear in the
// length of the documents, and what is aligned is bounded by the length of the
// text, at most [MaxText] characters. On an AMD EPYC a check took 0.5 ms of processor time
// on average and 4.0 ms at the 99th percentile in the document that comes with the program,
// and 3.3 and 16 ms in one of 5 MB; the longest texts of the hardest kinds, in 5 MB of one
// or of three words, took up to 125 ms, and a check that is given up ends within 10. A
// Checker for 5 MB is made in 0.1 to 0.25 s and keeps 22 MB for its 790,000 words ("go test
// -run xxx -bench .").
package verify
