package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/importer/block"
	"pincite/internal/importer/html/counter"
)

// level is the level of the heading elements.
var level = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

// blockLevel are the elements before and behind which a browser breaks the line.
var blockLevel = set(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
	atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2,
	atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu,
	atom.Ol, atom.Optgroup, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th,
	atom.Thead, atom.Tr, atom.Ul)

// A writer writes the source text of a page.
type writer struct {
	*page
	b        block.Builder
	text     strings.Builder // of the block that is open
	plain    bool            // some of it is not in bold type
	runIn    int             // length of what stands in bold type before that
	cur      block.Block     // what that block is
	label    string          // of that block, as a browser shows it
	term     string          // that the block defines, for the line above it
	anchor   string          // the id seen last, for the next block
	depth    int             // lists around it
	inNote   bool
	under    int            // level of the heading above
	counters map[string]int // of style sheets, as they stand
	wholePre bool           // the page is text in <pre>, whose lines tell its structure
}

// weigh keeps where the bold type ends that the open block begins with.
func (w *writer) weigh(n *html.Node) {
	switch {
	case w.plain || strings.TrimSpace(n.Data) == "":
	case w.bold(n):
		w.runIn = w.text.Len()
	default:
		w.plain = true
	}
}

// flow writes what is below n.
func (w *writer) flow(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case w.dropped[c]:
		case c.Type == html.TextNode:
			w.text.WriteString(spaces.Replace(c.Data))
			w.weigh(c)
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Br && (w.strong() && !w.bold(c) || w.brokenTwice()):
			w.flush()
		case blockLevel[c.DataAtom]:
			w.flush()
			w.element(c)
			w.flush()
		default:
			w.phrase(c)
		}
		if w.ctx.Err() != nil {
			return
		}
	}
}

// spaces makes line ends in running text spaces, as a browser does.
var spaces = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\f", " ")

// element writes an element that breaks the line.
func (w *writer) element(n *html.Node) {
	w.mark(n)
	if w.notes[n] && !w.inNote {
		w.inNote = true
		defer func() { w.flush(); w.inNote = false }()
	}
	switch l := w.levelOf(n); {
	case wordContents(n):
	case w.cover[n]:
		w.flow(n)
	case l > 0 && !w.isContents(n):
		w.heading(n, l)
	case l > 0:
	case n.DataAtom == atom.Ul || n.DataAtom == atom.Ol || n.DataAtom == atom.Menu:
		w.list(n)
	case n.DataAtom == atom.Dl:
		w.definitions(n)
	case n.DataAtom == atom.Table:
		w.table(n)
	case n.DataAtom == atom.Pre:
		w.code(n)
	default:
		w.wordPoint(n)
		w.flow(n)
	}
}

// mark keeps the id of an element for the block that follows.
func (w *writer) mark(n *html.Node) {
	if id := idOf(n); id != "" && strings.TrimSpace(w.text.String()) == "" {
		w.anchor = id
	}
}

// flush ends the open block. The next one goes on with the same item, without
// its label.
func (w *writer) flush() {
	text, strong, runIn := w.text.String(), w.strong(), w.runIn
	w.text.Reset()
	w.plain, w.runIn = false, 0
	if strings.TrimSpace(text) == "" {
		return
	}
	like, label := w.cur, w.label
	like.Strong = strong
	if w.inNote {
		like.Kind, like.Level, runIn = block.Note, 0, 0
	}
	if w.term != "" {
		gap := "\n"
		if w.inNote && strings.HasPrefix(w.term, "[") { // its mark
			gap = " "
		}
		text, w.term, runIn = w.term+gap+text, "", 0
	}
	if label != "" && counter.Numbered(text, label) {
		label = ""
	}
	parts := []string{text}
	if like.Kind == block.Paragraph && label == "" {
		parts = points(text)
	}
	if len(parts) == 1 {
		like.RunIn.End = runIn
	}
	for _, part := range parts {
		like.Anchor, w.anchor = w.anchor, ""
		w.b.Add(like, label, " ", part)
	}
	w.cur, w.label = block.Block{Kind: block.Paragraph}, ""
}

// brokenTwice reports that a paragraph is open whose line is broken already: pages without
// elements for paragraphs part them so.
func (w *writer) brokenTwice() bool {
	return w.cur.Kind == block.Paragraph && strings.HasSuffix(strings.TrimRight(w.text.String(), " \u00a0"), "\n")
}

// strong reports that the open block is a paragraph and all in bold type.
func (w *writer) strong() bool {
	return !w.plain && w.cur.Kind == block.Paragraph && w.label == "" && w.term == "" && !w.inNote && strings.TrimSpace(w.text.String()) != ""
}

// levelOf returns the level of a heading, by its element, its role, or its looks;
// 0 for anything else.
func (w *writer) levelOf(n *html.Node) int {
	if l := w.headings[n]; l > 0 {
		return l
	}
	if attr(n, "role") == "heading" {
		return max(1, number(attr(n, "aria-level"), 2))
	}
	if n.DataAtom == atom.Summary {
		return w.under + 1
	}
	return level[n.DataAtom]
}

