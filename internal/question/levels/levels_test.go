package levels

import (
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
)

// law is a German law of divisions, called Abschnitt, of sections, called §, and of
// paragraphs that the text does not name. The English kind of the last is like a form of
// the German name of sections.
func law(t *testing.T) *Names {
	t.Helper()
	d := document.Document{Name: "law", Text: "xyz", Meta: document.Meta{Language: "de", Levels: []document.Level{
		{Kind: "division", Names: map[string][]string{"de": {"Abschnitt"}, "en": {"title", "division"}}},
		{Kind: "section", Names: map[string][]string{"de": {"§", "Paragraphen", "Abschnitt"}, "en": {"section"}}},
		{Kind: "paragraph", Names: map[string][]string{"de": {"Absatz", "Abs"}, "en": {"paragraph"}}},
	}}}
	for i, s := range []document.Section{
		{ID: "division-1", Kind: "division", Label: "Abschnitt 1", Parent: -1},
		{ID: "section-1", Kind: "section", Label: "§ 1", Parent: 0},
		{ID: "section-1-1", Kind: "paragraph", Label: "§ 1(1)", Parent: 1},
	} {
		s.Designation, s.Span, s.Own = document.Numbered(1), document.Span{Start: i, End: 3}, document.Span{Start: i, End: i + 1}
		d.Sections = append(d.Sections, s)
	}
	out, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return New(out, func(w string) bool { return w == "abstand" })
}

func TestMark(t *testing.T) {
	names := law(t)
	for in, want := range map[string]struct {
		kind        string
		any, plural bool
	}{
		"":                {},
		"und 1":           {},
		"abstand 1":       {}, // a word of the text
		"abschnittig 1":   {}, // a word of its own in a language that is read
		"abs 1":           {kind: "paragraph"},
		"Abschnitt 1":     {kind: "division"}, // two levels are called so, and one prints it
		"section 1":       {kind: "section"},
		"paragraph 1":     {kind: "section"}, // a form of the document's own name
		"Absätz 1":        {kind: "paragraph"},
		"artikel 1":       {any: true},
		"articles 1":      {any: true, plural: true},
		"annex 1":         {kind: "annex"},
		"kapitel 1":       {kind: "division"}, // what is uppermost
		"subsec. (b)":     {any: true},
		"subsec. is good": {},
		"secn 1":          {any: true},
		"lisa 1":          {}, // half of the letters of a name that a grammar has, at most
	} {
		tokens := grammar.Scan(in)
		names.Mark(tokens, english)
		level, plural := 0, false
		if len(tokens) > 0 {
			level, plural = tokens[0].Level, tokens[0].Plural
		}
		if kind := names.Kind(level); kind != want.kind || (level == Any) != want.any || plural != want.plural {
			t.Errorf("%q: level %d of kind %q, plural %v; want %+v", in, level, kind, plural, want)
		}
	}
}

// What a level is called beside its name, in a language where that is a level apart, makes
// it no annex.
func TestApart(t *testing.T) {
	d := document.Document{Name: "plan", Text: "1. Row.", Meta: document.Meta{Language: "en", Levels: []document.Level{{Kind: "measure", Names: map[string][]string{"en": {"measure"}, "es": {"medida", "disposición"}}}}}}
	whole := document.Span{End: len(d.Text)}
	d.Sections = []document.Section{{ID: "measure-1", Kind: "measure", Label: "Measure 1", Designation: document.Numbered(1), Parent: -1, Span: whole, Own: whole}}
	out, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	names := New(out, func(string) bool { return false })
	for in, want := range map[string]int{"": 0, "measure 1": 1, "disposición 1": 1, "annex 1": Apart, "schedule 1": Apart, "anexo 1": Apart, "приложение 1": Apart} {
		tokens := grammar.Scan(in)
		names.Mark(tokens, english)
		if level := append(tokens, phrase.Token{})[0].Level; level != want {
			t.Errorf("%q: level %d, want %d", in, level, want)
		}
		absent := map[string]string{"annex 1": "annex", "schedule 1": "schedule"}[in]
		if len(tokens) == 0 {
			continue
		}
		if got := names.Absent(tokens, "measure"); got != absent {
			t.Errorf("%q: %q is absent, want %q", in, got, absent)
		}
	}
}

// What stands behind a number names a level; the rest of a word does not.
func TestPrintedBehind(t *testing.T) {
	d := document.Document{Name: "law", Text: "xyzw", Meta: document.Meta{Language: "sv", Levels: []document.Level{{Kind: "chapter"}}}}
	for i, s := range []document.Section{
		{ID: "p", Label: "Part P", Designation: document.Designation{Printed: "P", Normal: "p"}},
		{ID: "first", Label: "1st half", Designation: document.Numbered(1)},
		{ID: "two", Label: "2 kap.", Designation: document.Numbered(2)},
		{ID: "three", Label: "3조", Designation: document.Numbered(3)},
	} {
		s.Kind, s.Parent, s.Span = "chapter", -1, document.Span{Start: i, End: i + 1}
		s.Own = s.Span
		d.Sections = append(d.Sections, s)
	}
	out, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	names := New(out, func(string) bool { return false })
	for in, want := range map[string]bool{"": false, "art P": false, "st half": false, "kap 2": true, "조": true} {
		tokens := grammar.Scan(in)
		names.Mark(tokens, english)
		if got := len(tokens) > 0 && names.Kind(tokens[0].Level) == "chapter"; got != want {
			t.Errorf("%q names a level: %t, want %t", in, got, want)
		}
	}
}

// english is the language of the messages here.
func english() string { return "en" }

// TestStrangers: number words count in messages and documents in their language, and where
// another word of the message tells of it.
func TestStrangers(t *testing.T) {
	names := law(t) // in German
	for _, c := range []struct {
		in, language string
		numbers      int
	}{
		{"", "de", 0},
		{"prima", "de", 0}, // the first in Italian
		{"das ist prima", "de", 0},
		{"prima", "es", 0}, // a premium
		{"ten", "pl", 0},   // this
		{"trop cher", "fr", 0},
		{"c'est très cher", "fr", 0}, // three in Spanish
		{"dos capítulos", "es", 1},
		{"dos artigos", "pt", 0}, // of the
		{"sex", "en", 0},         // six in Swedish
		{"sechs", "en", 1},
		{"der dritte", "en", 1},
		{"prima", "it", 1},
		{"la prima", "it", 1},
		{"ten", "en", 1},
		{"ten", "de", 1},
		{"articolo sei", "en", 1},
		{"les trois suivants", "en", 1},
		{"七", "zh", 1},
	} {
		tokens := grammar.Scan(c.in)
		names.Mark(tokens, func() string { return c.language })
		numbers := 0
		for i := range tokens {
			if _, ok := phrase.Numeral(tokens, i); ok {
				numbers++
			}
		}
		if numbers != c.numbers {
			t.Errorf("%q in %s: %d numbers, want %d", c.in, c.language, numbers, c.numbers)
		}
	}
}
