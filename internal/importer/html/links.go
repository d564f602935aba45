package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/document"
)

// A tally says how much of the text of an element is links, in letters and digits.
type tally struct {
	text, linked   int
	links, inside  int // links, and those that lead to a place of the page
	before, behind int // text of the page before its beginning and its end
}

// contents reports whether an element is a table of contents of the page.
func (t tally) contents() bool { return t.menu() && t.inside*10 >= t.links*9 }

// menu reports whether it is a list of links and nothing else.
func (t tally) menu() bool { return t.links >= 3 && t.linked*10 >= t.text*8 }

// listing are the elements that menus and tables of contents are made of, and
// wrapping those that are around them, with a heading and little else.
var (
	listing  = set(atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.P)
	wrapping = set(atom.Div, atom.Section)
)

// maxBeside is how many letters stand beside a list of links in what is around it.
const maxBeside = 60

// dropLinks leaves out tables of contents, and menus before the first heading and
// behind the last text.
func (p *page) dropLinks() {
	c := survey{page: p, of: map[*html.Node]tally{}, heading: -1}
	all := c.count(p.main, false)
	for n, t := range c.of {
		outer := t.behind <= max(c.heading, 0) || t.before == 0 && c.heading < 0 || t.before >= c.last
		whole := p.ours == nil && t.text*10 >= all.text*9 // the page is a list of links, and meant to be
		if t.contents() && !whole || t.menu() && outer && t.text < all.text/2 {
			p.dropped[n] = true
		}
	}
	p.dropTrail()
}

// dropTrail leaves out the way to the page that stands above its first heading: links to
// what is above it, with signs between them, and last its own name.
func (p *page) dropTrail() {
	const most = 100 // elements
	var above []*html.Node
	for n := range p.main.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case level[n.DataAtom] > 0:
			name := trimSigns(words(n)) // without the link to itself, ¶
			for _, a := range above {
				if own, links := unlinked(a); links > 1 && (own == "" || own == name) {
					p.dropped[a] = true
				}
			}
			return
		case (listing[n.DataAtom] || wrapping[n.DataAtom]) && !p.dropped[n] && len(above) < most:
			above = append(above, n)
		}
	}
}

// unlinked returns the words below n that are no links, without signs around them, and how
// many links there are; nothing if n is not short.
func unlinked(n *html.Node) (string, int) {
	const longest = 200 // nodes
	var b strings.Builder
	links, nodes := 0, 0
	var inLink *html.Node
	for d := range n.Descendants() {
		if nodes++; nodes > longest {
			return "", 0
		}
		if inLink != nil && !holds(inLink, d) {
			inLink = nil
		}
		switch {
		case level[d.DataAtom] > 0:
			return "", 0
		case d.DataAtom == atom.A && attr(d, "href") != "":
			links++
			inLink = d
		case d.Type == html.TextNode && inLink == nil:
			b.WriteString(d.Data)
		}
	}
	return trimSigns(document.OneLine(b.String())), links
}

// trimSigns returns s without what is neither letter nor digit around it.
func trimSigns(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// holds reports that d stands below n.
func holds(n, d *html.Node) bool {
	for up := d.Parent; up != nil; up = up.Parent {
		if up == n {
			return true
		}
	}
	return false
}

// A survey makes the tallies of a page.
type survey struct {
	*page
	of      map[*html.Node]tally
	seen    int // text so far
	heading int // text before the first heading; -1 for none
	last    int // text up to the end of the last that is no link
}

// count returns the tally of n; inLink is true inside a link.
func (c *survey) count(n *html.Node, inLink bool) tally {
	t := tally{before: c.seen}
	for d := n.FirstChild; d != nil; d = d.NextSibling {
		if c.dropped[d] {
			continue
		}
		if d.Type == html.TextNode {
			c.letters(&t, d.Data, inLink)
			continue
		}
		if level[d.DataAtom] > 0 && c.heading < 0 {
			c.heading = c.seen
		}
		link := d.DataAtom == atom.A && attr(d, "href") != ""
		sub := c.count(d, inLink || link)
		if link && sub.text > 0 {
			sub.links++
			if href := attr(d, "href"); strings.HasPrefix(href, "#") || c.ours != nil && c.ours(href) {
				sub.inside++
			}
		}
		t.text, t.linked = t.text+sub.text, t.linked+sub.linked
		t.links, t.inside = t.links+sub.links, t.inside+sub.inside
	}
	t.behind = c.seen
	if t.menu() && (listing[n.DataAtom] || wrapping[n.DataAtom] && t.text-t.linked <= maxBeside) {
		c.of[n] = t
	}
	return t
}

func (c *survey) letters(t *tally, s string, inLink bool) {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	t.text += n
	c.seen += n
	if inLink {
		t.linked += n
	} else if n > 0 {
		c.last = c.seen
	}
}
