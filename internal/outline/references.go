package outline

import (
	"slices"

	"pincite/internal/outline/levels"
)

// dropReferences drops the words with numbers, two or more of a kind in a row, that a line with
// a colon introduces and that other sections have: "These cannot be suspended:", "Section 1",
// "Section 13". Sections without text stand so, too, but they are counted with the others.
func (p *parse) dropReferences(cands []*levels.Candidate) []*levels.Candidate {
	var rows [][]*levels.Candidate
	elsewhere := map[string]bool{}
	for i := 0; i < len(cands); {
		to := i + 1
		if above := cands[i].Line - 1; above >= 0 && colon(p.Line(above)) {
			to = p.rowEnd(cands, i)
		}
		if to-i > 1 && besidesCount(cands, i, to) {
			rows = append(rows, cands[i:to])
		} else {
			for _, c := range cands[i:to] {
				elsewhere[sectionOf(c)] = true
			}
		}
		i = to
	}
	for _, row := range rows {
		for _, c := range row {
			c.Drop = elsewhere[sectionOf(c)]
		}
	}
	return levels.Kept(cands)
}

// sectionOf returns what a reference to c names.
func sectionOf(c *levels.Candidate) string { return c.Mark.Kind + " " + c.Mark.Full() }

// rowEnd returns the end of the row of bare references of one kind that begins with
// cands[from], with nothing in between; the last may have text below.
func (p *parse) rowEnd(cands []*levels.Candidate, from int) int {
	to := from + 1
	for p.bareReference(cands[to-1]) && to < len(cands) && p.bareReference(cands[to]) &&
		cands[to].Mark.Kind == cands[from].Mark.Kind && !p.textIn(cands[to-1].Line+1, cands[to].Line) {
		to++
	}
	return to
}

// bareReference reports a word and its number alone on a line, which the format does not give
// as a heading.
func (p *parse) bareReference(c *levels.Candidate) bool {
	return c.Mark.Kind != "" && !c.Mark.Given() && c.Mark.Rest >= len(p.Line(c.Line))
}

// besidesCount reports that the sections of a kind count on as if cands[from:to] were none of
// them. Where none goes on below, those that go on from above are sections, and those that
// count from 1 on, of an annex perhaps.
func besidesCount(cands []*levels.Candidate, from, to int) bool {
	other := func(c *levels.Candidate) bool { return c.Mark.Kind == cands[from].Mark.Kind }
	above := from - 1
	for above >= 0 && !other(cands[above]) {
		above--
	}
	if above < 0 {
		return false
	}
	below := slices.IndexFunc(cands[to:], other)
	if below >= 0 && cands[to+below].Mark.Number != 1 {
		return cands[to+below].Mark.Follows(&cands[above].Mark)
	}
	return !counts(cands[from:to]) && !cands[from].Mark.Follows(&cands[above].Mark)
}
