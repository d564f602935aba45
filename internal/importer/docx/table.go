package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/importer/block"
)

// Limits on what a table may say of itself.
const (
	maxColumns  = 64  // that one cell reaches over, and of what is merged downwards
	maxRepeated = 200 // characters of a cell that are repeated in the rows below
	maxTables   = 16  // inside one another
)

// A cell is one of a row, with what hangs on it.
type cell struct {
	text   string
	span   int
	merged bool // goes on from the row above
	joined bool // goes on from the cell before
	notes  []noteRef
	inner  []*node // tables and text boxes
}

// table writes the rows of a table, or its paragraphs where it is layout.
func (r *reader) table(n *node) error {
	rows := tableRows(n.kids)
	if r.within >= maxTables {
		r.out.Warn("tables nested more than %d deep were left out", maxTables)
		return nil
	}
	r.within++
	defer func() { r.within-- }()
	if r.layout(rows) {
		for _, tr := range rows {
			for _, tc := range rowCells(tr.kids) {
				if err := r.blocks(tc.kids); err != nil {
					return err
				}
			}
		}
		return nil
	}
	above := map[int]string{} // text of the cell that reaches down, by column
	header := len(rows) > 1
	for i, tr := range rows {
		said, _ := tr.child("trPr").on("tblHeader")
		header = header && (said || i == 0 && headed(n))
		if err := r.row(tr, header, above); err != nil {
			return err
		}
	}
	return nil
}

// headed reports whether the look of a table sets off its first row, as it does
// unless somebody has changed it.
func headed(n *node) bool {
	look := n.child("tblPr").child("tblLook")
	if first := look.attr("firstRow"); first != "" {
		return first != "0" && first != "false"
	}
	bits, err := strconv.ParseUint(look.attr("val"), 16, 16)
	return err != nil || bits&0x20 != 0
}

// tableRows returns the rows of a table that are not deleted or hidden.
func tableRows(kids []*node) []*node {
	var out []*node
	for _, k := range kids {
		switch k.name {
		case "tr":
			hidden, _ := k.child("trPr").on("hidden")
			if k.child("trPr").child("del") == nil && !hidden {
				out = append(out, k)
			}
		case "sdt":
			out = append(out, tableRows(k.child("sdtContent").children())...)
		case "ins", "moveTo", "customXml", "smartTag":
			out = append(out, tableRows(k.kids)...)
		}
	}
	return out
}

// rowCells returns the cells of a row that are not deleted.
func rowCells(kids []*node) []*node {
	var out []*node
	for _, k := range kids {
		switch k.name {
		case "tc":
			if k.child("tcPr").child("cellDel") == nil {
				out = append(out, k)
			}
		case "sdt":
			out = append(out, rowCells(k.child("sdtContent").children())...)
		case "customXml", "smartTag":
			out = append(out, rowCells(k.kids)...)
		}
	}
	return out
}

// layout reports whether a table only places text: it has one column, or
// headings stand in it.
func (r *reader) layout(rows []*node) bool {
	wide := false
	for _, tr := range rows {
		cells := rowCells(tr.kids)
		wide = wide || len(cells) > 1
		for _, tc := range cells {
			for _, k := range tc.kids {
				if k.name == "p" && r.styles.level(k.child("pPr").val("pStyle")) > 0 {
					return true
				}
			}
		}
	}
	return !wide
}

// row writes a row and, after it, what hangs on its cells.
func (r *reader) row(tr *node, header bool, above map[int]string) error {
	var out []block.Cell
	var cells []cell
	column := 0
	for _, tc := range rowCells(tr.kids) {
		c, err := r.cell(tc)
		if err != nil {
			return err
		}
		cells = append(cells, c)
		if c.merged && strings.TrimSpace(c.text) == "" {
			c.text = above[column]
		}
		if column < maxColumns {
			above[column] = repeated(c.text)
		}
		out = append(out, block.Cell{Text: c.text, Joined: c.joined && strings.TrimSpace(c.text) == ""})
		for range c.span - 1 {
			out = append(out, block.Cell{Joined: true})
		}
		column += c.span
	}
	r.out.AddRow(block.Block{Header: header, Anchor: r.anchor}, out)
	r.anchor = ""
	for _, c := range cells {
		r.emitNotes(c.notes)
		if err := r.blocks(c.inner); err != nil {
			return err
		}
	}
	return nil
}

// repeated returns what the rows below repeat of a cell that reaches down: all
// of it, or nothing where it is long.
func repeated(s string) string {
	if utf8.RuneCountInString(s) > maxRepeated {
		return ""
	}
	return s
}

// cell reads a cell.
func (r *reader) cell(tc *node) (cell, error) {
	pr := tc.child("tcPr")
	c := cell{span: 1}
	if n, err := strconv.Atoi(pr.val("gridSpan")); err == nil {
		c.span = min(max(n, 1), maxColumns)
	}
	if m := pr.child("vMerge"); m != nil {
		c.merged = m.attr("val") != "restart"
	}
	if m := pr.child("hMerge"); m != nil {
		c.joined = m.attr("val") != "restart"
	}
	var out strings.Builder
	r.cellText(tc.kids, &out, &c)
	c.text = out.String()
	return c, r.ctx.Err()
}

// cellText collects the text of the paragraphs of a cell, and what hangs on it.
func (r *reader) cellText(kids []*node, out *strings.Builder, c *cell) {
	for _, k := range kids {
		switch k.name {
		case "p":
			p := r.paragraph(k)
			if p == nil {
				continue
			}
			if p.list != nil {
				out.WriteString(p.list.next(p.depth) + " ")
			}
			out.WriteString(p.text + "\n")
			c.notes = append(c.notes, p.notes...)
			for _, b := range p.boxes {
				c.inner = append(c.inner, b.kids...)
			}
		case "tbl":
			c.inner = append(c.inner, k)
		case "sdt":
			if shown(k) {
				r.cellText(k.child("sdtContent").children(), out, c)
			}
		case "ins", "moveTo", "customXml", "smartTag":
			r.cellText(k.kids, out, c)
		}
	}
}
