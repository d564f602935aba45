package heading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
)

// wordedOrdinal reads "PRIMERA.- Objeto", "Second: the fee" and "DÉCIMA PRIMERA. Plazo": a
// line that counts with ordinals, as contracts do.
func wordedOrdinal(s string) (Mark, bool) {
	head := s[:min(len(s), maxMark)]
	end := strings.IndexAny(head, ".:")
	if first, _ := utf8.DecodeRuneInString(s); end <= 0 || !unicode.IsUpper(first) {
		return Mark{}, false
	}
	n := lexicon.Ordinal(head[:end])
	if n == 0 {
		return Mark{}, false
	}
	m := Mark{Style: OrdinalStyle, Number: n, Label: s[:end]}
	m.Designation = document.Designation{Printed: s[:end], Normal: strconv.Itoa(n)}
	rest := strings.TrimLeft(s[end:], ".:-–—")
	m.Rest = SkipBlank(s, len(s)-len(rest))
	return m, m.Rest == len(s) || m.Rest > len(s)-len(rest)
}

// amended reads "3[4A. Lease of ferries", a section that was put in, with the call of the
// note that tells by what.
func amended(s string) (Mark, bool) {
	const most = 3 // digits
	call, inner, ok := strings.Cut(s, "[")
	if _, used := lexicon.Arabic(call, lexicon.MaxNumber); !ok || used == 0 || used < len(call) || len(call) > most || inner == "" || !unicode.IsDigit(rune(inner[0])) && inner[0] != '(' {
		return Mark{}, false
	}
	m, ok := Read(inner)
	m.Rest += len(s) - len(inner)
	return m, ok && m.Alt == nil && m.Inserted == nil
}
