package heading

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/outline/heading/lexicon"
)

// Qualified reads "Artículo 1 transitorio.- Boats" and "Section 2 (transitional). Oars": a
// unit, its number, one word that tells these sections from others with the same numbers, and
// a sign. A title of one word looks like it; that several sections have the same tells.
func Qualified(s string) (Mark, bool) {
	head := s[:min(len(s), maxMark)]
	end := letters(head)
	unit, known := lexicon.Of(head[:end])
	at := SkipBlank(head, end)
	if !known || at == end {
		return Mark{}, false
	}
	m := Mark{Style: unit.Kind, Kind: unit.Kind, Rank: unit.Rank, Beside: unit.Kind}
	used := m.count(head[at:])
	from := SkipBlank(head, at+used)
	open := strings.HasPrefix(head[from:], "(")
	if open {
		from++
	}
	to := from + letters(head[from:])
	word := head[from:to]
	if open {
		if !strings.HasPrefix(head[to:], ")") {
			return Mark{}, false
		}
		to++
	}
	sign, _ := utf8.DecodeRuneInString(head[to:])
	if _, another := lexicon.Of(word); used == 0 || from == at+used || utf8.RuneCountInString(word) < 3 || another ||
		!open && to == len(s) || to < len(s) && !strings.ContainsRune(".:—–", sign) {
		return Mark{}, false
	}
	m.Kind = KindOf(head[:end] + " " + word)
	m.Style, m.Label = m.Kind, s[:to]
	m.Designation.Printed = s[at : at+used]
	return m, m.follow(s, to)
}
