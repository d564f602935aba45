package word

import (
	"slices"
	"strings"
)

// prefixed are the units, in lower case, before which a small m says a thousandth and a
// capital M a million, alone or after a number: "5 MW", "30 m".
var prefixed = strings.Fields("w wh a ah v hz g l s j n pa t f h ev k c bq sv gy m mol bit bps")

// SameUnit reports whether two prints of a unit after a number, v in a text, say the same
// measure: a small m is no capital M, nor are bits bytes. A text that is all in capitals or
// all in small letters says nothing by them.
func SameUnit(v, w, text string) bool {
	if v == w || len(v) != len(w) || !strings.EqualFold(v, w) || !turnsOnCase(v, w) {
		return true
	}
	return v == strings.ToUpper(w) && text == strings.ToUpper(text) || v == strings.ToLower(w) && text == strings.ToLower(text)
}

// turnsOnCase reports whether two words that differ in their capitals are units of other
// measures.
func turnsOnCase(v, w string) bool {
	unit := strings.ToLower(v)
	if v[0] != w[0] && unit[0] == 'm' {
		return unit == "m" || slices.Contains(prefixed, unit[1:]) || strings.HasSuffix(unit, "b")
	}
	last := len(v) - 1
	return v[last] != w[last] && unit[last] == 'b' && len(unit) <= 3
}
