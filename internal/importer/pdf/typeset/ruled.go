package typeset

import "slices"

// A Cell is a cell of a grid: its lines; or, where a cell before it reaches across, Joined.
type Cell struct {
	Lines  []Line
	Joined bool
}

// Take puts the fragments within the grid into its cells, and returns what stands for them on
// the page, with the others. It takes none where they are no table: boxes around text,
// axes and forms.
func (g *Grid) Take(frags []Fragment) []Fragment {
	frags = slices.Clone(frags)
	g.frags = make([][]Fragment, len(g.cells))
	var rest []Fragment
	stands := Fragment{Table: g}
	for _, f := range frags {
		cell, in := g.cellOf(&f)
		if !in || f.Table != nil { // a table within the frame of another stands by itself
			rest = append(rest, f)
			continue
		}
		g.frags[cell] = append(g.frags[cell], f)
		if stands.Size == 0 || f.Base < stands.Base {
			stands.Base, stands.Size = f.Base, f.Size
		}
	}
	if !g.isTable() {
		return frags
	}
	stands.Span = g.X
	return append(rest, stands)
}

// cellOf returns the cell that a fragment stands in.
func (g *Grid) cellOf(f *Fragment) (int, bool) {
	c := place(g.xs, f.middle())
	r := place(g.ys, f.Base-0.3*f.Size)
	if c < 0 || r < 0 {
		return 0, false
	}
	return g.cells[r*g.columns()+c], true
}

// place returns between which of edges v lies; -1 for none.
func place(edges []float64, v float64) int {
	i, _ := slices.BinarySearch(edges, v)
	if i == len(edges) {
		return -1
	}
	return i - 1
}

// isTable reports whether at least two rows have two cells with text, and none so much of it
// that the grid must only place what it holds.
func (g *Grid) isTable() bool {
	const much = 2000 // signs
	many := 0
	for r := range len(g.ys) - 1 {
		filled := 0
		for c := range g.columns() {
			i := r*g.columns() + c
			if signs(g.frags[i]) > much {
				return false
			}
			filled += one(len(g.frags[i]) > 0)
		}
		many += one(filled > 1)
	}
	return many > 1
}

// Rows returns the rows of the grid, their cells in the order of reading. A cell that reaches
// over several rows stands in each, since a row is read alone; a long one in the first.
func (g *Grid) Rows(page int) [][]Cell {
	const repeated = 200 // signs
	var out [][]Cell
	rtl := rightToLeft(slices.Concat(g.frags...))
	for r := range len(g.ys) - 1 {
		row := make([]Cell, g.columns())
		seen, own := map[int]bool{}, false
		for k := range row {
			c := k
			if rtl {
				c = len(row) - 1 - k
			}
			cell := g.cells[r*g.columns()+c]
			frags := g.frags[cell]
			row[k].Joined = seen[cell]
			seen[cell] = true
			own = own || cell/g.columns() == r && len(frags) > 0
			if !row[k].Joined && (cell/g.columns() == r || signs(frags) <= repeated) {
				row[k].Lines = Lines(frags, page)
			}
		}
		if own {
			out = append(out, row)
		}
	}
	return out
}
