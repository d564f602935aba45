// Package evidence finds what speaks for each section and sentence of a document
// as the answer to a question.
//
// What is searched is in package passages. A [Plan] is made of the question's words. A
// see-reference ("hole, see gap") adds the words that the document uses instead; a word
// that nothing knows is read as the known words that it may be a misspelling of (package
// spell). Words that only ask ("how long") weigh nothing; what they ask for is a matter
// for package sought. Neither do those that say little in any question ("need",
// "actually"), and those that name the document.
//
// Matches score by BM25 (package search), a sentence by its own fields, fused by
// dis-max for each word, with one idf for a word, that of the sections that have it.
// Words of the text that begin as a word of the question does count for half. The closest
// expected question adds to the sentence that it leads to. A sentence is worth the share
// of the question that it meets when it is read with the one before; one that has the
// kind of thing asked for gains, and so does one that begins with a word of such a question,
// since what a sentence is about stands at its beginning. A section is as good as its best sentence, which is the one to quote
// ([Collection.Find]).
//
// Ranking uses every hint. [Collection.Features] tells what of it says the same as the
// question, and what the quoted sentence says for itself (package sentence), for package
// confidence to weigh.
//
// Package mentions does not rank: it goes through every sentence for the very words.
//
// # What each part is worth
//
// Right section first and right quote, in percent, with one part left out at a time:
// over the 499 questions of data/questions that need a search, and over 326 questions
// near the text of nine documents of other kinds, without finding aids.
//
//	                              default document   other documents
//	                              hit@1  quote       hit@1  quote
//	all parts                     95.2   90.4        87.1   86.5
//	without annotations           43.5   37.7        87.1   86.5
//	without terms                 94.4   88.3
//	without glosses               95.6   90.2
//	without expected questions    95.0   89.3
//	without index headings        95.4   90.2
//	without see-references        95.0   89.7
//	without titles                95.6   90.6        83.4   81.6
//	without lead-ins              95.2   90.4        86.8   86.2
//	without kin                   95.0   90.2        87.1   86.5
//	without the kind asked for    95.4   91.0        84.7   84.4
//	without covering              96.0   90.6        85.0   84.4
//	best field of a word only     95.6   88.0        85.6   85.0
//	all its fields in full        95.4   89.9        85.6   84.4
//	common words in full          95.8   91.0        87.1   86.5
//	nothing borrowed              95.2   90.6        87.1   86.5
//
// The finding aids of the default document overlap, so that each is worth little beside
// the others and much alone. To measure again:
//
//	go test ./internal/evidence -run xxx -bench Ablation -benchtime 1x
package evidence
