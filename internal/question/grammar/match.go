package grammar

import (
	"iter"
	"strings"

	"pincite/internal/question/phrase"
)

// Matches returns the matches of a group of patterns among words, with their values.
func Matches(group string, words []phrase.Token) iter.Seq2[phrase.Match, int] {
	return func(yield func(phrase.Match, int) bool) {
		more := true
		for i := 0; i < len(words) && more; i++ {
			All().Set(group).Each(words, i, func(pat *phrase.Pattern, m phrase.Match) bool {
				more = yield(m, pat.Value)
				return more
			})
		}
	}
}

// Outside reports whether all words outside the match are in the bags of b, or
// accepted by also.
func Outside(words []phrase.Token, m phrase.Match, b Bag, also func(*phrase.Token) bool) bool {
	for i := range words {
		if i >= m.Start && i < m.End || In(&words[i], b) || also != nil && also(&words[i]) {
			continue
		}
		return false
	}
	return true
}

// Telling returns the words from token i to the next mark that are in no list of idle,
// and where they end.
func Telling(tokens []phrase.Token, i int, idle Bag) (words []string, to int) {
	for to = i; to < len(tokens) && !tokens[to].Mark; to++ {
		if t := &tokens[to]; !In(t, idle) {
			words = append(words, strings.Split(t.Fold, "-")...)
		}
	}
	return words, to
}
