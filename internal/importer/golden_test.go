package importer

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pincite/internal/document"
)

var update = flag.Bool("update", false, "rewrite the golden outlines")

// outline prints what a maintainer checks by eye: one line for each section,
// the start of each paragraph, and the number of its sentences.
func outline(d *document.Document) string {
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
		fmt.Fprintf(&b, "%s%s [%s %d] %s", in, s.ID, s.Kind, s.Number, s.Label)
		if t := d.Title(i); t != "" {
			fmt.Fprintf(&b, ": %s", t)
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

func golden(t *testing.T, file, got string) {
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

// texts returns the documents of testdata.
func texts(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	return append(files, "testdata/readme.md")
}

// TestOutlines compares the outline inferred for each text of testdata with its
// golden file.
func TestOutlines(t *testing.T) {
	for _, file := range texts(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Import(filepath.Base(file), data, nil)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, file+".outline", outline(d))
		})
	}
}
