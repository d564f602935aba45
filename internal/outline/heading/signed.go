package heading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/outline/heading/lexicon"
)

// signed reads headings whose sign stands behind the number, as in the North and in
// Korea: "2 §", "2 a § Seat", "2. §", "3/A. §", "3장. Boats".
func signed(s string) (Mark, bool) {
	m, at := digitsBefore(s)
	if at == 0 {
		return Mark{}, false
	}
	u, known := signOf(s[at:])
	if !known {
		return Mark{}, false
	}
	at += len(u.Word)
	m.Style, m.Kind, m.Rank, m.Label = u.Kind, u.Kind, u.Rank, s[:at]
	return m, m.follow(s, at)
}

// signOf returns the sign of a section at the start of s: § or, with a full stop behind
// it, a Korean counter.
func signOf(s string) (lexicon.Unit, bool) {
	if strings.HasPrefix(s, "§") {
		return lexicon.Of("§")
	}
	for _, u := range lexicon.Counters {
		if r, _ := utf8.DecodeRuneInString(u.Word); unicode.Is(unicode.Hangul, r) && strings.HasPrefix(s, u.Word+".") {
			return u, true
		}
	}
	return lexicon.Unit{}, false
}
