package layout

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/importer/pdf/pages"
	"pincite/internal/importer/pdf/typeset"
)

// A point is a paragraph that begins with a number or letter and a sign.
type point struct {
	p             *paragraph
	mark          string  // "2."
	before, after string  // its signs
	n             int     // its number, or the letter's code point
	x             float64 // how far it is set in
}

// first reports the number or letter that lists begin with.
func (p *point) first() bool { return p.n == 1 || p.n == 'a' || p.n == 'A' }

// nestedPoints returns the depths of the points of a document that sets lists into lists
// with the same signs, which show by their indentation alone: nil if it does not. In all
// other documents the signs tell more than the indentation.
func nestedPoints(ps []paragraph, h *heads) map[*paragraph]int {
	var points []point
	sides := sidesOf(ps)
	for i := range ps {
		if p := &ps[i]; p.rows == nil && !p.note && h.level(p) == 0 && !bullet.MatchString(p.first().Text) {
			if one, ok := pointOf(p); ok {
				one.x = sides.indent(p.first())
				points = append(points, one)
			}
		}
	}
	alignPages(points)
	if !nests(points) {
		return nil
	}
	depths := map[*paragraph]int{}
	steps := indents(points)
	for _, one := range points {
		depths[one.p] = 1 + slices.IndexFunc(steps, func(x float64) bool { return one.x < x+one.slack() })
	}
	return depths
}

// pointOf reads the mark of a paragraph; that of "1.2" tells its depth itself.
func pointOf(p *paragraph) (point, bool) {
	mark := strings.TrimSpace(pages.Marker.FindString(p.first().Text))
	before, number, after := partMark(mark)
	if number == "" || before+after == "" || strings.ContainsAny(before, "0123456789.§") {
		return point{}, false
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		r, size := utf8.DecodeRuneInString(number)
		if n = int(r); size != len(number) {
			return point{}, false
		}
	}
	return point{p: p, mark: mark, before: before, after: after, n: n}, true
}

// sides are where the text of right and left pages begins, in points from the left.
type sides [2]float64

// sidesOf finds them on all pages: on one with nothing but a list, the list would begin
// where the text does.
func sidesOf(ps []paragraph) sides {
	s := sides{math.Inf(1), math.Inf(1)}
	for i := range ps {
		if p := &ps[i]; p.rows == nil {
			at := &s[p.page()%2]
			*at = min(*at, p.first().Area.X0)
		}
	}
	return s
}

// indent returns how far a line is set in, in its column or, if that begins about where
// the text of the pages on this side does, from there.
func (s sides) indent(l *typeset.Line) float64 {
	const near = 10 // ems
	if edge := s[l.Page%2]; !l.Rtl && l.Area.X0-edge < near*l.Size {
		return l.X0 - edge
	}
	return l.Start()
}

// alignPages moves the points of a page the first of which goes on with a list of the page
// before, and with one list only, to where that list is: a page with nothing but a list
// does not tell where its text begins.
func alignPages(points []point) {
	var open []*point // the last point of each list, each deeper than the one before
	moved := 0.0      // how far the points of this page are
	for i := range points {
		cur := &points[i]
		if i == 0 || cur.p.page() != points[i-1].p.page() {
			moved = 0
			if before := goneOn(open, cur); before != nil && !typeset.Near(before.x, cur.x, cur.slack()) {
				moved = before.x - cur.x
			}
		}
		cur.x += moved
		for len(open) > 0 && open[len(open)-1].x > cur.x-cur.slack() {
			open = open[:len(open)-1]
		}
		open = append(open, cur)
	}
}

// goneOn returns the one of open that cur goes on from, nil if there is none or more.
func goneOn(open []*point, cur *point) *point {
	var found *point
	for _, one := range open {
		if one.alike(cur) && cur.n == one.n+1 {
			if found != nil {
				return nil
			}
			found = one
		}
	}
	return found
}

// nests reports whether a list goes on behind one with the same signs that is set deeper
// and begins anew.
func nests(points []point) bool {
	var open []*point // the last point of each list, each deeper than the one before
	for i := range points {
		cur := &points[i]
		var inner []*point
		for len(open) > 0 && open[len(open)-1].x > cur.x+cur.slack() {
			inner, open = append(inner, open[len(open)-1]), open[:len(open)-1]
		}
		last := len(open) - 1
		switch {
		case last >= 0 && typeset.Near(open[last].x, cur.x, cur.slack()):
			if open[last].alike(cur) && cur.n == open[last].n+1 && slices.ContainsFunc(inner, cur.alike) {
				return true
			}
			open[last] = cur
		case cur.first():
			open = append(open, cur)
		default:
			open = open[:0] // a piece of a list whose beginning is not known
		}
	}
	return false
}

// slack is how far points of one list may differ in their indentation: 10 begins before 9
// where numbers end at one edge.
func (p *point) slack() float64 { return 0.8 * p.p.first().Size }

// alike reports points with the same signs, both with numbers or both with letters.
func (p *point) alike(q *point) bool {
	letters := func(p *point) bool { return !strings.ContainsAny(p.mark, "0123456789") }
	return p.before == q.before && p.after == q.after && letters(p) == letters(q)
}

// indents returns how far points are set in, the least first; what differs by less than
// their slack is one.
func indents(points []point) []float64 {
	sorted := slices.Clone(points)
	slices.SortFunc(sorted, func(p, q point) int { return cmp.Compare(p.x, q.x) })
	var out []float64
	for _, p := range sorted {
		if last := len(out) - 1; last < 0 || p.x > out[last]+p.slack() {
			out = append(out, p.x)
		}
	}
	return out
}
