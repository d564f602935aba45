package corpus

import (
	"sort"
	"strings"

	"pincite/internal/document"
)

// A shown is the text of a document as people see it, and where each of its
// bytes comes from.
type shown struct {
	text   string
	pieces []piece // in order; nil where the text is the source
}

// A piece is a stretch of shown text.
type piece struct {
	at     int           // where it begins in the shown text
	source document.Span // what it shows
	other  bool          // it stands in place of its source, which reads otherwise
}

// show takes out of a document's text what its Markup hides.
func show(d *document.Document) shown {
	if len(d.Markup) == 0 {
		return shown{text: d.Text}
	}
	var b strings.Builder
	var s shown
	at := 0
	add := func(words string, source document.Span, other bool) {
		if words != "" {
			s.pieces = append(s.pieces, piece{b.Len(), source, other})
			b.WriteString(words)
		}
	}
	for _, m := range d.Markup {
		if m.Start < at {
			continue // inside the one before
		}
		add(d.Text[at:m.Start], document.Span{Start: at, End: m.Start}, false)
		add(m.Shown, m.Span, true)
		at = m.End
	}
	add(d.Text[at:], document.Span{Start: at, End: len(d.Text)}, false)
	s.text = b.String()
	return s
}

// source returns the range of the source that a range of the shown text, which
// is not empty, comes from.
func (s shown) source(r document.Span) document.Span {
	if s.pieces == nil {
		return r
	}
	first, last := s.piece(r.Start), s.piece(r.End-1)
	out := document.Span{Start: first.source.Start, End: last.source.End}
	if !first.other {
		out.Start += r.Start - first.at
	}
	if !last.other {
		out.End = last.source.Start + r.End - last.at
	}
	return out
}

// piece returns the piece that byte i of the shown text belongs to.
func (s shown) piece(i int) piece {
	return s.pieces[sort.Search(len(s.pieces), func(k int) bool { return s.pieces[k].at > i })-1]
}

// shownAt returns the place in the shown text of byte i of the source, or of the
// first byte after it that is shown.
func (s shown) shownAt(i int) int {
	if s.pieces == nil {
		return i
	}
	k := sort.Search(len(s.pieces), func(k int) bool { return s.pieces[k].source.End > i })
	if k == len(s.pieces) {
		return len(s.text)
	}
	p := s.pieces[k]
	if p.other {
		return p.at
	}
	return p.at + max(0, i-p.source.Start)
}

// Hides reports whether a document has Markup, so that its source reads otherwise
// than what is shown.
func (d *Doc) Hides() bool { return d.pieces != nil }
