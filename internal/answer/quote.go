package answer

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/text"
)

// quote chooses what to quote from a section: its best sentence, with the
// neighbour that is as good, and with the list that it introduces.
func (a *Answerer) quote(p evidence.Plan, e evidence.Section) document.Span {
	s := &a.doc.Sections[e.Index]
	spans := a.doc.Sentences(e.Index)
	best := e.Best()
	switch {
	case len(spans) == 0 && s.Heading.Empty():
		return s.Own
	case len(spans) == 0:
		return s.Heading
	case best.Index < 0:
		return spans[0]
	}
	span := spans[best.Index]
	if list := WithList(a.doc, e.Index, span); list != span {
		return list
	}
	if n := a.coll.Completing(p, e.Index, best.Index); n >= 0 && a.goesOn(e.Index, span, spans[n]) {
		return WithList(a.doc, e.Index, span.Join(spans[n]))
	}
	for _, o := range e.Sentences[1:] {
		if near := o.Index - best.Index; (near == 1 || near == -1) && o.Score >= a.params.Together*best.Score && a.goesOn(e.Index, spans[best.Index], spans[o.Index]) {
			span = span.Join(spans[o.Index])
			break
		}
	}
	return WithList(a.doc, e.Index, span)
}

// goesOn reports whether one of two neighbouring sentences of a section goes on with the
// other: both stand in one paragraph, are rows of one table or points of one list, or one
// introduces the other. Two paragraphs of running text, and what stands below a table,
// are each by themselves.
func (a *Answerer) goesOn(section int, x, y document.Span) bool {
	m, n := a.doc.ParagraphOf(section, x), a.doc.ParagraphOf(section, y)
	if m == n || m < 0 || n < 0 {
		return m == n
	}
	of := a.doc.Sections[section].Paragraphs
	p, q := &of[m], &of[n]
	return p.Kind == q.Kind && p.Kind != document.Prose || p.Lead.Overlaps(y) || q.Lead.Overlaps(x)
}

// WithList adds to a quote that ends in a colon the points that follow, in the
// section itself or as sections below it, if they are not too many to be shown. So it
// does to one that does not end as a sentence does where points follow: "A member may be
// expelled who", "if –".
func WithList(d *document.Document, section int, span document.Span) document.Span {
	quote := strings.TrimSpace(d.Slice(span))
	colon := text.EndsIn(quote, ":：")
	if !colon && !text.BreaksOff(quote) {
		return span
	}
	s := &d.Sections[section]
	longer := span
	for _, p := range s.Paragraphs {
		if p.Span.Start >= span.End && (p.Lead.Overlaps(span) || colon && p.Lead.Empty() && longer == span) {
			longer = longer.Join(p.Span)
		}
	}
	if children := d.Children(section); longer == span && len(children) > 0 && s.Own.End-span.End < 3 && (colon || d.Title(children[0]) == "") {
		longer.End = d.Sections[children[len(children)-1]].Span.End
	}
	if longer.Len() > evidence.MaxList {
		return span
	}
	return longer
}
