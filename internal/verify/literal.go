package verify

import (
	"context"
	"iter"
	"sort"
	"strings"

	"pincite/internal/document"
	"pincite/internal/verify/between"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/cover"
	"pincite/internal/verify/word"
)

// maxTries bounds how many ranges of a source with the markup of a text are looked
// into for what they show, which hardly ever differs.
const maxTries = 16

// literal finds a text that is the source of a document byte for byte, with markup
// in it, and shows what people see to be there: all places of that are told, whatever
// their markup. It comes second: a text that people can see needs no source. What
// is in markup alone, a comment or the target of a link, is not found.
func (c *Checker) literal(ctx context.Context, p cover.Passage) (Result, bool) {
	text := strings.TrimSpace(p.Source)
	tries := 0
	for _, d := range c.docs.Docs() {
		for s := range occurrences(d, text, document.Span{End: len(d.Text)}) {
			if tries++; tries > maxTries {
				return Result{}, false
			}
			r, ok := c.shows(ctx, d.Document, s)
			if !ok {
				continue
			}
			for i, m := range r.Matches {
				r.Matches[i] = c.withMarkup(m, text)
				r.Matches[i].Text = p.Span(0, len(p.IDs))
			}
			r.Allowed = append(r.Allowed, between.Markup)
			return r, true
		}
	}
	return Result{}, false
}

// withMarkup returns a match of what a text with markup shows as the range that is the
// text itself, if it is that in the source.
func (c *Checker) withMarkup(m collate.Match, text string) collate.Match {
	for _, d := range c.docs.Docs() {
		if d.Name != m.Document {
			continue
		}
		around := document.Span{Start: max(0, m.Span.Start-len(text)), End: min(len(d.Text), m.Span.End+len(text))}
		for s := range occurrences(d, text, around) {
			if s.Contains(m.Span) {
				return collate.Placed(d.Document, s)
			}
		}
	}
	return m
}

// occurrences returns the ranges of a stretch of a source that are a text with markup
// in it, whole.
func occurrences(d *corpus.Doc, text string, in document.Span) iter.Seq[document.Span] {
	return func(yield func(document.Span) bool) {
		for at := in.Start; d.Hides(); {
			i := strings.Index(d.Text[at:in.End], text)
			if i < 0 {
				return
			}
			s := document.Span{Start: at + i, End: at + i + len(text)}
			at = s.End
			if word.Cuts(d.Text, s.Start) || word.Cuts(d.Text, s.End) || inMarkup(d.Document, s.Start) || inMarkup(d.Document, s.End) || d.Plain(s) == d.Slice(s) {
				continue
			}
			if !yield(s) {
				return
			}
		}
	}
}

// shows returns the places of what a range of a source shows; false if that is not
// verbatim.
func (c *Checker) shows(ctx context.Context, d *document.Document, s document.Span) (Result, bool) {
	p := c.find.Read(d.Plain(s))
	if len(p.IDs) == 0 {
		return Result{}, false
	}
	r, ok := c.asShown(ctx, p)
	return r, ok && r.Status == Verbatim
}

// inMarkup reports whether byte i of a source is inside a run of markup.
func inMarkup(d *document.Document, i int) bool {
	n := sort.Search(len(d.Markup), func(n int) bool { return d.Markup[n].End > i })
	return n < len(d.Markup) && d.Markup[n].Start < i
}
