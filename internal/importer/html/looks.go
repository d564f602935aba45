package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/importer/html/looks"
)

// findHeadings finds headings in a page whose headings are paragraphs.
func (p *page) findHeadings() {
	p.headings, p.titles = map[*html.Node]int{}, map[*html.Node]bool{}
	real := 0
	p.kept(p.main, func(n *html.Node) {
		if level[n.DataAtom] > 0 || attr(n, "role") == "heading" {
			real++
		}
	})
	if real > 1 {
		return
	}
	nodes, lines := p.leaves(p.main, nil, nil)
	for i, h := range looks.Headings(lines) {
		if h.Level > 0 {
			p.headings[nodes[i]] = h.Level + real
			p.titles[nodes[i]] = h.GoesOn
		}
	}
}

// leaves returns the paragraphs below n, and how they look. A list or table is one
// of no special looks: text that stands below a heading.
func (p *page) leaves(n *html.Node, nodes []*html.Node, lines []looks.Line) ([]*html.Node, []looks.Line) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		how := ""
		switch {
		case p.dropped[c] || c.Type != html.ElementNode:
			continue
		case c.DataAtom == atom.Table || c.DataAtom == atom.Ul || c.DataAtom == atom.Ol || c.DataAtom == atom.Dl || c.DataAtom == atom.Pre:
		case (c.DataAtom == atom.P || c.DataAtom == atom.Div || c.DataAtom == atom.Center) && !holdsBlock(c):
			how = looksOf(c)
		default:
			nodes, lines = p.leaves(c, nodes, lines)
			continue
		}
		if text := words(c); text != "" {
			nodes, lines = append(nodes, c), append(lines, looks.Line{Looks: how, Text: text})
		}
	}
	return nodes, lines
}

func holdsBlock(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && blockLevel[d.DataAtom] {
			return true
		}
	}
	return false
}

// looksOf tells how a paragraph differs from a plain one: class, alignment, style,
// bold type; "" for a plain one.
func looksOf(n *html.Node) string {
	s := strings.Join([]string{attr(n, "class"), attr(n, "align"), attr(n, "style")}, "|")
	if mostly(n, atom.B) || mostly(n, atom.Strong) {
		s += "|b"
	}
	if n.Parent.DataAtom == atom.Center || n.DataAtom == atom.Center {
		s += "|c"
	}
	for c := alone(n); c != nil; c = alone(c) { // "<p><span class=bold>"
		if how := attr(c, "class") + attr(c, "style"); how != "" {
			s += "|" + how
		}
	}
	if s == "||" {
		return ""
	}
	return s
}

// alone returns the only element in n, if it has no text beside it.
func alone(n *html.Node) *html.Node {
	var only *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case c.Type != html.ElementNode || only != nil:
			return nil
		default:
			only = c
		}
	}
	return only
}
