package docx

import (
	"strconv"
	"strings"
)

// A paragraph is what is shown of one, and what its properties say.
type paragraph struct {
	text   string
	plain  bool // some of it is not in bold type
	head   int  // length of the lines in bold type that others follow; 0 for none
	runIn  int  // length of the words in bold type that others follow; 0 for none
	style  string
	level  int // as a heading; 0 for none
	list   *list
	depth  int // in its list, from 0
	anchor string
	notes  []noteRef
	boxes  []*node // text boxes that hang on it
}

// A noteRef is a reference to a note.
type noteRef struct {
	kind string // "footnote" or "endnote"
	id   string
	mark string // its own mark, where it is not numbered
}

// paragraph reads n. It returns nil where nothing is shown of it: where it is
// contents, or its mark is deleted; then its text goes before the next one's.
func (r *reader) paragraph(n *node) *paragraph {
	ppr := n.child("pPr")
	p := &paragraph{style: ppr.val("pStyle"), anchor: r.anchor}
	if p.style == "" {
		p.style = r.styles.standard
	}
	p.level = outlineLevel(ppr)
	if p.level == 0 {
		p.level = r.styles.level(p.style)
	}
	p.level = max(p.level, 0)
	if r.inContents() && p.level > 0 {
		r.fields = nil // a table of contents whose end was lost
	}
	run := &runner{reader: r, p: p, hidden: r.styles.hidden(p.style), bold: r.styles.bold(p.style)}
	run.walk(n.kids)
	r.settle()
	p.text = run.out.String()
	mark := ppr.child("rPr")
	if mark.child("del") != nil || mark.child("moveFrom") != nil {
		r.before += p.text
		r.beforeNotes = append(r.beforeNotes, p.notes...)
		return nil
	}
	if r.before != "" {
		p.text, p.head, p.runIn, r.before = r.before+p.text, 0, 0, ""
	}
	p.notes, r.beforeNotes = append(r.beforeNotes, p.notes...), nil
	hiddenMark, _ := mark.on("vanish")
	blank := strings.TrimSpace(p.text) == ""
	if r.styles.named(p.style, "toc ") || blank && (hiddenMark || r.inContents()) {
		return nil
	}
	r.anchor = ""
	p.list, p.depth = r.listOf(ppr, p.style)
	return p
}

// listOf finds the list of a paragraph and its level in it; nil for none.
func (r *reader) listOf(ppr *node, style string) (*list, int) {
	inherited, from := r.styles.numbering(style)
	direct := numbering(ppr)
	n := direct.or(inherited)
	l := r.lists[n.list]
	if l == nil {
		return nil, 0
	}
	if direct.list == "" && direct.level == "" {
		if i, ok := l.styled(from); ok {
			return l, i
		}
	}
	i, err := strconv.Atoi(n.level)
	if err != nil || i < 0 || i >= levels {
		i = 0
	}
	return l, i
}
