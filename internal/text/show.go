package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sanitize returns s as valid UTF-8 without control characters other than line
// breaks and tabs. It removes nothing that can be read, so that it may be used on
// quotes.
func Sanitize(s string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

// shownMarks is the number of combining marks that [Line] keeps on one letter.
const shownMarks = 2

// Line returns what may be shown of text from outside on one line: without
// control characters, without the invisible ones that reorder or hide text, and
// with at most two combining marks to a letter.
func Line(s string) string {
	var b strings.Builder
	marks := 0
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			r, marks = ' ', 0
		case r == utf8.RuneError || unicode.In(r, unicode.C):
			continue
		case unicode.Is(unicode.M, r):
			if marks++; marks > shownMarks {
				continue
			}
		default:
			marks = 0
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Cut shortens s to at most n runes for display: after a word, if one ends in the
// last third, and with an ellipsis.
func Cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	head := Limit(s, n-1)
	if i := strings.LastIndexFunc(head, unicode.IsSpace); utf8.RuneCountInString(head[:max(i, 0)]) > 2*n/3 {
		head = head[:i]
	}
	return strings.TrimRightFunc(head, unicode.IsSpace) + "…"
}

// CutBytes returns at most n bytes of s, whole runes, and an ellipsis where there is
// more.
func CutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// Limit returns the first n runes of s, unmarked: a bound on work, not a display.
func Limit(s string, n int) string {
	for i := range s {
		if n <= 0 {
			return s[:i]
		}
		n--
	}
	return s
}
