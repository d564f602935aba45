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
	minLines   = 4    // in each column
	minColumn  = 0.18 // of the width of the text
	gutterSlip = 2.0  // points that a line may reach into a gutter
)

// Gutter finds the x where the text of a page parts into two columns.
func Gutter(frags []Fragment) (float64, bool) {
	all, enough := extent(frags), signs(frags)/20
	starts := map[float64]int{}
	for _, f := range frags {
		starts[math.Round(f.X0/2)*2] += f.Count
	}
	best, most := 0.0, 0
	for x, n := range starts {
		if x < all.X0+minColumn*all.Width() || x > all.X1-minColumn*all.Width() {
			continue
		}
		if n >= enough && (n > most || n == most && x < best) && Parts(frags, x-gutterSlip, true) {
			best, most = x, n
		}
	}
	return best - gutterSlip, most > 0
}

// Parts reports whether x parts frags into columns of running text. Without
// strict the right one may be short, as on a last page.
func Parts(frags []Fragment, x float64, strict bool) bool {
	left, right, cross := split(frags, x)
	l, r, c := signs(left), signs(right), signs(cross)
	all := float64(l + r + c)
	rows, share := Filled(left)
	if float64(c) > maxCross*all || rows < minLines || share < minFill {
		return false
	}
	if !strict {
		return len(right) > 0
	}
	rows, share = Filled(right)
	return rows >= minLines && share >= minFill && float64(l) >= minShare*all && float64(r) >= minShare*all
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

// InOrder returns the lines of a page in the order of reading, with columns
// parted at the gutter x: what reaches over it divides the page into zones, and
// in each zone one column is read before the other.
func InOrder(frags []Fragment, x float64, page int, depth int) []Line {
	left, right, cross := split(byHeight(frags), x)
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
		if rightToLeft(frags) {
			first, second = second, first
		}
		out = append(out, column(first, page, depth)...)
		out = append(out, column(second, page, depth)...)
		if i < len(over) {
			out = append(out, over[i])
		}
	}
	return out
}

// column returns the lines of one column, which may hold columns itself.
func column(frags []Fragment, page, depth int) []Line {
	if depth > 0 {
		if x, ok := Gutter(frags); ok {
			return InOrder(frags, x, page, depth-1)
		}
	}
	return Lines(frags, page)
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
