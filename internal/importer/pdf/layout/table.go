package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/importer/pdf/pages"
	"pincite/internal/importer/pdf/typeset"
	"pincite/internal/text"
)

const maxRows = 500 // lines of a table on one page

// A tableRow is one row: the lines of each cell, by column.
type tableRow struct {
	cells  [][]typeset.Line
	joined []bool // cells that one before reaches across; nil for none
	page   int
}

// ruled returns the rows of a table with rules.
func ruled(g *typeset.Grid, page int) []tableRow {
	var out []tableRow
	for _, cells := range g.Rows(page) {
		r := tableRow{page: page}
		for _, c := range cells {
			r.cells, r.joined = append(r.cells, c.Lines), append(r.joined, c.Joined)
		}
		out = append(out, r)
	}
	return out
}

// table returns the rows of a table that begins with the first of ls, and how
// many lines it takes; none where the columns are not clear.
func (c *composer) table(ls []typeset.Line) ([]tableRow, int) {
	var columns []typeset.Span
	many, n := 0, 0
	for ; n < min(len(ls), maxRows); n++ {
		l := &ls[n]
		if l.Fixed || l.Table() != nil || n > 0 && (l.Area != ls[0].Area || l.Page != ls[0].Page || l.Base-ls[n-1].Base > 3*l.Size) {
			break
		}
		if len(l.Frags) < 2 {
			if n == 0 || l.Base-ls[n-1].Base > 1.3*c.leading*l.Size || len(hit(columns, l.Span)) != 1 || outstanding(l, ls[:n]) {
				break
			}
			continue
		}
		next := merge(columns, l.Frags)
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

// outstanding reports whether a line stands out from the cell above it: it is larger, or bold
// where that is not. What goes on with a cell is set as it is.
func outstanding(l *typeset.Line, above []typeset.Line) bool {
	for _, a := range slices.Backward(above) {
		for _, f := range a.Frags {
			if f.Gap(l.Span) <= 0 {
				cell := typeset.NewLine([]typeset.Fragment{f}, a.Page)
				return l.Size > 1.05*cell.Size || l.Bold && !cell.Bold
			}
		}
	}
	return false
}

// open reports whether three columns or more stand well apart, unlike the words
// of a line that is stretched to its full width.
func open(ls []typeset.Line, columns []typeset.Span) bool {
	for i := 1; i < len(columns); i++ {
		if columns[i].X0-columns[i-1].X1 < 2*ls[0].Size {
			return false
		}
	}
	return len(columns) > 2
}

// prose reports whether two columns are filled with running text.
func prose(ls []typeset.Line, columns []typeset.Span) bool {
	full := 0
	for _, c := range columns {
		var in []typeset.Fragment
		for i := range ls {
			for _, f := range ls[i].Frags {
				if c.Gap(f.Span) <= 0 {
					in = append(in, f)
				}
			}
		}
		rows, share := typeset.Filled(in)
		full += one(rows > 6 && share > 0.8 && c.Width() > 12*ls[0].Size)
	}
	return full > 1
}

// merge adds the fragments to the columns; what overlaps becomes one.
func merge(columns []typeset.Span, frags []typeset.Fragment) []typeset.Span {
	all := slices.Clone(columns)
	for _, f := range frags {
		all = append(all, f.Span)
	}
	slices.SortFunc(all, func(a, b typeset.Span) int { return cmp.Compare(a.X0, b.X0) })
	out := all[:1]
	for _, s := range all[1:] {
		if last := &out[len(out)-1]; s.Gap(*last) <= 0 {
			*last = last.Join(s)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// hit returns the columns that s overlaps.
func hit(columns []typeset.Span, s typeset.Span) []int {
	var out []int
	for i, c := range columns {
		if c.Gap(s) <= 0 {
			out = append(out, i)
		}
	}
	return out
}

// labelled reports whether what looks like the first columns is nothing but the marks of
// a list: the last fragment of every line is its text, and what stands before it are
// marks; in a list within a list, marks with a sign, since a table may well have figures.
func labelled(ls []typeset.Line, columns []typeset.Span) bool {
	for i := range ls {
		frags := ls[i].Frags
		for _, f := range frags[:max(0, len(frags)-1)] {
			text := strings.TrimSpace(f.Text)
			mark := pages.Marker.MatchString(text+" ") && (len(columns) == 2 || strings.ContainsAny(text, ".)"))
			if !mark && !bullet.MatchString(text+" ") && text != round {
				return false
			}
		}
	}
	return true
}

// rows sorts the lines of a table into rows. A line that leaves cells open,
// close below another, goes on with its row, if none of its cells begins anew.
func (c *composer) rows(ls []typeset.Line, columns []typeset.Span) []tableRow {
	var out []tableRow
	for i := range ls {
		l := &ls[i]
		close := i > 0 && l.Base-ls[i-1].Base <= 1.15*c.leading*l.Size
		if i == 0 || !close || len(l.Frags) >= len(columns) || anew(out[len(out)-1], l, columns) {
			out = append(out, tableRow{cells: make([][]typeset.Line, len(columns)), page: l.Page})
		}
		row := &out[len(out)-1]
		for _, f := range l.Frags {
			at := hit(columns, f.Span)
			if len(at) == 0 {
				continue
			}
			row.cells[at[0]] = append(row.cells[at[0]], typeset.NewLine([]typeset.Fragment{f}, l.Page))
		}
	}
	if ls[0].Rtl {
		for _, r := range out {
			slices.Reverse(r.cells)
		}
	}
	return out
}

// anew reports whether a line begins another row than the one above it: a cell of figures
// stands below another that is no list which goes on, "1, 2,", or its first cell would have had room behind what stands above.
func anew(row tableRow, l *typeset.Line, columns []typeset.Span) bool {
	first := 0
	if l.Rtl {
		first = len(columns) - 1
	}
	for _, f := range l.Frags {
		at := hit(columns, f.Span)
		if len(at) == 0 || len(row.cells[at[0]]) == 0 {
			continue
		}
		above := row.cells[at[0]]
		cell, last := typeset.NewLine([]typeset.Fragment{f}, l.Page), &above[len(above)-1]
		if figures(cell.Text) && figures(last.Text) && !text.EndsIn(last.Text, ",،、;/+") {
			return true
		}
		if room := columns[first].Width() - last.Width() - 0.5*l.Size; at[0] == first && cell.FirstWord() < room {
			return true
		}
	}
	return false
}

// figures reports text that has figures and no letters.
func figures(s string) bool {
	return number.MatchString(s) && !strings.ContainsFunc(s, unicode.IsLetter)
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
				if !l.Bold {
					return false
				}
			}
		}
		return true
	}
	counted := func(r tableRow) bool {
		for _, c := range r.cells {
			for _, l := range c {
				if number.MatchString(l.Text) {
					return true
				}
			}
		}
		return false
	}
	return bold(rows[0]) && !bold(rows[1]) || !counted(rows[0]) && counted(rows[1])
}
