package contents

import (
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/library/librarytest"
	"pincite/internal/question"
	"pincite/internal/question/structure"
)

const bylaws = `# Bylaws of the skating club

## Chapter 1 Members

### Article 1 Joining

Anybody may join. A child joins with a parent.

### Article 2 Leaving

A member leaves by letter.

## Chapter 2 The rink

### Article 3 Hours

The rink is open in winter.

## Annex A Prices

### Article 1 Skates

Skates cost 4 euros.
`

// ids are the ids of sections, in a row.
func ids(d *document.Document, sections []int) string {
	var out []string
	for _, i := range sections {
		out = append(out, d.Sections[i].ID)
	}
	return strings.Join(out, " ")
}

// section returns the section with a heading.
func section(t *testing.T, d *document.Document, heading string) int {
	t.Helper()
	for i := range d.Sections {
		if strings.Contains(d.Heading(i), heading) {
			return i
		}
	}
	t.Fatalf("there is no %q", heading)
	return All
}

func TestOf(t *testing.T) {
	d := librarytest.Document(t, "bylaws.md", bylaws)
	for _, c := range []struct {
		q      question.Question
		within string // heading; "" for all
		want   []string
	}{
		{question.Question{Level: "clause"}, "", nil},
		{question.Question{Level: "clause", Top: true}, "", nil},
		{question.Question{Level: "article"}, "Leaving", nil},
		{question.Question{Level: "chapter"}, "", []string{"Members", "The rink"}},
		{question.Question{Level: "article"}, "", []string{"Joining", "Leaving", "Hours"}}, // not that of the annex
		{question.Question{Level: "article", Top: true}, "", []string{"Joining", "Leaving", "Hours"}},
		{question.Question{Level: "article"}, "Members", []string{"Joining", "Leaving"}},
		{question.Question{}, "The rink", []string{"Hours"}},
		{question.Question{Level: "article", Outline: structure.Each}, "Members", []string{"Joining", "Leaving"}},
		{question.Question{Level: "article", Outline: structure.Each}, "", []string{"Members", "Joining", "Leaving", "The rink", "Hours"}},
	} {
		within := All
		if c.within != "" {
			within = section(t, d, c.within)
		}
		var want []int
		for _, h := range c.want {
			want = append(want, section(t, d, h))
		}
		if got := Of(d, c.q, within); ids(d, got) != ids(d, want) {
			t.Errorf("%+v in %q: %s, want %s", c.q, c.within, ids(d, got), ids(d, want))
		}
	}
}

// TestCounted: a heading without a number counts for nothing among more that have one.
func TestCounted(t *testing.T) {
	const numbered = "# 1 Wood\n\nWe burn wood.\n\n# 2 Coal\n\nWe burn coal.\n\n# 3 Gas\n\nWe burn gas.\n\n"
	const named = "# Thanks\n\nWe thank all.\n\n# Contact\n\nWrite to us.\n\n"
	for _, c := range []struct {
		text string
		want int
	}{
		{named, 2},
		{numbered, 3},
		{numbered + named, 3},
		{numbered + named + "# Notes\n\nSee there.\n", 6}, // as many: it is not the numbers that make a section
		{named + "# Fuels\n\n" + strings.ReplaceAll(numbered, "# ", "## "), 6},
	} {
		d := librarytest.Document(t, "fuels.md", c.text)
		if got := Of(d, question.Question{Level: document.KindSection}, All); len(got) != c.want {
			t.Errorf("%d sections are counted, want %d: %s in\n%s", len(got), c.want, ids(d, got), c.text)
		}
	}
}

func TestAboveAndBelow(t *testing.T) {
	d := librarytest.Document(t, "bylaws.md", bylaws)
	leaving, members := section(t, d, "Leaving"), section(t, d, "Members")
	top := members
	for d.Sections[top].Parent >= 0 {
		top = d.Sections[top].Parent
	}
	for _, c := range []struct {
		i    int
		kind string
		want int
	}{{leaving, "chapter", members}, {leaving, "", members}, {leaving, "clause", members}, {top, "chapter", top}} {
		if got := Above(d, c.i, c.kind); got != c.want {
			t.Errorf("above %s of kind %q is %s", d.Sections[c.i].ID, c.kind, d.Sections[got].ID)
		}
	}
	if Holds(d, leaving, "") || Holds(d, members, "chapter") || !Holds(d, members, "article") || !Holds(d, members, "") {
		t.Error("a section holds what it does not, or does not hold what it does")
	}
	if OnlyPoints(d, leaving) || OnlyPoints(d, members) {
		t.Error("sections with headings are no points")
	}
}

func TestBeforeAndAfter(t *testing.T) {
	d := librarytest.Document(t, "bylaws.md", bylaws)
	span := func(s string) document.Span {
		at := strings.Index(d.Text, s)
		return document.Span{Start: at, End: at + len(s)}
	}
	for _, c := range []struct{ of, before, after string }{
		{"Bylaws of the skating club", "", "Anybody may join."},
		{"Anybody may join.", "Bylaws of the skating club", "A child joins with a parent."},
		{"A member leaves by letter.", "A child joins with a parent.", "The rink is open in winter."},
		{"Skates cost 4 euros.", "The rink is open in winter.", ""},
	} {
		if in, got := Before(d, span(c.of)); d.Slice(got) != c.before || (in < 0) != (c.before == "") {
			t.Errorf("before %q: %q in %d", c.of, d.Slice(got), in)
		}
		if in, got := After(d, span(c.of)); d.Slice(got) != c.after || (in < 0) != (c.after == "") {
			t.Errorf("after %q: %q in %d", c.of, d.Slice(got), in)
		}
	}
}
