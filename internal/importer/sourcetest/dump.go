package sourcetest

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/importer/block"
	"pincite/internal/outline/outlinetest"
)

// Dump shows a source, a line for each block: its kind and level, page and
// anchor where it has them, and its text with the label in brackets. What the
// file says of itself stands before, warnings after.
func Dump(s *block.Source) string {
	var out strings.Builder
	fmt.Fprintf(&out, "title %q language %q\n", s.Meta.Title, s.Meta.Language)
	for _, b := range s.Blocks {
		out.WriteString(b.Kind.String())
		if b.Level > 0 {
			fmt.Fprintf(&out, " %d", b.Level)
		}
		if b.Header {
			out.WriteString(" header")
		}
		if b.Page > 0 {
			fmt.Fprintf(&out, " p%d", b.Page)
		}
		if b.Anchor != "" {
			fmt.Fprintf(&out, " #%s", b.Anchor)
		}
		fmt.Fprintf(&out, ": %s\n", shown(s.Text, b))
	}
	for _, w := range s.Warnings {
		fmt.Fprintf(&out, "warning: %s\n", w)
	}
	return out.String()
}

func shown(text string, b block.Block) string {
	if b.Kind == block.Row {
		var cells []string
		for _, c := range b.Cells {
			cells = append(cells, text[c.Start:c.End])
		}
		return strings.Join(cells, " ¦ ")
	}
	s := text[b.Span.Start:b.Span.End]
	if !b.Label.Empty() {
		s = text[b.Span.Start:b.Label.Start] + "[" + text[b.Label.Start:b.Label.End] + "]" + text[b.Label.End:b.Span.End]
	}
	return strings.ReplaceAll(s, "\n", "⏎")
}

// Golden checks s and compares its dump with the file path; with -update it writes the
// file instead.
func Golden(t *testing.T, path string, s *block.Source) {
	t.Helper()
	Check(t, s)
	s.Meta.Dates = nil // they differ with each making of the file
	outlinetest.Golden(t, path, Dump(s))
}
