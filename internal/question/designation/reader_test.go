package designation

import (
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
)

// law is of a law that has Articles 3, 3A, 7, 7 bis, 9, 12A and 12ZA, points b and bb of 9; and of
// codes and standards, V2 and V2.1, L. 211-1 and 17/041.
func law(t *testing.T) *levels.Names {
	t.Helper()
	d := document.Document{Name: "law", Text: "3 3A 7 7bis 9 b 12A 12ZA some more codes", Meta: document.Meta{Language: "en", Levels: []document.Level{
		{Kind: "article", Names: map[string][]string{"en": {"article"}, "zh": {"条"}}},
		{Kind: "point", Names: map[string][]string{"en": {"point"}}},
	}}}
	for i, code := range []string{"3", "3a", "7", "7-2", "9", "9.b", "9.bb", "12a", "12za", "v2", "v2.1", "l211-1", "17/041"} {
		s := document.Section{ID: "article-" + code, Kind: "article", Label: "Article " + code, Parent: -1,
			Designation: document.Designation{Printed: code, Normal: code}, Span: document.Span{Start: 2 * i, End: 2*i + 1}}
		s.Own = s.Span
		d.Sections = append(d.Sections, s)
	}
	out, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return levels.New(out, func(w string) bool { return w == "item7" })
}

func TestItem(t *testing.T) {
	names := law(t)
	for _, c := range []struct {
		in   string
		at   int
		code string // "" where there is none
		used int
	}{
		{"", 0, "", 0},
		{"?", 0, "", 0},
		{"article", 0, "", 0},
		{"article item7", 1, "", 0},
		{"article Q", 1, "", 0},
		{"article Q3", 1, "", 0},
		{"V 2", 0, "v2", 2},
		{"V2", 0, "v2", 2},
		{"V2.1", 0, "v2.1", 4},
		{"article L. 211-1", 1, "l211-1", 5},
		{"article L211-1", 1, "l211-1", 4},
		{"article 17/9", 1, "17", 1},
		{"17/041", 0, "17/041", 3},
		{"article 7 bis 9", 1, "7-2", 2},
		{"article 5 bis 9", 1, "5", 1},
		{"9 c d", 0, "9", 1},
		{"article 5 c d", 1, "5", 1},
		{"article 9 c", 1, "9", 1},
		{"article 9 a m", 1, "9", 1},
		{"article 9 r u", 1, "9", 1},
		{"article 9 U S A", 1, "9", 1},
		{"article 9 C O D", 1, "9", 1},
		{"article 9 C pizza", 1, "9", 1},
		{"article 9 C pls", 1, "9.c", 2},
		{"article 9 C", 1, "9.c", 2},
		{"article 9 C d", 1, "9.c.d", 3},
		{"article 3 - A", 1, "3", 1},
		{"article 3-A", 1, "3a", 3},
		{"article 3A", 1, "3a", 1},
		{"article 12-A", 1, "12a", 3},
		{"article 12ZA", 1, "12za", 2},
		{"article 12ZB", 1, "12zb", 2},
		{"article 12km", 1, "12", 1},
		{"run 12KM", 1, "12", 1},
		{"article 12 ZA", 1, "12", 1},
		{"article 12-C", 1, "12c", 3},
		{"article 7-C", 1, "7", 1},
		{"article 12 a)", 1, "12a", 3},
		{"article 9 b)", 1, "9.b", 3},
		{"article 9(b)", 1, "9.b", 4},
		{"article 9 bb", 1, "9.bb", 2},
		{"article 9 cc", 1, "9", 1},
		{"article 7-bis", 1, "7-2", 3},
		{"article seven", 1, "7", 1},
		{"article VII", 1, "7", 1},
		{"第七条", 0, "7", 2},
	} {
		tokens := grammar.Scan(c.in)
		names.Mark(tokens, english)
		got, ok := NewReader(names, tokens).Item(c.at)
		if ok != (c.code != "") || got.Code != c.code || got.Used != c.used {
			t.Errorf("%q: token %d is %q of %d tokens, want %q of %d", c.in, c.at, got.Code, got.Used, c.code, c.used)
		}
	}
}

func FuzzItem(f *testing.F) {
	for _, s := range []string{"article 3-A", "4.º-A", "IX B (1)", "7 bis 12", "第七条之一", "12-24 a 3", "5,1,8"} {
		f.Add(s)
	}
	var names *levels.Names
	f.Fuzz(func(t *testing.T, s string) {
		if names == nil {
			names = law(t)
		}
		tokens := grammar.Scan(s)
		names.Mark(tokens, english)
		r := NewReader(names, tokens)
		for i := range tokens {
			if e, ok := r.Item(i); ok && (e.Code == "" || i+e.Used > len(tokens)) {
				t.Errorf("%q: token %d is %+v", s, i, e)
			}
		}
	})
}

// english is the language of the messages here.
func english() string { return "en" }
