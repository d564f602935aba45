package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxMark is the longest mark of a footnote, in bytes: "[12]", "(*)", "note 3".
const maxMark = 12

// findNotes finds footnotes by the links between them and their marks: a short
// link, the mark, leads to a later element, in which a link leads back to it.
func (p *page) findNotes() {
	p.notes, p.refs = map[*html.Node]bool{}, map[*html.Node]bool{}
	place, order := p.places()
	for _, mark := range p.links() {
		target := place[attr(mark, "href")[1:]]
		if target == nil || order[target] <= order[mark] || len(words(mark)) > maxMark {
			continue
		}
		note := around(target)
		links, ok := returns(note, mark, place)
		if !ok {
			continue
		}
		p.notes[note], p.refs[mark] = true, true
		for _, n := range links {
			p.refs[n] = true
		}
	}
}

// places returns the elements by their ids, and their order in the page.
func (p *page) places() (map[string]*html.Node, map[*html.Node]int) {
	place, order := map[string]*html.Node{}, map[*html.Node]int{}
	p.kept(p.main, func(n *html.Node) {
		if n.Type != html.ElementNode {
			return
		}
		id := idOf(n)
		if id != "" && place[id] == nil {
			place[id] = n
		}
		if id != "" || n.DataAtom == atom.A {
			order[n] = len(order)
		}
	})
	return place, order
}

// links returns the links of the page to places in it.
func (p *page) links() []*html.Node {
	var out []*html.Node
	p.kept(p.main, func(n *html.Node) {
		if n.DataAtom == atom.A && len(attr(n, "href")) > 1 && attr(n, "href")[0] == '#' {
			out = append(out, n)
		}
	})
	return out
}

// around returns the block that n is, or is in.
func around(n *html.Node) *html.Node {
	for n.Parent != nil && !blockLevel[n.DataAtom] {
		n = n.Parent
	}
	return n
}

// maxNote is how many nodes a footnote has at most; more are a section.
const maxNote = 300

// returns returns the links in a note that lead back to its mark; false if there
// are none.
func returns(note, mark *html.Node, place map[string]*html.Node) ([]*html.Node, bool) {
	var links []*html.Node
	seen := 0
	for n := range note.Descendants() {
		if seen++; seen > maxNote {
			return nil, false
		}
		if back(n, mark, place) {
			links = append(links, n)
		}
	}
	return links, len(links) > 0
}

// back reports whether n is a link to a mark, or to what is right around or in it.
func back(n, mark *html.Node, place map[string]*html.Node) bool {
	id, ok := strings.CutPrefix(attr(n, "href"), "#")
	if n.DataAtom != atom.A || !ok || n == mark {
		return false
	}
	to := place[id]
	return to != nil && (to == mark || to == mark.Parent || to.Parent == mark || to.NextSibling == mark)
}
