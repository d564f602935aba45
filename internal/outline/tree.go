package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/text"
)

// maxHeading is the longest heading, in bytes. The longest of the default
// document has 184.
const maxHeading = 300

// A node is a heading in its place in the outline.
type node struct {
	*heading.Candidate
	level    *heading.Level
	parent   int // index in parse.nodes; -1 at the top
	to       int // line after its own text
	children bool

	heading document.Span
	body    int // where its text begins, in bytes
}

// absorb drops the candidates that belong to the title, and headings in capitals that are the
// words of a numbered one: "CHAPTER I" and, below it, "GENERAL PROVISIONS".
func (p *parse) absorb(cands []*heading.Candidate) []*heading.Candidate {
	for i, c := range cands {
		if c.Line < p.title.to {
			c.Drop = true
		}
		if i > 0 && c.Mark.Style == heading.CapitalStyle && cands[i-1].Line == c.Line-1 &&
			cands[i-1].Mark.Kind != "" && p.bare(cands[i-1]) {
			c.Drop = true
		}
	}
	return heading.Kept(cands)
}

// bare reports a heading whose line holds only its number.
func (p *parse) bare(c *heading.Candidate) bool { return c.Mark.Rest >= len(p.Line(c.Line)) }

// nest gives every heading its parent: the last one before it of a higher rank.
func (p *parse) nest(cands []*heading.Candidate) {
	p.nodes = make([]node, 0, len(cands))
	var open []int
	for i, c := range cands {
		l := p.levels[c.Key()]
		for len(open) > 0 && p.nodes[open[len(open)-1]].level.Rank >= l.Rank {
			open = open[:len(open)-1]
		}
		n := node{Candidate: c, level: l, parent: -1, to: len(p.Lines)}
		if len(open) > 0 {
			n.parent = open[len(open)-1]
			p.nodes[n.parent].children = true
		}
		if i > 0 {
			p.nodes[i-1].to = c.Line
		}
		p.begins[c.Line] = true
		open = append(open, i)
		p.nodes = append(p.nodes, n)
	}
}

// dropList forgets a single short list, without text between its items, in a
// text that is otherwise prose: its items are no sections.
func (p *parse) dropList() {
	if len(p.nodes) == 0 || len(p.levels) > 1 || !p.nodes[0].level.Weak {
		return
	}
	listed, all := 0, 0
	for i := range p.Lines {
		if !p.Lines[i].Out {
			all += p.Lines[i].Span.Len()
		}
	}
	for i := range p.nodes {
		listed += p.opening(&p.nodes[i]).Len()
		if i+1 < len(p.nodes) && p.linesAfter(&p.nodes[i]) {
			return // not a list but headings
		}
	}
	if listed*4 >= all {
		return
	}
	for i := range p.nodes {
		p.begins[p.nodes[i].Line] = false
	}
	p.nodes, p.levels = nil, nil
}

// opening returns the paragraph that begins on the heading's line, without the
// number.
func (p *parse) opening(n *node) document.Span {
	s := p.Lines[n.Line].Span
	s.Start += n.Mark.Rest
	if n.level.Evident() {
		return s
	}
	for i := n.Line + 1; i < n.to && p.joins(i); i++ {
		s.End = p.Lines[i].Span.End
	}
	return s
}

// joins reports whether line i goes on with the paragraph of the line before.
func (p *parse) joins(i int) bool {
	l := &p.Lines[i]
	if l.Code || p.Lines[i-1].Code {
		return l.Code && p.Lines[i-1].Code
	}
	return p.Wrapped && !l.Gap && !p.begins[i] && !l.Out && !p.Lines[i-1].Out && !bullet(p.Line(i))
}

func bullet(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "• ") ||
		strings.HasPrefix(s, "+ ") || strings.HasPrefix(s, "|")
}

