package sourcetest

import (
	"fmt"
	"os"
	"path/filepath"
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
		fmt.Fprintf(&out, "%s: %s\n", head(b), shown(s.Text, b))
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
	s, at := "", b.Span.Start
	if !b.Label.Empty() {
		s, at = text[at:b.Label.Start]+"["+text[b.Label.Start:b.Label.End]+"]", b.Label.End
	}
	if !b.RunIn.Empty() {
		s, at = s+text[at:b.RunIn.Start]+"<"+text[b.RunIn.Start:b.RunIn.End]+">", b.RunIn.End
	}
	s += text[at:b.Span.End]
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

// Blocks compares what read makes of each file in testdata with that ending, [Print]ed,
// with the file beside it that ends in .blocks; there must be five of them at least.
func Blocks(t *testing.T, ending string, read func(data string) (*block.Source, error)) {
	t.Helper()
	files, err := filepath.Glob("testdata/*" + ending)
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := read(string(data))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		Check(t, s)
		outlinetest.Golden(t, strings.TrimSuffix(file, ending)+".blocks", Print(s))
	}
}

// Refused checks that a file was refused, in one line that begins with want.
func Refused(t *testing.T, name string, err error, want string) {
	t.Helper()
	if err == nil {
		t.Errorf("%s: read, want %q", name, want)
	} else if !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
		t.Errorf("%s: %q, want %q", name, err, want)
	}
}
