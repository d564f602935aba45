package typeset

import (
	"slices"
	"strings"
	"testing"
)

// stack places lines from x at height y, so far from one to the next.
func stack(x, y, pitch float64, lines ...string) []Char {
	var out []Char
	for _, l := range lines {
		out = append(out, row(x, y, l)...)
		y += pitch
	}
	return out
}

// TestColumns tells columns of text, read one after the other, from columns of a table.
func TestColumns(t *testing.T) {
	full := slices.Repeat([]string{"words that fill it up"}, 12)
	short := slices.Repeat([]string{"words that fill it", "tins and", "a pan for", "cups"}, 3)
	figures := slices.Repeat([]string{"6.10"}, 12)
	for _, c := range []struct {
		name  string
		parts [][]Char
		want  int // columns
	}{
		{"one column", [][]Char{stack(0, 100, 14, full...)}, 1},
		{"a table of figures", [][]Char{stack(0, 100, 14, figures...), stack(60, 100, 14, figures...), stack(120, 100, 14, figures...), stack(180, 100, 14, figures...)}, 1},
		{"a table of short cells", [][]Char{stack(0, 100, 14, short...), stack(120, 100, 14, short...)}, 1},
		{"a list of prices", [][]Char{stack(0, 100, 14, short...), stack(200, 100, 14, figures...)}, 1},
		{"two columns", [][]Char{stack(0, 100, 14, full...), stack(120, 100, 14, full...)}, 2},
		{"two of short lines", [][]Char{stack(0, 100, 14, short...), stack(120, 105, 14, short...)}, 2},
		{"three columns", [][]Char{stack(0, 100, 14, full...), stack(120, 105, 14, full...), stack(240, 109, 14, full...)}, 3},
		{"three in step", [][]Char{stack(0, 100, 14, full...), stack(120, 100, 14, full...), stack(240, 100, 14, full...)}, 3},
		{"three of short lines", [][]Char{stack(0, 100, 14, short...), stack(120, 105, 14, short...), stack(240, 109, 14, short...)}, 3},
		{"four columns", [][]Char{stack(0, 100, 14, full...), stack(120, 105, 14, full...), stack(240, 109, 14, full...), stack(360, 112, 14, full...)}, 4},
	} {
		got := 1
		frags := Fragments(slices.Concat(c.parts...))
		columns := ColumnsOf(frags)
		lines := Lines(frags, 1)
		if columns != nil {
			lines = columns.InOrder(frags, 1)
		}
		for i := 1; i < len(lines); i++ {
			if lines[i].Base < lines[i-1].Base {
				got++
			}
		}
		if got != c.want || columns == nil && got > 1 {
			t.Errorf("%s: %d columns, want %d", c.name, got, c.want)
		}
	}
}

// TestOutset has headings that stand out to the left of most of their column.
func TestOutset(t *testing.T) {
	lines := slices.Repeat([]string{"words that fill it up"}, 12)
	chars := append(stack(0, 100, 14, lines...), stack(130, 105, 14, lines[:6]...)...)
	chars = append(append(chars, stack(120, 191, 14, "a heading")...), stack(130, 210, 14, lines[:6]...)...)
	frags := Fragments(chars)
	columns := ColumnsOf(frags)
	if columns == nil {
		t.Fatal("one column")
	}
	var got []string
	for _, l := range columns.InOrder(frags, 1) {
		got = append(got, l.Text)
	}
	if at := slices.Index(got, "a heading"); at != 18 {
		t.Errorf("the heading is line %d of %s", at, strings.Join(got, " / "))
	}
}

// TestEnds has a last page whose last columns are short or not there.
func TestEnds(t *testing.T) {
	full := slices.Repeat([]string{"words that fill it up"}, 12)
	three := ColumnsOf(Fragments(slices.Concat(stack(0, 100, 14, full...), stack(120, 105, 14, full...), stack(240, 109, 14, full...))))
	if three == nil {
		t.Fatal("one column")
	}
	for _, c := range []struct {
		name  string
		parts [][]Char
		want  bool
	}{
		{"one column", [][]Char{stack(0, 100, 14, full...)}, false},
		{"lines over all", [][]Char{stack(0, 100, 14, slices.Repeat([]string{strings.Repeat("words that fill it up ", 3)}, 12)...)}, false},
		{"a second of two lines", [][]Char{stack(0, 100, 14, full...), stack(120, 105, 14, full[:2]...)}, true},
		{"a third of one", [][]Char{stack(0, 100, 14, full...), stack(120, 105, 14, full...), stack(240, 105, 14, full[:1]...)}, true},
	} {
		if got := three.Ends(Fragments(slices.Concat(c.parts...))); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
