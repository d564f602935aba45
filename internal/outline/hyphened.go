package outline

import (
	"strings"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// withHyphened adds the sections of sections, as 13-1 and 13-2 below "Rule 13", where several
// count so: each has the number of the last section above, and goes on from the one before.
// Most have words on their line, and text hangs on the others: page numbers look like these.
func (p *parse) withHyphened(cands []*levels.Candidate) []*levels.Candidate {
	var found []*levels.Candidate
	at, above, last, stray, alone := 0, "", 0, 0, 0
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
		bare := m.Rest == len(p.Line(i))
		switch {
		case !ok:
		case bare && (i+1 == len(p.Lines) || p.Lines[i+1].Gap) || !strings.EqualFold(m.Prefix, above) || m.Number != last+1:
			stray++
		default:
			last = m.Number
			if bare {
				alone++
			}
			found = append(found, &levels.Candidate{Line: i, Mark: m, Shape: p.shapeOf(i, m)})
		}
	}
	if len(found) < fewest || stray*5 > len(found) || alone*2 > len(found) {
		return cands
	}
	return merge(found, cands)
}
