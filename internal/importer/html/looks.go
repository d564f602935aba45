package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits on paragraphs that are headings by their looks, the first two in
// characters.
const (
	longestHeading = 200
	longestName    = 40 // "CHAPTER IV", "Article 12"
	maxLooks       = 30 // of headings in one page
)

// A leaf is a paragraph outside lists and tables.
type leaf struct {
	node  *html.Node
	looks string // class, alignment, style, type; "" for nothing special
	text  string
}

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
	leaves := p.leaves(p.main, nil)
	above := headingLooks(leaves)
	titles := titleLooks(leaves, above)
	for look := range titles {
		delete(above, look)
	}
	levels := rank(leaves, above, titles)
	for i, l := range leaves {
		switch {
		case above[l.looks]:
			p.headings[l.node] = levels[l.looks] + real
			p.titles[l.node] = i > 0 && leaves[i-1].looks == l.looks && goesOn(leaves[i-1].text, l.text)
		case titles[l.looks]:
			p.headings[l.node] = levels[l.looks] + real
			p.titles[l.node] = i > 0 && (above[leaves[i-1].looks] || leaves[i-1].looks == l.looks)
		}
	}
}

// goesOn reports whether a line goes on with the heading above, of the same looks:
// it is no name of another section.
func goesOn(above, line string) bool {
	f, g := strings.Fields(above), strings.Fields(line)
	return f[0] != g[0] && !(named(line) && len(g) <= 3)
}

// leaves returns the paragraphs below n.
func (p *page) leaves(n *html.Node, out []leaf) []leaf {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case p.dropped[c] || c.Type != html.ElementNode:
		case c.DataAtom == atom.Table || c.DataAtom == atom.Ul || c.DataAtom == atom.Ol || c.DataAtom == atom.Dl || c.DataAtom == atom.Pre:
			if text := words(c); text != "" { // text that stands below a heading
				out = append(out, leaf{node: c, text: text})
			}
		case (c.DataAtom == atom.P || c.DataAtom == atom.Div || c.DataAtom == atom.Center) && !holdsBlock(c):
			if text := words(c); text != "" {
				out = append(out, leaf{c, looks(c), text})
			}
		default:
			out = p.leaves(c, out)
		}
	}
	return out
}

func holdsBlock(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && blockLevel[d.DataAtom] {
			return true
		}
	}
	return false
}

// looks tells how a paragraph differs from a plain one.
func looks(n *html.Node) string {
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

// headingLooks returns the looks that occur at least twice (or on the first line of
// the page), on short lines that do not end as sentences do, and that make up less
// than half of the text.
func headingLooks(leaves []leaf) map[string]bool {
	type group struct{ n, short, size int }
	groups, all := map[string]*group{}, 0
	for _, l := range leaves {
		all += len(l.text)
		g := groups[l.looks]
		if g == nil {
			g = &group{}
			groups[l.looks] = g
		}
		g.n++
		g.size += len(l.text)
		if short(l.text) {
			g.short++
		}
	}
	out := map[string]bool{}
	for look, g := range groups {
		often := g.n >= 2 || look == leaves[0].looks
		if look != "" && often && g.short*10 >= g.n*9 && g.size*2 <= all {
			out[look] = true
		}
	}
	if len(out) > maxLooks { // each line has looks of its own: they say nothing
		clear(out)
	}
	return out
}

// short reports whether a line may be a heading: it has letters or digits, is not
// long, and does not end as sentences and points do.
func short(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(",;:。；：，!！", last) || last == '.' && !named(s) {
		return false
	}
	return lettered(s) && utf8.RuneCountInString(s) <= longestHeading
}

// named reports whether a line is the name of a section: short, with a number.
func named(s string) bool {
	return utf8.RuneCountInString(s) <= longestName && strings.ContainsFunc(s, func(r rune) bool { return unicode.IsNumber(r) }) || roman(s)
}

// roman reports whether a short line ends in a Roman numeral or a single letter.
func roman(s string) bool {
	f := strings.Fields(strings.TrimRight(s, ". "))
	if len(f) == 0 || utf8.RuneCountInString(s) > longestName {
		return false
	}
	last := f[len(f)-1]
	return strings.Trim(last, "IVXLCDM") == "" || len(f) > 1 && utf8.RuneCountInString(last) == 1
}

// titleLooks returns those of the looks that stand right below a name of a section
// nearly always.
func titleLooks(leaves []leaf, above map[string]bool) map[string]bool {
	follows, n := map[string]int{}, map[string]int{}
	for i, l := range leaves {
		if !above[l.looks] {
			continue
		}
		n[l.looks]++
		if i > 0 && leaves[i-1].looks != l.looks && above[leaves[i-1].looks] && named(leaves[i-1].text) && !named(l.text) {
			follows[l.looks]++
		}
	}
	out := map[string]bool{}
	for look, k := range follows {
		if k*10 >= n[look]*8 {
			out[look] = true
		}
	}
	return out
}

// rank gives the looks of headings their levels, from 1 down. One stands above
// another if it is seen right above it more often than below; where that says
// nothing, what comes first in the page does.
func rank(leaves []leaf, above, titles map[string]bool) map[string]int {
	over := map[[2]string]int{}
	var order []string
	seen := map[string]bool{}
	last := ""
	for _, l := range leaves {
		switch {
		case above[l.looks]:
			if last != "" && last != l.looks {
				over[[2]string{last, l.looks}]++
			}
			if !seen[l.looks] {
				seen[l.looks] = true
				order = append(order, l.looks)
			}
			last = l.looks
		case !titles[l.looks]:
			last = ""
		}
	}
	levels := map[string]int{}
	for len(levels) < len(order) {
		look := highest(order, levels, over)
		levels[look] = len(levels) + 1
	}
	for _, l := range leaves { // a title has the level of the name above it
		if above[l.looks] {
			last = l.looks
		} else if titles[l.looks] && levels[l.looks] == 0 {
			levels[l.looks] = levels[last]
		}
	}
	return levels
}

// highest returns the first of the looks without a level that no other of them
// stands above.
func highest(order []string, levels map[string]int, over map[[2]string]int) string {
	rest := ""
	for _, look := range order {
		if levels[look] > 0 {
			continue
		}
		if rest == "" {
			rest = look
		}
		top := true
		for _, other := range order {
			if levels[other] == 0 && over[[2]string{other, look}] > over[[2]string{look, other}] {
				top = false
			}
		}
		if top {
			return look
		}
	}
	return rest
}
