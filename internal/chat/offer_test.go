package chat

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOffers(t *testing.T) {
	c, f := newFake(t, Options{})
	for _, x := range []struct {
		text, first string
		n           int
	}{
		{"", "第1条：", maxOffers},
		{"how often", "第2条：", 3},
		{"measure-7", "第7条：", 1},
		{"measure-7:3", "第7条：", 2},
		{"measure-7:99", "第7条：", 1},
		{"outline", "标题", maxOffers},
		{"nothing at all", "", 0},
	} {
		offers := c.Offer(context.Background(), Message{Text: x.text, Language: "zh"})
		if len(offers) != x.n || x.n > 0 && !strings.HasPrefix(offers[0].Title, x.first) {
			t.Errorf("%q: %d offers: %+v", x.text, len(offers), offers)
		}
		ids := map[string]bool{}
		for _, o := range offers {
			text := wordsIn(o.Reply)
			if o.ID == "" || len(o.ID) > 64 || ids[o.ID] || utf8.RuneCountInString(text) > 3500 || o.Description == "" {
				t.Errorf("%q: offer %+v", x.text, o)
			}
			if !strings.Contains(f.doc.Text, o.Reply.Answer.Citations[0].Quote) {
				t.Errorf("%q: offers what the document does not say", x.text)
			}
			ids[o.ID] = true
		}
	}
}

func TestAShareButtonOffersWhatItStandsBelow(t *testing.T) {
	c, f := newFake(t, Options{})
	share := button(t, ask(c, "how often"), "Share")
	offers := c.Offer(context.Background(), Message{Text: share.Data})
	if len(offers) != 2 || offers[0].Reply.Blocks[0].Runs[0].Text != f.sentence("measure-2", 4).Quote {
		t.Errorf("%+v", offers)
	}
}
