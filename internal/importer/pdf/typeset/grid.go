package typeset

import (
	"cmp"
	"slices"
	"unicode"
)

// A Rule is a straight line that is drawn on a page, upright or level. Its Y is a height.
type Rule struct{ X, Y Span }

// How rules meet, in points.
const (
	thin     = 3.0 // a rule is no thicker
	shortest = 5.0 // and no shorter
	meets    = 3.0 // rules so near to one another meet
)

// level reports whether a rule lies; upright ones stand.
func (r Rule) level() bool   { return r.Y.Width() <= thin && r.X.Width() >= shortest }
func (r Rule) upright() bool { return r.X.Width() <= thin && r.Y.Width() >= shortest }

// Thin reports whether r is a rule at all and no area.
func (r Rule) Thin() bool { return r.level() || r.upright() }

// middle returns the middle of s.
func (s Span) middle() float64 { return (s.X0 + s.X1) / 2 }

// uprights returns the rules that stand.
func uprights(rules []Rule) []Rule {
	return slices.DeleteFunc(slices.Clone(rules), func(r Rule) bool { return !r.upright() })
}

// Jumps returns how often the signs of a page, in the order in which they are drawn, go on
// far to the right of the one before, as from cell to cell of a table; not from the mark of
// a paragraph to its text.
func Jumps(chars []Char) int {
	const mark = 2 // letters of the longest, as in "(iv"
	n, letters := 0, 0
	var last Char
	for _, c := range chars {
		if blank(c.Rune) || !placed(c) {
			continue
		}
		switch gap := c.X0 - last.X1; {
		case last.Size > 0 && gap > 0.7*c.Size:
			n += one(letters > mark)
			letters = mark + 1 // what follows is a cell, whatever it holds
		case gap < -c.Size: // another line
			letters = 0
		}
		letters += one(unicode.IsLetter(c.Rune))
		last = c
	}
	return n
}

// A Grid is a table with rules between its rows and between its columns.
type Grid struct {
	X, Y   Span
	xs, ys []float64 // where columns and rows begin and end
	cells  []int     // row by row, the first of the cells that each is one with
	frags  [][]Fragment
}

// Grids returns the grids that rules make.
func Grids(rules []Rule) []*Grid {
	const most = 2000 // a page with more has a drawing
	var levels, uprights []Rule
	for _, r := range rules {
		switch {
		case r.level():
			levels = append(levels, r)
		case r.upright():
			uprights = append(uprights, r)
		}
	}
	if len(levels) < 3 || len(uprights) < 1 || len(levels)+len(uprights) > most {
		return nil
	}
	levels = collinear(levels, func(r Rule) (along, across Span) { return r.X, r.Y }, func(along, across Span) Rule { return Rule{along, across} })
	uprights = collinear(uprights, func(r Rule) (along, across Span) { return r.Y, r.X }, func(along, across Span) Rule { return Rule{across, along} })
	var out []*Grid
	for _, group := range meeting(append(levels, uprights...)) {
		if g := newGrid(group); g != nil {
			out = append(out, g)
		}
	}
	return out
}

// collinear joins the pieces of rules that go on with one another, as borders of cells do.
func collinear(rules []Rule, take func(Rule) (along, across Span), give func(along, across Span) Rule) []Rule {
	slices.SortFunc(rules, func(a, b Rule) int {
		aAlong, aAcross := take(a)
		bAlong, bAcross := take(b)
		return cmp.Or(cmp.Compare(aAcross.middle(), bAcross.middle()), cmp.Compare(aAlong.X0, bAlong.X0))
	})
	var out []Rule
	used := make([]bool, len(rules))
	for i := range rules {
		if used[i] {
			continue
		}
		along, across := take(rules[i])
		for again := true; again; {
			again = false
			for j := i + 1; j < len(rules); j++ {
				more, beside := take(rules[j])
				if beside.middle()-across.middle() > thin {
					break
				}
				if !used[j] && along.Gap(more) <= meets && Near(beside.middle(), across.middle(), thin/2) {
					used[j], again, along = true, true, along.Join(more)
				}
			}
		}
		out = append(out, give(along, across))
	}
	return out
}

