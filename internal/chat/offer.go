package chat

import (
	"context"
	"strconv"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
)

// maxOffers is how many passages one inline query gets: as many as a telephone
// shows with a little scrolling.
const maxOffers = 10

// Offer returns at most 10 passages to share, best first, for what stands in
// m.Text; some sections for an empty text.
func (c *Chat) Offer(ctx context.Context, m Message) []reply.Offer {
	cited, language := c.offered(ctx, m)
	v := c.voice(ctx, m, language)
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

// offered finds the passages to offer, and the language of the question.
func (c *Chat) offered(ctx context.Context, m Message) ([]answer.Citation, string) {
	query := compose.Tame(m.Text)
	if query == "" {
		var out []answer.Citation
		for _, i := range compose.Leaves(c.doc)[:min(maxOffers, len(compose.Leaves(c.doc)))] {
			out = append(out, c.whole(i)...)
		}
		return out, ""
	}
	if shared := c.shared(query); shared != nil {
		return shared, ""
	}
	a := c.opt.Answerer.Answer(ctx, query, nil)
	if a.Kind == answer.KindOutline {
		for i := range a.Citations { // headings alone quote nothing
			a.Citations[i].Quote, a.Citations[i].Span = compose.Beginning(c.doc, a.Citations[i].Section)
		}
	}
	return a.Citations, wordsLanguage(m, query, a)
}

// shared reads the query of a Share button: a section's id, with a colon and
// the number of a sentence.
func (c *Chat) shared(query string) []answer.Citation {
	if i, ok := c.doc.ByID(query); ok {
		return c.whole(i)
	}
	colon := strings.LastIndexByte(query, ':')
	if colon < 0 {
		return nil
	}
	i, ok := c.doc.ByID(query[:colon])
	n, err := strconv.Atoi(query[colon+1:])
	if !ok || err != nil {
		return nil
	}
	whole := c.whole(i)
	sentences := c.doc.Sentences(i)
	if n < 1 || n > len(sentences) || len(whole) == 0 {
		return whole
	}
	one := whole[0]
	one.Span, one.Quote = sentences[n-1], c.doc.Slice(sentences[n-1])
	return append([]answer.Citation{one}, whole...)
}

func (c *Chat) whole(i int) []answer.Citation {
	cited, ok := c.opt.Answerer.Section(c.doc.Sections[i].ID)
	if !ok {
		return nil
	}
	return []answer.Citation{cited}
}
