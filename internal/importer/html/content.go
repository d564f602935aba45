package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are elements whose content is no text of the page.
var unread = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Head, atom.Iframe, atom.Object, atom.Embed,
	atom.Audio, atom.Video, atom.Canvas, atom.Svg, atom.Input, atom.Button, atom.Select, atom.Textarea, atom.Datalist,
	atom.Del, atom.Rt, atom.Rp, atom.Map)

// noText are those of them that are never shown.
var noText = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe)

// unreadRoles are the roles that say the same.
var unreadRoles = map[string]bool{
	"navigation": true, "search": true, "menu": true, "menubar": true, "toolbar": true, "alertdialog": true, "tooltip": true,
	"doc-toc": true, "doc-backlink": true, "doc-index": true,
}

// furniture are elements and roles that stand around the content, when they are
// of the page and not of a part of it.
var (
	furniture      = set(atom.Header, atom.Footer, atom.Aside)
	furnitureRoles = map[string]bool{"banner": true, "contentinfo": true, "complementary": true}
	parts          = set(atom.Article, atom.Section, atom.Main, atom.Blockquote, atom.Li, atom.Td)
)

func set(atoms ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(atoms))
	for _, a := range atoms {
		m[a] = true
	}
	return m
}

// choose finds the part of the page that is read, and what is left out of it.
func (p *page) choose() {
	p.dropped = map[*html.Node]bool{}
	p.main = p.body
	p.drop(p.body, false)
	if p.bare {
		return
	}
	all := p.size(p.body)
	for _, c := range []struct {
		is    func(*html.Node) bool
		share int // of the text of the body, in per cent at least
	}{
		{func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" }, 25},
		{func(n *html.Node) bool { return n.DataAtom == atom.Article }, 60},
	} {
		if n := p.only(c.is); n != nil && p.size(n)*100 >= all*c.share {
			p.main = n
			break
		}
	}
	p.dropLinks()
}

// drop marks what is hidden, no text, or furniture; inPart is true below an
// article, a section or the like.
func (p *page) drop(n *html.Node, inPart bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		role := attr(c, "role")
		switch {
		case p.bare:
			if p.dropped[c] = noText[c.DataAtom]; !p.dropped[c] {
				p.drop(c, true)
			}
		case unread[c.DataAtom] || unreadRoles[role] || hidden(c),
			!inPart && (furniture[c.DataAtom] || furnitureRoles[role]) && !p.holdsTitle(c):
			p.dropped[c] = true
		default:
			p.drop(c, inPart || parts[c.DataAtom] || role == "main")
		}
	}
}

// holdsTitle reports whether a header has the only main heading of the page.
func (p *page) holdsTitle(n *html.Node) bool {
	h := first(n, atom.H1)
	return n.DataAtom == atom.Header && h != nil && h == first(p.body, atom.H1) && p.heading() != ""
}

// hidden reports whether a browser shows nothing of n.
func hidden(n *html.Node) bool {
	if how, ok := lookup(n, "hidden"); ok && how != "until-found" {
		return true
	}
	if _, open := lookup(n, "open"); n.DataAtom == atom.Dialog && !open {
		return true
	}
	style := strings.ToLower(strings.ReplaceAll(attr(n, "style"), " ", ""))
	if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
		return true
	}
	return n.DataAtom == atom.A && permalink(n) || attr(n, "aria-hidden") == "true" && !lettered(words(n))
}

// permalink reports a link of the page to the place where it stands, such as "¶"
// or "#" behind a heading.
func permalink(n *html.Node) bool {
	text := words(n)
	if !strings.HasPrefix(attr(n, "href"), "#") || lettered(text) {
		return false
	}
	if text == "#" || text == "¶" {
		return true
	}
	for a := n.Parent; a != nil; a = a.Parent {
		if level[a.DataAtom] > 0 || a.DataAtom == atom.Dt {
			return true
		}
	}
	return false
}

// lettered reports whether s has a letter or digit.
func lettered(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) >= 0
}

// only returns the element that is something, if it is one, and is not left out.
func (p *page) only(is func(*html.Node) bool) *html.Node {
	var found []*html.Node
	p.kept(p.body, func(n *html.Node) {
		if n.Type == html.ElementNode && is(n) {
			found = append(found, n)
		}
	})
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// size returns how many bytes of text below n are kept.
func (p *page) size(n *html.Node) int {
	size := 0
	p.kept(n, func(n *html.Node) {
		if n.Type == html.TextNode {
			size += len(strings.TrimSpace(n.Data))
		}
	})
	return size
}

// kept calls visit for every node below n that is not left out, in order.
func (p *page) kept(n *html.Node, visit func(*html.Node)) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if p.dropped[c] {
			continue
		}
		visit(c)
		p.kept(c, visit)
	}
}
