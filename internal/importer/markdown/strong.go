package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"pincite/internal/importer/block"
)

// strong reads a paragraph whose first line is in bold type: many files have headings so,
// with their text in the lines below. It reports whether n is one.
func (r *reader) strong(n *ast.Paragraph, p place) bool {
	first, ok := n.FirstChild().(*ast.Emphasis)
	const bold = 2 // asterisks
	if !ok || first.Level != bold || p.depth > 0 || p.kind != block.Text || !r.wholeLine(first) {
		return false
	}
	at := len(r.shown)
	r.inline(first)
	r.add(block.Block{Kind: block.Paragraph, Span: r.since(at), Strong: true})
	r.paragraph(p, func() { r.inlines(first.NextSibling()) })
	return true
}

// wholeLine reports that n, the first of its paragraph, ends with the line that it
// begins on.
func (r *reader) wholeLine(n ast.Node) bool {
	start, end := -1, -1
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering {
			if start < 0 {
				start = t.Segment.Start
			}
			end = t.Segment.Stop
		}
		return ast.WalkContinue, nil
	})
	if start < 0 || strings.Contains(r.text[start:end], "\n") {
		return false
	}
	rest, _, _ := strings.Cut(r.text[end:], "\n")
	return strings.Trim(rest, "*_ \t\r\\") == ""
}
