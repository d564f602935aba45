package evidence

import (
	"maps"
	"slices"

	"pincite/internal/search"
)

// synonyms are the see-references of one language's annotations, by the first
// stem of the word or phrase that people use.
type synonyms map[string][]reference

// A reference leads from a phrase that people use to words that the document or
// its finding aids have.
type reference struct {
	from []string // stems
	to   []string // stems
}

// newSynonyms analyses the see-references of an index.
func newSynonyms(x *index, entries map[string][]string) synonyms {
	words := slices.Sorted(maps.Keys(entries))
	var phrases []string
	for _, word := range words {
		phrases = append(append(phrases, word), entries[word]...)
	}
	stems := x.analyzeEach(phrases)
	out := synonyms{}
	for _, word := range words {
		to := stemsOf(stems[0])
		for _, tokens := range stems[1 : 1+len(entries[word])] {
			from := stemsOf(tokens)
			if len(from) > 0 && len(to) > 0 && !slices.Equal(from, to) {
				out[from[0]] = append(out[from[0]], reference{from, to})
			}
		}
		stems = stems[1+len(entries[word]):]
	}
	return out
}

func stemsOf(tokens []search.Token) []string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.Term
	}
	return out
}

// at returns the stems to look for instead of tokens[i] and those after it.
func (s synonyms) at(tokens []search.Token, i int) [][]string {
	var out [][]string
	for _, r := range s[tokens[i].Term] {
		if len(r.from) <= len(tokens)-i && slices.Equal(stemsOf(tokens[i:i+len(r.from)]), r.from) {
			out = append(out, r.to)
		}
	}
	return out
}
