package titles

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
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
	titles := New(doc, func(w string) bool { return w == "lock" || w == "hours" }, nil)
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

// A title in another case is the longest that there is, as one in its own case is.
func TestInflected(t *testing.T) {
	d := document.Document{Name: "устав"}
	for i, title := range []string{"Срок полномочий", "Срок полномочий совета", "Порядок работы", "Порядок работы", "Уборка"} {
		s := document.Span{Start: len(d.Text), End: len(d.Text) + len(title)}
		d.Text += title + "\n"
		d.Sections = append(d.Sections, document.Section{ID: fmt.Sprint("s", i), Kind: document.KindSection, Label: title, Parent: -1, Heading: s, Span: s, Own: s})
	}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	titles := New(doc, func(string) bool { return true }, nil)
	for in, want := range map[string]string{
		"после срока полномочий":                         "s0",
		"после срока полномочий совета":                  "s1",
		"после срока полномочий вынесено":                "s0",
		"после порядка работы":                           "", // which of them
		"после срока":                                    "",
		"какой раздел идёт после уборки?":                "s4",
		"можно ли курить после уборки?":                  "",
		"после срока полномочий срока полномочий совета": "s0s1",
	} {
		got := ""
		found := titles.Find(in, grammar.Scan(in))
		for _, from := range slices.Sorted(maps.Keys(found)) {
			for _, s := range found[from].Ref.Sections {
				got += doc.Sections[s].ID
			}
		}
		if got != want {
			t.Errorf("%q names %q, want %q", in, got, want)
		}
	}
}

// TestSameNoun has pairs that are no forms of one word first.
func TestSameNoun(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"revisor", "revision", false},
		{"medlem", "medlemsavgift", false},
		{"hund", "hunde", false},
		{"arsmote", "arsmotet", true},
		{"generalforsamling", "generalforsamlingen", true},
		{"jasenmaksu", "jasenmaksusta", true},
		{"lan", "lan", true},
	} {
		if got := sameNoun(c.a, c.b); got != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// TestDecodeDamaged gives what was not written for the document: the titles are read
// anew.
func TestDecodeDamaged(t *testing.T) {
	text := "Annex\nChild lock"
	d, err := document.New(document.Document{Name: "manual", Text: text, Sections: []document.Section{
		{ID: "a", Kind: document.KindSection, Label: "Annex", Parent: -1, Heading: document.Span{End: 5}, Span: document.Span{End: 5}, Own: document.Span{End: 5}},
		{ID: "b", Kind: document.KindSection, Label: "Child lock", Parent: -1, Heading: document.Span{Start: 6, End: 16}, Span: document.Span{Start: 6, End: 16}, Own: document.Span{Start: 6, End: 16}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	none := func(string) bool { return false }
	want := New(d, none, nil)
	whole := readTitles(d).encode()
	lock := title{Words: []string{"child", "lock"}, Section: 1}
	for _, kept := range [][]byte{nil, []byte("9\n"), whole[:len(whole)/2],
		(&Titles{all: []title{lock}, annex: []int{9}}).encode(),
		(&Titles{all: []title{lock, {Words: []string{"x"}, Section: 7}}}).encode(),
		(&Titles{all: []title{{Section: 1}}}).encode(),
		(&Titles{all: []title{{Words: lock.Words, Span: document.Span{End: 99}}}}).encode(),
		whole} {
		got := New(d, none, func(string, func() []byte) []byte { return kept })
		if !reflect.DeepEqual(got.all, want.all) || !slices.Equal(got.annex, want.annex) || len(got.all) != 2 || len(got.annex) != 1 {
			t.Errorf("%q: %+v, annexes %v, want %+v, %v", kept, got.all, got.annex, want.all, want.annex)
		}
	}
}

// TestLevels names a section by its level of two words, where it is the only one of that.
func TestLevels(t *testing.T) {
	const text = "Disposición adicional primera\nDisposición adicional segunda\nDisposición transitoria única\nFinal provision 1\nx"
	d := document.Document{Name: "ley", Text: text}
	at := 0
	for i, s := range []struct{ kind, printed, normal string }{
		{"additional-provision", "primera", "1"}, {"additional-provision", "segunda", "2"}, {"transitional-provision", "única", "1"}, {"final-provision", "1", "1"},
	} {
		label := strings.Split(text, "\n")[i]
		span := document.Span{Start: at, End: at + len(label)}
		d.Sections = append(d.Sections, document.Section{ID: fmt.Sprint("s", i), Kind: s.kind, Label: label, Parent: -1, Heading: span, Span: span, Own: span,
			Designation: document.Designation{Printed: s.printed, Normal: s.normal}})
		at += len(label) + 1
	}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	titles := New(doc, func(string) bool { return false }, nil)
	for in, want := range map[string]string{
		"":                                "",
		"disposición":                     "",
		"disposición adicional":           "", // there are two
		"la disposición transitoria":      "s2",
		"the final provision":             "s3",
		"final provision 2":               "",
		"the second final provision":      "",
		"final provision b":               "",
		"disposición transitoria única":   "",
		"disposición transitoria tercera": "",
	} {
		var got []string
		for _, m := range titles.Find(in, grammar.Scan(in)) {
			for _, s := range m.Ref.Sections {
				got = append(got, doc.Sections[s].ID)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q names %q, want %q", in, got, want)
		}
	}
}
