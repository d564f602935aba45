package compose

import (
	"testing"

	"pincite/internal/document"
)

// TestNoun calls a level by its name in the language of the reply, else by its kind, as
// people write it.
func TestNoun(t *testing.T) {
	d := document.Document{Name: "law", Text: "a", Meta: document.Meta{Language: "tr", Levels: []document.Level{
		{Kind: "rule"},
		{Kind: "measure", Names: map[string][]string{"tr": {"önlem"}}},
		{Kind: "article", Names: map[string][]string{"en": {"article"}, "tr": {"madde"}}},
		{Kind: "gecici-madde", Names: map[string][]string{"tr": {"geçici madde"}}},
	}}}
	d.Sections = []document.Section{{ID: "title", Kind: document.KindTitle, Label: "a", Parent: -1, Span: document.Span{End: 1}, Own: document.Span{End: 1}}}
	law, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	v := NewVoice(law, "en")
	for kind, want := range map[string]string{
		"":             v.Count(v.SectionNoun, 1),
		"other":        v.Count(v.SectionNoun, 1),
		"rule":         "rule",
		"measure":      "measure",
		"article":      "article",
		"gecici-madde": "geçici madde",
	} {
		if got := v.Count(v.Noun(kind), 1); got != want {
			t.Errorf("%q is %q, want %q", kind, got, want)
		}
	}
}
