package markdown

import (
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// Tags and comments, and what stands in a tag. They are read as far as they
// carry structure; a page of HTML goes to another importer.
var (
	tags  = regexp.MustCompile(`(?s)<!--.*?(?:-->|$)|<[?!][^>]*>|</?[A-Za-z][^<>]*>`)
	named = regexp.MustCompile(`(?i)\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
)

// tagName returns the name of a tag in lower case, with "/" before it if it
// closes; "" for a comment.
func tagName(tag string) string {
	s := strings.TrimPrefix(tag, "<")
	end := strings.IndexFunc(strings.TrimPrefix(s, "/"), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	})
	if end < 0 {
		return strings.ToLower(s)
	}
	return strings.ToLower(s[:end+len(s)-len(strings.TrimPrefix(s, "/"))])
}

// anchorOf keeps the id of a tag for the next block.
func (r *reader) anchorOf(tag string) {
	if strings.HasPrefix(tag, "</") {
		return
	}
	if m := named.FindStringSubmatch(tag); m != nil {
		r.anchor = html.UnescapeString(m[1] + m[2] + m[3])
	}
}

// elements are the tags that begin a block, and its kind.
var elements = map[string]block.Block{
	"h1": {Kind: block.Heading, Level: 1}, "h2": {Kind: block.Heading, Level: 2}, "h3": {Kind: block.Heading, Level: 3},
	"h4": {Kind: block.Heading, Level: 4}, "h5": {Kind: block.Heading, Level: 5}, "h6": {Kind: block.Heading, Level: 6},
	"p": {Kind: block.Paragraph}, "div": {Kind: block.Paragraph}, "section": {Kind: block.Paragraph}, "blockquote": {Kind: block.Paragraph},
	"table": {Kind: block.Paragraph}, "caption": {Kind: block.Paragraph}, "ul": {Kind: block.Paragraph}, "ol": {Kind: block.Paragraph},
	"dl": {Kind: block.Paragraph}, "dt": {Kind: block.Paragraph}, "dd": {Kind: block.Paragraph},
	"summary": {Kind: block.Paragraph}, "details": {Kind: block.Paragraph},
	"li": {Kind: block.Item, Level: 1}, "tr": {Kind: block.Row}, "pre": {Kind: block.Code},
}

// A fragment is a block of HTML on its way: the block that is open, and where
// the text shown for it begins.
type fragment struct {
	*reader
	lines []document.Span // of the file, without the marks of quotations before them
	open  block.Block
	at    int  // first piece of the open block
	cell  int  // first piece of the open cell of a row; -1 outside
	start int  // byte at which that cell begins
	quiet bool // inside <script> or <style>
}

// html reads a block of HTML.
func (r *reader) html(n *ast.HTMLBlock) {
	f := fragment{reader: r, open: elements["p"], at: len(r.shown), cell: -1}
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		f.lines = append(f.lines, document.Span{Start: at.Start, End: at.Stop})
	}
	if n.HasClosure() {
		f.lines = append(f.lines, document.Span{Start: n.ClosureLine.Start, End: n.ClosureLine.Stop})
	}
	if len(f.lines) == 0 {
		return
	}
	base := f.lines[0].Start
	at, end := base, f.lines[len(f.lines)-1].End
	for _, m := range tags.FindAllStringIndex(r.text[base:end], -1) {
		tag := document.Span{Start: base + m[0], End: base + m[1]}
		f.chars(at, tag.Start)
		f.mark(tag)
		at = tag.End
	}
	f.chars(at, end)
	f.next(elements["p"])
}

// chars shows the text between two tags.
func (f *fragment) chars(start, end int) {
	if f.quiet || strings.TrimSpace(f.text[start:end]) == "" {
		return
	}
	for len(f.lines) > 0 && f.lines[0].Start < end {
		line := f.lines[0]
		f.literal(max(line.Start, start), min(line.End, end))
		if line.End > end {
			return
		}
		f.lines = f.lines[1:]
	}
}

// mark reads a tag.
func (f *fragment) mark(tag document.Span) {
	s := f.text[tag.Start:tag.End]
	name := tagName(s)
	bare := strings.TrimPrefix(name, "/")
	begins, known := elements[bare]
	switch {
	case bare == "script" || bare == "style":
		f.quiet = bare == name
	case bare == "td" || bare == "th":
		f.endCell()
		if bare == name && f.open.Kind == block.Row {
			f.cell, f.start = len(f.shown), tag.End
			f.open.Header = bare == "th" && (f.open.Header || len(f.open.Cells) == 0)
		}
	case name == "br":
		f.replace(tag, "\n")
	case known && bare == name && (bare != "p" || f.cell < 0): // a paragraph in a cell begins no block
		f.next(begins)
	case known && bare != name && bare != "p":
		f.next(elements["p"])
	case known && f.cell < 0:
		f.next(elements["p"])
	}
	f.anchorOf(s)
}

// endCell closes a cell of a row, if one is open.
func (f *fragment) endCell() {
	if f.cell < 0 {
		return
	}
	cell := f.since(f.cell)
	if cell.Empty() {
		cell = document.Span{Start: f.start, End: f.start}
	}
	f.open.Cells, f.cell = append(f.open.Cells, cell), -1
}

// next closes the open block and opens another.
func (f *fragment) next(begins block.Block) {
	f.endCell()
	f.open.Span = f.since(f.at)
	if f.open.Kind == block.Row && len(f.open.Cells) == 0 {
		f.open.Kind, f.open.Header = block.Paragraph, false
	}
	if f.open.Kind == block.Row && !f.open.Span.Empty() {
		f.open.Span = cover(f.open.Span, f.open.Cells)
		f.bars(f.open.Cells)
	}
	f.add(f.open)
	f.open, f.at = begins, len(f.shown)
}
