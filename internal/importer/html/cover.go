package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// coverClasses are what DocBook, Pandoc and R Markdown call the lines below a title, which
// they write as headings.
var coverClasses = []string{"author", "subtitle", "date", "pubdate", "edition", "releaseinfo", "corpauthor", "institute"}

// coverOf returns the headings right below the title that are its author, its date or another
// line of a title page. What has such a class further down, too, as the days of a diary,
// is a heading.
func coverOf(body *html.Node) map[*html.Node]bool {
	var all []*html.Node
	for n := range body.Descendants() {
		if level[n.DataAtom] > 0 {
			all = append(all, n)
		}
	}
	from := slices.IndexFunc(all, onCover)
	if from != 1 {
		return nil
	}
	cover := map[*html.Node]bool{}
	for len(all) > from && onCover(all[from]) {
		cover[all[from]] = true
		from++
	}
	if from == len(all) || slices.ContainsFunc(all[from:], onCover) {
		return nil
	}
	return cover
}

func onCover(n *html.Node) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(attr(n, "class"))), func(class string) bool {
		return slices.Contains(coverClasses, class)
	})
}
