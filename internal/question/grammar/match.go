package grammar

import (
	"iter"
	"slices"

	"pincite/internal/question/phrase"
)

// Matches returns the matches of a group of patterns among words, with their values.
func Matches(group string, words []phrase.Token) iter.Seq2[phrase.Match, int] {
	return func(yield func(phrase.Match, int) bool) {
		for i := range words {
			for pat, m := range All().Set(group).Each(words, i) {
				if !yield(m, pat.Value) {
					return
				}
			}
		}
	}
}

// Has reports whether a pattern of a group stands among words.
func Has(group string, words []phrase.Token) bool {
	for range Matches(group, words) {
		return true
	}
	return false
}

// Outside reports whether all words outside the match are in the bags of b, or
// accepted by also. Marks say nothing.
func Outside(words []phrase.Token, m phrase.Match, b Bag, also func(*phrase.Token) bool) bool {
	for i := range words {
		w := &words[i]
		if inside := i >= m.Start && i < m.End; !inside && !w.Mark && !In(w, b) && (also == nil || !also(w)) {
			return false
		}
	}
	return true
}

// Only reports the same of all words.
func Only(words []phrase.Token, b Bag, also func(*phrase.Token) bool) bool {
	return Outside(words, phrase.Match{}, b, also)
}

// Any reports whether one of words is in the bags of b.
func Any(words []phrase.Token, b Bag) bool {
	return slices.ContainsFunc(words, func(w phrase.Token) bool { return In(&w, b) })
}
