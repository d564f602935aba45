// Package analyzer cuts texts into words as an index has them: folded, without stop
// words, stemmed, each language in its way.
//
// The analyzers are composed of bleve's parts. What stemming makes of a word is
// remembered, since texts have the same words again and again.
//
// Outside dependency: github.com/blevesearch/bleve/v2 (its tokenizer, filters, stemmers
// and lists of stop words, without its registry, which would bring all that it has).
package analyzer
