package counter

import (
	"regexp"
	"strings"
	"unicode"
)

// mark is what stands before a point.
var mark = regexp.MustCompile(`^(?:[(\[][\p{L}\p{N}]{1,6}[)\]]\.?|[\p{L}\p{N}]{1,5}(?:\.\p{N}{1,3})*[.)]|[-–—•·▪◦*])$`)

// Mark reports whether s is the number or mark of a point and nothing else: "(a)",
// "1.", "ii)", "—".
func Mark(s string) bool { return mark.MatchString(s) }

// Sign reports a letter or figure, which tells a number from a bullet.
func Sign(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Numbered reports whether the text of a point begins with a number of its own, so
// that the label that a browser would show is switched off in a style sheet.
func Numbered(text, label string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	bare := strings.Trim(word, "().[]")
	if bare == "" || len(bare) > 8 || len(word) == len(bare) {
		return false
	}
	if strings.EqualFold(bare, strings.TrimSuffix(label, ".")) {
		return true
	}
	odd := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }
	return word[0] == '(' && strings.HasSuffix(word, ")") && len(bare) <= 4 && strings.IndexFunc(bare, odd) < 0
}