// firstSentence returns the first sentence of s, and whether more follows it.
func firstSentence(s string) (string, bool) {
	if len(s) > 2*maxHeading {
		cut := 2 * maxHeading
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	found := text.Sentences(s, 0)
	if len(found) == 0 {
		return "", false
	}
	return s[found[0][0]:found[0][1]], len(found) > 1
}

// A form is how a heading stands to its text.
type form int

const (
	formBody  form = iota // no heading: the number stands before the text itself
	formBare              // only a number; the heading may stand below it
	formRunIn             // heading, then text in the same paragraph
	formGlued             // the same, with no space between them
	formAlone             // the whole paragraph is heading, and text or sections follow
	formTitle             // the whole paragraph could be heading, but nothing follows
)

func (p *parse) formOf(n *node) form {
	open := p.opening(n)
	s := p.Slice(open)
	if open.Empty() {
		return formBare
	}
	first, more := firstSentence(s)
	end := strings.Index(s, first) + len(first)
	switch {
	case more && len(first) <= maxHeading && end < len(s) && s[end] > ' ' && s[end] < utf8.RuneSelf:
		return formGlued
	case more && short(first, n.level.Weak):
		return formRunIn
	case more || len(s) > maxHeading || strings.ContainsAny(s[len(s)-1:], ";:,") || strings.HasSuffix(s, "；") || strings.HasSuffix(s, "："):
		return formBody
	case n.children || p.linesAfter(n):
		return formAlone
	case !heading.Stopped(s):
		return formTitle
	}
	return formBody
}

// short reports whether a sentence is as short as a heading that text follows.
// After a bare number it must be shorter, since it is likelier to be the text
// itself, and a sentence taken for a heading is one that can't be quoted.
func short(s string, weak bool) bool {
	words, runes := 10, 40
	if weak {
		words, runes = 6, 20
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.Han, r) {
		return utf8.RuneCountInString(s) <= runes
	}
	return len(strings.Fields(s)) <= words && len(s) <= 120
}

// linesAfter reports whether text of its own follows the heading's paragraph.
func (p *parse) linesAfter(n *node) bool {
	for i := n.Line + 1; i < n.to; i++ {
		if !p.Lines[i].Out && !p.joins(i) {
			return true
		}
	}
	return false
}

// headings decides level by level which words are heading, since one heading
// alone can't tell "1. Payment." from "1. The Supplier pays."
func (p *parse) headings() {
	forms := make([]form, len(p.nodes))
	count := map[*heading.Level]*[formTitle + 1]int{}
	for i := range p.nodes {
		n := &p.nodes[i]
		forms[i] = p.formOf(n)
		if count[n.level] == nil {
			count[n.level] = new([formTitle + 1]int)
		}
		count[n.level][forms[i]]++
	}
	for i := range p.nodes {
		n := &p.nodes[i]
		p.setHeading(n, forms[i], count[n.level])
	}
}

// setHeading cuts the heading of n from its text.
func (p *parse) setHeading(n *node, f form, of *[formTitle + 1]int) {
	open := p.opening(n)
	n.body = open.Start
	sure := n.level.Evident()
	all := n.level.Count - of[formBare]
	switch {
	case f == formBare:
		p.headingBelow(n)
	case sure, (f == formAlone || f == formTitle) && p.wholeLine(n, open, of, all):
		n.heading = open
		n.body = open.End
	case f == formGlued && of[formGlued]*2 >= all,
		(f == formRunIn || f == formGlued) && (of[formRunIn]+of[formGlued])*5 >= all*4:
		first, _ := firstSentence(p.Slice(open))
		n.heading = document.Span{Start: open.Start, End: open.Start + len(first)}
		n.body = heading.SkipBlank(p.Source[:open.End], n.heading.End)
	default:
		p.bracketedHeading(n, open)
	}
}

// wholeLine reports whether a paragraph that may be all heading is: always
// after a word ("Article 5. Scope"), by majority after a bare number.
func (p *parse) wholeLine(n *node, open document.Span, of *[formTitle + 1]int, all int) bool {
	if n.Mark.Kind != "" && !heading.Stopped(p.Slice(open)) {
		return true
	}
	return of[formAlone] > 0 && (of[formAlone]+of[formTitle]+of[formGlued]+of[formRunIn])*5 >= all*3
}

// headingBelow takes the line below a bare number as its heading, if it looks
// like one: no number of its own, short, not a sentence.
func (p *parse) headingBelow(n *node) {
	i := n.Line + 1
	if i >= n.to || p.Lines[i].Out || heading.Stopped(p.Line(i)) || len(p.Line(i)) > maxHeading {
		n.body = p.Lines[n.Line].Span.End
		return
	}
	n.heading = p.Lines[i].Span
	for i++; i < n.to && p.joins(i) && !heading.Stopped(p.Line(i)) && p.Lines[i].Span.End-n.heading.Start < maxHeading; i++ {
		n.heading.End = p.Lines[i].Span.End
	}
	n.body = n.heading.End
}

// bracketedHeading takes 【…】 at the start of an article, as commented Chinese
// statutes have it.
func (p *parse) bracketedHeading(n *node, open document.Span) {
	s := p.Slice(open)
	if !strings.HasPrefix(s, "【") {
		return
	}
	if end := strings.Index(s, "】"); end > 0 && end < maxHeading {
		n.heading = document.Span{Start: open.Start + len("【"), End: open.Start + end}
		n.body = heading.SkipBlank(p.Source[:open.End], n.heading.End+len("】"))
	}
}
