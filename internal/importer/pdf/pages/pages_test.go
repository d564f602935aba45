package pages

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/importer/pdf/typeset"
)

// write returns the signs of a line at height y.
func write(y float64, text string) []typeset.Char {
	const size = 11
	var out []typeset.Char
	x := 70.0
	for i, r := range []rune(text) {
		out = append(out, typeset.Char{Rune: r, X0: x, X1: x + size/2, X: x + float64(i%2)/10, Base: y, Size: size, Font: "Serif"})
		x += size / 2
	}
	return out
}

// TestClean has nothing at all first, then pages with a running head that counts.
func TestClean(t *testing.T) {
	for n := range 3 {
		ps := make(Pages, n)
		ps.Clean(nil)
		if got := ps.Lines(); len(got) > 0 || len(ps.Margins()) > 0 {
			t.Errorf("%d empty pages: %v", n, got)
		}
	}
	var ps Pages
	for n := 1; n <= 4; n++ {
		chars := append(write(30, fmt.Sprintf("Rules of the mill %d", n)), write(100, fmt.Sprintf("Wheel number %s turns all day and all night.", strings.Repeat("i", n)))...)
		ps = append(ps, Page{Frags: typeset.Fragments(chars)})
	}
	ps.Clean([]Bookmark{{Title: "Wheels", Level: 1, Page: 1}})
	got := ps.Lines()
	if len(got) != 4 {
		t.Fatalf("%d lines, want 4", len(got))
	}
	for i, l := range got {
		if l.Page != i+1 || !strings.HasPrefix(l.Text, "Wheel number") {
			t.Errorf("page %d: %q", l.Page, l.Text)
		}
	}
}
