package sourcetest

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// Print returns what a maintainer checks by eye: what the file says of itself,
// then one line a block with its text as it is shown. Text outside the blocks
// that is shown is printed too, after "~", since as a rule nothing should be.
func Print(s *block.Source) string {
	var b strings.Builder
	for _, line := range []struct{ name, value string }{
		{"title", s.Meta.Title}, {"short title", s.Meta.ShortTitle}, {"issuer", s.Meta.Issuer},
		{"language", s.Meta.Language}, {"source", s.Meta.Source},
	} {
		if line.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", line.name, line.value)
		}
	}
	for _, d := range s.Meta.Dates {
		fmt.Fprintf(&b, "date: %s %s\n", d.Name, d.Day)
	}
	for _, w := range s.Warnings {
		fmt.Fprintf(&b, "warning: %s\n", w)
	}
	at := 0
	for _, k := range s.Blocks {
		outside(&b, s, at, k.Span.Start)
		printBlock(&b, s, k)
		at = k.Span.End
	}
	outside(&b, s, at, len(s.Text))
	return b.String()
}

func printBlock(b *strings.Builder, s *block.Source, k block.Block) {
	b.WriteString(strings.Repeat("  ", max(0, k.Level-1)) + head(k))
	if !k.Label.Empty() {
		fmt.Fprintf(b, " [%s]", visible(s, k.Label))
	}
	if !k.RunIn.Empty() {
		fmt.Fprintf(b, " <%s>", quoted(visible(s, k.RunIn)))
	}
	fmt.Fprintf(b, ": %s\n", quoted(visible(s, k.Span)))
	for _, c := range k.Cells {
		fmt.Fprintf(b, "    | %s\n", quoted(visible(s, c)))
	}
}

// head is what a block is: its kind, and what it has of level, page and anchor.
func head(b block.Block) string {
	s := b.Kind.String()
	if b.Level > 0 {
		s += fmt.Sprintf(" %d", b.Level)
	}
	if b.Strong {
		s += " strong"
	}
	if b.Header {
		s += " header"
	}
	if b.Page > 0 {
		s += fmt.Sprintf(" p%d", b.Page)
	}
	if b.Anchor != "" {
		s += " #" + b.Anchor
	}
	return s
}

// quoted keeps line ends apart from those of the printed form.
func quoted(s string) string { return strings.ReplaceAll(s, "\n", "\\n") }

func outside(b *strings.Builder, s *block.Source, start, end int) {
	if shown := strings.TrimSpace(visible(s, document.Span{Start: start, End: end})); shown != "" {
		fmt.Fprintf(b, "~ %s\n", quoted(shown))
	}
}

// visible returns what people are shown of a span.
func visible(s *block.Source, span document.Span) string {
	return document.Show(s.Text, s.Markup, span).Text
}

// Check holds a source to the rules of package block, and its markup to being in
// order and within the text; warnings are one line each.
func Check(t testing.TB, s *block.Source) {
	t.Helper()
	if err := block.Check(s); err != nil {
		t.Fatal(err)
	}
	at := 0
	for i, m := range s.Markup {
		if m.Start < at || m.Empty() || !m.Within(s.Text) {
			t.Fatalf("markup %d: %v is out of place behind %d", i, m.Span, at)
		}
		at = m.End
	}
	for _, w := range s.Warnings {
		if strings.Contains(w, "\n") {
			t.Fatalf("warning %q is not one line", w)
		}
	}
}

// FS holds files, each given as a name and its text.
func FS(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}
