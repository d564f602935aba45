package locate

import (
	"strings"
	"testing"

	"pincite/internal/document"
)

// outline builds a document of one line a section: "kind designation parent label", the
// parent as a line counted from 0, -1 for none.
func outline(t *testing.T, levels []document.Level, lines ...string) *Index {
	t.Helper()
	d := document.Document{Name: "test", Text: strings.Repeat("x", len(lines)), Meta: document.Meta{Levels: levels}}
	ends := make([]int, len(lines))
	parents := make([]int, len(lines))
	for i, line := range lines {
		f := strings.Fields(line)
		parents[i] = int(f[2][0] - '0')
		if f[2] == "-1" {
			parents[i] = -1
		}
		for up := i; up >= 0; up = parents[up] {
			ends[up] = i + 1
		}
		d.Sections = append(d.Sections, document.Section{ID: strings.Join(f[3:], "-"), Kind: f[0], Label: strings.Join(f[3:], " "), Parent: parents[i],
			Designation: document.Designation{Printed: f[1], Normal: f[1]}, Own: document.Span{Start: i, End: i + 1}})
	}
	for i := range d.Sections {
		d.Sections[i].Span = document.Span{Start: i, End: ends[i]}
	}
	out, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return NewIndex(out)
}

func TestResolve(t *testing.T) {
	law := outline(t, []document.Level{
		{Kind: "division", Names: map[string][]string{"de": {"Abschnitt"}}},
		{Kind: "section", Names: map[string][]string{"de": {"Abschnitt"}}},
		{Kind: "point"}, {Kind: "item"},
	},
		"division F -1 Division F", // 0
		"section 7 0 § 7",          // 1
		"point 1 1 § 7(1)",         // 2
		"item 1 2 § 7(1)(1)",       // 3
		"item 2 2 § 7(1)(2)",       // 4
		"point 2 1 § 7(2)",         // 5
		"section 8 0 § 8",          // 6
		"point a 6 § 8(a)",         // 7
		"point b 6 § 8(b)",         // 8
		"point c 6 § 8(c)",         // 9
		"section 9a 0 § 9a",        // 0
	)
	seven := Ref{Kind: "section", From: "7", To: "7"}
	eight := Ref{Kind: "section", From: "7", To: "8"}
	for _, c := range []struct {
		name string
		ref  Ref
		want string // ids, "" for none
	}{
		{"nothing", Ref{}, ""},
		{"no such section", Ref{Kind: "section", From: "12", To: "12"}, ""},
		{"no such letter", Ref{Kind: "section", From: "x", To: "x"}, ""},
		{"a letter that another level has", Ref{Kind: "section", From: "f", To: "f"}, "Division-F"},
		{"directly below, though deeper sections are of the kind named", Ref{Kind: "item", From: "2", To: "2", In: &seven}, "§-7(2)"},
		{"two steps", Ref{From: "7.1.2", To: "7.1.2"}, "§-7(1)(2)"},
		{"in parentheses, of what is called with a letter", Ref{From: "9.a", To: "9.a", Paren: true}, "§-9a"},
		{"a letter glued to its number", Ref{Kind: "section", From: "8b", To: "8b"}, "§-8(b)"},
		{"a letter glued to it that is no point", Ref{Kind: "section", From: "8x", To: "8x"}, ""},
		{"the number of a point", Ref{Kind: "section", From: "2a", To: "2a"}, ""},
		{"a range of last steps", Ref{From: "8.a", To: "8.c"}, "§-8(a) §-8(b) §-8(c)"},
		{"of two, the one that has it", Ref{Kind: "point", From: "b", To: "b", In: &eight}, "§-8(b)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := c.ref
			if law.Resolve(&r); (len(r.Sections) == 0) != (r.Miss != nil) {
				t.Errorf("sections %v, miss %+v", r.Sections, r.Miss)
			}
			var ids []string
			for _, i := range r.Sections {
				ids = append(ids, law.Document().Sections[i].ID)
			}
			if got := strings.Join(ids, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What is printed as 10.0 is called 10, and a name that two levels share makes one stand
// for the other only where it is a name of one language.
func TestCalled(t *testing.T) {
	rules := outline(t, []document.Level{
		{Kind: "part", Names: map[string][]string{"en": {"part"}, "fr": {"section"}}},
		{Kind: "rule", Names: map[string][]string{"en": {"rule", "section"}}},
	},
		"part 1 -1 Part 1",    // 0
		"rule 9.0 0 Rule 9.0", // 1
		"rule 9.1 1 Rule 9.1", // 2
		"part 2 -1 Part 2",    // 3
		"rule 10.0 3 Rule 10.0",
		"rule 11 3 Rule 11",
		"rule 11.0 3 Rule 11.0",
	)
	for _, c := range []struct {
		ref  Ref
		want string
	}{
		{Ref{Kind: "part", From: "9", To: "9"}, ""},
		{Ref{Kind: "part", From: "11", To: "11"}, ""},
		{Ref{Kind: "rule", From: "12", To: "12"}, ""},
		{Ref{Kind: "rule", From: "9", To: "9"}, "Rule-9.0"},
		{Ref{From: "10", To: "10"}, "Rule-10.0"},
		{Ref{Kind: "rule", From: "11", To: "11"}, "Rule-11"},
		{Ref{Kind: "rule", From: "9", To: "10"}, "Rule-9.0 Rule-10.0"},
	} {
		r := c.ref
		rules.Resolve(&r)
		var ids []string
		for _, i := range r.Sections {
			ids = append(ids, rules.Document().Sections[i].ID)
		}
		if got := strings.Join(ids, " "); got != c.want || (got == "") != (r.Miss != nil) {
			t.Errorf("%+v names %q, want %q; miss %v", c.ref, got, c.want, r.Miss)
		}
	}
}

// A number that no section of the level named has, and another has, is that of the other
// where all sections of the level have several steps; of what is not there, the range is
// that of what is like it.
func TestMissing(t *testing.T) {
	manual := outline(t, []document.Level{{Kind: "chapter"}, {Kind: "section"}},
		"chapter 1 -1 Chapter 1",
		"section 1.1 0 Section 1.1",
		"section 1.2 0 Section 1.2",
		"chapter 2 -1 Chapter 2",
		"section 2.1 3 Section 2.1",
		"section 2.2 3 Section 2.2",
		"section 2.3 3 Section 2.3",
		"chapter a -1 Appendix A",
		"section a.1 7 Section A.1",
	)
	for _, c := range []struct {
		kind, code, want string
	}{
		{"section", "", "1.1 to 2.3"},
		{"section", "9", "1.1 to 2.3"},
		{"section", "b", "a.1 to a.1"},
		{"section", "9.9", "1.1 to 2.3"},
		{"section", "2.9", "2.1 to 2.3"},
		{"section", "1.2.1", "1.1 to 2.3"},
		{"chapter", "4", "1 to 2"},
		{"section", "2", "Chapter-2"},
		{"section", "a", "Appendix-A"},
		{"section", "2.1", "Section-2.1"},
		{"chapter", "2.1", "Section-2.1"},
	} {
		r := Ref{Kind: c.kind, From: c.code, To: c.code, Rule: "number"}
		got := ""
		if manual.Resolve(&r); r.Miss != nil {
			got = r.Miss.First + " to " + r.Miss.Last
		} else {
			got = manual.Document().Sections[r.Sections[0]].ID
		}
		if got != c.want {
			t.Errorf("%s %q: %s, want %s", c.kind, c.code, got, c.want)
		}
	}
}

// TestResolveInBodyAlone holds that the numbers of an annex, which begin anew, do not answer
// for those of the body, nor its paragraphs for steps that the body lacks.
func TestResolveInBodyAlone(t *testing.T) {
	x := outline(t, []document.Level{
		{Kind: "section", Names: map[string][]string{"de": {"Paragraph"}}},
		{Kind: "row", Names: map[string][]string{"de": {"Paragraph"}}},
		{Kind: "annex"},
	},
		"section 1 -1 § 1", // 0
		"row 1 0 Row 1",    // 1
		"section 2 -1 § 2", // 2
		"section 3 -1 § 3", // 3
		"section 3.2 3 3.2",
		"annex b -1 Annex B", // 5
		"row 1 5 Row B1",     // 6
		"row 4 5 Row B4",     // 7
	)
	for _, c := range []struct {
		kind, code string
		want       int // -1 for none
	}{
		{"section", "4", -1},
		{"section", "3.1", -1},
		{"annex", "ж", -1},
		{"row", "4", 7},
		{"section", "3.2", 4},
		{"annex", "б", 5}, // as it sounds
	} {
		r := Ref{Kind: c.kind, From: c.code, To: c.code, Rule: "number"}
		x.Resolve(&r)
		if got := append(r.Sections, -1)[0]; got != c.want || c.want < 0 && r.Miss == nil {
			t.Errorf("%s %s is section %d, want %d", c.kind, c.code, got, c.want)
		}
	}
}

// TestResolveFromEnd counts sections that hold none of their kind apart from those within.
func TestResolveFromEnd(t *testing.T) {
	lease := outline(t, []document.Level{{Kind: "section"}},
		"section 1 -1 1", "section 1.1 0 1.1", "section 2 -1 2", "section 2.1 2 2.1", "section 2.2 2 2.2")
	for _, c := range []struct{ from, to, want string }{
		{"3", "3", ""}, {"1", "1", "2"}, {"2", "2", "1"}, {"2", "1", "1 2"},
	} {
		r := Ref{Kind: "section", From: c.from, To: c.to, FromEnd: true}
		lease.Resolve(&r)
		var got []string
		for _, i := range r.Sections {
			got = append(got, lease.doc.Sections[i].Label)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("sections %s to %s from the end are %q, want %q", c.from, c.to, s, c.want)
		}
	}
}

// A number whose steps are of two levels, "section 2.1(b)", leads as far as there is one.
func TestResolveFurther(t *testing.T) {
	text := outline(t, []document.Level{{Kind: "section"}, {Kind: "paragraph"}, {Kind: "point"}},
		"section 1 -1 Section 1", "section 2 -1 Section 2", "paragraph 2.1 1 Paragraph 2.1", "point a 2 Paragraph 2.1(a)", "point b 2 Paragraph 2.1(b)")
	for code, want := range map[string]int{"2.1.b": 4, "2.1.c": 2} {
		r := Ref{Kind: "section", From: code, To: code, Paren: true}
		text.Resolve(&r)
		if len(r.Sections) != 1 || r.Sections[0] != want {
			t.Errorf("%s: sections %v, want %d", code, r.Sections, want)
		}
	}
}

// TestResolveUnnamed holds that a paragraph is one of the section, though the text has no name
// for those and calls so what lies further down.
func TestResolveUnnamed(t *testing.T) {
	law := outline(t, []document.Level{{Kind: "section"}, {Kind: "subsection"}, {Kind: "paragraph"}},
		"section 1 -1 § 1",        // 0
		"subsection 1 0 § 1(1)",   // 1
		"subsection 2 0 § 1(2)",   // 2
		"paragraph 1 2 § 1(2)(1)", // 3
		"paragraph 2 2 § 1(2)(2)", // 4
		"section 2 -1 § 2",        // 5
		"article 1 5 Article 1",   // 6
		"paragraph 1 6 Paragraph", // 7
	)
	for _, c := range []struct {
		in, code string
		want     int // -1 for none
	}{
		{"9", "1", -1},
		{"1", "9", -1},
		{"2", "1", 7},
		{"1", "1", 1},
		{"1", "2", 2},
	} {
		r := Ref{Kind: "paragraph", From: c.code, To: c.code, Role: Paragraph, Rule: "number", In: &Ref{Kind: "section", From: c.in, To: c.in, Rule: "number"}}
		law.Resolve(&r)
		if got := append(r.Sections, -1)[0]; r.Miss == nil && got != c.want || r.Miss != nil && c.want >= 0 {
			t.Errorf("paragraph %s of section %s is section %d, want %d", c.code, c.in, got, c.want)
		}
	}
}
