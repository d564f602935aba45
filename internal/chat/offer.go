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
func (c *Chat) Offer(ctx context.Context, m Message) []reply.Offer {
	d, cited, language := c.offered(ctx, m)
	v := c.voice(ctx, m, d, language)
	var out []reply.Offer
	seen := map[string]bool{}
	for _, cite := range cited {
		o := v.Offer(cite)
		if !seen[o.ID] && len(out) < maxOffers && strings.TrimSpace(cite.Quote) != "" {
			out = append(out, o)
		}
		seen[o.ID] = true
	}
	return out
}

// offered finds the passages of one document to offer, and the language of the
// question.
func (c *Chat) offered(ctx context.Context, m Message) (*document.Document, []answer.Citation, string) {
	query := text.Line(m.Text)
	if query == "" {
		d := c.document(ctx, m)
		var out []answer.Citation
		for _, i := range compose.Leaves(d)[:min(maxOffers, len(compose.Leaves(d)))] {
			out = append(out, answer.Whole(d, i))
		}
		return d, out, ""
	}
	for _, d := range c.opt.Library.Documents() {
		if shared := shared(d, query); shared != nil {
			return d, shared, ""
		}
	}
	a, err := c.ask(ctx, m, query, nil)
	if err != nil {
		c.opt.Log.Error("answer an inline query", "error", err)
		return c.document(ctx, m), nil, ""
	}
	if a.Kind == answer.KindOutline {
		for i := range a.Citations { // headings alone quote nothing
			a.Citations[i].Quote, a.Citations[i].Span = compose.Beginning(a.Document, a.Citations[i].Section)
		}
	}
	return a.Document, a.Citations, wordsLanguage(m, query, a)
}

// shared reads the query of a Share button: a section's id, and behind a colon the
// number of a sentence or the range of several.
func shared(d *document.Document, query string) []answer.Citation {
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
