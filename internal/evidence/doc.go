// Package evidence finds what speaks for each section and sentence of a document
// as the answer to a question.
//
// The document and its annotations are passages: sentences with the headings that they
// come under and the finding aids for them, the questions that annotations expect, and
// those that they say stay unanswered. There is one index a language, since most
// finding aids are in languages other than the document's; it is built when a question
// first needs it.
//
// A [Plan] is made of the question's words. A see-reference ("hole, see gap") adds the
// words that the document uses instead; a word that nothing knows is read as the known
// words that it may be a misspelling of (package spell). Words that only ask ("how
// long") weigh nothing; what they ask for is a matter for package sought.
//
// Matches score by BM25 (package search), a sentence by its own fields, fused by
// dis-max for each word, with one idf for a word, that of the sections that have it.
// The likest expected question adds to the sentence that it leads to; a sentence that
// meets more of the question, and one that has the kind of thing asked for, gain. A
// section is as good as its best sentence, which is the one to quote
// ([Collection.Find]).
//
// Ranking uses every hint. [Collection.Features] tells what of it says the same as the
// question, for package confidence to weigh.
//
// [Collection.Mentions] does not rank: it goes through every sentence for the very
// words.
//
// # What each part is worth
//
// Right section first and right quote, in percent, with one part left out at a time:
// over the 499 questions of data/questions that need a search, and over 326 questions
// near the text of nine documents of other kinds, without finding aids.
//
//	                              default document   other documents
//	                              hit@1  quote       hit@1  quote
//	all parts                      94.8   89.7        85.6   83.7
//	without annotations            41.7   35.9        85.6   83.7
//	without terms                  92.6   85.3
//	without glosses                95.2   89.9
//	without expected questions     95.0   89.5
//	without index headings         94.4   88.7
//	without see-references         94.6   89.5
//	without titles                 95.4   90.4        81.9   78.5
//	without lead-ins               94.8   89.7        85.6   83.7
//	without the kind asked for     95.4   90.4        84.4   81.9
//	without covering               95.4   90.4        85.0   83.4
//	best field of a word only      95.4   87.8        84.4   82.2
//	all its fields in full         95.2   89.7        83.7   80.4
//	common words in full           94.8   89.9        85.6   83.7
//	nothing borrowed               94.8   89.9        85.6   83.7
//
// The finding aids of the default document overlap, so that each is worth little beside
// the others and much alone. To measure again:
//
//	go test ./internal/evidence -run xxx -bench Ablation -benchtime 1x
package evidence
