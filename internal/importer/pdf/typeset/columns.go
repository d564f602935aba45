package typeset

import (
	"maps"
	"math"
	"slices"
)

// What makes columns of a page: shares of its signs or of its width.
const (
	minShare   = 0.15 // of the signs, in each column
	maxCross   = 0.40 // of the signs, in lines that reach over both
	minFill    = 0.60 // how much of its column a usual line fills
	raggedFill = 0.30 // the same where each column has its lines at its own heights
	minLines   = 4    // in each column
	minColumn  = 0.18 // of the width of the text
	maxNested  = 2    // so many columns within columns
	narrowest  = 8.0  // ems of a column, where there are more than two
	gutterSlip = 2.0  // points that a line may reach into a gutter
)

// Columns tell how a text parts into two columns, at X, either of which may part again;
// nil is one column.
type Columns struct {
	X           float64
	Left, Right *Columns
}

// ColumnsOf finds the columns of running text of a page, nil where there is but one.
func ColumnsOf(frags []Fragment) *Columns { return columns(frags, minFill, maxNested) }

// columns finds the gutter where most text begins, of those that part columns, most lines of
// which fill so much of them.
func columns(frags []Fragment, fill float64, depth int) *Columns {
	all, enough := extent(frags), signs(frags)/20
	starts := map[float64]int{}
	for _, f := range frags {
		starts[math.Round(f.X0/2)*2] += f.Count
	}
	var best *Columns
	most, at := 0, 0.0
	for x, n := range starts {
		if x < all.X0+minColumn*all.Width() || x > all.X1-minColumn*all.Width() || n < enough || n < most || n == most && x > at {
			continue
		}
		if c := parts(frags, x-gutterSlip, fill, depth); c != nil {
			best, most, at = c, n, x
		}
	}
	if best != nil {
		best.X = outset(frags, best.X)
	}
	return best
}

// outset returns where the column that most of its text begins at x begins indeed, if some of
// it, such as headings, stands out to the left of the rest.
func outset(frags []Fragment, x float64) float64 {
	_, _, cross := split(frags, x)
	best, least := x, signs(cross)
	for _, f := range cross {
		s := f.X0 - gutterSlip
		if x-s > 4*f.Size || slices.ContainsFunc(frags, func(g Fragment) bool { return g.X0 >= s && g.X1 <= x+gutterSlip }) {
			continue
		}
		if _, _, over := split(frags, s); signs(over) < least {
			best, least = s, signs(over)
		}
	}
	return best
}

// parts returns the columns of running text that x parts frags into, nil where it does not.
func parts(frags []Fragment, x, fill float64, depth int) *Columns {
	left, right, cross := split(frags, x)
	l, r := float64(signs(left)), float64(signs(right))
	least := minShare * (l + r + float64(signs(cross)))
	if crossed(left, right, cross) || l < least || r < least {
		return nil
	}
	if staggered(left, right) {
		fill = raggedFill
	}
	c := &Columns{X: x}
	var ok, also bool
	if c.Left, ok = running(left, fill, depth); !ok {
		return nil
	}
	if c.Right, also = running(right, fill, depth); !also {
		return nil
	}
	return c
}

// staggered reports whether two columns have lines at heights of their own, as those of
// short lines have that are no cells of a table.
func staggered(left, right []Fragment) bool {
	const enough, apart = 10, 0.5 // lines in each, and points from line to line
	heights := func(frags []Fragment) []float64 {
		var out []float64
		for _, f := range frags {
			out = append(out, f.Base)
		}
		slices.Sort(out)
		return slices.CompactFunc(out, func(a, b float64) bool { return Near(a, b, apart) })
	}
	few, many := heights(left), heights(right)
	if len(few) > len(many) {
		few, many = many, few
	}
	beside := 0
	for _, h := range few {
		i, _ := slices.BinarySearch(many, h-apart)
		beside += one(i < len(many) && many[i] <= h+apart)
	}
	return len(few) >= enough && 10*beside < 3*len(few)
}

