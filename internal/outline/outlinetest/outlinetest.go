package outlinetest

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"pincite/internal/document"
)

var update = flag.Bool("update", false, "rewrite the golden outlines")

// Print returns what a maintainer checks by eye: one line for each section,
// the start of each paragraph, and the number of its sentences.
func Print(d *document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nlanguage: %s\n", d.Meta.Title, d.Meta.Language)
	for _, day := range d.Meta.Dates {
		fmt.Fprintf(&b, "date: %s %s %q\n", day.Name, day.Day, d.Slice(day.Span))
	}
	for _, l := range d.Meta.Levels {
		fmt.Fprintf(&b, "level: %s\n", l.Kind)
	}
	depth := map[int]int{-1: -1}
	for i, s := range d.Sections {
		depth[i] = depth[s.Parent] + 1
		in := strings.Repeat("  ", depth[i])
		fmt.Fprintf(&b, "%s%s [%s] %s", in, s.ID, strings.TrimSpace(s.Kind+" "+s.Designation.Normal), s.Label)
		if !s.Heading.Empty() {
			fmt.Fprintf(&b, ": %s", d.Heading(i))
		}
		b.WriteByte('\n')
		for _, p := range s.Paragraphs {
			fmt.Fprintf(&b, "%s    %d. %s\n", in, len(p.Sentences), start(d.Slice(p.Span)))
		}
	}
	return b.String()
}

func start(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 48 {
		return string(r[:40]) + " … " + string(r[len(r)-8:])
	}
	return s
}

// Golden compares got with a file; -update rewrites it.
func Golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update rewrites it); got:\n%s", file, got)
	}
}

// Check checks what document.New cannot see: that there is a section, that sentences hold all of
// their paragraph but white space, and that nothing is covered twice.
func Check(t *testing.T, d *document.Document) {
	t.Helper()
	end := 0
	for i, s := range d.Sections {
		if s.Label == "" || s.Kind == "" {
			t.Errorf("section %d has no label or kind: %+v", i, s)
		}
		for _, p := range s.Paragraphs {
			if p.Span.Start < end {
				t.Errorf("%s: the paragraph at %d begins before %d", s.ID, p.Span.Start, end)
			}
			at := p.Span.Start
			for _, sentence := range p.Sentences {
				if strings.TrimSpace(d.Text[at:sentence.Start]) != "" {
					t.Errorf("%s: %q is in no sentence", s.ID, d.Text[at:sentence.Start])
				}
				at = sentence.End
			}
			if strings.TrimSpace(d.Text[at:p.Span.End]) != "" {
				t.Errorf("%s: %q is in no sentence", s.ID, d.Text[at:p.Span.End])
			}
			end = p.Span.End
		}
	}
}
