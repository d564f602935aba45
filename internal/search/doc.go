// Package search holds passages in a bleve index and ranks them for a query.
//
// [Build] indexes passages in memory; [Write] in a file, with little memory, which
// [Open] opens for reading. A passage is a set of named fields; each field is analysed
// in one way, by an analyzer of package analyzer. [Index.Analyze] gives the same words
// for any other text, with their byte offsets, so that a caller can build queries and
// find matches in a text.
// A [Query] is made of such terms and nothing else: there is no query syntax,
// so nothing that a person types can act as an operator, and the caps on runes,
// words and matches bound what a search can cost, and a budget ([WithBudget]) what those of
// one message cost together.
//
// # Ranking
//
// Each word of a question is a [Clause]. Its matches, the word itself and its
// variants in several fields, are fused by dis-max: the best counts in full, the
// others by Tie. Clauses add up. Each match scores by BM25 as Robertson and
// Zaragoza give it ("The Probabilistic Relevance Framework", 2009), with Lucene's
// idf, which is never negative, over the passages that have the field.
//
// bleve's own scoring is not used. What it calls bm25 takes the square root of
// the term frequency, squares idf in queries of several terms, multiplies by the
// share of clauses that matched, and takes distinct terms per document for the
// average length. Here bleve analyses the text and keeps dictionaries and
// postings, in package postings; they also keep the true length of each field.
//
// bleve's collector is not used either: scores are added up term by term in an array
// over a block of passages, which needs no merging of postings and no object per match.
// Where only the best are wanted, the terms that give most come first, and the others
// count only for passages that have been met, once they cannot reach the best together
// (MaxScore: Turtle and Flood, 1995). The hits are those of all terms in full. See
// BenchmarkSearch for what a query costs.
//
// Passages may have a tag, such as the section that they belong to. A query may be
// limited to some tags, or to those with the best passages; only what is then left is
// scored in full and explained, in a large index in a second pass over the postings.
//
// Equal scores are ordered by passage number, so the same query always gives
// the same hits, in memory as on disk. A test compares them with BM25 computed from
// the definition.
package search
