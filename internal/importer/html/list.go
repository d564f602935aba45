package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/importer/block"
	"pincite/internal/importer/html/counter"
)

// list writes the points of a list, numbered as a browser numbers them.
func (w *writer) list(n *html.Node) {
	w.emptyLabel()
	outer := w.cur
	marker, depth := w.markerOf(n)
	around := w.depth
	w.depth = max(w.depth+1, depth)
	next := start(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || w.dropped[c] {
			continue
		}
		if c.DataAtom != atom.Li { // a list right inside a list
			w.element(c)
			w.flush()
			continue
		}
		at := number(attr(c, "value"), next)
		label := shownNumber(n, at)
		if marker != nil {
			label = w.shown(marker, at)
		}
		w.point(c, label)
		if _, down := lookup(n, "reversed"); down {
			next = at - 1
		} else {
			next = at + 1
		}
	}
	w.depth = around
	w.cur = outer
}

// point writes one point of a list.
func (w *writer) point(n *html.Node, label string) {
	w.cur, w.label = block.Block{Kind: block.Item, Level: w.depth}, label
	kept := w.inNote
	w.inNote = kept || w.notes[n]
	w.mark(n)
	w.flow(n)
	w.flush()
	w.cur, w.label, w.inNote = block.Block{Kind: block.Paragraph}, "", kept
}

// start returns the first number of a list.
func start(n *html.Node) int {
	first := 1
	if _, down := lookup(n, "reversed"); down {
		first = 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Li {
				first++
			}
		}
	}
	return number(attr(n, "start"), first)
}

// number reads an attribute, at most nine digits of it.
func number(s string, otherwise int) int {
	if len(s) > 10 {
		return otherwise
	}
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}

// shownNumber returns what a browser shows before point i of a list; "" where
// that is a bullet or nothing.
func shownNumber(n *html.Node, i int) string {
	style := strings.ToLower(attr(n, "style"))
	kind := attr(n, "type")
	if _, after, ok := strings.Cut(style, "list-style"); ok {
		after, _, _ = strings.Cut(after, ";")
		for _, name := range []string{"lower-alpha", "lower-latin", "upper-alpha", "upper-latin", "lower-roman", "upper-roman"} {
			if strings.Contains(after, name) {
				kind = counter.Style(name)
			}
		}
		if strings.Contains(after, "none") {
			kind = "none"
		}
	}
	if n.DataAtom != atom.Ol || kind == "none" {
		return ""
	}
	return counter.Format(kind, i) + "."
}
