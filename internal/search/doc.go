// Package search holds passages in a bleve index and ranks them for a query.
//
// [Build] indexes all passages at once, in memory. A passage is a set of named
// fields; each field is analysed in one way, chosen among the Analyzer names.
// [Index.Analyze] gives the same words for any other text, with their byte
// offsets, so that a caller can build queries and find matches in a text.
// A [Query] is made of such terms and nothing else: there is no query syntax,
// so nothing that a person types can act as an operator, and the caps on runes,
// words and matches bound what a search can cost.
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
// postings; its postings also keep the true length of each field.
//
// bleve's collector is not used either: scores are added up term by term in one
// array over all passages, which needs no merging of postings and no object per
// match. See BenchmarkSearch for what a query costs.
//
// Passages may have a tag, such as the section that they belong to. A query may be
// limited to some tags, or to those with the best passages; only what is then left is
// explained, in a large index in a second pass over the postings.
//
// Scores do not depend on the order in which bleve happens to number passages,
// and equal scores are ordered by passage number, so the same query always gives
// the same hits. A test compares them with BM25 computed from the definition.
//
// Outside dependencies: github.com/blevesearch/bleve/v2 (analysis, inverted
// index) and github.com/blevesearch/bleve_index_api (its interfaces).
package search
