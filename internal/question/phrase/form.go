package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Letter reports whether t is one letter, and neither a Chinese character nor a Korean
// syllable.
func (t *Token) Letter() bool {
	r, size := utf8.DecodeRuneInString(t.Raw)
	return !t.Mark && size == len(t.Raw) && unicode.IsLetter(r) && !t.Han() && !t.Hangul()
}

// Digits reports whether t begins with a digit.
func (t *Token) Digits() bool {
	r, _ := utf8.DecodeRuneInString(t.Raw)
	return unicode.IsDigit(r)
}

// CommonPrefix returns how many runes a and b have in common at the start.
func CommonPrefix(a, b string) (n int) {
	x, y := []rune(a), []rune(b)
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n
}

// MinShort is the shortest abbreviation in runes that is recognised.
const MinShort = 3

// Shortens reports whether a is an abbreviation of b, which is longer by two letters
// or more: its beginning, or some of its letters in order, the first and the last of
// them among these.
func Shortens(a, b string) bool {
	if first, _ := utf8.DecodeRuneInString(a); !strings.HasPrefix(b, string(first)) {
		return false // as nearly always, which costs nothing so
	}
	if n := utf8.RuneCountInString(a); n < MinShort || utf8.RuneCountInString(b) < n+2 {
		return false
	}
	if strings.HasPrefix(b, a) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	if end, _ := utf8.DecodeLastRuneInString(b); end != last {
		return false
	}
	rest := a
	for _, r := range b {
		if next, size := utf8.DecodeRuneInString(rest); size > 0 && next == r {
			rest = rest[size:]
		}
	}
	return rest == ""
}
