package evidence

import (
	"pincite/internal/search"
	"pincite/internal/text/words"
)

// Chinese is searched by overlapping pairs of characters, since it is written
// without spaces. Half of the pairs of a question are seams, the end of one
// word and the beginning of the next, and many are made of function words.

// contentPairs leaves out the pairs that carry no meaning: function words, and
// seams between two pairs that are known, or of which the first is counted already.
func contentPairs(tokens []search.Token, known func(string) bool) []search.Token {
	meaning := make([]bool, len(tokens))
	for i, t := range tokens {
		meaning[i] = !isFunction(t.Term)
	}
	kept := make([]bool, len(tokens))
	accounted := func(j int) bool { return !meaning[j] || kept[j] || known(tokens[j].Term) }
	var out []search.Token
	for i, t := range tokens {
		if kept[i] = meaning[i] && (known(t.Term) || !isSeam(tokens, i, accounted)); kept[i] {
			out = append(out, t)
		}
	}
	return out
}

// isFunction reports whether a pair is made of function words: a particle, or
// two other characters that carry no topic.
func isFunction(pair string) bool {
	particles, function := words.Particles("zh"), words.Function("zh")
	all := true
	for _, r := range pair {
		if particles.Has(string(r)) {
			return true
		}
		all = all && function.Has(string(r))
	}
	return all
}

// isSeam reports whether the pairs that overlap pair i on both sides are
// accounted for.
func isSeam(tokens []search.Token, i int, accounted func(int) bool) bool {
	return i > 0 && i+1 < len(tokens) &&
		tokens[i-1].End > tokens[i].Start && tokens[i+1].Start < tokens[i].End &&
		accounted(i-1) && accounted(i+1)
}
