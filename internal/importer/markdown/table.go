package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

func (r *reader) table(n *extast.Table) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		_, header := c.(*extast.TableHeader)
		r.row(c, header)
	}
}

// row adds a row. A cell spans what stands between its bars, marks included;
// one that holds nothing is empty, behind the cell before it.
func (r *reader) row(n ast.Node, header bool) {
	b := block.Block{Kind: block.Row, Header: header}
	r.inCell = true
	at := len(r.shown)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		end := max(c.Pos(), 0)
		if k := len(b.Cells); k > 0 {
			end = max(end, b.Cells[k-1].End)
		}
		cell := document.Span{Start: end, End: end}
		if c.Lines().Len() > 0 {
			if at := c.Lines().At(0); at.Start >= end && at.Stop > at.Start {
				cell = document.Span{Start: at.Start, End: at.Stop}
				r.inline(c)
			}
		}
		b.Cells = append(b.Cells, cell)
	}
	r.inCell = false
	if b.Span = r.since(at); b.Span.Empty() {
		return
	}
	b.Span = cover(b.Span, b.Cells)
	r.bars(b.Cells)
	r.add(b)
}

// bars shows one bar between each two cells.
func (r *reader) bars(cells []document.Span) {
	for i := 1; i < len(cells); i++ {
		r.replace(document.Span{Start: cells[i-1].End, End: cells[i].Start}, " | ")
	}
}

// cover returns s made so wide that it holds the cells, empty ones too.
func cover(s document.Span, cells []document.Span) document.Span {
	for _, c := range cells {
		s = s.Join(c)
	}
	return s
}
