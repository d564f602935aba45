package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A glued heading has hashes and, without a space, its words. Markdown has read "##Fees"
// as a heading for years before CommonMark did not; after a single hash it is a tag. A
// space that no line breaks at, as French keyboards give, or a wide one is none to CommonMark.
type glued struct{}

// Trigger implements [parser.BlockParser].
func (glued) Trigger() []byte { return []byte{'#'} }

// Open implements [parser.BlockParser].
func (glued) Open(parent ast.Node, r text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, at := r.PeekLine()
	glue := bytes.TrimLeft(line, "#")
	level := len(line) - len(glue)
	words := bytes.TrimLeftFunc(glue, unicode.IsSpace)
	first, _ := utf8.DecodeRune(words)
	if level > 6 || level == 1 && len(words) == len(glue) || parent.Kind() == ast.KindListItem ||
		!unicode.IsLetter(first) && !unicode.IsDigit(first) && !strings.ContainsRune("§([*_", first) {
		return nil, parser.NoChildren
	}
	n := ast.NewHeading(level)
	at.Start += len(line) - len(words)
	at.Stop -= len(words) - len(bytes.TrimRight(words, " \t\r\n#"))
	n.Lines().Append(at)
	return n, parser.NoChildren
}

// Continue implements [parser.BlockParser].
func (glued) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }

// Close implements [parser.BlockParser].
func (glued) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements [parser.BlockParser].
func (glued) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (glued) CanAcceptIndentedLine() bool { return false }

// tableLine reports a heading that is one only because a line of hyphens stands below
// it, as below each row of a table that is drawn in plain text: its words stand in
// columns, or nothing parts it from a row above.
func (r *reader) tableLine(n *ast.Heading) bool {
	if n.Lines().Len() == 0 {
		return false
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	start := strings.LastIndexByte(r.text[:first.Start], '\n') + 1
	if strings.HasPrefix(strings.TrimLeft(r.text[start:first.Start], " >"), "#") {
		return false
	}
	is := strings.Contains(strings.TrimSpace(r.text[first.Start:last.Stop]), "   ") || !n.HasBlankPreviousLines() && r.belowRow(n)
	if is {
		r.drawn = n
	}
	return is
}

// belowRow reports that a row of a drawn table, or text, ends right above n.
func (r *reader) belowRow(n ast.Node) bool {
	above, line := n.PreviousSibling(), false
	for above != nil && above.Kind() == ast.KindThematicBreak {
		above, line = above.PreviousSibling(), true
	}
	return above != nil && (above == r.drawn || !line && above.Kind() != ast.KindHeading)
}
