package document

import (
	"sort"

	"pincite/internal/text"
)

// ParagraphOf returns the index of the first paragraph of section i that a span overlaps,
// -1 if there is none.
func (d *Document) ParagraphOf(i int, s Span) int {
	all := d.Sections[i].Paragraphs
	n := sort.Search(len(all), func(n int) bool { return all[n].Span.End > s.Start })
	if n == len(all) || !all[n].Span.Overlaps(s) {
		return -1
	}
	return n
}

// LeadIn returns what stands before a passage of section i and is needed to read it: the
// row that heads the columns of its table, the sentence that introduces its list, or, at
// the beginning of a section, a last sentence of the section above that ends in a colon; or
// breaks off, where the section is a point without a title: "No person may—". It is empty for
// running text, and where the passage holds it.
func (d *Document) LeadIn(i int, passage Span) Span {
	n := d.ParagraphOf(i, passage)
	if n < 0 {
		return Span{}
	}
	p := &d.Sections[i].Paragraphs[n]
	lead := p.Lead
	if lead.Empty() && n == 0 && passage.Start <= p.Span.Start {
		lead = d.introduction(d.Sections[i].Parent, d.Title(i) == "")
	}
	if passage.Overlaps(lead) {
		return Span{}
	}
	return lead
}

// introduction returns the last sentence of section i if it ends in a colon, or breaks off
// and points follow.
func (d *Document) introduction(i int, points bool) Span {
	if i < 0 {
		return Span{}
	}
	above := d.Sentences(i)
	if n := len(above); n > 0 {
		if s := d.Plain(above[n-1]); text.EndsIn(s, ":：") || points && text.BreaksOff(s) {
			return above[n-1]
		}
	}
	return Span{}
}
