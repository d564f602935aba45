package reference

import (
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
)

// TestBeforeLevels reads numbers before the names of levels, as headings in many languages
// have them.
func TestBeforeLevels(t *testing.T) {
	d := document.Document{Text: "I. Teil\n§ 1 Tor\nII. Tl.\n§ 2 Hof\nV. Teil\n", Meta: document.Meta{Language: "de", Levels: []document.Level{
		{Kind: "part", Names: map[string][]string{"de": {"teil"}}},
		{Kind: "section", Names: map[string][]string{"de": {"§"}}},
	}}}
	for _, s := range []struct{ kind, printed, normal, label string }{
		{"part", "I", "1", "I. Teil"}, {"section", "1", "1", "§ 1"}, {"part", "II", "2", "II. Teil"}, {"section", "2", "2", "§ 2"}, {"part", "V", "5", "V. Teil"},
	} {
		at, parent := 8*len(d.Sections), -1
		span := document.Span{Start: at, End: at + 8}
		if s.kind == "section" {
			parent = len(d.Sections) - 1
			d.Sections[parent].Span.End = span.End
		}
		d.Sections = append(d.Sections, document.Section{ID: s.kind + "-" + s.normal, Kind: s.kind, Label: s.label, Parent: parent,
			Designation: document.Designation{Printed: s.printed, Normal: s.normal}, Span: span, Own: span})
	}
	law, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	table := NewTable(law, func(string) bool { return false }, nil)
	for in, want := range map[string]string{
		"D. Teil":                      "",
		"so do I. Haus und Hof":        "",
		"2. Teil":                      "part:2",
		"I. Teil":                      "part:1",
		"II. Teil":                     "part:2",
		"II Teil":                      "part:2",
		"III. Teil":                    "part:3",
		"was steht denn im I. Teil":    "part:1",
		"was steht denn im II. Teil":   "part:2",
		"was steht denn im V. Teil da": "part:5",
		"im 2. Teil § 1":               "section:1<part:2",
		"im II. Teil § 1":              "section:1<part:2",
		"teil II. § 1":                 "part:2 section:1",
	} {
		tokens := grammar.Scan(in)
		table.Mark(tokens)
		got := ""
		for _, f := range Find(table, in, tokens) {
			for _, r := range f.Refs {
				if got != "" {
					got += " "
				}
				if got += r.Kind + ":" + r.From; r.In != nil {
					got += "<" + r.In.Kind + ":" + r.In.From
				}
			}
		}
		if got != want {
			t.Errorf("%q refers to %q, want %q", in, got, want)
		}
	}
}
