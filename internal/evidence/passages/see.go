package passages

import (
	"maps"
	"slices"

	"pincite/internal/search"
)

// references are the see-references of one language's annotations, by the first
// stem of the word or phrase that people use.
type references map[string][]Reference

// A Reference leads from a phrase that people use to words that the document or
// its finding aids have.
type Reference struct {
	From []string // stems
	To   []string // stems
	Same bool     // it says that they mean the same
}

// add analyses see-references: words of the document, each with those that people
// use for it.
func (r references) add(x *Index, entries map[string][]string, same bool) {
	words := slices.Sorted(maps.Keys(entries))
	var phrases []string
	for _, word := range words {
		phrases = append(append(phrases, word), entries[word]...)
	}
	stems := x.AnalyzeEach(phrases)
	for _, word := range words {
		to := Stems(stems[0])
		for _, tokens := range stems[1 : 1+len(entries[word])] {
			from := Stems(tokens)
			if len(from) > 0 && len(to) > 0 && !slices.Equal(from, to) {
				r[from[0]] = append(r[from[0]], Reference{from, to, same})
			}
		}
		stems = stems[1+len(entries[word]):]
	}
}

// Stems returns the terms of tokens.
func Stems(tokens []search.Token) []string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.Term
	}
	return out
}

// at returns the references that begin with tokens[i].
func (r references) at(tokens []search.Token, i int) []Reference {
	var out []Reference
	for _, ref := range r[tokens[i].Term] {
		if len(ref.From) <= len(tokens)-i && slices.Equal(Stems(tokens[i:i+len(ref.From)]), ref.From) {
			out = append(out, ref)
		}
	}
	return out
}

// See returns the see-references that begin with tokens[i].
func (x *Index) See(tokens []search.Token, i int) []Reference { return x.see.at(tokens, i) }
