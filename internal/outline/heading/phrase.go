package heading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
)

// Phrase reads "Byelaw 3. Boats", "STANDING ORDER 12: Quorum" and "GEÇİCİ MADDE 1 –": up to
// three words that are no unit, a number, and a sign or the end of the line. Most lines that
// begin so are no headings; a sequence of them is. If one of the words is a unit, the mark is
// one of its rank, beside those of the unit; else one of a section.
func Phrase(s string) (Mark, bool) {
	const most = 3 // words
	head := s[:min(len(s), maxMark)]
	at := strings.IndexFunc(head, unicode.IsNumber)
	words := strings.Fields(head[:max(at, 0)])
	if first, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(first) && !caseless(first) || len(words) == 0 || len(words) > most ||
		!strings.HasSuffix(head[:at], " ") || strings.ContainsFunc(head[:at], func(r rune) bool { return r != ' ' && !inWord(r) }) {
		return Mark{}, false
	}
	phrase := strings.Join(words, " ")
	m := Mark{Kind: KindOf(phrase), Rank: lexicon.RankSection}
	for _, w := range words {
		if u, known := lexicon.Of(w); known && len(words) > 1 {
			m.Rank, m.Beside = u.Rank, u.Kind
		}
	}
	m.Style = m.Kind
	used := m.count(head[at:])
	if _, unit := lexicon.Of(phrase); unit || used == 0 || m.Kind == "" {
		return Mark{}, false
	}
	m.Label = s[:at+used]
	m.Designation.Printed = s[at : at+used]
	signed := strings.TrimLeftFunc(s[at+used:], Blank)
	sign, _ := utf8.DecodeRuneInString(signed)
	return m, m.follow(s, at+used) && (signed == "" || strings.ContainsRune(".:—–-：．", sign))
}

// KindOf returns the kind that a section is of which the text itself calls so.
func KindOf(phrase string) string { return strings.ReplaceAll(text.Fold(phrase), " ", "-") }

func caseless(r rune) bool { return unicode.IsLetter(r) && !text.Small(r) && !unicode.IsUpper(r) }

// inWord reports a sign of a word: a letter, or what may stand on or between letters.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '-' || r == '\'' || r == '’'
}

// Words returns the words around the number of a mark that [Phrase] or [Qualified] has read.
func (m *Mark) Words() string {
	before, after, _ := strings.Cut(document.OneLine(m.Label), " "+document.OneLine(m.Designation.Printed))
	return strings.TrimSpace(before + " " + strings.Trim(strings.TrimSpace(after), "()"))
}