// crossed reports whether too much of a text reaches over a gutter.
func crossed(left, right, cross []Fragment) bool {
	c := signs(cross)
	return float64(c) > maxCross*float64(signs(left)+signs(right)+c)
}

// running reports whether frags are a column of running text, most lines of which fill so
// much of it, or several, which it returns.
// Figures and short words, as tables have them, fill narrow columns too.
func running(frags []Fragment, fill float64, depth int) (*Columns, bool) {
	rows, share := Filled(frags)
	if rows < minLines {
		return nil, false
	}
	if share < minFill && depth > 0 {
		if c := columns(frags, fill, depth-1); c != nil {
			return c, true
		}
	}
	return nil, share >= fill && (depth == maxNested || extent(frags).Width() >= narrowest*frags[0].Size)
}

// Ends reports whether a text parts into such columns of which only the first has to be
// full, as on a last page.
func (c *Columns) Ends(frags []Fragment) bool {
	left, right, cross := split(frags, c.X)
	if crossed(left, right, cross) {
		return false
	}
	if c.Left != nil {
		return c.Left.Ends(left)
	}
	rows, share := Filled(left)
	return len(right) > 0 && rows >= minLines && share >= minFill
}

func split(frags []Fragment, x float64) (left, right, cross []Fragment) {
	for _, f := range frags {
		switch {
		case f.X1 <= x+gutterSlip:
			left = append(left, f)
		case f.X0 >= x-gutterSlip:
			right = append(right, f)
		default:
			cross = append(cross, f)
		}
	}
	return left, right, cross
}

func signs(frags []Fragment) int {
	n := 0
	for _, f := range frags {
		n += f.Count
	}
	return n
}

// Filled returns how many lines the fragments make, and the share of their column
// that half of those lines fill with ink.
func Filled(frags []Fragment) (rows int, share float64) {
	frags = texts(frags)
	area := extent(frags).Width()
	ink := map[float64]float64{}
	for _, f := range frags {
		ink[math.Round(f.Base/2)] += f.Width()
	}
	if area <= 0 {
		return len(ink), 0
	}
	widths := slices.Sorted(maps.Values(ink))
	return len(ink), widths[len(widths)/2] / area
}

// InOrder returns the lines of a page in the order of reading: what reaches over a gutter
// divides the page into zones, and in each zone one column is read before the other.
func (c *Columns) InOrder(frags []Fragment, page int) []Line { return c.inOrder(frags, page, 1) }

func (c *Columns) inOrder(frags []Fragment, page, depth int) []Line {
	left, right, cross := split(byHeight(frags), c.X)
	var out []Line
	over := Lines(cross, page)
	for i := 0; i <= len(over); i++ {
		to := math.Inf(1)
		if i < len(over) {
			to = over[i].Base
		}
		var first, second []Fragment
		first, left = above(left, to)
		second, right = above(right, to)
		before, after := c.Left, c.Right
		if rightToLeft(frags) {
			first, second, before, after = second, first, after, before
		}
		out = append(out, before.within(first, page, depth)...)
		out = append(out, after.within(second, page, depth)...)
		if i < len(over) {
			out = append(out, over[i])
		}
	}
	return out
}

// within returns the lines of one zone of a column, which may hold columns of its own that
// others do not have.
func (c *Columns) within(frags []Fragment, page, depth int) []Line {
	if c == nil && depth > 0 {
		c = columns(frags, minFill, maxNested-1)
		depth--
	}
	if c == nil {
		return Lines(frags, page)
	}
	return c.inOrder(frags, page, depth)
}

// above parts off the fragments whose line is not below a height; frags are in
// order of height.
func above(frags []Fragment, height float64) (upper, rest []Fragment) {
	n := 0
	for n < len(frags) && frags[n].Base <= height {
		n++
	}
	return frags[:n], frags[n:]
}

func rightToLeft(frags []Fragment) bool {
	right, left := 0, 0
	for _, f := range frags {
		right, left = right+f.right, left+f.left
	}
	return right > left
}
