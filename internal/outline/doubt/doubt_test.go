package doubt

import (
	"strconv"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
	"pincite/internal/outline/lines"
)

// TestLostLists tells of lines with numbers of which nothing became.
func TestLostLists(t *testing.T) {
	if got := Warnings(Outline{Text: lines.New(&block.Source{Text: ""})}); len(got) > 0 {
		t.Errorf("nothing: %q", got)
	}
	o := Outline{Text: lines.New(&block.Source{Text: "A\n\nx\n\nx\n\nx\n\nx\n\nx\n\nB\n\nx\n\nx\n"})}
	for _, i := range []int{0, 6} {
		o.Sections = append(o.Sections, document.Section{Label: o.Line(i), Span: o.Lines[i].Span, Heading: o.Lines[i].Span, Paragraphs: make([]document.Paragraph, 1)})
	}
	for line, n := range []int{0, 1, 2, 3, 4, 5, 0, 1, 2} {
		if n > 0 {
			o.Lost = append(o.Lost, &levels.Candidate{Line: line, Mark: heading.Mark{Style: "1.", Number: n}})
		}
	}
	if got := strings.Join(Warnings(o), "\n"); got != "line 11: numbered lines in A became no sections" {
		t.Errorf("%q", got)
	}
}

// TestNumbering tells of gaps and repeats, and not of numbers that begin anew at a hundred.
func TestNumbering(t *testing.T) {
	for _, c := range []struct {
		numbers []int
		want    string // numbers that are told of
	}{
		{[]int{1, 1}, "1"},
		{[]int{1, 3, 2}, "3 2"},
		{[]int{101, 102, 104, 300}, "104 300"},
		{[]int{102, 250}, "250"},
		{[]int{1, 2, 101, 102}, "101"},
		{[]int{1, 5, 10, 20}, "5"},
		{[]int{100, 101, 102, 200, 203, 301}, "203"},
	} {
		o := Outline{Text: lines.New(&block.Source{Text: "A\n"})}
		for _, n := range c.numbers {
			digits := strconv.Itoa(n)
			o.Sections = append(o.Sections, document.Section{Label: digits, Kind: "section", Parent: -1, Span: o.Lines[0].Span, Own: o.Lines[0].Span,
				Designation: document.Designation{Printed: digits, Normal: digits}, Paragraphs: make([]document.Paragraph, 1)})
		}
		var got []string
		for _, w := range Warnings(o) {
			if _, after, ok := strings.Cut(w, ": "); ok {
				got = append(got, strings.Fields(after)[0])
			}
		}
		if told := strings.Join(got, " "); told != c.want {
			t.Errorf("%v: told of %q, want %q", c.numbers, told, c.want)
		}
	}
}
