package compose

import (
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// echoRunes is how much of a person's words is shown back: a long keyword, in
// one line of a telephone or two.
const echoRunes = 60

// echo returns what may be shown of text that a person typed: one line of at
// most echoRunes runes.
func echo(s string) string { return text.Cut(text.Line(s), echoRunes) }

// upperFirst makes the first letter of a sentence a capital.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
