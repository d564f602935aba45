package passages

import (
	"regexp"
	"strings"
	"unicode"
)

// Spellings of one word that differ in more than its letters are brought together
// before a text is cut into words: in the passages, and in what is asked.

var (
	// brokenWord is a word that a line break has cut.
	brokenWord = regexp.MustCompile(`(\p{L})[-\x{00AD}]\r?\n[ \t]*(\p{Ll})`)

	// grouped is a number whose thousands are set apart by blanks: 12 500.
	grouped = regexp.MustCompile(`\b\d{1,3}(?:[ \x{00A0}\x{202F}]\d{3})+\b`)

	// unit is a number with its unit after it: 5kW.
	unit = regexp.MustCompile(`\b(\d+)(\p{L}{1,3})\b`)
)

// PlainText undoes what only the setting of a text has done to its words.
func PlainText(s string) string {
	if strings.Contains(s, "\n") {
		s = brokenWord.ReplaceAllString(s, "$1$2")
	}
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return s
	}
	return grouped.ReplaceAllStringFunc(s, func(n string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return r
			}
			return -1
		}, n)
	})
}

// Fold writes other spellings of the words of s after it: compounds as one word,
// the parts of identifiers, numbers and their units apart. The words themselves
// stay, so that a search for them still finds them.
func (c *Set) Fold(s string) string {
	s = PlainText(s)
	var more []string
	if strings.Contains(s, "_") {
		for w := range strings.FieldsSeq(s) {
			if parts := strings.FieldsFunc(w, func(r rune) bool { return r == '_' }); len(parts) > 1 {
				more = append(more, parts...)
			}
		}
	}
	if strings.ContainsAny(s, "0123456789") {
		for _, m := range unit.FindAllStringSubmatch(s, -1) {
			more = append(more, m[1], m[2])
		}
	}
	s = c.compounds.Fold(s)
	if more == nil {
		return s
	}
	return s + " " + strings.Join(more, " ")
}
