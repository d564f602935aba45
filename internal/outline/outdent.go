package outline

import (
	"strings"

	"pincite/internal/importer/block"
	"pincite/internal/outline/levels"
)

// outdented finds the levels whose headings stand out to the left of the text below them,
// as manuals in plain text have it: there a heading may be several sentences long, as the
// questions of an FAQ are. Nearly all have text below, set deeper, and few end in a full
// stop, as the first paragraphs of numbered clauses do.
func (p *parse) outdented() map[*levels.Level]bool {
	const fewest = 5
	type tally struct{ all, deep, stopped int }
	count := map[*levels.Level]*tally{}
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.Mark.Kind != "" && n.Mark.Rest >= len(p.Line(n.Line)) || p.Lines[n.Line].Kind != block.Text || n.children && p.below(n) < 0 {
			continue
		}
		of := count[n.level]
		if of == nil {
			of = &tally{}
			count[n.level] = of
		}
		of.all++
		if p.deepBelow(n) {
			of.deep++
		}
		if strings.HasSuffix(p.View(p.opening(n)).Text, ".") {
			of.stopped++
		}
	}
	out := map[*levels.Level]bool{}
	for l, of := range count {
		out[l] = of.all >= fewest && of.deep*10 >= of.all*9 && of.stopped*4 <= of.all
	}
	return out
}

// below returns the first line of the text of n behind the paragraph that it begins; -1 if
// there is none.
func (p *parse) below(n *node) int {
	for i := n.Line + 1; i < n.to; i++ {
		if l := &p.Lines[i]; !l.Out && l.Gap {
			return i
		}
	}
	return -1
}

// deepBelow reports that the text below the paragraph of n is set deeper than all of that.
func (p *parse) deepBelow(n *node) bool {
	const deeper = 2 // runes
	at := p.below(n)
	if at < 0 || p.Lines[at].Kind != block.Text && p.Lines[at].Kind != block.Code && p.Lines[at].Kind != block.Row {
		return false
	}
	for i := n.Line; i < at; i++ {
		if l := &p.Lines[i]; !l.Out && l.Indent+deeper > p.Lines[at].Indent {
			return false
		}
	}
	return true
}
