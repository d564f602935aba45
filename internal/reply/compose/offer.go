package compose

import (
	"fmt"
	"hash/fnv"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
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
	sentence := v.sentence(c)
	if sentence == 0 || utf8.RuneCountInString(c.Quote) > offerRunes {
		c.Quote, c.Span = Beginning(v.doc, c.Section)
		sentence = 0
	}
	r := v.New(answer.KindAnswer)
	r.Add(reply.Quote, reply.Run{Text: c.Quote, Strong: sentence > 0})
	cite := v.cite(c)
	cite[len(cite)-1].Sentence = sentence
	r.Add(reply.Line, cite...)
	r.Answer = answer.Answer{Kind: answer.KindAnswer, Language: v.Language, Citations: []answer.Citation{c}}
	return reply.Offer{
		ID:    v.offerID(c, sentence),
		Title: Cut(named(c.Label, c.Title), titleCut), Description: Cut(Tame(c.Quote), 2*echoRunes), Reply: r,
	}
}

// offerID is the same for the same words of the same text, and never longer
// than Telegram's 64 bytes.
func (v Voice) offerID(c answer.Citation, sentence int) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%d\x00%d\x00%s", c.ID, sentence, c.Span.Start, v.doc.Digest())
	return fmt.Sprintf("%s-%x", v.Language, h.Sum64())
}
