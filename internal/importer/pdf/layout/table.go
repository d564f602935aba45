package layout

import (
	"slices"
	"strings"
)

const maxRows = 500 // lines of a table on one page

// A tableRow is one row: the lines of each cell, by column.
type tableRow struct {
	cells [][]line
	page  int
}

// table returns the rows of a table that begins with the first of ls, and how
// many lines it takes; none where the columns are not clear.
func (c *composer) table(ls []line) ([]tableRow, int) {
	var columns []span
	many, n := 0, 0
	for ; n < min(len(ls), maxRows); n++ {
		l := &ls[n]
		if l.fixed || n > 0 && (l.area != ls[0].area || l.page != ls[0].page || l.base-ls[n-1].base > 3*l.size) {
			break
		}
		if len(l.frags) < 2 {
			if n == 0 || l.base-ls[n-1].base > 1.3*c.leading*l.size || len(hit(columns, l.span)) != 1 {
				break
			}
			continue
		}
		next := merge(columns, l.frags)
		if len(next) < 2 || len(next) < len(columns) {
			break
		}
		columns = next
		many++
	}
	if many < 2 || many == 2 && !open(ls[:n], columns) || labelled(ls[:n], columns) || prose(ls[:n], columns) {
		return nil, 0
	}
	return c.rows(ls[:n], columns), n
}

// open reports whether three columns or more stand well apart, unlike the words
// of a line that is stretched to its full width.
func open(ls []line, columns []span) bool {
	for i := 1; i < len(columns); i++ {
		if columns[i].x0-columns[i-1].x1 < 2*ls[0].size {
			return false
		}
	}
	return len(columns) > 2
}

// prose reports whether two columns are filled with running text.
func prose(ls []line, columns []span) bool {
	full := 0
	for _, c := range columns {
		var in []fragment
		for i := range ls {
			for _, f := range ls[i].frags {
				if c.gap(f.span) <= 0 {
					in = append(in, f)
				}
			}
		}
		rows, share := filled(in)
		full += one(rows > 6 && share > 0.8 && c.width() > 12*ls[0].size)
	}
	return full > 1
}

// merge adds the fragments to the columns; what overlaps becomes one.
func merge(columns []span, frags []fragment) []span {
	all := slices.Clone(columns)
	for _, f := range frags {
		all = append(all, f.span)
	}
	slices.SortFunc(all, func(a, b span) int { return compare(a.x0, b.x0) })
	out := all[:1]
	for _, s := range all[1:] {
		if last := &out[len(out)-1]; s.gap(*last) <= 0 {
			*last = last.join(s)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// hit returns the columns that s overlaps.
func hit(columns []span, s span) []int {
	var out []int
	for i, c := range columns {
		if c.gap(s) <= 0 {
			out = append(out, i)
		}
	}
	return out
}

// labelled reports whether what looks like a first column is nothing but the
// marks of a list.
func labelled(ls []line, columns []span) bool {
	for i := range ls {
		l := &ls[i]
		mark := strings.TrimSpace(l.frags[0].text) + " "
		if len(l.frags) > 1 && !marker.MatchString(mark) && !bullet.MatchString(mark) {
			return false
		}
	}
	return len(columns) == 2
}

// rows sorts the lines of a table into rows. A line that leaves cells open,
// close below another, goes on with its row.
func (c *composer) rows(ls []line, columns []span) []tableRow {
	var out []tableRow
	for i := range ls {
		l := &ls[i]
		close := i > 0 && l.base-ls[i-1].base <= 1.15*c.leading*l.size
		if i == 0 || !close || len(l.frags) >= len(columns) {
			out = append(out, tableRow{cells: make([][]line, len(columns)), page: l.page})
		}
		row := &out[len(out)-1]
		for _, f := range l.frags {
			at := hit(columns, f.span)
			if len(at) == 0 {
				continue
			}
			row.cells[at[0]] = append(row.cells[at[0]], newLine([]fragment{f}, l.page))
		}
	}
	if ls[0].rtl {
		for _, r := range out {
			slices.Reverse(r.cells)
		}
	}
	return out
}

// headed reports whether the first row of a table heads its columns: it alone is
// bold, or it alone has no figures.
func headed(rows []tableRow) bool {
	if len(rows) < 2 {
		return false
	}
	bold := func(r tableRow) bool {
		for _, c := range r.cells {
			for _, l := range c {
				if !l.bold {
					return false
				}
			}
		}
		return true
	}
	figures := func(r tableRow) bool {
		for _, c := range r.cells {
			for _, l := range c {
				if number.MatchString(l.text) {
					return true
				}
			}
		}
		return false
	}
	return bold(rows[0]) && !bold(rows[1]) || !figures(rows[0]) && figures(rows[1])
}
