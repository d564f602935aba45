package outline

import (
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// findLeads finds the words that headings repeat before their numbers, as the name of the
// law in "Ferry Act § 3 Fares": nobody cites a section by them, and they are no part of its
// title. The sections behind one lead count from 1, and the text numbers no others of their
// kind. Other headings of the format that begin with the same words lose them, too.
func (p *parse) findLeads() map[int]int {
	groups, kinds := map[string][]*levels.Candidate{}, map[string]bool{}
	for i := range p.Lines {
		if !p.mayLead(i) {
			continue
		}
		s := p.Line(i)
		if m, ok := heading.Read(s); ok {
			kinds[m.Kind] = true
		} else if m, at := heading.Led(s); at > 0 {
			groups[s[:at]] = append(groups[s[:at]], &levels.Candidate{Line: i, Mark: m})
		}
	}
	out, accepted, longest := map[int]int{}, map[string]bool{}, 0
	for lead, group := range groups {
		if len(group) < fewest || !counts(group) || kinds[group[0].Mark.Kind] {
			continue
		}
		accepted[lead] = true
		longest = max(longest, len(lead))
		for _, c := range group {
			out[c.Line] = len(lead)
		}
	}
	for i := range p.Lines {
		s := p.Line(i)
		if p.Lines[i].Kind != block.Heading || p.Lines[i].Out {
			continue
		}
		for n := min(longest, len(s)-1); n > 0; n-- { // of two leads of which one begins the other, the longer
			if accepted[s[:n]] {
				out[i] = n
				break
			}
		}
	}
	return out
}

// mayLead reports a heading of the format, or a short line that stands as one may and is
// counted by no words of the text's own.
func (p *parse) mayLead(i int) bool {
	l := &p.Lines[i]
	if l.Kind == block.Heading {
		return !l.Out
	}
	if !p.beginsParagraph(i) || len(p.Line(i)) > maxHeading || !heading.Begins(p.Line(i)) {
		return false
	}
	_, own := heading.Phrase(p.Line(i))
	return !own
}
