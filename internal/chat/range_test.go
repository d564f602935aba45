package chat

import (
	"context"
	"testing"

	"pincite/internal/reply"
)

// TestSeveralSentences shares and shows sentences 2 and 3 as one quote.
func TestSeveralSentences(t *testing.T) {
	c, f := newFake(t, Options{})
	i, _ := f.doc.ByID("measure-7")
	two := reply.Sentences{2, 3}
	span, ok := two.Span(f.doc, i)
	if !ok {
		t.Fatal("measure 7 has fewer than three sentences")
	}
	offers := c.Offer(context.Background(), Message{Text: "measure-7:2-3"})
	if len(offers) != 2 || offers[0].Reply.Blocks[0].Runs[0].Text != f.doc.Slice(span) {
		t.Fatalf("%+v", offers)
	}
	if link := offers[0].Reply.Blocks[1].Runs; link[1].Link.Sentences != two {
		t.Errorf("the offer leads to %+v", link)
	}
	r := c.Press(context.Background(), Message{Conversation: "c"}, "s"+f.doc.Digest()[:8]+"measure-7:2-3")
	strong := ""
	for _, b := range r.Blocks {
		for _, run := range b.Runs {
			if b.Kind == reply.Quote && run.Strong {
				strong += run.Text
			}
		}
	}
	if strong != f.doc.Slice(span) {
		t.Errorf("the full text marks %q, want %q", strong, f.doc.Slice(span))
	}
}
