package heading

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text/numeral"
)

// reversed reads "Erster Abschnitt", "1. Abschnitt", "Primera parte", "FIRST PART: Fees",
// "2. cikk A tagok", "5 straipsnis" and "3 a luku Jäsenet": the number before the word.
func reversed(s string) (Mark, bool) {
	head := s[:min(len(s), maxMark)]
	m, at := worder(head)
	if at == 0 {
		m, at = digitsBefore(head)
	}
	unit, long, known := lexicon.Leading(head[at:], letters(head[at:]))
	word := head[at : at+long]
	if !known && strings.HasPrefix(head[at+long:], ". ") {
		unit, known = lexicon.Abbreviated(word)
	}
	counted := unicode.IsDigit(rune(s[0])) || capitalRoman(m.Designation.Printed)
	dotted := strings.Contains(head[:at], ".")
	english := slices.Contains(lexicon.Names(unit.Kind)["en"], unit.Word)
	if at == 0 || !known || english && counted && (!dotted || unicode.IsDigit(rune(s[0]))) {
		return Mark{}, false // "1. Title" is section 1 of an act
	}
	at += long
	m.Style, m.Kind, m.Rank, m.Label = unit.Kind, unit.Kind, unit.Rank, s[:at]
	if !m.follow(s, at) {
		return Mark{}, false
	}
	heads := len(s) <= maxPlain && !Stopped(s)
	if after := SkipBlank(s, at); after == len(s) || m.Rest > after {
		return m, dotted || !counted || unit.Rank <= lexicon.RankSection // "3 punkty" count
	}
	if !counted {
		return m, heads
	}
	first, _ := utf8.DecodeRuneInString(s[m.Rest:])
	same := word == strings.ToLower(word) || capitals(s)
	return m, same && (dotted || heads && begins(first) && unit.Rank <= lexicon.RankSection) // "2. Title Insurance" is no title 2
}

// worder reads a number before the word of a unit that is a word, an ordinal, or Roman with
// or without a full stop, and returns where that word begins; 0 if there is none.
func worder(s string) (Mark, int) {
	number, _, _ := strings.Cut(s, " ")
	printed := strings.TrimRight(number, ".")
	n := lexicon.Ordinal(number)
	if n == 0 && strings.Trim(number, "IVX") == "" {
		n = lexicon.Spelled(number, numeral.Roman)
	}
	if n == 0 || len(number) == len(s) {
		return Mark{}, 0
	}
	return Mark{Number: n, Designation: document.Designation{Printed: printed, Normal: strconv.Itoa(n)}}, len(number) + len(" ")
}

// digitsBefore reads digits before the word or the sign of a unit, with the letter of an
// inserted section and a full stop: "2", "2 a", "3/A.", "5a.", "5¹". It returns where the unit begins.
func digitsBefore(s string) (Mark, int) {
	n, end := lexicon.Arabic(s, lexicon.MaxNumber)
	if n == 0 {
		return Mark{}, 0
	}
	m := Mark{Number: n}
	rest := s[SkipBlank(s, end):]
	_, size := utf8.DecodeRuneInString(rest)
	blank, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest[size:], "."))
	switch k := m.further(s[end:]); {
	case k > 0 && s[end] == '/':
		end += k
	case rest != "" && rest[0] >= 'a' && rest[0] <= 'z' && Blank(blank):
		m.Suffix, end = rest[:1], len(s)-len(rest)+1
	default:
		m.Suffix = ""
	}
	m.Designation = document.Designation{Printed: s[:end], Normal: strconv.Itoa(n) + m.Suffix}
	m.Raised = raised(s[end:])
	end += len(m.Raised)
	if strings.HasPrefix(s[end:], ". ") {
		end++
	}
	return m, SkipBlank(s, end)
}
