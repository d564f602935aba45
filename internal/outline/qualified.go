package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
	"pincite/internal/text"
)

// withQualified has the sections that a word behind their number tells from others with the
// same numbers, as "Artículo 1 transitorio", count by themselves: several have that word, they
// stand in a row that the others do not go on with, they count from 1 on, and each number
// stands before other words as well. The word is no title, which stands so, too, and no note,
// as "Section 1 amended.": it is in brackets, or the heading above says it.
func (p *parse) withQualified(cands []*levels.Candidate) []*levels.Candidate {
	byKind, order := map[string][]*levels.Candidate{}, []string{}
	for i := range p.Lines {
		if !p.beginsParagraph(i) {
			continue
		}
		if m, ok := heading.Qualified(p.Line(i)); ok {
			if byKind[m.Kind] == nil {
				order = append(order, m.Kind)
			}
			byKind[m.Kind] = append(byKind[m.Kind], &levels.Candidate{Line: i, Mark: m, Shape: p.shapeOf(i, m)})
		}
	}
	var found []*levels.Candidate
	for _, kind := range order {
		if group := byKind[kind]; len(group) > 1 && counts(group) && besidePlain(group, cands) && p.announced(group[0]) {
			for _, c := range group {
				c.Shape.Doubt = false
			}
			found = append(found, group...)
			p.phrases[kind] = group[0].Mark.Words()
		}
	}
	return merge(found, cands)
}

// besidePlain reports that the text has sections of the unit of group with each of its numbers
// beside these, none of them among these, and that the next does not count on from the last.
func besidePlain(group, cands []*levels.Candidate) bool {
	own, numbers := map[int]bool{}, map[int]bool{}
	for _, c := range group {
		own[c.Line] = true
	}
	first, last := group[0], group[len(group)-1]
	next := false // the first behind the group was seen
	for _, c := range cands {
		switch {
		case c.Mark.Kind != first.Mark.Beside || own[c.Line]:
			continue
		case c.Line > last.Line && !next:
			next = true
			if c.Mark.Follows(&last.Mark) {
				return false
			}
		case c.Line > first.Line && c.Line < last.Line:
			return false
		}
		numbers[c.Mark.Number] = true
	}
	return !slices.ContainsFunc(group, func(c *levels.Candidate) bool { return !numbers[c.Mark.Number] })
}

// announced reports that the word behind the number of c is in brackets, or stands in a
// heading right above, with another ending perhaps: "ARTÍCULOS TRANSITORIOS".
func (p *parse) announced(c *levels.Candidate) bool {
	const most = 3 // lines that a heading has
	if strings.HasSuffix(c.Mark.Label, ")") {
		return true
	}
	said := strings.Fields(text.Fold(c.Mark.Words()))
	word := said[len(said)-1]
	_, size := utf8.DecodeLastRuneInString(word)
	stem := word[:len(word)-size]
	for i := c.Line - 1; i >= max(0, c.Line-most) && !p.prose(i); i-- {
		words := strings.FieldsFunc(text.Fold(p.Line(i)), func(r rune) bool { return !unicode.IsLetter(r) })
		if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, stem) }) {
			return true
		}
	}
	return false
}
