package reply

import (
	"testing"

	"pincite/internal/document"
)

func TestParseSentences(t *testing.T) {
	for _, bad := range []string{"", "0", "-1", "3-", "-3", "4-3", "1-2-3", "x", "3-x", "99999999999999999999", "+1", " 1", "1- 2"} {
		if s, ok := ParseSentences(bad); ok || !s.IsZero() {
			t.Errorf("%q: %v", bad, s)
		}
	}
	for in, want := range map[string]Sentences{"1": {1, 1}, "3-4": {3, 4}, "4-4": {4, 4}} {
		if got, ok := ParseSentences(in); !ok || got != want {
			t.Errorf("%q: %v %v", in, got, ok)
		}
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		place         Place
		text, address string
	}{
		{Place{Document: "law", Section: "rule-2"}, "rule-2", "/d/law/rule-2"},
		{Place{Document: "law", Section: "rule-2", Sentences: Sentences{3, 3}}, "rule-2:3", "/d/law/rule-2#s3"},
		{Place{Document: "law", Section: "rule-2", Sentences: Sentences{3, 4}}, "rule-2:3-4", "/d/law/rule-2#s3-s4"},
		{Place{Document: "a b", Section: "第七条"}, "第七条", "/d/a%20b/%E7%AC%AC%E4%B8%83%E6%9D%A1"},
	} {
		if got := c.place.String(); got != c.text {
			t.Errorf("%v: %s", c.place, got)
		}
		if got := c.place.Address(); got != c.address {
			t.Errorf("%v: %s", c.place, got)
		}
		if id, s := CutSentences(c.text); id != c.place.Section || s != c.place.Sentences {
			t.Errorf("%s: %s %v", c.text, id, s)
		}
	}
	for _, s := range []string{"", "rule:x", "rule:", "rule:4-3"} {
		if id, n := CutSentences(s); id != s || !n.IsZero() {
			t.Errorf("%q: %q %v", s, id, n)
		}
	}
}

// TestSentencesOf holds that a span is named by all the sentences that it touches,
// and that their span holds it.
func TestSentencesOf(t *testing.T) {
	text := "Title\nOne one. Two two. Three."
	spans := []document.Span{{Start: 6, End: 14}, {Start: 15, End: 23}, {Start: 24, End: 30}}
	all := document.Span{Start: 0, End: len(text)}
	d, err := document.New(document.Document{Name: "d", Text: text, Sections: []document.Section{{
		ID: "s", Kind: document.KindSection, Parent: -1, Label: "Title", Span: all, Own: all, Heading: document.Span{Start: 0, End: 5},
		Paragraphs: []document.Paragraph{{Span: document.Span{Start: 6, End: 30}, Sentences: spans}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		span document.Span
		want Sentences
	}{
		{document.Span{}, Sentences{}},
		{all, Sentences{}},
		{document.Span{Start: 0, End: 5}, Sentences{}}, // the heading
		{spans[1], Sentences{2, 2}},
		{spans[0].Join(spans[1]), Sentences{1, 2}},
		{document.Span{Start: 0, End: 14}, Sentences{1, 1}}, // with the heading
		{document.Span{Start: 20, End: 26}, Sentences{2, 3}},
	} {
		got := SentencesOf(d, 0, c.span)
		if got != c.want {
			t.Errorf("%v: %v, want %v", c.span, got, c.want)
		}
	}
	if got, ok := (Sentences{2, 3}).Span(d, 0); !ok || got != spans[1].Join(spans[2]) {
		t.Errorf("%v %v", got, ok)
	}
	for _, s := range []Sentences{{}, {0, 1}, {3, 2}, {3, 4}} {
		if got, ok := s.Span(d, 0); ok {
			t.Errorf("%v: %v", s, got)
		}
	}
}
