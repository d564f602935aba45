package markdown

import (
	"regexp"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// labelled is a line that begins with the number of a point: "(a)", "ii)", "3.".
var labelled = regexp.MustCompile(`^\s*(?:\([\p{L}\p{N}]{1,5}\)|[\p{L}\p{N}]{1,4}[.)])\s`)

// lettered is a line that begins with a point in letters or small Roman numbers, which no
// list of CommonMark has: "(a)", "B.", "iv)". It is compiled when it is needed.
var lettered = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^ {0,3}(\(?)(?:\p{L}|[ivxIVX]{1,5}|\(\p{N}{1,3})([.)])\s`)
})

// boldNumber is the number of a point in bold type, which no sentence breaks a line before.
var boldNumber = regexp.MustCompile(`^ {0,3}\*\*\(?(?:\p{L}|[ivxIVX]{1,5}|\p{N}{1,3})(?:\)|[.º]-?)\*\*\s`)

// A pointParser opens a paragraph where CommonMark sees code: at an indented line
// that goes on with the points of the paragraph before it, or at a line right below such
// a point that begins the next, at one whose number is in bold type, and at a long line
// below a point that ends as a sentence does. Laws are typed so.
type pointParser struct{ parser.BlockParser }

func newPointParser() parser.BlockParser { return pointParser{parser.NewParagraphParser()} }

// Open implements [parser.BlockParser].
func (p pointParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	before, ok := parent.LastChild().(*ast.Paragraph)
	if !ok {
		return nil, parser.NoChildren
	}
	line, at := r.PeekLine()
	above := r.Source()[max(before.Pos(), 0):]
	begins := pc.BlockIndent() >= 4 && labelled.Match(line) && labelled.Match(above)
	if pc.LastOpenedBlock().Node == before {
		point := lettered().Match(above) || boldNumber.Match(above)
		begins = alike(line, above) || boldNumber.Match(line) || point && unwrapped(line) && parts(r.Source(), at)
	}
	if !begins {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, r, pc)
}

// alike reports two points whose numbers stand between the same signs.
func alike(line, above []byte) bool {
	a, b := lettered().FindSubmatch(line), lettered().FindSubmatch(above)
	return a != nil && b != nil && string(a[1]) == string(b[1]) && string(a[2]) == string(b[2])
}

// unwrapped reports a line that is longer than people break lines: it is a paragraph.
func unwrapped(line []byte) bool {
	const longest = 120 // runes
	return utf8.RuneCount(line) > longest
}

// CanInterruptParagraph implements [parser.BlockParser].
func (pointParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (pointParser) CanAcceptIndentedLine() bool { return true }
