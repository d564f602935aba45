package chat

import (
	"context"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
)

const (
	// maxOffers is how many passages one inline query gets: as many as a
	// telephone shows with a little scrolling.
	maxOffers = 10

	// offerRunes is the most of a section that one shared message quotes; with
	// its citation it stays within Telegram's 4,096.
	offerRunes = 3000
)

// Offer returns at most 10 passages to share, best first, for what stands in
// m.Text; some sections for an empty text.
func (c *Chat) Offer(ctx context.Context, m Message) []Offer {
	cited, language := c.offered(ctx, m)
	v := c.voice(ctx, m, language)
	var out []Offer
	seen := map[string]bool{}
	for _, cite := range cited {
		o := v.offer(cite)
		if !seen[o.ID] && len(out) < maxOffers && strings.TrimSpace(cite.Quote) != "" {
			out = append(out, o)
		}
		seen[o.ID] = true
	}
	return out
}

// offered finds the passages to offer, and the language of the question.
func (c *Chat) offered(ctx context.Context, m Message) ([]answer.Citation, string) {
	query := tame(m.Text)
	if query == "" {
		var out []answer.Citation
		for _, i := range leaves(c.doc)[:min(maxOffers, len(leaves(c.doc)))] {
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
			a.Citations[i].Quote, a.Citations[i].Span = beginning(c.doc, a.Citations[i].Section)
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

// beginning returns as many sentences of section i as fit into offerRunes, at
// least one, word for word; the heading where there is none.
func beginning(d *document.Document, i int) (string, document.Span) {
	sentences := d.Sentences(i)
	if len(sentences) == 0 {
		s := d.Sections[i].Heading
		return d.Slice(s), s
	}
	span := sentences[0]
	for _, s := range sentences[1:] {
		if utf8.RuneCountInString(d.Slice(span.Join(s))) > offerRunes {
			break
		}
		span = span.Join(s)
	}
	return d.Slice(span), span
}

// offer makes an offer of a citation.
func (v voice) offer(c answer.Citation) Offer {
	sentence := v.sentence(c)
	if sentence == 0 || utf8.RuneCountInString(c.Quote) > offerRunes {
		c.Quote, c.Span = beginning(v.doc, c.Section)
		sentence = 0
	}
	r := v.new(answer.KindAnswer)
	r.add(Quote, Run{Text: c.Quote, Strong: sentence > 0})
	cite := v.cite(c)
	cite[len(cite)-1].Sentence = sentence
	r.add(Line, cite...)
	r.Answer = answer.Answer{Kind: answer.KindAnswer, Language: v.language, Citations: []answer.Citation{c}}
	return Offer{
		ID:    v.offerID(c, sentence),
		Title: cut(named(c.Label, c.Title), titleCut), Description: cut(tame(c.Quote), 2*echoRunes), Reply: r,
	}
}

// offerID is the same for the same words of the same text, and never longer
// than Telegram's 64 bytes.
func (v voice) offerID(c answer.Citation, sentence int) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%d\x00%d\x00%s", c.ID, sentence, c.Span.Start, v.doc.Digest())
	return fmt.Sprintf("%s-%x", v.language, h.Sum64())
}
