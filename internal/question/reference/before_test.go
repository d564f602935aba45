package reference

import (
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/locate"
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
		table.Mark(tokens, english)
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

// TestNorth reads numbers before the sign and endings behind a colon, words that count behind
// the name of a level alone, and one that is second, or other.
func TestNorth(t *testing.T) {
	d := document.Document{Meta: document.Meta{Language: "sv", Levels: []document.Level{
		{Kind: "chapter", Names: map[string][]string{"sv": {"kapitel", "kapitlet", "kapitlen"}}},
		{Kind: "section", Names: map[string][]string{"sv": {"§", "paragraf", "paragrafen", "paragrafer"}}},
	}}}
	up := -1
	for _, label := range []string{"1 kap", "1 §", "2 §", "2 kap", "3 §"} {
		number, name, _ := strings.Cut(label, " ")
		at := len(d.Text)
		d.Text += label + "\n"
		s := document.Section{ID: name + number, Kind: "chapter", Label: label, Parent: -1, Designation: document.Designation{Printed: number, Normal: number}}
		if name == "§" {
			s.Kind, s.Parent = "section", up
			for _, body := range []string{"Ett.\n", "Två.\n"} {
				span := document.Span{Start: len(d.Text), End: len(d.Text) + len(body) - 1}
				s.Paragraphs = append(s.Paragraphs, document.Paragraph{Span: span, Sentences: []document.Span{span}})
				d.Text += body
			}
			d.Sections[up].Span.End = len(d.Text)
		} else {
			up = len(d.Sections)
		}
		s.Span = document.Span{Start: at, End: len(d.Text)}
		s.Own = s.Span
		d.Sections = append(d.Sections, s)
	}
	law, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	table := NewTable(law, func(string) bool { return false }, nil)
	for in, want := range map[string]string{
		"3:e paragrafen":        "section:3",
		"1 §:s 2:a stycke":      "section:1 paragraph 2",
		"1 § 2 stycket":         "section:1 paragraph 2",
		"andra paragrafen":      "section:2",
		"andra paragrafer":      "",
		"paragraf tre":          "section:3",
		"i kapitlet 3 § ligger": "section:3",
		"kapitel 2":             "chapter:2",
		"kapitel 2 3 §":         "section:3<chapter:2",
		"paragraf sex":          "section:6",
		"sex paragraf":          "",
		"kapitel sexton":        "chapter:16",
		"to paragraf 3":         "section:3",
		"paragraf to":           "", // in an English message
	} {
		tokens := grammar.Scan(in)
		table.Mark(tokens, english)
		var got []string
		for _, f := range Find(table, in, tokens) {
			for _, r := range f.Refs {
				one := r.Kind + ":" + r.From
				if r.In != nil && r.Role == locate.NoRole {
					one += "<" + r.In.Kind + ":" + r.In.From
				} else if r.In != nil {
					one = r.In.Kind + ":" + r.In.From + " paragraph " + r.From
				}
				got = append(got, one)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q refers to %q, want %q", in, got, want)
		}
	}
}
