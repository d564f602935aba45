package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// labelled is a line that begins with the number of a point: "(a)", "ii)", "3.".
var labelled = regexp.MustCompile(`^\s*(?:\([\p{L}\p{N}]{1,5}\)|[\p{L}\p{N}]{1,4}[.)])\s`)

// A pointParser opens a paragraph where CommonMark sees code: at an indented line
// that goes on with the points of the paragraph before it. Laws are typed so.
type pointParser struct{ parser.BlockParser }

func newPointParser() parser.BlockParser { return pointParser{parser.NewParagraphParser()} }

// Open implements [parser.BlockParser].
func (p pointParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	before, ok := parent.LastChild().(*ast.Paragraph)
	if line, _ := r.PeekLine(); !ok || pc.BlockIndent() < 4 || !labelled.Match(line) || !labelled.Match(r.Source()[max(before.Pos(), 0):]) {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, r, pc)
}

// CanAcceptIndentedLine implements [parser.BlockParser].
func (pointParser) CanAcceptIndentedLine() bool { return true }