// heading writes a heading, and the title that stands below its name.
func (w *writer) heading(n *html.Node, l int) {
	if w.titles[n] { // written already, and so its id is not for what follows
		w.anchor = ""
		return
	}
	text := w.inside(n, false)
	for t := w.following(n); t != nil && w.titles[t]; t = w.following(t) {
		text += "\n" + w.inside(t, false)
	}
	if n.DataAtom != atom.Summary {
		w.under = l
	}
	w.b.Add(block.Block{Kind: block.Heading, Level: l, Anchor: w.anchor}, "", "", text)
	w.anchor = ""
}

// following returns the paragraph behind n in the page, if it is a title.
func (w *writer) following(n *html.Node) *html.Node {
	for ; n != nil && n != w.main; n = n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if w.titles[s] {
				return s
			}
			if s.Type == html.ElementNode && !w.dropped[s] {
				for d := range s.Descendants() {
					if w.titles[d] {
						return d
					}
					if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" {
						return nil
					}
				}
			}
		}
	}
	return nil
}

// isContents reports whether a heading stands above a table of contents that is
// left out, and above nothing else.
func (w *writer) isContents(n *html.Node) bool {
	next := sibling(n)
	if next == nil || !w.dropped[next] || !(listing[next.DataAtom] || wrapping[next.DataAtom]) || words(next) == "" {
		return false
	}
	after := sibling(next)
	for after != nil && w.dropped[after] {
		after = sibling(after)
	}
	return after == nil || level[after.DataAtom] > 0 || after.DataAtom == atom.Section
}

// sibling returns the element behind n in the same parent.
func sibling(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
	}
	return n
}

// code writes preformatted text.
func (w *writer) code(n *html.Node) {
	kind := block.Code
	if w.wholePre {
		kind = block.Text
	}
	w.emptyLabel()
	w.b.AddCode(block.Block{Kind: kind, Anchor: w.anchor}, w.inside(n, true))
	w.anchor = ""
}

// inside returns the text below n: of one line, but for line breaks that the page
// asks for; or as it stands, if it is preformatted.
func (w *writer) inside(n *html.Node, pre bool) string {
	in := writer{page: w.page}
	in.gather(n, pre)
	if pre {
		return in.text.String()
	}
	return block.Clean(in.text.String())
}

// gather collects the text below n without making blocks.
func (w *writer) gather(n *html.Node, pre bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case w.dropped[c]:
		case c.Type == html.TextNode && pre:
			w.text.WriteString(strings.ReplaceAll(c.Data, "\r", ""))
		case c.Type == html.TextNode:
			w.text.WriteString(spaces.Replace(c.Data))
		case c.Type != html.ElementNode:
		case blockLevel[c.DataAtom] && pre: // a line of code
			w.newLine()
			w.gather(c, pre)
			w.newLine()
		case blockLevel[c.DataAtom]:
			w.text.WriteString(" ")
			w.gather(c, pre)
			w.text.WriteString(" ")
		default:
			w.phraseWith(c, func(n *html.Node) { w.gather(n, pre) })
		}
	}
}

// newLine breaks the line of preformatted text, if it is not broken there.
func (w *writer) newLine() {
	if s := w.text.String(); s != "" && !strings.HasSuffix(s, "\n") {
		w.text.WriteByte('\n')
	}
}

// emptyLabel writes a label, or a term, whose item begins with no text of its own.
func (w *writer) emptyLabel() {
	if w.label == "" && w.term == "" {
		return
	}
	w.b.Add(w.cur, w.label, "", w.term)
	w.cur, w.label, w.term = block.Block{Kind: block.Paragraph}, "", ""
}

// definitions writes terms and what they mean: one block, in two lines, where that
// begins with text.
func (w *writer) definitions(n *html.Node) {
	w.emptyLabel()
	w.depth++
	kept := w.inNote
	for c := range n.Descendants() {
		if w.dropped[c] || nearest(c, atom.Dl) != n {
			continue
		}
		switch c.DataAtom {
		case atom.Dt:
			w.mark(c)
			w.inNote = kept || w.notes[c]
			w.cur = block.Block{Kind: block.Item, Level: w.depth}
			w.term = strings.TrimSpace(w.term + "\n" + w.inside(c, false))
		case atom.Dd:
			w.flow(c)
			w.flush()
		}
	}
	w.emptyLabel()
	w.cur, w.inNote = block.Block{Kind: block.Paragraph}, kept
	w.depth--
}

// nearest returns the element of a kind that n is directly in.
func nearest(n *html.Node, kind atom.Atom) *html.Node {
	for n = n.Parent; n != nil && n.DataAtom != kind; n = n.Parent {
	}
	return n
}
