package outline

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// TestOwnNumber holds that a number which the title has is none of a section.
func TestOwnNumber(t *testing.T) {
	for _, c := range []struct {
		title  string // "" where there is none
		first  string // number of the first section that has one
		source []string
	}{
		{"", "2", []string{"h1|2 Safety", "h2|2.1 Rules", "p|Take care.", "h2|2.2 Exits", "p|Two."}},
		{"", "2", []string{"h1|2 Safety", "h2|Rules", "p|Take care.", "h2|Exits", "p|Two."}},
		{"", "A-1", []string{"h1|A-1 Rules", "p|Take care.", "h1|A-2 Exits", "p|Two."}},
		{"PX-40 Stove: Manual", "1", []string{"h1|PX-40 Stove: Manual", "p|From 2020 on.", "h2|1 Safety", "p|Take care.", "h3|1.1 Rules", "p|One.", "h2|2 Exits", "p|Two."}},
		{"PX-40 Stove", "", []string{"h1|PX-40 Stove", "h2|Safety", "p|Take care.", "h2|Exits", "p|Two."}},
		{"Rules of the hut", "1", []string{"p|☰", "p|Rules of the hut", "p|§ 1 Shoes", "p|At the door.", "p|§ 2 Wood", "p|Bring some."}},
		{"12 rules for the hut", "1", []string{"h1|12 rules for the hut", "h2|1. Shoes off", "p|At the door.", "h2|2. Wood", "p|Bring some."}},
	} {
		s := source(c.source...)
		o, err := Build(s, Hints{})
		if err != nil {
			t.Fatal(err)
		}
		title, first := "", ""
		for _, x := range o.Sections {
			switch {
			case x.Kind == document.KindTitle:
				title = s.Text[x.Span.Start:x.Span.End]
			case first == "" && !x.Designation.IsZero():
				first = x.Designation.Printed
			}
		}
		if title = strings.TrimSpace(title); title != c.title || first != c.first {
			t.Errorf("%s: title %q and first %q, want %q and %q", c.source[0], title, first, c.title, c.first)
		}
	}
}

// TestTitleText holds what a text is called.
func TestTitleText(t *testing.T) {
	const rules = "\n\n§ 1 Boats\n\nBoats are let by the hour.\n\n§ 2 Oars\n\nOars are not let to anybody.\n"
	for _, c := range []struct{ source, want string }{
		{"The club was founded by the sea.", ""},
		{"A B C", "A B C"},
		{"Test for rowers\n\nMark one of these.\n\nA  B  C  D", "Test for rowers"},
		{"Test for rowers\n\nMark one of these.\n\nA B C D", "Test for rowers"},
		{"               T A R I F F S\n          O F   T H E   P O R T\n\nApproved in 2003.", "TARIFFS OF THE PORT"},
		{"H A U S   U N D   H O F\n\nSeeblick, 2003", "HAUS UND HOF"},
		{"Ruderclub Seeblick e. V.\n\nHausordnung", "Ruderclub Seeblick e. V."},
		{"APPROVED\nby the assembly\nof the Rowing Club\n\n                    S T A T U T E\n               of the Rowing Club\n\n                    2023", "STATUTE of the Rowing Club"},
	} {
		if d := infer(t, c.source+rules, Hints{}); d.Meta.Title != c.want {
			t.Errorf("%q: %q, want %q", c.source, d.Meta.Title, c.want)
		}
	}
}

// The words of a language go by its tag without a region.
func TestLanguageHasNoRegion(t *testing.T) {
	for _, c := range []struct{ hint, format, want string }{
		{"", "", "en"},
		{"en-GB", "", "en"},
		{"", "pt_BR", "pt"},
		{"nb", "da-DK", "no"},
	} {
		s := &block.Source{Text: "The house of the people.\n", Meta: document.Meta{Language: c.format}}
		o, err := Build(s, Hints{Language: c.hint})
		if err != nil || o.Meta.Language != c.want {
			t.Errorf("%q and %q: %v, want %s", c.hint, c.format, err, c.want)
		}
	}
}

// TestLongTop holds that what stands at the top of a text is not folded anew for each heading.
func TestLongTop(t *testing.T) {
	var articles strings.Builder
	for i := range 500 {
		fmt.Fprintf(&articles, "## Article %d. Beds\n\nThey are watered.\n\n", i+1)
	}
	long := strings.Repeat("The Garden has Ten Beds, and Anna waters them. ", 80)
	top := strings.Repeat(long+"\n\n", headLines-1)
	took := func(source string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := Build(&block.Source{Text: source}, Hints{}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if above, below := took(top+articles.String()), took(articles.String()+top); above > 3*below {
		t.Errorf("%d bytes with long paragraphs above, %d with them below", above, below)
	}
}

// TestTitleBelowLines holds that the heading which says the title that the format gives is
// the title, whatever stands above it; others are sections there.
func TestTitleBelowLines(t *testing.T) {
	for _, c := range []struct{ given, heading, want string }{
		{"", "Rules of the hut", "HUT | RIDGE"},
		{"Rules of the huts", "Rules of the hut", "HUT | RIDGE"},
		{"Ridge: Rules of the hut", "Rules of the hut", "HUT | RIDGE"},
		{"Rules of the hut", "Rules of the hut", "Rules of the hut"},
		{"Rules of the hut - Ridge", "Rules of the hut", "Rules of the hut"},
	} {
		s := source("p|HUT | RIDGE", "h1|"+c.heading, "h2|Shoes", "p|Take them off at the door.", "h2|Wood", "p|Bring some of it along.")
		s.Meta.Title = c.given
		o, err := Build(s, Hints{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, x := range o.Sections {
			if x.Kind == document.KindTitle {
				got = s.Text[x.Span.Start:x.Span.End]
			}
		}
		if got != c.want {
			t.Errorf("%q: the title is %q, want %q", c.given, got, c.want)
		}
	}
}
