package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/search"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// Chinese and Japanese, Thai and its neighbours are searched by overlapping pairs of
// characters, since they are written without spaces. Half of the pairs of a question are seams, the end of one
// word and the beginning of the next, and many are made of function words.

// inPairs reports whether a language is searched by pairs of characters.
func inPairs(language string) bool { return text.WrittenUnspaced(language) }

// contentPairs leaves out the pairs that carry no meaning: function words, and
// seams between two pairs that are known, or of which the first is counted already.
func contentPairs(tokens []search.Token, language string, known func(string) bool) []search.Token {
	meaning := make([]bool, len(tokens))
	for i, t := range tokens {
		meaning[i] = !isFunction(t.Term, language)
	}
	kept := make([]bool, len(tokens))
	accounted := func(j int) bool { return !meaning[j] || kept[j] || known(tokens[j].Term) }
	var out []search.Token
	for i, t := range tokens {
		if kept[i] = (meaning[i] || isEnding(t.Term)) && (known(t.Term) || !isSeam(tokens, i, accounted)); kept[i] {
			out = append(out, t)
		}
	}
	return out
}

// isFunction reports whether a pair is made of function words: a particle, or
// two other characters that carry no topic, as Japanese ones are that are no more than
// sounds.
func isFunction(pair, language string) bool {
	particles, function := words.Particles(language), words.Function(language)
	all := true
	for _, r := range pair {
		if particles.Has(string(r)) {
			return true
		}
		all = all && (function.Has(string(r)) || unicode.Is(unicode.Hiragana, r))
	}
	return all
}

// meetCharacters returns met with what the characters of s meet of the pairs that p has
// and s has not: a word of one character is often a part of a longer one that means the
// same, "罚" of "罚款". Function words are met by any text.
func (p Plan) meetCharacters(met []Met, s, language string) []Met {
	function, particles := words.Function(language), words.Particles(language)
	out := slices.Clone(met)
	for i, w := range p.words {
		if !w.own() || !isHan(w.surface) {
			continue
		}
		had, all := 0.0, 0.0
		for _, r := range w.surface {
			all++
			if c := string(r); function.Has(c) || particles.Has(c) || strings.Contains(s, c) {
				had++
			}
		}
		share := p.params.Character * had / all
		out[i].raise(Met{share, share, share, share})
	}
	return out
}

// isEnding reports whether a pair is a Han character with a Japanese ending or particle
// after it or before it, which tells little, but more than nothing.
func isEnding(pair string) bool {
	first, size := utf8.DecodeRuneInString(pair)
	second, _ := utf8.DecodeRuneInString(pair[size:])
	return text.IsHan(first) && unicode.Is(unicode.Hiragana, second) || unicode.Is(unicode.Hiragana, first) && text.IsHan(second)
}

// overlap reports whether a pair begins with the second character of another.
func overlap(one, next search.Token) bool { return one.End > next.Start }

// isSeam reports whether the pairs that overlap pair i on both sides are
// accounted for.
func isSeam(tokens []search.Token, i int, accounted func(int) bool) bool {
	return i > 0 && i+1 < len(tokens) &&
		overlap(tokens[i-1], tokens[i]) && overlap(tokens[i], tokens[i+1]) &&
		accounted(i-1) && accounted(i+1)
}
