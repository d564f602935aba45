package verify

import (
	"strings"

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
