package verify

import (
	"strings"

	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

// maxCut bounds the words that a number goes on for.
const maxCut = 16

// cutBefore returns how many tokens before t belong to a number or an amount that t
// is the rest of.
func (c *Checker) cutBefore(t int) int {
	if !isAmount(c.docs.Shown(t, t+1)) {
		return 0
	}
	n := 0
	for n < maxCut && c.oneAmount(t-n) {
		n++
	}
	return n
}

// cutAfter is cutBefore for the tokens after t.
func (c *Checker) cutAfter(t int) int {
	if !isAmount(c.docs.Shown(t, t+1)) {
		return 0
	}
	n := 0
	for n < maxCut && c.oneAmount(t+n+1) {
		n++
	}
	return n
}

// isAmount reports whether a word is a number or its sign.
func isAmount(w string) bool { return word.IsNumber(w) || word.IsSign(w) }

// oneAmount reports whether token t and the one before are parts of one number or
// amount.
func (c *Checker) oneAmount(t int) bool {
	if t <= 1 || t+1 >= c.docs.Len() || c.docs.Doc(t-1) != c.docs.Doc(t) || c.docs.Unit(t-1).First != c.docs.Unit(t).First {
		return false
	}
	gap := c.docs.Gap(t)
	return !strings.Contains(gap, "\n") && word.OneAmount(c.docs.Shown(t-1, t), gap, c.docs.Shown(t, t+1))
}

// wholeAmounts returns pairs without the numbers whose sign stands before them on one
// side and is spelt out behind them on the other, so that "€20" and "20 euros" are
// compared as wholes.
func (r *reader) wholeAmounts(pairs []corpus.Pair) []corpus.Pair {
	var out []corpus.Pair
	for i, p := range pairs {
		end := corpus.Pair{Text: len(r.ids), Doc: p.Doc + 1}
		if i+1 < len(pairs) {
			end = pairs[i+1]
		}
		if i == 0 || !word.IsNumber(r.passage.raw(p.Text)) || !r.turned(pairs[i-1], p, end) {
			out = append(out, p)
		}
	}
	return out
}

// turned reports whether p has a sign before it on one side alone and a word behind it
// on the other alone, a and b being the pairs around it.
func (r *reader) turned(a, p, b corpus.Pair) bool {
	textBefore, docBefore := p.Text-a.Text-1, p.Doc-a.Doc-1
	textBehind, docBehind := b.Text-p.Text-1, b.Doc-p.Doc-1
	switch {
	case docBefore == 1 && textBefore == 0 && textBehind > 0 && docBehind == 0:
		return word.IsSign(r.docs.Shown(p.Doc-1, p.Doc))
	case textBefore == 1 && docBefore == 0 && docBehind > 0 && textBehind == 0:
		return word.IsSign(r.passage.raw(p.Text - 1))
	}
	return false
}
