package eval

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/library"
)

var update = flag.Bool("update", false, "rewrite testdata/summary.golden with what the answers are now")

// defaultSets are the question sets about the default document. The held ones
// were written blind, to measure with, so they have a summary of their own.
var defaultSets = []struct{ name, files string }{
	{"dev", "questions/dev-*.jsonl"},
	{"blind", "questions/blind-*.jsonl"},
	{"held", "questions/held-*.jsonl"},
}

// TestGolden asks all question sets about the default document and compares the
// summary and every miss with the committed ones.
func TestGolden(t *testing.T) {
	data := os.DirFS("../../data")
	l := defaultLibrary(t, data)
	var got bytes.Buffer
	for _, s := range defaultSets {
		fmt.Fprintf(&got, "== %s\n", s.name)
		outcomes, err := Ask(t.Context(), l, sets(t, data, s.files), 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := Summarize(outcomes).Write(&got, true); err != nil {
			t.Fatal(err)
		}
		got.WriteString("\n")
	}
	const golden = "testdata/summary.golden"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got.Bytes(), want) {
		return
	}
	t.Errorf("the answers have changed. If that is meant, go test ./internal/eval -run Golden -update and look at the diff.\n%s",
		difference(got.String(), string(want)))
}

// difference lists the lines that one text has and the other lacks.
func difference(got, want string) string {
	var b strings.Builder
	only := func(mark, in, from string) {
		there := map[string]bool{}
		for line := range strings.Lines(from) {
			there[line] = true
		}
		for line := range strings.Lines(in) {
			if !there[line] {
				b.WriteString(mark + line)
			}
		}
	}
	only("- ", want, got)
	only("+ ", got, want)
	return b.String()
}

// TestSetsFitTheDocument holds the question sets to the text: a section or a
// quotation that is not there could never be right.
func TestSetsFitTheDocument(t *testing.T) {
	data := os.DirFS("../../data")
	d := defaultLibrary(t, data).Default()
	ids := map[string]bool{}
	for _, j := range sets(t, data, "questions/*.jsonl") {
		if ids[j.ID] {
			t.Errorf("%s: used in two sets", j.ID)
		}
		ids[j.ID] = true
		for _, id := range append(j.Sections, j.Also...) {
			if _, ok := d.ByID(id); !ok && id != outlineID {
				t.Errorf("%s: there is no section %s", j.ID, id)
			}
		}
		for _, q := range j.Quotes {
			if !standsIn(d, q, j.Sections) {
				t.Errorf("%s: %q stands in none of %v", j.ID, q, j.Sections)
			}
		}
	}
}

// standsIn reports whether a passage stands in one of the sections; an outline
// is made of headings, which stand anywhere.
func standsIn(d *document.Document, passage string, ids []string) bool {
	for _, at := range places(d, passage) {
		for _, id := range ids {
			if i, ok := d.ByID(id); id == outlineID || ok && d.Sections[i].Span.Overlaps(at) {
				return true
			}
		}
	}
	return false
}

func defaultLibrary(t *testing.T, data fs.FS) *library.Library {
	t.Helper()
	l, err := library.Open(t.Context(), library.Source{FS: data, Name: "opinions-2024"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// sets reads the question sets that match a pattern, in the order of their names.
func sets(t *testing.T, data fs.FS, pattern string) []Judged {
	t.Helper()
	files, err := fs.Glob(data, pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no question sets at %s: %v", pattern, err)
	}
	var out []Judged
	for _, file := range files {
		f, err := data.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		set, err := ReadSet(f, path.Base(file))
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, set...)
	}
	return out
}
