package outline

import (
	"strings"
	"unicode"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/outline/levels"
)

// partWords gives the annexes of two words that are names of one kind, but count apart,
// kinds of their own: beside Anlage 1, Anhang 1 is another section. The word that comes
// first keeps the kind.
func (p *parse) partWords(cands []*levels.Candidate) {
	type counted struct{ kind, number string }
	first, owner := map[string]string{}, map[counted]string{} // word by kind, and by number of it
	apart := map[string]string{}                              // kind by word
	for _, c := range cands {
		word := unitWord(&c.Mark)
		if word == "" {
			continue
		}
		if first[c.Mark.Kind] == "" {
			first[c.Mark.Kind] = word
		}
		at := counted{c.Mark.Kind, c.Mark.Full()}
		if other := owner[at]; other != "" && other != word && word != first[c.Mark.Kind] {
			apart[word] = heading.KindOf(word)
		}
		owner[at] = word
	}
	for _, c := range cands {
		word := unitWord(&c.Mark)
		kind := apart[word]
		if word == "" || kind == "" {
			continue
		}
		if c.Mark.Style == c.Mark.Kind {
			c.Mark.Style = kind
		}
		c.Mark.Beside, c.Mark.Kind = c.Mark.Kind, kind
		p.phrases[kind] = strings.Fields(c.Mark.Label)[0]
	}
}

// unitWord returns the word that counts an annex, in small letters, of letters alone; "" if
// there is none.
func unitWord(m *heading.Mark) string {
	word, _, ok := strings.Cut(m.Label, " ")
	if !ok || m.Kind == "" || m.Beside != "" || m.Number == 0 || lexicon.Rank(m.Kind) > lexicon.RankAnnex || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return ""
	}
	return strings.ToLower(word)
}
