package collate

import (
	"pincite/internal/document"
	"pincite/internal/verify/cover"
)

// Match returns the match of words [from, to) of a text and tokens [lo, hi), all
// of one document.
func (c *Collator) Match(p cover.Passage, from, to, lo, hi int) Match {
	d := c.docs.Doc(lo)
	m := Placed(d.Document, c.docs.Span(lo, hi))
	m.Text = p.Span(from, to)
	return m
}

// Placed returns the match of a range of a document, but for its text.
func Placed(d *document.Document, span document.Span) Match {
	m := Match{Document: d.Name, Span: span, Quote: d.Slice(span)}
	first, last := d.SectionAt(span.Start), d.SectionAt(span.End-1)
	if len(d.Sections) > 0 {
		m.Section = d.Sections[first].ID
		m.Sentences[0], m.Sentences[1] = d.SentenceRange(first, span)
	}
	if last != first {
		m.Through = d.Sections[last].ID
	}
	return m
}
