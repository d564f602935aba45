package heading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
)

// signed reads headings whose sign stands behind the number, as in the North and in
// Korea: "2 §", "2 a § Seat", "2. §", "3/A. §", "3장. Boats".
func signed(s string) (Mark, bool) {
	n, used := lexicon.Arabic(s, lexicon.MaxNumber)
	if n == 0 {
		return Mark{}, false
	}
	m := Mark{Number: n}
	end := used
	if k := m.further(s[end:]); k > 0 && s[end] == '/' {
		end += k // 3/A. §
	}
	printed := end
	if strings.HasPrefix(s[end:], ". ") {
		end++
	}
	if rest := s[SkipBlank(s, used):]; len(rest) > 2 && rest[0] >= 'a' && rest[0] <= 'z' && Blank(rune(rest[1])) {
		m.Suffix, end = rest[:1], len(s)-len(rest)+1
		printed = end
	}
	at := SkipBlank(s, end)
	u, known := signOf(s[at:])
	if !known {
		return Mark{}, false
	}
	at += len(u.Word)
	m.Style, m.Kind, m.Rank, m.Label = u.Kind, u.Kind, u.Rank, s[:at]
	m.Designation = document.Designation{Printed: s[:printed], Normal: strconv.Itoa(n) + m.Suffix}
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
