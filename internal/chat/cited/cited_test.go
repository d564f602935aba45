package cited

import (
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/answer/turn"
	"pincite/internal/library"
)

const rules = "Article 1. Doors\n\nDoors are shut at ten.\n\nArticle 2. Dogs\n\nDogs stay outside.\n\nArticle 3. Bells\n\nThe bell is rung twice.\n"

func TestBy(t *testing.T) {
	l, err := library.Open(t.Context(), library.Source{FS: fstest.MapFS{"rules.txt": {Data: []byte(rules)}}, Name: "rules.txt"})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	c := New(l, 10)
	c.Sent("chat", "1", turn.Turn{Document: "rules", Sections: []string{"article-1", "article-3"}})
	c.Sent("chat", "2", turn.Turn{Document: "rules"})
	const reader, bot = "https://example.org/d/rules/article-2#s1", "https://t.me/some_bot?start=article-3"
	for _, tc := range []struct {
		name, conversation, id string
		links                  []string
		marked, want           string
	}{
		{name: "nothing", conversation: "chat"},
		{name: "an unknown message", conversation: "chat", id: "9"},
		{name: "that of another chat", conversation: "other", id: "1"},
		{name: "one that cited nothing", conversation: "chat", id: "2"},
		{name: "no address", conversation: "chat", id: "9", links: []string{"::", "https://example.org/", "https://example.org/d/rules/article-9"}},
		{name: "another document", conversation: "chat", id: "9", links: []string{"https://example.org/d/law/article-1"}},
		{name: "as sent", conversation: "chat", id: "1", want: "article-1 article-3"},
		{name: "as sent, whatever it links to", conversation: "chat", id: "1", links: []string{reader}, want: "article-1 article-3"},
		{name: "its links", conversation: "chat", id: "9", links: []string{reader, bot, reader}, want: "article-2 article-3"},
		{name: "a label that was marked", conversation: "chat", id: "1", marked: "Article 3: Bells", want: "article-3"},
		{name: "words that were marked", conversation: "chat", id: "1", marked: "bell is\nrung", want: "article-3"},
		{name: "words of nothing", conversation: "chat", id: "1", marked: "of old", want: "article-1 article-3"},
	} {
		turn, ok := c.By(tc.conversation, tc.id, tc.links, tc.marked)
		if got := strings.Join(turn.Sections, " "); got != tc.want || ok != (tc.want != "") {
			t.Errorf("%s: %q, %v, want %q", tc.name, got, ok, tc.want)
		}
	}
}
