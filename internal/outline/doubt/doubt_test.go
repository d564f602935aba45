package doubt

import (
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
