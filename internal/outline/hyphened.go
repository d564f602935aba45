package outline

import (
	"strings"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// withHyphened adds the sections of sections, as 13-1 and 13-2 below "Rule 13", where several
// count so: each has the number of the last section above, and goes on from the one before.
func (p *parse) withHyphened(cands []*levels.Candidate) []*levels.Candidate {
	var found []*levels.Candidate
	at, above, last, stray := 0, "", 0, 0
	taken := p.taken(cands)
	for i := range p.Lines {
		for ; at < len(cands) && cands[at].Line <= i; at++ {
			if m := &cands[at].Mark; (m.Kind != "" || m.Given() && m.Number > 0) && !m.Bracketed() {
				above, last = m.Full()+"-", 0
			}
		}
		if taken[i] || !p.beginsParagraph(i) {
			continue
		}
		m, ok := heading.Hyphened(p.Line(i))
		switch {
		case !ok:
		case !strings.EqualFold(m.Prefix, above) || m.Number != last+1:
			stray++
		default:
			last = m.Number
			found = append(found, &levels.Candidate{Line: i, Mark: m, Shape: p.shapeOf(i, m)})
		}
	}
	if len(found) < fewest || stray*5 > len(found) {
		return cands
	}
	return merge(found, cands)
}
