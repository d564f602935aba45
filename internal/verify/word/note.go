package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
)

// longestUnit is the length of the longest unit that is raised to a power: "cm²".
const longestUnit = 3

// IsNote reports whether a word of s is the number of a note: in square brackets, or
// raised after what is no unit.
func IsNote(s string, w document.Span) bool {
	n := s[w.Start:w.End]
	if strings.Trim(n, "¹²³⁰⁴⁵⁶⁷⁸⁹") == "" {
		before := strings.TrimRightFunc(s[:w.Start], unicode.IsLetter)
		return utf8.RuneCountInString(s[len(before):w.Start]) > longestUnit
	}
	before, _ := utf8.DecodeLastRuneInString(s[:w.Start])
	after, _ := utf8.DecodeRuneInString(s[w.End:])
	return allDigits(n) && (before == '[' && after == ']' || before == '【' && after == '】')
}

// HasPointGroups reports whether a number has points between groups of three digits
// alone: "1.000".
func HasPointGroups(number string) bool {
	head, rest, found := strings.Cut(number, ".")
	if !found || len(head) > 3 || !allDigits(head) {
		return false
	}
	for group := range strings.SplitSeq(rest, ".") {
		if len(group) != 3 || !allDigits(group) {
			return false
		}
	}
	return true
}
