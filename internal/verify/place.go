package verify

import (
	"sort"

	"pincite/internal/document"
)

// match returns the match of words [from, to) of a text and tokens [lo, hi), all
// of one document.
func (c *Checker) match(p passage, from, to, lo, hi int) Match {
	d := c.docs.Doc(lo)
	m := placed(d.Document, c.docs.Span(lo, hi))
	m.Text = p.span(from, to)
	return m
}

// placed returns the match of a range of a document, but for its text.
func placed(d *document.Document, span document.Span) Match {
	m := Match{Document: d.Name, Span: span, Quote: d.Slice(span)}
	first, last := sectionAt(d, span.Start), sectionAt(d, span.End-1)
	if len(d.Sections) > 0 {
		m.Section = d.Sections[first].ID
		m.Sentences[0], m.Sentences[1] = d.SentenceRange(first, span)
	}
	if last != first {
		m.Through = d.Sections[last].ID
	}
	return m
}

// section returns the index of the lowest section that token t of d belongs to,
// or of the first if it stands before all of them.
func (c *Checker) section(d *document.Document, t int) int {
	return sectionAt(d, c.docs.Span(t, t+1).Start)
}

// sectionAt is section for a byte of the source.
func sectionAt(d *document.Document, at int) int {
	return max(0, sort.Search(len(d.Sections), func(i int) bool { return d.Sections[i].Own.Start > at })-1)
}
