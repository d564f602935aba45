package search

import (
	"pincite/internal/search/analyzer"
	"pincite/internal/text"
)

// Names of analyzers: Exact does nothing but cut and fold; the others are called as
// the languages that they are for (see [AnalyzerFor]), and with AllWords after the
// name leave no word out.
const (
	Exact    = analyzer.Exact
	AllWords = analyzer.AllWords
)

// AnalyzerFor returns the name of the analyzer for a language, by its BCP 47 tag:
// Exact for one that has none of its own.
func AnalyzerFor(tag string) string { return analyzer.For(tag) }

// Caps on what a person types. A question is a sentence or two; the caps keep
// pasted pages and keyboard mashing from costing more than a question does.
const (
	MaxQueryRunes = 512                   // characters that AnalyzeQuery reads
	MaxQueryTerms = 32                    // words that AnalyzeQuery returns
	MaxTermRunes  = analyzer.MaxTermRunes // characters of a term, in passages and in questions; the rest is cut off
)

// A Token is one word of an analysed text.
type Token struct {
	Term       string // the word as the index has it
	Start, End int    // the bytes [Start, End) of the text that it came from
}

// Analyze returns the words of text as the field's analyzer sees them, in order
// and without a cap. It returns nothing for a field that the index lacks.
func (x *Index) Analyze(field, text string) []Token {
	f, ok := x.fields[field]
	if !ok || text == "" {
		return nil
	}
	stream := f.analyzer.Analyze([]byte(text))
	tokens := make([]Token, len(stream))
	for i, t := range stream {
		tokens[i] = Token{Term: string(t.Term), Start: t.Start, End: t.End}
	}
	return tokens
}

// AnalyzeQuery is Analyze for what a person typed: it reads MaxQueryRunes
// characters and returns at most MaxQueryTerms words.
func (x *Index) AnalyzeQuery(field, s string) []Token {
	tokens := x.Analyze(field, text.Limit(s, MaxQueryRunes))
	return tokens[:min(len(tokens), MaxQueryTerms)]
}
