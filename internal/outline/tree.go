package outline

import (
	"maps"
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// maxHeading is the longest heading, in bytes. The longest of the default
// document has 184.
const maxHeading = 300

// A node is a heading in its place in the outline.
type node struct {
	*levels.Candidate
	level    *levels.Level
	kind     string // of its own: that of its word or, by-law, of the heading above; "" for others
	parent   int    // index in parse.nodes; -1 at the top
	from     int    // line that it begins with: its own or, right above, that of its caption
	to       int    // line after its own text
	children bool

	heading document.Span
	body    int // where its text begins, in bytes
}

// numbered reports a section that its number names.
func (n *node) numbered() bool { return n.Mark.Numbered() }

// absorb drops the candidates that belong to the title, and headings that are the
// words of a numbered one: "CHAPTER I" and, below it, "GENERAL PROVISIONS".
func (p *parse) absorb(cands []*levels.Candidate) []*levels.Candidate {
	below := p.titlesBelow(cands)
	for i, c := range cands {
		if c.Line < p.title.to {
			c.Drop = true
		}
		if i > 0 && (c.Mark.Plain() || below[i]) && p.nextToBare(cands, i) {
			c.Drop = true
		}
	}
	return levels.Kept(cands)
}

// nextToBare reports that candidate i stands right below a word and a number alone.
func (p *parse) nextToBare(cands []*levels.Candidate, i int) bool {
	return cands[i-1].Line == cands[i].Line-1 && cands[i-1].Mark.Kind != "" && p.bare(cands[i-1])
}

// titlesBelow returns which headings that the format gives are the titles of the
// numbers above them. One on the same level or a higher one is: nothing else would be
// in that section. One on a lower level is unless most sections of that kind have
// several of them.
func (p *parse) titlesBelow(cands []*levels.Candidate) map[int]bool {
	type tally struct{ lone, among []int }
	found, kinds := map[int]bool{}, map[string]*tally{}
	for i := 1; i < len(cands); i++ {
		up, c := cands[i-1], cands[i]
		if !up.Mark.Given() || !c.Mark.Given() || c.Mark.Numbered() || !p.nextToBare(cands, i) {
			continue
		}
		of := kinds[up.Mark.Kind]
		if of == nil {
			of = &tally{}
			kinds[up.Mark.Kind] = of
		}
		switch {
		case c.Mark.Rank <= up.Mark.Rank:
			found[i] = true
		case hasSibling(cands, i):
			of.among = append(of.among, i)
		default:
			of.lone = append(of.lone, i)
		}
	}
	for _, of := range kinds {
		if len(of.lone) > len(of.among) {
			for _, i := range append(of.lone, of.among...) {
				found[i] = true
			}
		}
	}
	return found
}

// hasSibling reports that the section above candidate i, a heading without a number,
// has another such heading on its level.
func hasSibling(cands []*levels.Candidate, i int) bool {
	c := &cands[i].Mark
	for _, next := range cands[i+1:] {
		switch m := &next.Mark; {
		case !m.Given():
		case m.Rank < c.Rank, m.Kind == cands[i-1].Mark.Kind:
			return false
		case m.Rank == c.Rank && !m.Numbered():
			return true
		}
	}
	return false
}

// bare reports a heading whose line holds only its number.
func (p *parse) bare(c *levels.Candidate) bool { return c.Mark.Rest >= len(p.Line(c.Line)) }

// nest gives every heading its parent: the section that its number names, or else
// the last one before it of a higher rank.
func (p *parse) nest(cands []*levels.Candidate) {
	n := nesting{parse: p, named: map[*levels.Level]int{}, loose: map[*levels.Level]bool{}}
	n.place(cands)
	if n.judge() {
		n.place(cands)
	}
}

// A nesting finds the parents of headings.
type nesting struct {
	*parse
	named map[*levels.Level]int  // headings whose number names an open section, less those whose does not
	loose map[*levels.Level]bool // dotted numbers that name no section of this text but the goals of another order
}

// judge finds the levels most of whose numbers name no open section, though some do by
// chance: 1.1, 2.1 and 3.1 below the goals of section 3. It reports whether there are any.
func (n *nesting) judge() bool {
	for l, by := range n.named {
		n.loose[l] = by < 0
	}
	return slices.ContainsFunc(slices.Collect(maps.Values(n.loose)), func(is bool) bool { return is })
}

func (n *nesting) place(cands []*levels.Candidate) {
	p := n.parse
	p.nodes = make([]node, 0, len(cands))
	var open []int
	for i, c := range cands {
		l := p.levels[c.Key()]
		open = open[:n.keep(open, c, l)]
		n := node{Candidate: c, level: l, parent: -1, from: c.Line, to: len(p.Lines)}
		if at, ok := p.captioned[c.Line]; ok {
			n.from = at
		}
		if len(open) > 0 {
			n.parent = open[len(open)-1]
			p.nodes[n.parent].children = true
		}
		if i > 0 {
			p.nodes[i-1].to = n.from
		}
		p.begins[n.from], p.begins[c.Line] = true, true
		open = append(open, i)
		p.nodes = append(p.nodes, n)
	}
}

// keep returns how many of the open sections c stands below.
func (n *nesting) keep(open []int, c *levels.Candidate, l *levels.Level) int {
	if up := strings.TrimRight(c.Mark.Prefix, ".-/"); up != "" && !n.loose[l] {
		if at := n.naming(open, up, l); at > 0 {
			n.named[l]++
			return at
		}
		n.named[l]--
	}
	at := len(open)
	if beside := slices.IndexFunc(open, func(i int) bool { return n.nodes[i].level == l && c.Mark.Follows(&n.nodes[i].Mark) }); beside >= 0 {
		return beside
	}
	for at > 0 && n.nodes[open[at-1]].level.Rank >= l.Rank {
		at--
	}
	return at
}

// naming returns how many of the open sections there are down to the one with that number;
// 0 if none has it. Right below an item of the number, 9.1 stands in that one, though its
// level is a lower one than that of 9.1 elsewhere.
func (n *nesting) naming(open []int, number string, l *levels.Level) int {
	for at := len(open); at > 0; at-- {
		above := &n.nodes[open[at-1]]
		given := above.level.Style[0] == '#' && l.Style[0] == '#'
		if above.Mark.Full() == number && (given || above.level.Rank < l.Rank) {
			return at
		}
	}
	if up := len(open); up > 0 && n.nodes[open[up-1]].Mark.Full() == number && n.nodes[open[up-1]].level.Weak {
		return up
	}
	return 0
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

// joins reports whether line i goes on with the paragraph of the line before.
func (p *parse) joins(i int) bool {
	l, before := &p.Lines[i], &p.Lines[i-1]
	switch {
	case l.Given() || before.Given() || l.Out || before.Out || p.begins[i]:
		return false
	case l.Kind != before.Kind:
		return l.Kind == block.Text && before.Kind == block.Note && !l.Gap
	case l.Kind == block.Code:
		return true
	case l.Kind != block.Text:
		return false
	}
	return l.Soft && !l.Gap && !bullet(p.Line(i)) && !(heading.Stopped(p.Line(i-1)) && p.historyLine(i))
}

// listed reports that line i, which goes on with the paragraph before, is a point
// of a list without marks: the line before ends in a semicolon or introduces it.
func (p *parse) listed(i int) bool {
	before := p.Line(i - 1)
	if !strings.HasSuffix(before, ";") && !strings.HasSuffix(before, ":") {
		return false
	}
	return p.Lines[i].Hard() || p.Lines[i].List
}

func bullet(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "• ") ||
		strings.HasPrefix(s, "+ ") || strings.HasPrefix(s, "|")
}

// textBelow returns the first line of the text of n below the heading's paragraph, 0 if there
// is none.
func (p *parse) textBelow(n *node) int {
	for i := n.Line + 1; i < n.to; i++ {
		if !p.Lines[i].Out && !p.joins(i) {
			return i
		}
	}
	return 0
}

// linesAfter reports whether text of its own follows the heading's paragraph.
func (p *parse) linesAfter(n *node) bool { return p.textBelow(n) > 0 }
