package verify

import (
	"context"
	"iter"
	"sort"
	"strings"

	"pincite/internal/document"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

// maxTries bounds how many ranges of a source with the markup of a text are looked
// into for what they show, which hardly ever differs.
const maxTries = 16

// literal finds a text that is the source of a document byte for byte, with markup
// in it, and shows what people see to be there. It comes second: a text that people
// can see has all its places told. What stands in markup alone, a comment or the
// target of a link, is not found.
func (c *Checker) literal(ctx context.Context, p passage) (Result, bool) {
	text := strings.TrimSpace(p.text)
	tries := 0
	for _, d := range c.docs.Docs() {
		for s := range occurrences(d, text) {
			if tries++; tries > maxTries {
				return Result{}, false
			}
			if !c.shows(ctx, d.Document, s) {
				continue
			}
			m := placed(d.Document, s)
			m.Text = p.span(0, len(p.ids))
			return Result{Status: Verbatim, Matches: []Match{m}, Places: 1, Documents: []Held{{d.Name, 1}}, Allowed: []word.Allowance{word.Markup},
				Differences: []Difference{}, Omitted: []Omission{}, Share: 1}, true
		}
	}
	return Result{}, false
}

// occurrences returns the ranges of a source that are a text with markup in it,
// whole.
func occurrences(d *corpus.Doc, text string) iter.Seq[document.Span] {
	return func(yield func(document.Span) bool) {
		for at := 0; d.Hides(); {
			i := strings.Index(d.Text[at:], text)
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

// shows reports whether what a range of a source shows is verbatim.
func (c *Checker) shows(ctx context.Context, d *document.Document, s document.Span) bool {
	p := c.passage(d.Plain(s))
	if len(p.ids) == 0 {
		return false
	}
	r, ok := c.asShown(ctx, p)
	return ok && r.Status == Verbatim
}

// inMarkup reports whether byte i of a source is inside a run of markup.
func inMarkup(d *document.Document, i int) bool {
	n := sort.Search(len(d.Markup), func(n int) bool { return d.Markup[n].End > i })
	return n < len(d.Markup) && d.Markup[n].Start < i
}
