package passages

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
	"pincite/internal/text/numeral"
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
	s = apart(inFigures(s))
	return grouped.ReplaceAllStringFunc(s, func(n string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return r
			}
			return -1
		}, n)
	})
}

// inFigures writes the dates of s that are in figures as ISO 8601 does, the largest first,
// but for those that may be read in two ways.
func inFigures(s string) string {
	dates := text.Dates(s)
	slices.SortFunc(dates, func(x, y text.Date) int { return cmp.Compare(x.Start, y.Start) })
	var b strings.Builder
	done := 0
	for i, d := range dates {
		twice := i+1 < len(dates) && dates[i+1].Start == d.Start || i > 0 && dates[i-1].Start == d.Start
		if d.Digits && !twice && d.Start >= done {
			b.WriteString(s[done:d.Start] + d.String())
			done = d.End
		}
	}
	return b.String() + s[done:]
}

// apart writes numbers and their units apart; an ordinal has no unit.
func apart(s string) string {
	return unit.ReplaceAllStringFunc(s, func(n string) string {
		figures := len(n) - len(strings.TrimLeft(n, "0123456789"))
		if utf8.RuneCountInString(n[figures:]) < 2 {
			return n
		}
		if _, ordinal := numeral.Read([]string{n}); ordinal {
			return n
		}
		return n[:figures] + " " + n[figures:]
	})
}

// Dates returns the dates of s, each as one number, with blanks between them: by these a
// date is found in whatever writing.
func Dates(s string) string {
	var out []string
	for _, d := range text.Dates(s) {
		out = append(out, d.Number())
	}
	return strings.Join(out, " ")
}

// Fold writes other spellings of the words of s after it: compounds as one word,
// the parts of identifiers, numbers and their units apart, dates as one number. The words themselves
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
		if dates := Dates(s); dates != "" {
			more = append(more, dates)
		}
	}
	s = c.compounds.Fold(s)
	if more == nil {
		return s
	}
	return s + " " + strings.Join(more, " ")
}