// meeting sorts rules into groups of those that meet, one with the next.
func meeting(rules []Rule) [][]Rule {
	var out [][]Rule
	left := slices.Clone(rules)
	for len(left) > 0 {
		group := left[:1:1]
		left = left[1:]
		for i := 0; i < len(group); i++ {
			left = slices.DeleteFunc(left, func(r Rule) bool {
				meet := r.X.Gap(group[i].X) <= meets && r.Y.Gap(group[i].Y) <= meets
				if meet {
					group = append(group, r)
				}
				return meet
			})
		}
		out = append(out, group)
	}
	return out
}

// newGrid returns the grid of rules that meet; nil where they part no two rows or no two
// columns, or so many that they must be a drawing, such as a chart with ticks.
func newGrid(rules []Rule) *Grid {
	const most = 20_000 // cells
	g := &Grid{X: rules[0].X, Y: rules[0].Y}
	for _, r := range rules {
		g.X, g.Y = g.X.Join(r.X), g.Y.Join(r.Y)
	}
	g.xs, g.ys = []float64{g.X.X0, g.X.X1}, []float64{g.Y.X0, g.Y.X1}
	for _, r := range rules {
		if r.level() {
			g.ys = append(g.ys, r.Y.middle())
		} else {
			g.xs = append(g.xs, r.X.middle())
		}
	}
	g.xs, g.ys = distinct(g.xs), distinct(g.ys)
	if len(g.xs) < 3 || len(g.ys) < 3 || len(g.xs)*len(g.ys) > most {
		return nil
	}
	g.join(rules)
	return g
}

// distinct sorts places and leaves one of those that are nearly the same.
func distinct(places []float64) []float64 {
	slices.Sort(places)
	return slices.CompactFunc(places, func(a, b float64) bool { return Near(a, b, meets) })
}

func (g *Grid) columns() int { return len(g.xs) - 1 }

// join makes one of the cells that no rule parts.
func (g *Grid) join(rules []Rule) {
	columns, rows := g.columns(), len(g.ys)-1
	right, below := g.parted(rules)
	g.cells = make([]int, columns*rows)
	for i := range g.cells {
		g.cells[i] = i
	}
	first := func(i int) int {
		for g.cells[i] != i {
			g.cells[i] = g.cells[g.cells[i]]
			i = g.cells[i]
		}
		return i
	}
	one := func(a, b int) {
		a, b = first(a), first(b)
		g.cells[max(a, b)] = min(a, b)
	}
	for i := range g.cells {
		if (i+1)%columns != 0 && !right[i] {
			one(i, i+1)
		}
		if i+columns < len(g.cells) && !below[i] {
			one(i, i+columns)
		}
	}
	for i := range g.cells {
		g.cells[i] = first(i)
	}
}

// parted tells which cells have a rule on their right, and which below.
func (g *Grid) parted(rules []Rule) (right, below []bool) {
	columns, rows := g.columns(), len(g.ys)-1
	right, below = make([]bool, columns*rows), make([]bool, columns*rows)
	for _, r := range rules {
		if r.level() {
			for _, at := range touched(g.ys[1:rows], r.Y) {
				for _, c := range touched(middles(g.xs), r.X) {
					below[at*columns+c] = true
				}
			}
			continue
		}
		for _, at := range touched(g.xs[1:columns], r.X) {
			for _, row := range touched(middles(g.ys), r.Y) {
				right[row*columns+at] = true
			}
		}
	}
	return right, below
}

// touched returns which of places a rule that reaches so far meets.
func touched(places []float64, reach Span) []int {
	var out []int
	for i, v := range places {
		if reach.Gap(Span{v, v}) <= meets {
			out = append(out, i)
		}
	}
	return out
}

// middles returns the places halfway between edges.
func middles(edges []float64) []float64 {
	out := make([]float64, 0, len(edges))
	for i := 1; i < len(edges); i++ {
		out = append(out, (edges[i-1]+edges[i])/2)
	}
	return out
}
