package reply

import (
	"strings"
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
		{Place{Document: "law", Section: "rule-2", Sentences: Sentences{3, 4}}, "rule-2:3-4", "/d/law/rule-2?s=3-4#s3-s4"},
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

func TestPayloads(t *testing.T) {
	for _, c := range []struct {
		place   Place
		payload string
	}{
		{Place{}, ""},
		{Place{Document: "law"}, ""},
		{Place{Section: "measure-7"}, "measure-7"},
		{Place{Document: "law", Section: "rule-2"}, "law_rule-2"},
		{Place{Document: "law", Section: "rule-2", Sentences: Sentences{3, 3}}, "law_rule-2_3"},
		{Place{Document: "law", Section: "rule-2", Sentences: Sentences{3, 4}}, "law_rule-2_3-4"},
		{Place{Document: "law", Section: "section-4.2"}, "_bGF3AHNlY3Rpb24tNC4y"},
		{Place{Document: "my_law", Section: "a"}, "_bXlfbGF3AGE"},
		{Place{Document: "宪法", Section: "第七条", Sentences: Sentences{1, 2}}, "_5a6q5rOVAOesrOS4g-adoQAxLTI"},
		{Place{Section: "第七条"}, "_56ys5LiD5p2h"},
		{Place{Document: strings.Repeat("a", 60), Section: "b-12"}, ""},
	} {
		got := c.place.Payload()
		if got != c.payload {
			t.Errorf("%v: %q, want %q", c.place, got, c.payload)
		}
		if got != "" && ParsePayload(got) != c.place {
			t.Errorf("%q: %v, want %v", got, ParsePayload(got), c.place)
		}
	}
	for _, old := range []string{"", "measure-7", "a_b_c_d", "a_b_x", "_!", "_-_"} {
		if got := ParsePayload(old); got.Section != old || got.Document != "" {
			t.Errorf("%q: %v", old, got)
		}
	}
}

func TestSpans(t *testing.T) {
	text := "One one. Two two. Three."
	spans := []document.Span{{Start: 0, End: 8}, {Start: 9, End: 17}, {Start: 18, End: 24}}
	all := document.Span{Start: 0, End: len(text)}
	d, err := document.New(document.Document{Name: "d", Text: text, Sections: []document.Section{{
		ID: "s", Kind: document.KindSection, Parent: -1, Label: "Section", Span: all, Own: all,
		Paragraphs: []document.Paragraph{{Span: all, Sentences: spans}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[Sentences]document.Span{{1, 1}: spans[0], {2, 3}: spans[1].Join(spans[2]), {1, 3}: all} {
		if got, ok := s.Span(d, 0); !ok || got != want {
			t.Errorf("%v: %v %v", s, got, ok)
		}
	}
	for _, s := range []Sentences{{}, {0, 1}, {3, 2}, {3, 4}} {
		if got, ok := s.Span(d, 0); ok {
			t.Errorf("%v: %v", s, got)
		}
	}
}
