package titles

import (
	"fmt"
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
)

func TestFind(t *testing.T) {
	d := document.Document{Name: "manual", Text: "Pay & benefits\nChild lock\nFrequently asked questions\nHours of service\nHome office set-up\nTravel account (TRVL)\nx"}
	at := 0
	for i, title := range []string{"Pay & benefits", "Child lock", "Frequently asked questions", "Hours of service", "Home office set-up", "Travel account (TRVL)"} {
		s := document.Span{Start: at, End: at + len(title)}
		d.Sections = append(d.Sections, document.Section{ID: fmt.Sprint("s", i), Kind: document.KindSection, Label: title, Parent: -1, Heading: s, Span: s, Own: s})
		at += len(title) + 1
	}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	titles := New(doc, func(w string) bool { return w == "lock" || w == "hours" })
	for in, want := range map[string]string{
		"":                             "",
		"and":                          "",
		"lock":                         "",
		"benefits":                     "",
		"the pay":                      "",
		"pay and benefits":             "s0",
		"Pay & Benefits":               "s0",
		"child-lock":                   "s1",
		"childlock":                    "s1",
		"the FAQ":                      "s2",
		"freqently asked questions":    "s2",
		"hrs of service":               "s3",
		"hrs of operation":             "",
		"home office setup":            "s4",
		"TRVL":                         "s5",
		"the section titled questions": "s2",
		"\"asked questions\"":          "s2",
		"the office section":           "s4",
	} {
		got := ""
		tokens := grammar.Scan(in)
		for i := range tokens {
			if tokens[i].Fold == "section" {
				tokens[i].Level, tokens[i].Width = 1, 1
			}
		}
		for _, m := range titles.Find(in, tokens) {
			for _, s := range m.Ref.Sections {
				got += doc.Sections[s].ID
			}
		}
		if got != want {
			t.Errorf("%q names %q, want %q", in, got, want)
		}
	}
}
