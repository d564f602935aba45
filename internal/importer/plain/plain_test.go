package plain

import (
	"strings"
	"testing"

	"pincite/internal/importer/block"
)

func TestRead(t *testing.T) {
	type page struct {
		number int
		text   string
	}
	for _, c := range []struct {
		name, in string
		pages    []page
		warning  string
	}{
		{"empty", "", nil, ""},
		{"blank", " \n\f\n\t\f", nil, ""},
		{"no pages", "\n\n   Rules\n\n1. One.\n", []page{{0, "   Rules\n\n1. One."}}, ""},
		{"a form feed at the end", "Rules\n\f", []page{{0, "Rules"}}, ""},
		{"pages", "One\n\fTwo\r\n\f\n\f\n  Four", []page{{1, "One"}, {2, "Two"}, {4, "  Four"}}, ""},
		{"right to left", "المادة 1\n\fالمادة 2\n", []page{{1, "المادة 1"}, {2, "المادة 2"}}, ""},
		{"control characters", "Ru\x00les\x01\n", []page{{0, "Rules"}}, "control characters left out: 2"},
	} {
		s := Read(c.in)
		var got []page
		for _, b := range s.Blocks {
			if b.Kind != block.Text {
				t.Errorf("%s: kind %s", c.name, b.Kind)
			}
			got = append(got, page{b.Page, s.Text[b.Span.Start:b.Span.End]})
		}
		if len(got) != len(c.pages) {
			t.Errorf("%s: %v, want %v", c.name, got, c.pages)
			continue
		}
		for i := range got {
			if got[i] != c.pages[i] {
				t.Errorf("%s: %v, want %v", c.name, got[i], c.pages[i])
			}
		}
		if said := strings.Join(s.Warnings, "\n"); said != c.warning {
			t.Errorf("%s: warns %q", c.name, said)
		}
	}
}

// FuzzRead checks that the blocks hold every visible byte of the text, in order.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "\f", "a\fb", " \n a \f\r\n", "a\x00\bb\x1b[1m", "\xff\f\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		s := Read(data)
		at := 0
		for _, b := range s.Blocks {
			if !blank(s.Text[at:b.Span.Start]) || b.Span.Empty() {
				t.Errorf("something is lost before %v", b.Span)
			}
			at = b.Span.End
		}
		if !blank(s.Text[at:]) {
			t.Errorf("something is lost behind %d", at)
		}
	})
}

func blank(s string) bool { return strings.Trim(s, " \t\r\n\f") == "" }

func BenchmarkRead(b *testing.B) {
	data := strings.Repeat("1. A rule of some words.\n\n", 1<<20/26)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if s := Read(data); len(s.Blocks) != 1 {
			b.Fatalf("%d blocks", len(s.Blocks))
		}
	}
}
