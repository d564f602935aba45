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

// wholeAmounts returns pairs without those numbers that are parts of amounts of which
// the other side has not all, so that amounts are compared as wholes: "twenty-two" with
// "twenty-one", "€20" with "20 euros".
func (r *reader) wholeAmounts(pairs []corpus.Pair) []corpus.Pair {
	for range maxCut {
		out := r.withoutParts(pairs)
		if len(out) == 0 || len(out) == len(pairs) {
			break
		}
		pairs = out
	}
	return pairs
}

// withoutParts is one step of wholeAmounts: it takes out the numbers next to what the
// other side has not.
func (r *reader) withoutParts(pairs []corpus.Pair) []corpus.Pair {
	var out []corpus.Pair
	for i, p := range pairs {
		a, b := corpus.Pair{Text: -1, Doc: p.Doc - 1 - p.Text}, corpus.Pair{Text: len(r.IDs), Doc: p.Doc + 1}
		if i > 0 {
			a = pairs[i-1]
		}
		if i+1 < len(pairs) {
			b = pairs[i+1]
		}
		part := word.IsNumber(r.Passage.Raw(p.Text)) && (i > 0 && r.turned(a, p, b) || r.isPart(a, p, b))
		if !part || i == 0 && !r.sameMarks(b) || i == len(pairs)-1 && !r.sameMarks(corpus.Pair{Text: a.Text + 1, Doc: a.Doc + 1}) {
			out = append(out, p)
		}
	}
	return out
}

// isPart reports whether p, between the pairs a and b, is a part of a number that goes
// on to a side where the two do not have the same.
func (r *reader) isPart(a, p, b corpus.Pair) bool {
	before := p.Text-a.Text > 1 && p.Doc-a.Doc > 1
	behind := b.Text-p.Text > 1 && b.Doc-p.Doc > 1
	return before && (r.isOneNumber(p.Doc) || r.isOneInText(p.Text)) || behind && (r.isOneNumber(p.Doc+1) || r.isOneInText(p.Text+1))
}

// isOneNumber reports whether token t and the one before are parts of one number.
func (r *reader) isOneNumber(t int) bool {
	return r.oneAmount(t) && word.IsNumber(r.docs.Shown(t-1, t)) && word.IsNumber(r.docs.Shown(t, t+1))
}

// isOneInText is isOneNumber for a word of the text.
func (r *reader) isOneInText(i int) bool {
	return i > 0 && i < len(r.IDs) && word.IsNumber(r.Raw(i-1)) && word.IsNumber(r.Raw(i)) && word.OneAmount(r.Raw(i-1), r.Between(i), r.Raw(i))
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
		return word.IsSign(r.Passage.Raw(p.Text - 1))
	}
	return false
}
