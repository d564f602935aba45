// Package postings keeps the words of passages as bleve keeps them: in a segment of
// dictionaries and postings, in memory ([Of]) or in a file ([NewParts], [Open]) that also has
// the tables of whoever reads it ([Seal], [Tables]).
//
// A [Document] is a passage whose fields a [Lexicon] has counted the words of. Nothing here
// knows queries or scores: that is package search.
//
// Scorch is not used, which bleve keeps its segments with: an index that is never
// changed is one segment, whose numbers are those of the passages, and needs no
// database of segments, no goroutines that merge them and no lock between processes.
//
// Outside dependencies: github.com/blevesearch/zapx/v17 (bleve's segments: dictionaries
// and postings) and its interfaces, github.com/blevesearch/bleve_index_api,
// github.com/blevesearch/scorch_segment_api/v2 and github.com/RoaringBitmap/roaring/v2.
// Without scorch and the six older forms of segments that it brings, the program is
// 3 MB smaller than with it.
package postings
