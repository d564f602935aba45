package typeset

import (
	"slices"
	"strings"
	"testing"
)

// lying and standing are rules as they are drawn, half a point thick.
func lying(y, from, to float64) Rule    { return Rule{Span{from, to}, Span{y, y + 0.5}} }
func standing(x, from, to float64) Rule { return Rule{Span{x, x + 0.5}, Span{from, to}} }

// show returns the cells of tables, "+" for those that others reach across.
func show(frags []Fragment) string {
	var out []string
	for _, f := range frags {
		if f.Table == nil {
			out = append(out, f.Text)
			continue
		}
		for _, r := range f.Table.Rows(1) {
			var cells []string
			for _, c := range r {
				var text []string
				for _, l := range c.Lines {
					text = append(text, l.Text)
				}
				if c.Joined {
					text = []string{"+"}
				}
				cells = append(cells, strings.Join(text, " "))
			}
			out = append(out, strings.Join(cells, "|"))
		}
	}
	return strings.Join(out, "; ")
}

func TestGrid(t *testing.T) {
	// Two columns of 100 points, three rows of 30, from 0 and 100 on.
	grid := []Rule{lying(100, 0, 200), lying(130, 0, 200), lying(160, 0, 200), lying(190, 0, 200), standing(0, 100, 190), standing(100, 100, 190), standing(200, 100, 190)}
	with := func(parts ...[]Char) []Char { return slices.Concat(parts...) }
	head := with(row(5, 115, "Boat"), row(105, 115, "Fee"))
	for _, c := range []struct {
		name  string
		rules []Rule
		chars []Char
		want  string
	}{
		{"no rules", nil, head, "Boat; Fee"},
		{"a box", []Rule{lying(100, 0, 200), lying(190, 0, 200), standing(0, 100, 190), standing(200, 100, 190)}, head, "Boat; Fee"},
		{"rules far apart", []Rule{lying(100, 0, 80), lying(130, 0, 80), lying(160, 0, 80), standing(100, 100, 190)}, head, "Boat; Fee"},
		{"one row filled", grid, head, "Boat; Fee"},
		{"text outside", grid, with(row(5, 90, "above"), head, row(5, 145, "raft"), row(105, 145, "9"), row(5, 205, "below")), "above; below; Boat|Fee; raft|9"},
		{"cells of several lines", grid, with(head, stack(5, 140, 12, "a rowing", "boat"), row(105, 146, "9")), "Boat|Fee; a rowing boat|9"},
		{"cells that fill their lines", grid, with(head, stack(5, 140, 12, "a rowing boat for", "four"), stack(105, 140, 12, "9 and", "more")), "Boat|Fee; a rowing boat for four|9 and more"},
		{"signs on both sides of a rule", grid, with(head, row(5, 145, "a raft of us, 16ft"), row(103, 145, "9")), "Boat|Fee; a raft of us, 16ft|9"},
		{"borders in pieces", slices.Concat(
			[]Rule{lying(100, 0, 99), lying(100, 101, 200), lying(130, 0, 99), lying(130, 101, 200), lying(160, 0, 99), lying(160, 101, 200)},
			[]Rule{standing(0, 100, 129), standing(0, 131, 160), standing(100, 100, 129), standing(100, 131, 160), standing(200, 100, 129), standing(200, 131, 160)},
		), with(head, row(5, 145, "raft"), row(105, 145, "9")), "Boat|Fee; raft|9"},
		{"a cell over two columns", []Rule{lying(100, 0, 200), lying(130, 0, 200), lying(160, 0, 200), lying(190, 0, 200), standing(0, 100, 190), standing(100, 130, 190), standing(200, 100, 190)},
			with(row(60, 115, "Our boats"), row(5, 145, "raft"), row(105, 145, "9"), row(5, 175, "punt"), row(105, 175, "8")), "Our boats|+; raft|9; punt|8"},
		{"a cell over two rows", []Rule{lying(100, 0, 200), lying(130, 0, 200), lying(160, 100, 200), lying(190, 0, 200), standing(0, 100, 190), standing(100, 100, 190), standing(200, 100, 190)},
			with(head, row(5, 162, "raft"), row(105, 145, "9"), row(105, 175, "8")), "Boat|Fee; raft|9; raft|8"},
	} {
		frags := Fragments(c.chars, c.rules...)
		for _, g := range Grids(c.rules) {
			frags = g.Take(frags)
		}
		if got := show(frags); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestGridOfText has a grid that only places the text of a page, which is no table.
func TestGridOfText(t *testing.T) {
	rules := []Rule{lying(0, 0, 400), lying(500, 0, 400), lying(1000, 0, 400), standing(0, 0, 1000), standing(200, 0, 1000), standing(400, 0, 1000)}
	text := stack(5, 10, 6, slices.Repeat([]string{"words that fill a whole column of it"}, 70)...)
	frags := Fragments(slices.Concat(text, row(205, 10, "one"), row(5, 510, "two"), row(205, 510, "three")))
	if got := Grids(rules)[0].Take(frags); len(got) != len(frags) {
		t.Errorf("%d fragments, want %d", len(got), len(frags))
	}
}

// TestJumps tells rows of cells from paragraphs with numbers.
func TestJumps(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts [][]Char
		want  int
	}{
		{"nothing", nil, 0},
		{"lines", [][]Char{stack(0, 100, 14, "words of a text", "and others")}, 0},
		{"numbers before paragraphs", [][]Char{row(0, 100, "(12)"), row(40, 100, "words"), row(0, 114, "(13)"), row(40, 114, "others")}, 0},
		{"cells", [][]Char{row(0, 100, "rowing boat"), row(90, 100, "9"), row(0, 114, "raft"), row(90, 114, "8"), row(120, 114, "7")}, 3},
	} {
		if got := Jumps(slices.Concat(c.parts...)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// TestManyCells has a table as large as a page holds, and a chart with so many ticks on its
// axes that it is none.
func TestManyCells(t *testing.T) {
	ruled := func(rows, columns int) []Rule {
		var out []Rule
		for i := range rows + 1 {
			out = append(out, lying(12*float64(i), 0, 12*float64(columns)))
		}
		for i := range columns + 1 {
			out = append(out, standing(12*float64(i), 0, 12*float64(rows)))
		}
		return out
	}
	if got := len(Grids(ruled(90, 50))); got != 1 {
		t.Errorf("a table of 90 rows: %d grids", got)
	}
	chart := []Rule{lying(0, 0, 10_000), standing(0, 0, 10_000)}
	for i := range 900 {
		chart = append(chart, standing(10*float64(i), 0, 6), lying(10*float64(i), 0, 6))
	}
	if got := len(Grids(chart)); got != 0 {
		t.Errorf("a chart: %d grids", got)
	}
}

// BenchmarkGrids joins nearly all cells of a chart with as many ticks as a table may have.
func BenchmarkGrids(b *testing.B) {
	chart := []Rule{lying(0, 0, 2000), standing(0, 0, 2000)}
	for i := range 138 {
		chart = append(chart, standing(10*float64(i), 0, 6), lying(10*float64(i), 0, 6))
	}
	for b.Loop() {
		Grids(chart)
	}
}
