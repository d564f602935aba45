package answer

import (
	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/question/about"
	"pincite/internal/sought"
)

// metadata answers what is asked of the document as a whole from the section
// that has its title and dates.
func (a *Answerer) metadata(q question.Question) Answer {
	i, ok := a.doc.ByID(document.KindTitle)
	if !ok {
		i = 0
	}
	out := Answer{Kind: KindAnswer, Confidence: 1}
	for _, span := range a.metaSpans(i, q.Meta) {
		out.Citations = append(out.Citations, a.cite(i, span, 1))
	}
	if len(out.Citations) == 0 && q.Meta.Has(about.Dates|about.Adopted|about.Released) {
		out.Citations = a.dated()
	}
	if len(out.Citations) == 0 {
		out.Citations = []Citation{a.cite(i, a.titleSpan(i), 1)}
	}
	if q.Meta.Has(about.Author) {
		out.Kind, out.Confidence, out.Reason, out.Lacks = KindClosest, 0, ReasonLacks, sought.Agent
	}
	if q.Meta == about.Source && a.doc.Meta.Source == "" {
		out.Kind, out.Confidence = KindClosest, 0 // nobody has said where the text is from
	}
	return out
}

// dated cites the sentences with dates that are above the first section with a number,
// where the document's own dates are not known.
func (a *Answerer) dated() []Citation {
	var out []Citation
	for i := range a.doc.Sections {
		if !a.doc.Sections[i].Designation.IsZero() || len(out) == maxCitations {
			break
		}
		for _, s := range a.doc.Sentences(i) {
			if has, _ := sought.In(a.doc.Plain(s), a.languages[0], sought.Date); has.Has(sought.Date) && len(out) < maxCitations {
				out = append(out, a.cite(i, s, 1))
			}
		}
	}
	return out
}

// metaSpans returns the places that say what is asked.
func (a *Answerer) metaSpans(i int, m about.Ask) []document.Span {
	var out []document.Span
	if m.Has(about.Title | about.Issuer | about.Nature) {
		out = append(out, a.titleSpan(i))
	}
	for _, d := range a.doc.Meta.Dates {
		if d.Span.Empty() {
			continue
		}
		asked := m.Has(about.Dates) || m.Has(about.Adopted) && d.Name == "adopted" || m.Has(about.Released) && d.Name == "released"
		if asked {
			out = append(out, d.Span)
		}
	}
	return out
}

// titleSpan is the heading of the title section, or its first sentence.
func (a *Answerer) titleSpan(i int) document.Span {
	s := a.doc.Sections[i]
	if !s.Heading.Empty() {
		return s.Heading
	}
	if spans := a.doc.Sentences(i); len(spans) > 0 {
		return spans[0]
	}
	return s.Own
}
