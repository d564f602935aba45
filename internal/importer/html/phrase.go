package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/importer/block"
)

// phrase writes an element within a line; blocks inside it are blocks all the same.
func (w *writer) phrase(n *html.Node) {
	w.mark(n)
	w.phraseWith(n, w.flow)
}

// phraseWith does the same with a walk of its own for what is inside.
func (w *writer) phraseWith(n *html.Node, inside func(*html.Node)) {
	switch {
	case n.DataAtom == atom.Br:
		w.text.WriteByte('\n')
	case n.DataAtom == atom.Math && attr(n, "alttext") != "":
		w.text.WriteString(attr(n, "alttext"))
	case n.Data == "annotation" || n.Data == "annotation-xml": // the source of a formula
	case n.DataAtom == atom.Q:
		w.text.WriteString("“")
		inside(n)
		w.text.WriteString("”")
	case w.refs[n]:
		w.reference(n)
	case n.DataAtom == atom.Sup && !w.holdsReference(n):
		w.raised(n, inside)
	default:
		inside(n)
	}
}

// reference writes the mark of a footnote in brackets, or nothing for an arrow back.
func (w *writer) reference(n *html.Node) {
	text := strings.Trim(words(n), "[]() ")
	switch {
	case text == "" || strings.ContainsAny(text, "↩↵↑^⤴"):
	case lettered(text) && !strings.HasSuffix(w.text.String(), "["):
		w.text.WriteString("[" + text + "]")
	default:
		w.text.WriteString(text)
	}
}

func (w *writer) holdsReference(n *html.Node) bool {
	for d := range n.Descendants() {
		if w.refs[d] {
			return true
		}
	}
	return false
}

// raised writes a superscript: a power in raised characters, anything else as it is.
func (w *writer) raised(n *html.Node, inside func(*html.Node)) {
	text := words(n)
	if !block.IsExponent(text) {
		inside(n)
		return
	}
	w.text.WriteString(block.Superscript(text))
}
