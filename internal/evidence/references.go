package evidence

import (
	"maps"
	"slices"

	"pincite/internal/search"
)

// references are the see-references of one language's annotations, by the first
// stem of the word or phrase that people use.
type references map[string][]reference

// A reference leads from a phrase that people use to words that the document or
// its finding aids have.
type reference struct {
	from []string // stems
	to   []string // stems
	how  relation
}

// add analyses see-references: words of the document, each with those that people
// use for it.
func (r references) add(x *index, entries map[string][]string, how relation) {
	words := slices.Sorted(maps.Keys(entries))
	var phrases []string
	for _, word := range words {
		phrases = append(append(phrases, word), entries[word]...)
	}
	stems := x.analyzeEach(phrases)
	for _, word := range words {
		to := stemsOf(stems[0])
		for _, tokens := range stems[1 : 1+len(entries[word])] {
			from := stemsOf(tokens)
			if len(from) > 0 && len(to) > 0 && !slices.Equal(from, to) {
				r[from[0]] = append(r[from[0]], reference{from, to, how})
			}
		}
		stems = stems[1+len(entries[word]):]
	}
}

func stemsOf(tokens []search.Token) []string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.Term
	}
	return out
}

// at returns the references that begin with tokens[i].
func (r references) at(tokens []search.Token, i int) []reference {
	var out []reference
	for _, ref := range r[tokens[i].Term] {
		if len(ref.from) <= len(tokens)-i && slices.Equal(stemsOf(tokens[i:i+len(ref.from)]), ref.from) {
			out = append(out, ref)
		}
	}
	return out
}
