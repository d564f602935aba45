package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// coverClasses are what DocBook, Pandoc and R Markdown call the lines below a title, which
// they write as headings.
var coverClasses = []string{"author", "subtitle", "date", "pubdate", "edition", "releaseinfo", "corpauthor", "institute"}

// coverOf returns the headings right below the title that are its author, its date or another
// line of a title page. What has text of its own below it and such a class further down, too,
// as the days of a diary, is a heading.
func coverOf(body *html.Node) map[*html.Node]bool {
	var all []*html.Node
	var below []bool // whether text stands between a heading and the one before it
	text, first := false, true
	for n := range body.Descendants() {
		switch {
		case level[n.DataAtom] > 0:
			first = len(all) == 0 || first && onCover(n)
			all, below, text = append(all, n), append(below, text), false
		case first && n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" && !aside(n.Parent, body):
			text = true
		}
	}
	cover := map[*html.Node]bool{}
	from := 1
	for ; from < len(all) && onCover(all[from]) && !below[from]; from++ {
		cover[all[from]] = true
	}
	if slices.ContainsFunc(all[min(1, len(all)):], func(n *html.Node) bool { return onCover(n) && !cover[n] }) || len(all) > 0 && onCover(all[0]) {
		return nil
	}
	return cover
}

// aside reports whether n, within body, is a heading, a line of a title page or an address
// that stands there, or no text at all.
func aside(n, body *html.Node) bool {
	for ; n != nil && n != body; n = n.Parent {
		switch {
		case level[n.DataAtom] > 0, n.DataAtom == atom.Address, n.DataAtom == atom.Script, n.DataAtom == atom.Style, onCover(n):
			return true
		}
	}
	return false
}

func onCover(n *html.Node) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(attr(n, "class"))), func(class string) bool {
		return slices.Contains(coverClasses, class)
	})
}
