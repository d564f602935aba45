package heading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// Blank reports white space and the invisible characters that web pages and
// word processors leave beside it.
func Blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == '\u200E' || r == '\u200F'
}

// Stopped reports whether s ends as a sentence does.
func Stopped(s string) bool {
	return text.EndsIn(strings.TrimRight(s, "\"'”’»)]」』）》*_ "), ".!?…。！？；")
}

// SkipBlank returns the first byte of s from at on that is not blank.
func SkipBlank(s string, at int) int {
	if at >= len(s) {
		return len(s)
	}
	return len(s) - len(strings.TrimLeftFunc(s[at:], Blank))
}

// SkipDash returns the first byte of s from at on that is neither blank nor the dash
// between a heading and its text: one right at at, or one with a blank behind it. The sign
// of "-5 °C" is neither.
func SkipDash(s string, at int) int {
	if r, size := utf8.DecodeRuneInString(s[min(at, len(s)):]); r == '—' || r == '–' && !digit(s[at+size:]) {
		return SkipBlank(s, at+size)
	}
	at = SkipBlank(s, at)
	return skipDash(s, at)
}

func digit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// Begins reports whether s begins as a heading or a sentence does: with a capital,
// a letter of a script without them, a digit or a quotation mark.
func Begins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return begins(r) || unicode.IsDigit(r)
}
