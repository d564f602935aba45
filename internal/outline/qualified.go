package outline

import (
	"slices"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// withQualified has the sections that a word behind their number tells from others with the
// same numbers, as "Artículo 1 transitorio", count by themselves: several have that word, they
// count from 1 on, and each number stands before other words as well.
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
		if group := byKind[kind]; len(group) > 1 && counts(group) && numberedElsewhere(group, cands) {
			for _, c := range group {
				c.Shape.Doubt = false
			}
			found = append(found, group...)
			p.phrases[kind] = group[0].Mark.Words()
		}
	}
	return merge(found, cands)
}

// numberedElsewhere reports that the text has sections of the unit of group with each of its
// numbers beside these.
func numberedElsewhere(group, cands []*levels.Candidate) bool {
	lines, numbers := map[int]bool{}, map[int]bool{}
	for _, c := range group {
		lines[c.Line] = true
	}
	for _, c := range cands {
		if c.Mark.Kind == group[0].Mark.Beside && !lines[c.Line] {
			numbers[c.Mark.Number] = true
		}
	}
	return !slices.ContainsFunc(group, func(c *levels.Candidate) bool { return !numbers[c.Mark.Number] })
}
