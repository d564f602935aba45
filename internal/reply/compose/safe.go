package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// echoRunes is how much of a person's words is shown back: a long keyword, in
// one line of a telephone or two.
const echoRunes = 60

// echo returns what may be shown of text that a person typed: one line of at
// most echoRunes runes.
func echo(s string) string { return Cut(Tame(s), echoRunes) }

// Tame returns s on one line, without control characters, without the
// invisible ones that reorder or hide text (Unicode category Cf), and with at
// most two combining marks to a letter.
func Tame(s string) string {
	var b strings.Builder
	marks := 0
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			r, marks = ' ', 0
		case r == utf8.RuneError || unicode.In(r, unicode.C):
			continue
		case unicode.Is(unicode.M, r):
			if marks++; marks > 2 {
				continue
			}
		default:
			marks = 0
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Cut shortens s to at most n runes, at a word where one ends in the last
// third, and marks the cut with an ellipsis.
func Cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n-1]
	for i := len(runes) - 1; i > 2*n/3; i-- {
		if unicode.IsSpace(runes[i]) {
			runes = runes[:i]
			break
		}
	}
	return strings.TrimRightFunc(string(runes), unicode.IsSpace) + "…"
}

// upperFirst makes the first letter of a sentence a capital.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
