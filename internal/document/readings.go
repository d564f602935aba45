package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// Readings returns the normal forms of a designation that something typed may
// mean, the likeliest first: "IV" is "4" or "iv", "D" is "d" or "500", "71 B" is
// "71b". It is empty for what cannot be one.
func Readings(typed string) []string {
	s := strings.ToLower(strings.ReplaceAll(text.Clean(typed), " ", ""))
	if s == "" || utf8.RuneCountInString(s) > maxTyped {
		return nil
	}
	n, ok := text.Number([]string{strings.TrimSpace(typed)})
	number := strconv.Itoa(n.Value)
	switch {
	case ok && n.Form == text.Roman && utf8.RuneCountInString(s) == 1:
		return []string{s, number}
	case ok && n.Form == text.Roman:
		return []string{number, s}
	case ok:
		return []string{number}
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-' {
			return nil
		}
	}
	return []string{s}
}

// maxTyped bounds the runes of a typed designation.
const maxTyped = 24
