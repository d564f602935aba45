package markdown

import (
	"html"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// inline shows the text below n.
func (r *reader) inline(n ast.Node) {
	r.inlines(n.FirstChild())
	if n.Type() == ast.TypeBlock {
		r.raised = false // whatever the tags say
	}
}

// inlines shows the text of c and the nodes behind it.
func (r *reader) inlines(c ast.Node) {
	for ; c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.words(c)
		case *ast.AutoLink:
			r.address(c)
		case *ast.RawHTML:
			r.tag(c)
		case *extast.TaskCheckBox:
			r.box(c)
		case *ast.Image: // a picture has no text of its own
		default:
			r.inline(c)
		}
	}
}

// words shows a run of text, without the backslashes of escapes and with the
// characters that entities stand for. Code is shown as it stands.
func (r *reader) words(t *ast.Text) {
	at, end := t.Segment.Start, t.Segment.Stop
	if t.IsRaw() || t.Parent().Kind() == ast.KindCodeSpan {
		r.show(document.Span{Start: at, End: end})
		return
	}
	if up := r.text[at:end]; r.raised && block.IsExponent(up) {
		r.replace(document.Span{Start: at, End: end}, block.Superscript(up))
		return
	}
	r.literal(at, end)
	if t.HardLineBreak() && strings.HasPrefix(r.text[end:], "\\") {
		r.replace(document.Span{Start: end, End: end + 1}, "") // the line end behind it is shown
	}
}

// literal shows text[start:end] but for its escapes and entities.
func (r *reader) literal(start, end int) {
	for i := start; i < end; i++ {
		size, as := r.special(i, end)
		if size == 0 {
			continue
		}
		r.show(document.Span{Start: start, End: i})
		if as != "" {
			r.replace(document.Span{Start: i, End: i + size}, as)
		}
		start = i + size
		i = start - 1
		if r.text[start-1] == '\\' {
			i++ // what an escape shows is no escape itself
		}
	}
	r.show(document.Span{Start: start, End: max(start, end)})
}

// entity is a named or numbered character of HTML. The names go to 31 letters.
var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// special returns how many bytes at i are not shown as they stand, and what is
// shown in their place.
func (r *reader) special(i, end int) (int, string) {
	s := r.text[i:end]
	switch s[0] {
	case '\\':
		if len(s) > 1 && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[1]) >= 0 {
			return 1, ""
		}
	case '[':
		if at := attributed(r.text[i:min(len(r.text), i+maxAttributed)]); at > 0 {
			return 1, ""
		}
	case ']':
		if at := attributes().FindStringIndex(r.text[i:]); at != nil && r.opened(i) { // those of a heading are none of its text
			return at[1], ""
		}
	case '{':
		if at := templateTag.FindStringIndex(s); at != nil {
			return at[1], ""
		}
	case '&':
		if name := entity.FindString(s); name != "" {
			if as := html.UnescapeString(name); as != name {
				return len(name), as
			}
		}
	case '^': // of a reference to a footnote, "[^1]"
		if i == 0 || r.text[i-1] != '[' {
			return 0, ""
		}
		if label, _, ok := strings.Cut(r.text[i+1:min(len(r.text), i+1000)], "]"); ok && r.notes[label] {
			return 1, ""
		}
	}
	return 0, ""
}

// maxAttributed is how long words with attributes of Pandoc's may be, in bytes.
const maxAttributed = 1000

// attributes follow words in brackets: "[Fees]{.underline}". They are compiled when they
// are needed, as noted is.
var attributes = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\]\{[.#][^{}\n]{1,200}\}`) })

// attributed returns where the bracket at the start of s is shut, if attributes follow; 0
// if not.
func attributed(s string) int {
	end := strings.IndexAny(s[1:], "[]") + 1
	if end > 0 && attributes().MatchString(s[end:]) {
		return end
	}
	return 0
}

// opened reports that the bracket at i shuts words with attributes.
func (r *reader) opened(i int) bool {
	from := max(0, i-maxAttributed)
	at := strings.LastIndexByte(r.text[from:i], '[')
	return at >= 0 && attributed(r.text[from+at:]) == i-from-at
}

// address shows a link that is its own text.
func (r *reader) address(n *ast.AutoLink) {
	label := string(n.Label([]byte(r.text)))
	if start := r.near(n.Pos(), prefix("<"+label+">")); start >= 0 {
		r.show(document.Span{Start: start + 1, End: start + 1 + len(label)})
	}
}

// box shows the box of a task.
func (r *reader) box(n *extast.TaskCheckBox) {
	const size = len("[x]")
	start := r.near(n.Pos(), prefix("["))
	if start < 0 || start+size > len(r.text) {
		return
	}
	as := "☐"
	if n.IsChecked {
		as = "☑"
	}
	r.replace(document.Span{Start: start, End: start + size}, as)
}

// tag reads an inline tag: it is not shown, but may break a line, raise a number
// or name the place.
func (r *reader) tag(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	first := n.Segments.At(0)
	s := string(first.Value([]byte(r.text)))
	switch name := tagName(s); name {
	case "br":
		as := "\n"
		if r.inCell {
			as = " "
		}
		r.replace(document.Span{Start: first.Start, End: first.Stop}, as)
	case "sup", "/sup":
		r.raised = name == "sup"
	default:
		r.anchorOf(s)
	}
}
