package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// labelled is a line that begins with the number of a point: "(a)", "ii)", "3.".
var labelled = regexp.MustCompile(`^\s*(?:\([\p{L}\p{N}]{1,5}\)|[\p{L}\p{N}]{1,4}[.)])\s`)

// indented reads lines that are indented by four spaces. They are code, unless
// they go on with the points of the paragraph before them: laws are typed so.
func (r *reader) indented(n *ast.CodeBlock, p place) {
	runs := paragraphs(r.text, n)
	before, ok := n.PreviousSibling().(*ast.Paragraph)
	points := ok && before.Lines().Len() > 0 && labelled.MatchString(r.text[before.Lines().At(0).Start:])
	for _, run := range runs {
		points = points && labelled.MatchString(r.text[run[0].Start:])
	}
	if !points {
		r.paragraph(place{kind: block.Code}, func() { r.lines(n) })
		return
	}
	for _, run := range runs {
		r.paragraph(p, func() {
			for _, line := range run {
				r.literal(line.Start, line.End)
			}
		})
	}
}

// paragraphs returns the lines of n in runs without a blank line between them.
func paragraphs(text string, n ast.Node) [][]document.Span {
	var out [][]document.Span
	open := false
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		line := trim(text, document.Span{Start: at.Start, End: at.Stop})
		switch {
		case strings.TrimSpace(text[line.Start:line.End]) == "":
			open = false
			continue
		case open:
			out[len(out)-1] = append(out[len(out)-1], line)
		default:
			out = append(out, []document.Span{line})
		}
		open = true
	}
	return out
}
