package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"pincite/internal/importer/html/counter"
)

// runInThen shows a paragraph and keeps what it begins with in bold type; or in italics or as
// code, where a sentence begins behind that. A number may stand before it.
func (r *reader) runInThen(n ast.Node) {
	first := n.FirstChild()
	if t, ok := first.(*ast.Text); ok && !t.SoftLineBreak() && counter.Mark(strings.TrimSpace(r.text[t.Segment.Start:t.Segment.Stop])) {
		r.words(t)
		first = t.NextSibling()
	}
	if first == nil || first.NextSibling() == nil || !sets(first, r.text) {
		r.inlines(first)
		r.raised = false
		return
	}
	at := len(r.shown)
	r.inline(first)
	r.runIn = r.since(at)
	r.inlines(first.NextSibling())
	r.raised = false
}

// sets reports an inline that sets its words apart as a title.
func sets(n ast.Node, source string) bool {
	if e, ok := n.(*ast.Emphasis); ok && e.Level > 1 {
		return true
	}
	next, ok := n.NextSibling().(*ast.Text)
	if kind := n.Kind(); !ok || kind != ast.KindEmphasis && kind != ast.KindCodeSpan {
		return false
	}
	words := strings.TrimLeft(source[next.Segment.Start:next.Segment.Stop], " ")
	first, size := utf8.DecodeRuneInString(words)
	second, _ := utf8.DecodeRuneInString(words[size:])
	return unicode.IsUpper(first) && !unicode.IsUpper(second) // "MUST" begins none
}
