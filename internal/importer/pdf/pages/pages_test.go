package pages

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pincite/internal/importer/pdf/typeset"
)

// write returns the signs of a line at height y.
func write(y float64, text string) []typeset.Char { return writeIn(11, y, text) }

// writeIn writes in type of a size.
func writeIn(size, y float64, text string) []typeset.Char {
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

// TestSeries has pages whose first lines differ in a number alone: page numbers go, also
// those that only a blank line sets apart; what text hangs on is a heading, and stays.
func TestSeries(t *testing.T) {
	for _, c := range []struct {
		name, first, second string
		size, gap           float64 // of the first; between the two
		kept                bool
	}{
		{"page numbers", "Page %d", "The mill stands at the lower weir.", 11, 40, false},
		{"above a running head", "Page %d", "Rules of the mill", 11, 14, false},
		{"headings below", "Title %d", "Of wheels", 11, 14, true},
		{"large headings", "Title %d", "Of wheels", 13, 24, true},
		{"as far away in the type of the text", "Page %d", "Of wheels", 11, 24, false},
		{"a sentence that counts", "The rules of the mill, page %d", "Of wheels", 11, 14, false},
	} {
		var ps Pages
		for n := 1; n <= 4; n++ {
			chars := append(writeIn(c.size, 30, fmt.Sprintf(c.first, n)), write(30+c.gap, c.second)...)
			if c.kept {
				chars = slices.Concat(write(30+c.gap, c.second+strings.Repeat("i", n)), writeIn(c.size, 30, fmt.Sprintf(c.first, n)))
			}
			for line := range 9 {
				chars = append(chars, write(120+14*float64(line), fmt.Sprintf("Wheel number %s turns all day on its line %d.", strings.Repeat("i", n), line*n*n))...)
			}
			ps = append(ps, Page{Frags: typeset.Fragments(chars)})
		}
		ps.Clean(nil)
		kept := 0
		for _, l := range ps.Lines() {
			if strings.HasPrefix(l.Text, c.first[:5]) {
				kept++
			}
		}
		if want := map[bool]int{true: 4}[c.kept]; kept != want {
			t.Errorf("%s: %d lines stay, want %d", c.name, kept, want)
		}
	}
}

// TestOneNumber keeps the heading with the number of its page that no other page has.
func TestOneNumber(t *testing.T) {
	var ps Pages
	for n, first := range []string{"The mill", "Part 2", "The weir"} {
		chars := append(write(30, first), write(100, fmt.Sprintf("Wheel number %s turns all day.", strings.Repeat("i", n+1)))...)
		ps = append(ps, Page{Frags: typeset.Fragments(chars)})
	}
	ps.Clean(nil)
	if got := ps.Lines(); len(got) != 6 || got[2].Text != "Part 2" {
		t.Errorf("lines: %v", got)
	}
}

// TestSeriesOnSeries has a series right above another on each page: both stay, whichever
// of them is looked at first.
func TestSeriesOnSeries(t *testing.T) {
	for range 50 {
		var ps Pages
		for n := 1; n <= 3; n++ {
			chars := slices.Concat(write(60, fmt.Sprintf("Book %d", n)), write(74, fmt.Sprintf("Title %d", n)),
				write(88, fmt.Sprintf("The weir is %s than the mill.", strings.Repeat("x", n))),
				write(102, fmt.Sprintf("It turns for %s hours.", strings.Repeat("y", n))))
			ps = append(ps, Page{Frags: typeset.Fragments(chars)})
		}
		ps.Clean(nil)
		var got []string
		for _, l := range ps.Lines() {
			got = append(got, l.Text)
		}
		for n := 1; n <= 3; n++ {
			for _, want := range []string{fmt.Sprintf("Book %d", n), fmt.Sprintf("Title %d", n)} {
				if !slices.Contains(got, want) {
					t.Fatalf("%q is gone: %q", want, got)
				}
			}
		}
	}
}
