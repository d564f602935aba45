package blocktest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

var update = flag.Bool("update", false, "write the golden files anew")

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

// Golden checks s and compares it with the file path; with -update it writes the
// file instead.
func Golden(t *testing.T, path string, s *block.Source) {
	t.Helper()
	if err := block.Check(s); err != nil {
		t.Fatal(err)
	}
	s.Meta.Dates = []document.Date(nil) // they differ with each making of the file
	got := Dump(s)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: %s", path, difference(got, string(want)))
	}
}

// difference tells where two texts part.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
