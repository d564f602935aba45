package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// A reader collects the blocks of one file and the pieces of it that are shown.
type reader struct {
	text     string
	out      []block.Block
	shown    []piece
	notes    map[string]bool // labels of footnotes
	anchor   string          // id of an empty tag, for the block that follows
	runIn    document.Span   // what the paragraph that is read begins with in bold type
	raised   bool            // inside <sup>
	inCell   bool
	drawn    ast.Node // the last row of a table that is drawn in plain text
	meta     document.Meta
	warnings []string
}

func (r *reader) warn(format string, args ...any) {
	r.warnings = append(r.warnings, fmt.Sprintf(format, args...))
}

// place is where a block stands.
type place struct {
	depth int           // lists around it
	kind  block.Kind    // of its paragraphs: Note within a footnote
	label document.Span // of the item or note that its first block belongs to
	mark  document.Span // of that label, where it is part of the text
	first bool          // the block is the first of its item or note
	start int           // number of the first item of the list
	at    int           // number of the item in the list, counted from start
}

// blocks walks the children of a container.
func (r *reader) blocks(n ast.Node, p place) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.block(c, p)
		p.first = false
	}
}

func (r *reader) block(n ast.Node, p place) {
	switch n := n.(type) {
	case *ast.Heading:
		if r.tableLine(n) {
			r.paragraph(p, func() { r.inline(n) })
			return
		}
		r.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		r.runIn = document.Span{}
		r.paragraph(p, func() { r.runInThen(n) })
		r.runIn = document.Span{}
	case *boldLine:
		r.strong(n, p)
	case *dense:
		r.paragraph(p, func() { r.lines(n) })
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		r.paragraph(place{kind: block.Code}, func() { r.lines(n) })
	case *ast.HTMLBlock:
		r.html(n)
	case *ast.List:
		r.list(n, p)
	case *ast.ListItem:
		r.item(n, p)
	case *extast.Footnote:
		r.note(n)
	case *extast.Table:
		r.table(n)
	case *ast.Blockquote, *extast.FootnoteList:
		r.blocks(n, p)
	}
}

func (r *reader) heading(n *ast.Heading) {
	at := len(r.shown)
	r.inline(n)
	b := block.Block{Kind: block.Heading, Level: n.Level, Span: r.since(at)}
	if id, ok := n.AttributeString("id"); ok {
		if id, ok := id.([]byte); ok {
			b.Anchor = string(id)
		}
	}
	r.add(b)
}

// paragraph adds the block that show shows the text of.
func (r *reader) paragraph(p place, show func()) {
	at := len(r.shown)
	show()
	b := block.Block{Kind: p.kind, Span: r.since(at), RunIn: r.runIn}
	if b.Span.Empty() {
		return
	}
	if b.Kind == block.Text {
		b.Kind = block.Paragraph
	}
	if p.first && !p.mark.Empty() {
		b.Span, b.Label = b.Span.Join(p.mark), p.label
	}
	if p.first && p.kind != block.Note {
		b.Kind, b.Level = block.Item, p.depth
	}
	r.add(b)
}

// add appends a block unless it shows nothing.
func (r *reader) add(b block.Block) {
	if b.Span.Empty() {
		return
	}
	if b.Anchor == "" {
		b.Anchor = r.anchor
	}
	r.anchor = ""
	r.out = append(r.out, b)
}

// list walks the points of a list and counts them.
func (r *reader) list(n *ast.List, p place) {
	p.depth++
	p.start, p.at = n.Start, n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.block(c, p)
		p.first = false
		p.at++
	}
}

// item reads a point of a list. Its number is part of the text, its bullet is not.
func (r *reader) item(n *ast.ListItem, p place) {
	p.first, p.kind, p.label, p.mark = true, block.Text, document.Span{}, document.Span{}
	start, size := r.near(n.Pos(), marker), 0
	if start >= 0 {
		size = marker(r.text[start:])
	}
	label := document.Span{Start: start, End: start + size}
	switch {
	case size == 0 || n.FirstChild() == nil:
	case size == 1:
		r.replace(label, "•")
	default:
		r.number(label, p)
		p.label, p.mark = label, label
	}
	r.blocks(n, p)
}

// number shows the number of a point. Many files give every point of a list the
// number of the first and leave it to Markdown to count them. Other numbers stay as
// they are: where a law has 1, 2 and 4, it has no 3.
func (r *reader) number(label document.Span, p place) {
	printed := r.text[label.Start:label.End]
	digits := strings.TrimRight(printed, ".)")
	if n, err := strconv.Atoi(digits); err != nil || n != p.start || n == p.at {
		r.show(label)
		return
	}
	r.replace(label, strconv.Itoa(p.at)+printed[len(digits):])
}

// note reads a footnote: "[^1]:" is shown as "[1]".
func (r *reader) note(n *extast.Footnote) {
	head := "[^" + string(n.Ref)
	start, size := r.near(n.Pos(), prefix(head+"]")), len(head)
	if start < 0 {
		r.blocks(n, place{kind: block.Note})
		return
	}
	label := document.Span{Start: start + 2, End: start + size}
	r.show(document.Span{Start: start, End: start + 1})
	r.show(document.Span{Start: start + 2, End: start + size + 1})
	r.blocks(n, place{kind: block.Note, first: true, label: label, mark: document.Span{Start: start, End: start + size + 1}})
}

// near returns where a node begins: at pos, or up to three bytes before it, since
// the parser counts a tab inside a container as spaces. begins is above 0 for a
// text that begins as the node does. -1 means that it is not there.
func (r *reader) near(pos int, begins func(string) int) int {
	for i := min(pos, len(r.text)); i >= 0 && i >= pos-3; i-- {
		if begins(r.text[i:]) > 0 {
			return i
		}
	}
	return -1
}

// prefix returns a function for near.
func prefix(p string) func(string) int {
	return func(s string) int {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
		return 0
	}
}

// lines shows the lines of a block as they stand.
func (r *reader) lines(n ast.Node) {
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		r.show(document.Span{Start: at.Start, End: at.Stop})
	}
}

// sort puts blocks and pieces in order of the text: footnotes come together,
// wherever they stand.
func (r *reader) sort() {
	byStart := func(a, b block.Block) int { return cmp.Compare(a.Span.Start, b.Span.Start) }
	slices.SortStableFunc(r.out, byStart)
	slices.SortStableFunc(r.shown, func(a, b piece) int { return cmp.Compare(a.Start, b.Start) })
	kept := r.out[:0]
	for _, b := range r.out {
		if len(kept) == 0 || b.Span.Start >= kept[len(kept)-1].Span.End {
			kept = append(kept, b)
		}
	}
	r.out = kept
}
