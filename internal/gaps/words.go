package gaps

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A word is one of a question's that may name a subject.
type word struct {
	stem  string // what its inflexions have in common
	shown string // in lower case
	light bool   // too common in its language to tell much
}

// stemRunes is how much of a word counts: the beginning of a word is a fair stem in
// any language that is written in letters. pairRunes are shared by a word and one
// that is made of it.
const (
	stemRunes = 6
	pairRunes = 4
)

// wordsOf returns the words of a question, each once, without those that name no
// subject; of Chinese every two characters that stand together.
func wordsOf(question, language string) []word {
	function := []words.Set{words.Function(language), words.Function("en")}
	var out []word
	for _, w := range split(text.Clean(mask(question))) {
		folded := text.Fold(w)
		one := word{stem: text.Limit(folded, stemRunes), shown: strings.ToLower(w), light: words.IsEveryday(folded, language)}
		if find(out, one) < 0 && !slices.ContainsFunc(function, func(s words.Set) bool { return s.Has(folded) }) {
			out = append(out, one)
		}
	}
	return out
}

// split returns the words of a text, and of Chinese, which has no spaces, the pairs of
// characters between those that name nothing.
func split(s string) []string {
	particles := words.Function("zh")
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) || particles.Has(string(r))
	}) {
		runes := []rune(w)
		if len(runes) < 3 || !text.IsHan(runes[0]) {
			out = append(out, w)
			continue
		}
		for i := range runes[1:] {
			out = append(out, string(runes[i:i+2]))
		}
	}
	return out
}

// find returns where a word stands among others, in whatever inflexion; -1 if it does
// not.
func find(all []word, w word) int {
	return slices.IndexFunc(all, func(o word) bool {
		a, b := o.stem, w.stem
		if len(a) > len(b) {
			a, b = b, a
		}
		return a == b || len([]rune(a)) >= pairRunes && strings.HasPrefix(b, a)
	})
}

// keyOf is the same for questions of the same words, in whatever order.
func keyOf(all []word, question string) string {
	if len(all) == 0 {
		return text.Fold(strings.TrimSpace(question))
	}
	var stems []string
	for _, w := range all {
		stems = append(stems, w.stem)
	}
	slices.Sort(stems)
	return strings.Join(stems, " ")
}

// lightness is what the weight of a common word is divided by.
const lightness = 3

// weigh returns the weight of each word: the fewer questions have it, the more.
func weigh(groups []*group) map[string]float64 {
	in, light := map[string]int{}, map[string]bool{}
	for _, g := range groups {
		for _, w := range g.words {
			in[w.stem]++
			light[w.stem] = w.light
		}
	}
	out := map[string]float64{}
	for stem, n := range in {
		out[stem] = math.Log(1 + float64(len(groups))/float64(n))
		if light[stem] {
			out[stem] /= lightness
		}
	}
	return out
}

// personal is what may tell who asked: addresses of mail and of pages, names of
// accounts, and numbers as long as a telephone's or a card's.
var personal = regexp.MustCompile(`\S+@\S+|@\w{3,}|https?://\S+|\+?\d[\d ().-]{4,}\d`)

// mask puts … in the place of what may tell who asked.
func mask(question string) string {
	return personal.ReplaceAllString(text.Line(question), "…")
}
