package evidence

import (
	"strings"

	"pincite/internal/search"
)

// Chinese is searched by overlapping pairs of characters, since it is written
// without spaces. Half of the pairs of a question are seams, the end of one
// word and the beginning of the next, and many are made of function words.

const (
	// functionHan are characters of which two in a row say nothing about a
	// topic: particles, auxiliaries, pronouns, and what questions are asked with.
	functionHan = particleHan + "是在有没沒不要这這那就都也还還到底能可以会會和与與及或于對对從从為为何几幾多少样樣里裡面来來去来说說讲講提请請问問我你他她它"

	// particleHan are those of which one is enough.
	particleHan = "的了吗嗎呢吧啊呀嘛么麼怎什哪谁誰啥咋们們"
)

// contentPairs leaves out the pairs that carry no meaning: function words, and
// seams between two pairs that are known.
func contentPairs(tokens []search.Token, known func(string) bool) []search.Token {
	meaning := make([]bool, len(tokens))
	for i, t := range tokens {
		meaning[i] = !isFunction(t.Term)
	}
	var out []search.Token
	for i, t := range tokens {
		if meaning[i] && (known(t.Term) || !isSeam(tokens, i, func(j int) bool { return !meaning[j] || known(tokens[j].Term) })) {
			out = append(out, t)
		}
	}
	return out
}

// isFunction reports whether a pair is made of function words.
func isFunction(pair string) bool {
	return strings.ContainsAny(pair, particleHan) ||
		strings.IndexFunc(pair, func(r rune) bool { return !strings.ContainsRune(functionHan, r) }) < 0
}

// isSeam reports whether the pairs that overlap pair i on both sides are
// accounted for.
func isSeam(tokens []search.Token, i int, accounted func(int) bool) bool {
	return i > 0 && i+1 < len(tokens) &&
		tokens[i-1].End > tokens[i].Start && tokens[i+1].Start < tokens[i].End &&
		accounted(i-1) && accounted(i+1)
}
