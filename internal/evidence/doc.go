// Package evidence finds what speaks for each section and sentence of a document
// as the answer to a question.
//
// The document and its annotations are passages of three classes: sentences,
// sections, and the questions that the annotations expect. There is one index a
// language, since most finding aids are in languages other than the document's;
// it is built when a question first needs it.
//
// A [Plan] is made of the question's words. Each word is looked for in all fields
// of all classes; a see-reference ("hole, see gap") adds the words that the
// document uses instead; a word that nothing knows is read as the known words
// that it may be a misspelling of (package spell).
//
// Matches score by BM25 (package search) with one idf for a word, that of the
// sections that have it. A section's score is that of its best sentence,
// a share of the section's own, and its likest expected question
// ([Collection.Find]). The sentence that carries the section is the one to quote.
//
// [Collection.Mentions] does not rank: it goes through every sentence.
//
// # What each part is worth
//
// Right section first and right quote, in percent, over the 358 questions of
// data/questions that need a search, with one part left out at a time:
//
//	                              hit@1  quote
//	all parts                      97.5   90.1
//	without annotations            39.9   36.3
//	without terms                  95.8   84.9
//	without expected questions     96.9   89.8
//	without see-references         97.2   88.7
//	without headings of the index  97.2   89.8
//	without glosses                97.5   90.1
//	without the section's own      96.9   89.5
//	best field of a word only      96.9   89.2
//	all its fields in full         97.2   89.2
//	everyday words in full         97.5   89.8
//	nothing borrowed               97.2   89.5
//
// The finding aids overlap, so that each is worth little beside the others and
// much alone. Without annotations most questions in Chinese, Russian and Spanish
// find nothing. To measure again:
//
//	go test ./internal/evidence -run xxx -bench Ablation -benchtime 1x
package evidence
