package document

import "strings"

// LeadIn returns what stands before a passage of section i and is needed to read it: the
// row that heads the columns of its table, the sentence that introduces its list, or, at
// the beginning of a section, a last sentence of the section above that ends in a colon.
// It is empty for running text, and where the passage holds it.
func (d *Document) LeadIn(i int, passage Span) Span {
	var lead Span
	for n, p := range d.Sections[i].Paragraphs {
		if !p.Span.Overlaps(passage) {
			continue
		}
		if lead = p.Lead; lead.Empty() && n == 0 && passage.Start <= p.Span.Start {
			lead = d.introduction(d.Sections[i].Parent)
		}
		break
	}
	if passage.Overlaps(lead) {
		return Span{}
	}
	return lead
}

// introduction returns the last sentence of section i if it ends in a colon.
func (d *Document) introduction(i int) Span {
	if i < 0 {
		return Span{}
	}
	above := d.Sentences(i)
	if n := len(above); n > 0 {
		if s := strings.TrimRight(d.Slice(above[n-1]), " *_"); strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") {
			return above[n-1]
		}
	}
	return Span{}
}
