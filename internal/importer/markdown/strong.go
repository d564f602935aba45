package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"

	"pincite/internal/importer/block"
)

// A boldLine is a line in bold type as a whole, without its marks: many files have
// headings so, with their text in the lines right below, and with more of them below
// that.
type boldLine struct{ ast.BaseBlock }

var kindBoldLine = ast.NewNodeKind("BoldLine")

func (b *boldLine) Kind() ast.NodeKind            { return kindBoldLine }
func (b *boldLine) Dump(source []byte, level int) { ast.DumpHelper(b, source, level, nil, nil) }

// A boldLines parser opens one at each such line, also in the middle of what CommonMark
// reads as one paragraph, but not where a sentence runs through it.
type boldLines struct{}

// Trigger implements [parser.BlockParser]. A line may be indented by blanks that are none
// to CommonMark.
func (boldLines) Trigger() []byte { return nil }

// Open implements [parser.BlockParser].
func (boldLines) Open(parent ast.Node, r gmtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := r.PeekLine()
	words := boldWords(line)
	if words == nil || pc.BlockIndent() > 3 || parent.Kind() == ast.KindListItem {
		return nil, parser.NoChildren
	}
	if ast.IsParagraph(pc.LastOpenedBlock().Node) && !parts(r.Source(), at) {
		return nil, parser.NoChildren
	}
	n := &boldLine{}
	start := at.Start + bytes.Index(line, words)
	n.Lines().Append(gmtext.NewSegment(start, start+len(words)))
	return n, parser.NoChildren
}

// boldWords returns the words of a line that is in bold type as a whole, nil for another.
// Asterisks behind it are notes, as of an amendment; a blank behind those before it, which
// is none to CommonMark, is a slip.
func boldWords(line []byte) []byte {
	const bold = 2 // signs
	line = bytes.TrimSpace(line)
	if len(line) < bold || line[0] != line[1] || line[0] != '*' && line[0] != '_' {
		return nil
	}
	sign := string(line[:1])
	open := bytes.TrimSpace(line[bold:])
	shut := bytes.TrimRight(bytes.TrimSuffix(open, []byte("\\")), sign+" ")
	first, _ := utf8.DecodeRune(shut)
	if !unicode.IsLetter(first) && !unicode.IsNumber(first) && !strings.ContainsRune("§([“\"«¿¡", first) || !bytes.HasPrefix(open[len(shut):], []byte(sign+sign)) ||
		bytes.Contains(shut, []byte(sign+sign)) {
		return nil
	}
	return shut
}

// parts reports that a line stands between sentences, not in one.
func parts(source []byte, at gmtext.Segment) bool {
	before := bytes.TrimRight(bytes.TrimRight(source[:at.Start], " \t\r\n>"), "*_\\")
	last, _ := utf8.DecodeLastRune(before) // of bytes, since a string of all above would be a copy for each line
	first, _ := utf8.DecodeRune(bytes.TrimLeft(source[at.Stop:], " \t>"))
	return strings.ContainsRune(".!?:;…。！？：；", last) && !unicode.IsLower(first)
}

// Continue implements [parser.BlockParser].
func (boldLines) Continue(ast.Node, gmtext.Reader, parser.Context) parser.State { return parser.Close }

// Close implements [parser.BlockParser].
func (boldLines) Close(ast.Node, gmtext.Reader, parser.Context) {}

// CanInterruptParagraph implements [parser.BlockParser].
func (boldLines) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (boldLines) CanAcceptIndentedLine() bool { return false }

// strong reads a line in bold type.
func (r *reader) strong(n *boldLine, p place) {
	at := len(r.shown)
	r.inline(n)
	if p.depth > 0 || p.kind != block.Text {
		r.shown = r.shown[:at]
		r.paragraph(p, func() { r.inline(n) })
		return
	}
	r.add(block.Block{Kind: block.Paragraph, Span: r.since(at), Strong: true})
}
