package layout

import (
	"math"
	"regexp"

	"pincite/internal/importer/pdf/typeset"
)

// alone matches a number that stands by itself.
var alone = regexp.MustCompile(`^\s*[0-9]{1,3}[.)]?\s*$`)

// hung returns the paragraph of several lines that begins ls and has its number beside it at
// half its height, as a heading in a box has, and how many lines it takes; 0 where none does.
// In a table, another row follows.
func hung(ls []typeset.Line) (paragraph, int) {
	at, n := -1, 0 // the line of the number, and how many are read
	for ; n < len(ls) && n <= headingLines && (n == 0 || goesOn(ls, n, at)); n++ {
		if n > 0 && alone.MatchString(ls[n].Text) {
			at = n
		}
	}
	if at < 1 || n <= at+1 || n < len(ls) && within(&ls[n], &ls[at]) {
		return paragraph{}, 0
	}
	number, first := &ls[at], &ls[0]
	if middle := (first.Base + ls[n-1].Base) / 2; math.Abs(number.Base-middle) > number.Size/2 {
		return paragraph{}, 0
	}
	whole := typeset.NewLine(append(number.Frags[:1:1], first.Frags...), first.Page)
	whole.Area, whole.Base = first.Area, first.Base
	p := paragraph{lines: []typeset.Line{whole}}
	for i := 1; i < n; i++ {
		if i != at {
			p.lines = append(p.lines, ls[i])
		}
	}
	return p, n
}

// goesOn reports that line n is the number beside those above, or begins below them, as far
// from the last as lines of one paragraph are. The number is line at, if that is not below 0.
func goesOn(ls []typeset.Line, n, at int) bool {
	const close = 1.5 // ems from line to line
	first, cur, last := &ls[0], &ls[n], &ls[n-1]
	if cur.Area != first.Area || cur.Page != first.Page || cur.Table() != nil {
		return false
	}
	if at < 0 && alone.MatchString(cur.Text) {
		return cur.X1 < first.X0
	}
	if n-1 == at && n > 1 {
		last = &ls[n-2]
	}
	return typeset.Near(cur.X0, first.X0, 0.3*first.Size) && typeset.Near(cur.Size, first.Size, 0.6) && cur.Base-last.Base <= close*first.Size
}

// within reports that a line begins as one of a table does, whose first column has the
// number: with such a number, or behind it.
func within(l, number *typeset.Line) bool {
	return l.Page == number.Page && l.Area == number.Area && (l.X0 >= number.X0 || alone.MatchString(l.Frags[0].Text))
}
