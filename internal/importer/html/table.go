package html

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/importer/block"
	"pincite/internal/importer/html/counter"
)

// Limits on tables, whose spans may ask for any number of cells.
const (
	maxColumns = 200
	maxRepeat  = 200 // bytes of a cell that are repeated in the rows that it reaches over
)

// A row is one row of a table: its cells, and whether it heads the columns.
type row struct {
	node   *html.Node
	cells  []*html.Node
	header bool
}

// table writes a table: of points, of the layout, or of data.
func (w *writer) table(n *html.Node) {
	w.emptyLabel()
	caption := first(n, atom.Caption)
	if caption != nil && nearest(caption, atom.Table) == n && !w.dropped[caption] {
		w.flow(caption)
		w.flush()
	}
	rows := w.rows(n)
	switch {
	case w.isPoints(rows):
		w.points(rows)
	case isLayout(n, rows):
		for _, r := range rows {
			for _, c := range r.cells {
				w.mark(c)
				w.flow(c)
				w.flush()
			}
		}
	default:
		w.data(rows)
	}
}

// rows returns the rows of a table that are its own.
func (w *writer) rows(n *html.Node) []row {
	var out []row
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Thead, atom.Tbody, atom.Tfoot:
			if !w.dropped[c] {
				out = append(out, w.rows(c)...)
			}
		case atom.Tr:
			r := row{node: c, header: n.DataAtom == atom.Thead}
			all := true
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				if (d.DataAtom == atom.Td || d.DataAtom == atom.Th) && !w.dropped[d] {
					r.cells = append(r.cells, d)
					all = all && d.DataAtom == atom.Th
				}
			}
			r.header = r.header || all && len(r.cells) > 1
			if !w.dropped[c] && len(r.cells) > 0 {
				out = append(out, r)
			}
		}
	}
	return out
}

// isPoints reports whether rows are points of a list: a mark, and a text.
func (w *writer) isPoints(rows []row) bool {
	for _, r := range rows {
		cells := filled(r.cells)
		if len(cells) != 2 || r.header || !counter.Mark(words(cells[0])) {
			return false
		}
	}
	return len(rows) > 0
}

// filled returns the cells that have text.
func filled(cells []*html.Node) []*html.Node {
	var out []*html.Node
	for _, c := range cells {
		if words(c) != "" {
			out = append(out, c)
		}
	}
	return out
}

// points writes rows as points of a list, which may hold others.
func (w *writer) points(rows []row) {
	w.depth++
	for _, r := range rows {
		cells := filled(r.cells)
		label := words(cells[0])
		if !lettered(label) {
			label = ""
		}
		w.mark(r.node)
		w.point(cells[1], label)
	}
	w.depth--
}

// isLayout reports whether a table only places what it holds: it says so, has one
// column, or holds tables and headings.
func isLayout(n *html.Node, rows []row) bool {
	if role := attr(n, "role"); role == "presentation" || role == "none" {
		return true
	}
	wide := false
	for _, r := range rows {
		wide = wide || len(r.cells) > 1
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.Table || level[d.DataAtom] > 0 {
			return true
		}
	}
	return !wide
}

// data writes the rows of a table. A cell that reaches over several columns stands
// in the first; one that reaches over several rows stands in each, since a row is
// read alone.
func (w *writer) data(rows []row) {
	var over []reach
	for _, r := range rows {
		var cells []block.Cell
		cells, over = w.grid(r.cells, over)
		w.mark(r.node)
		for len(cells) > 1 && cells[len(cells)-1] == (block.Cell{}) && len(over) < len(cells) {
			cells = cells[:len(cells)-1]
		}
		w.b.AddRow(block.Block{Header: r.header, Anchor: w.anchor}, cells)
		w.anchor = ""
	}
}

// A reach is a cell that reaches into the rows below.
type reach struct {
	rows int
	cell block.Cell
}

// grid returns the cells of a row column by column; over is what reaches into it
// from above.
func (w *writer) grid(nodes []*html.Node, over []reach) ([]block.Cell, []reach) {
	var cells []block.Cell
	var next []reach
	put := func(c block.Cell, rows int) {
		cells = append(cells, c)
		next = append(next, reach{rows - 1, c})
	}
	above := func() bool {
		if i := len(cells); i < len(over) && over[i].rows > 0 {
			put(over[i].cell, over[i].rows)
			return true
		}
		return false
	}
	for _, n := range nodes {
		for above() {
		}
		text := w.inside(n, false)
		rows := max(1, number(attr(n, "rowspan"), 1))
		if len(text) > maxRepeat {
			rows = 1
		}
		columns := max(1, number(attr(n, "colspan"), 1))
		for i := 0; i < columns && (i == 0 || len(cells) < maxColumns); i++ {
			if i > 0 {
				text = ""
			}
			put(block.Cell{Text: text, Joined: i > 0}, rows)
		}
	}
	for above() {
	}
	return cells, next
}
