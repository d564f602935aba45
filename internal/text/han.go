package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hanBytes is the length in UTF-8 of every rune in the tables.
const hanBytes = 3

// Simplified returns s with traditional Chinese characters replaced by their
// simplified forms, one by one, for matching. Everything else, and the length
// in bytes, stays as it is.
func Simplified(s string) string {
	from := firstTraditional(s)
	if from < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:from])
	for _, r := range s[from:] {
		b.WriteRune(simple(r))
	}
	return b.String()
}

// firstTraditional returns the byte at which s first needs replacing, or -1.
func firstTraditional(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			return -1 // not text; left alone rather than altered
		}
		if simple(r) != r {
			return i
		}
	}
	return -1
}

// simple returns the simplified form of r by binary search in the table.
func simple(r rune) rune {
	if r < '\u4e00' || r > '\u9fff' {
		return r
	}
	lo, hi := 0, len(traditional)/hanBytes
	for lo < hi {
		mid := (lo + hi) / 2
		c, _ := utf8.DecodeRuneInString(traditional[mid*hanBytes:])
		switch {
		case c == r:
			s, _ := utf8.DecodeRuneInString(simplified[mid*hanBytes:])
			return s
		case c < r:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return r
}

// IsHan reports whether r is a Chinese character, the iteration mark and the
// zero of dates included.
func IsHan(r rune) bool { return r >= 0x2e80 && unicode.Is(unicode.Han, r) }
