package html

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/importer/block"
	"pincite/internal/importer/html/counter"
)

// Lists as word processors save them: Google's have one list a level, side by side, and
// what a browser shows before their points in a style sheet; Word's are paragraphs.

// A marker is what a style sheet shows before the points of a list.
type marker struct {
	parts   []part
	counter string // that each point counts
}

// A part is words, or the value of a counter in a style.
type part struct{ words, counter, style string }

var (
	shownBefore = regexp.MustCompile(`\.([\w-]+)\s*>\s*li:{1,2}before\s*\{\s*content:\s*([^}]*)\}`)
	counted     = regexp.MustCompile(`\.([\w-]+)\s*>\s*li\s*\{\s*counter-increment:\s*([\w-]+)`)
	content     = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)`)
	listLevel   = regexp.MustCompile(`^lst-.*-(\d)$`)
)

// markers reads the style sheets in a page: the marker of each class of lists.
func markers(root *html.Node) map[string]*marker {
	out := map[string]*marker{}
	for n := range root.Descendants() {
		if n.DataAtom != atom.Style || n.FirstChild == nil {
			continue
		}
		sheet := n.FirstChild.Data
		for _, m := range shownBefore.FindAllStringSubmatch(sheet, -1) {
			of := &marker{}
			for _, c := range content.FindAllStringSubmatch(m[2], -1) {
				of.parts = append(of.parts, part{c[1], c[2], counter.Style(c[3])})
			}
			out[m[1]] = of
		}
		for _, m := range counted.FindAllStringSubmatch(sheet, -1) {
			if of := out[m[1]]; of != nil {
				of.counter = m[2]
			}
		}
	}
	return out
}

// markerOf returns the marker of a list and how deep its class says that it is, from 1;
// nil where no style sheet has one.
func (w *writer) markerOf(n *html.Node) (*marker, int) {
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if m := w.markers[class]; m != nil && m.counter != "" {
			depth := 0
			if level := listLevel.FindStringSubmatch(class); level != nil {
				depth, _ = strconv.Atoi(level[1])
				depth++
			}
			return m, depth
		}
	}
	return nil, 0
}

// shown returns what stands before point i of a list with a marker, and keeps the number
// for the lists below.
func (w *writer) shown(m *marker, i int) string {
	if w.counters == nil {
		w.counters = map[string]int{}
	}
	w.counters[m.counter] = i
	var out strings.Builder
	numbered := false
	for _, p := range m.parts {
		out.WriteString(p.words)
		if p.counter != "" {
			numbered = true
			out.WriteString(counter.Format(p.style, w.counters[p.counter]))
		}
	}
	if !numbered {
		return "" // a bullet
	}
	return strings.TrimSpace(out.String())
}

// wordLevel matches the place in its list that Word gives a paragraph.
var wordLevel = regexp.MustCompile(`mso-list:\s*l\d+\s+level(\d)`)

// wordPoint opens a point of a list if a paragraph is one that Word saved: the number is
// in the text of the paragraph, in an element that browsers are told to ignore.
func (w *writer) wordPoint(n *html.Node) {
	level := wordLevel.FindStringSubmatch(attr(n, "style"))
	if level == nil || n.DataAtom != atom.P {
		return
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && strings.Contains(attr(d, "style"), "mso-list:Ignore") {
			label := words(d)
			if !counter.Mark(label) || !strings.ContainsFunc(label, counter.Sign) {
				label = "" // a bullet
			}
			depth, _ := strconv.Atoi(level[1])
			w.dropped[d] = true
			w.cur, w.label = block.Block{Kind: block.Item, Level: max(depth, 1)}, label
			return
		}
	}
}

// wordContents reports an entry of a table of contents that Word saved.
func wordContents(n *html.Node) bool {
	return n.DataAtom == atom.P && strings.HasPrefix(attr(n, "class"), "MsoToc")
}
