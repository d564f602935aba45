package outline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
	"pincite/internal/text"
)

// withMisspelt adds the heading that is missing between two of a kind, whose numbers leave
// out one, where a line between them has the word of these with a slip in it: "CAPIULO
// TERCERO" between "Capítulo Segundo" and "Capítulo Cuarto".
func (p *parse) withMisspelt(cands []*levels.Candidate) []*levels.Candidate {
	last := map[string]*levels.Candidate{}
	var found []*levels.Candidate
	for _, c := range cands {
		if c.Mark.Kind == "" || c.Mark.Number == 0 || c.Mark.Prefix != "" {
			continue
		}
		if before := last[c.Mark.Kind]; before != nil && c.Mark.Number == before.Mark.Number+2 {
			if m := p.misspelt(before, c.Line); m != nil {
				found = append(found, m)
			}
		}
		last[c.Mark.Kind] = c
	}
	return merge(found, slices.Clone(cands))
}

// misspelt returns the heading with the number after that of c, in the only line before line
// to that can be it; nil if there is none.
func (p *parse) misspelt(c *levels.Candidate, to int) *levels.Candidate {
	const shortest = 5 // letters of a word with a slip
	word, _, _ := strings.Cut(p.Line(c.Line), " ")
	if utf8.RuneCountInString(word) < shortest {
		return nil
	}
	var found *levels.Candidate
	for i := c.Line + 1; i < to; i++ {
		l := &p.Lines[i]
		slip, rest, more := strings.Cut(p.Line(i), " ")
		if l.Out || !l.Gap || l.Kind == block.Code || l.Kind == block.Row || !more || !text.Near(text.Fold(slip), text.Fold(word), 1) {
			continue
		}
		m, ok := heading.Labelled(word+" "+rest, 0)
		if l.Kind == block.Heading {
			m = heading.Given(word+" "+rest, 0, max(l.From.Level, 1))
		}
		if !ok || m.Kind != c.Mark.Kind || m.Number != c.Mark.Number+1 || found != nil {
			continue
		}
		m.Rest += len(slip) - len(word)
		found = &levels.Candidate{Line: i, Mark: m, Shape: p.shapeOf(i, m)}
	}
	return found
}
