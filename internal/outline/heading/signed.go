package heading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
)

// signed reads headings whose sign stands behind the number, as in the North and in
// Korea: "2 §", "2 a § Seat", "2. §", "3/A. §", "3장. Boats".
func signed(s string) (Mark, bool) {
	n, used := arabic(s, maxNumber)
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
	at += len(u.word)
	m.Style, m.Kind, m.Rank, m.Label = u.kind, u.kind, u.rank, s[:at]
	m.Designation = document.Designation{Printed: s[:printed], Normal: strconv.Itoa(n) + m.Suffix}
	return m, m.follow(s, at)
}

// signOf returns the sign of a section at the start of s: § or, with a full stop behind
// it, a Korean counter.
func signOf(s string) (unit, bool) {
	if strings.HasPrefix(s, "§") {
		return unitOf("§")
	}
	for _, u := range counters {
		if r, _ := utf8.DecodeRuneInString(u.word); unicode.Is(unicode.Hangul, r) && strings.HasPrefix(s, u.word+".") {
			return u, true
		}
	}
	return unit{}, false
}
