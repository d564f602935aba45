package outline

import (
	"slices"

	"pincite/internal/outline/levels"
)

// dropReferences drops the words with numbers, two or more of a kind in a row and with nothing below
// them, that a line with a colon introduces: "These cannot be suspended:", "Section 1",
// "Section 13".
func (p *parse) dropReferences(cands []*levels.Candidate) []*levels.Candidate {
	for i := 0; i < len(cands); i++ {
		if cands[i].Line == 0 || !colon(p.Line(cands[i].Line-1)) {
			continue
		}
		n := i
		for n+1 < len(cands) && cands[n].Mark.Kind == cands[i].Mark.Kind && p.bareReference(cands[n], cands[n+1]) {
			n++
		}
		if n-i > 1 {
			for _, c := range cands[i:n] {
				c.Drop = true
			}
		}
		i = max(i, n-1)
	}
	return slices.DeleteFunc(cands, func(c *levels.Candidate) bool { return c.Drop })
}

// bareReference reports a word and its number with neither title nor text before the next
// candidate, in a line that the format does not give as a heading.
func (p *parse) bareReference(c, next *levels.Candidate) bool {
	return c.Mark.Kind != "" && !c.Mark.Given() && c.Mark.Rest >= len(p.Line(c.Line)) && !p.textIn(c.Line+1, next.Line)
}
