package chat

import (
	"context"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
	"pincite/internal/text"
)

// maxOffers is how many passages one inline query gets: as many as a telephone
// shows with a little scrolling.
const maxOffers = 10

// Offer returns at most 10 passages to share, best first, for
// m.Text; some sections for an empty text.
func (c *Chat) Offer(ctx context.Context, m Message) (out []reply.Offer) {
	defer func() {
		if v := recover(); v != nil {
			out = nil
			_ = c.caught(ctx, v)
		}
	}()
	cited, language := c.offered(ctx, m)
	seen := map[string]bool{}
	for _, cite := range cited {
		d, ok := c.opt.Library.Get(cite.Document)
		if !ok || cite.Section >= len(d.Sections) || cite.Span.End > len(d.Text) || d.Slice(cite.Span) != cite.Quote {
			continue // its text was replaced just now
		}
		o := c.voice(ctx, m, d, language).Offer(cite)
		if !seen[o.ID] && len(out) < maxOffers && strings.TrimSpace(cite.Quote) != "" {
			out = append(out, o)
		}
		seen[o.ID] = true
	}
	return out
}

// offered finds the passages to offer, and the language of the question.
func (c *Chat) offered(ctx context.Context, m Message) ([]answer.Citation, string) {
	query := text.Line(m.Text)
	if query == "" {
		d := c.document(ctx, m)
		var out []answer.Citation
		for _, i := range compose.Leaves(d)[:min(maxOffers, len(compose.Leaves(d)))] {
			out = append(out, answer.Whole(d, i))
		}
		return out, ""
	}
	for _, d := range c.opt.Library.Documents() {
		if shared := shared(d, query); shared != nil {
			return shared, ""
		}
	}
	a, err := c.ask(ctx, m, query, nil)
	if err != nil {
		c.opt.Log.ErrorContext(ctx, "answer an inline query", "err", err)
		return nil, ""
	}
	if a.Kind == answer.KindOutline {
		for i := range a.Citations { // headings alone quote nothing
			a.Citations[i].Quote, a.Citations[i].Span = compose.Beginning(a.Document, a.Citations[i].Section)
		}
	}
	out := a.Citations
	for _, other := range a.Others {
		out = append(out[:len(out):len(out)], other.Citations...)
	}
	return out, wordsLanguage(m, query, a)
}

// shared reads the query of a Share button: the name of the document and a slash,
// where there are several; a section's id, and behind a colon the number of a
// sentence or the range of several.
func shared(d *document.Document, query string) []answer.Citation {
	if of, ok := strings.CutPrefix(query, d.Name+"/"); ok {
		query = of
	}
	if i, ok := d.ByID(query); ok {
		return []answer.Citation{answer.Whole(d, i)}
	}
	id, at := reply.CutSentences(query)
	i, ok := d.ByID(id)
	if !ok || at.IsZero() {
		return nil
	}
	whole := answer.Whole(d, i)
	span, ok := at.Span(d, i)
	if !ok {
		return []answer.Citation{whole}
	}
	return []answer.Citation{answer.Cite(d, i, span), whole}
}
