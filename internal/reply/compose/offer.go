package compose

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/text"
)

// offerRunes is the most of a section that one shared message quotes; with
// its citation it stays within Telegram's 4,096.
const offerRunes = 3000

// Beginning returns as many sentences of section i as fit into one offer, at
// least one, word for word; the heading where there is none.
func Beginning(d *document.Document, i int) (string, document.Span) {
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

// Offer makes an offer of a citation.
func (v Voice) Offer(c answer.Citation) reply.Offer {
	if reply.Sentences(c.Sentences).IsZero() || utf8.RuneCountInString(c.Quote) > offerRunes {
		c.Quote, c.Span = Beginning(v.doc, c.Section)
		c.Sentences = reply.Sentences{}
	}
	r := v.New(answer.KindAnswer)
	v.Named = true // it is read where nobody knows of what the bot speaks
	v.quote(&r, c, !reply.Sentences(c.Sentences).IsZero())
	r.Answer.Citations = []answer.Citation{c}
	return reply.Offer{
		ID:    v.offerID(c),
		Title: text.Cut(v.before()+v.named(c.Section, c.Title), titleCut), Description: text.Cut(text.Line(v.doc.Plain(c.Span)), 2*echoRunes), Reply: r,
	}
}

// offerID is the same for the same words of the same text, and never longer
// than Telegram's 64 bytes.
func (v Voice) offerID(c answer.Citation) string {
	h := fnv.New64a()
	at := cmp.Or(reply.Sentences(c.Sentences).String(), "0")
	fmt.Fprintf(h, "%s\x00%s\x00%d\x00%s", c.ID, at, c.Span.Start, v.doc.Digest())
	return fmt.Sprintf("%s-%x", v.Language, h.Sum64())
}
