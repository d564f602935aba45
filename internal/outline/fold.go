package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// fold makes the points of a list paragraphs of the section above where they are no
// more than that, and where text of that section goes on below the last of them:
// sections in a tree can't take up again, and a citation of the section above is right
// for all of them.
func (p *parse) fold() {
	if len(p.nodes) == 0 {
		return
	}
	gone := make([]bool, len(p.nodes))
	any := false
	runs := p.siblings()
	lists := p.lists(runs)
	for r, run := range runs {
		if p.interrupted(run) || lists[r] {
			for _, i := range run {
				gone[i], any = true, true
			}
		}
		if to := p.goesOnBelow(run); to > 0 {
			for i := run[0]; i < to; i++ {
				gone[i], any = true, true
			}
		}
	}
	if any {
		p.remove(gone)
	}
}

// siblings returns the runs of bare numbers without sections below them that
// share a parent and a level; where the numbers begin again, another run does. What has a
// dotted number is a section.
func (p *parse) siblings() [][]int {
	var runs [][]int
	at := map[int]int{} // parent -> its run
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.parent < 0 || !n.level.Weak || n.level.Tier > 0 || n.Mark.Prefix != "" {
			continue
		}
		r, known := at[n.parent]
		if !known || p.nodes[runs[r][0]].level != n.level || p.nodes[runs[r][len(runs[r])-1]].Mark.Number >= n.Mark.Number {
			at[n.parent] = len(runs)
			runs = append(runs, nil)
			r = len(runs) - 1
		}
		runs[r] = append(runs[r], i)
	}
	return runs
}

// interrupted reports whether all points of a run are single paragraphs
// without headings, and only the last has more below it.
func (p *parse) interrupted(run []int) bool {
	last := run[len(run)-1]
	for _, i := range run {
		n := &p.nodes[i]
		if n.children || !n.heading.Empty() || i != last && p.linesAfter(n) {
			return false
		}
	}
	return len(run) > 1 && (last+1 < len(p.nodes) || p.nodes[last].Shape.Item) && p.resumed(&p.nodes[last])
}

// goesOnBelow returns the node behind the points of a run and of those below them, if they
// are pieces of one sentence that goes on below the last of all: "(b) damages (i) a meter or
// (ii) a pipe, shall be liable". It returns 0 for others.
func (p *parse) goesOnBelow(run []int) int {
	to := run[len(run)-1] + 1
	for to < len(p.nodes) && p.nodes[to].parent >= run[len(run)-1] {
		to++
	}
	if len(run) < 2 || to-run[0] == len(run) {
		return 0 // nothing below them
	}
	for i := run[0]; i < to; i++ {
		if n := &p.nodes[i]; !n.level.Weak || n.Mark.Prefix != "" || !n.heading.Empty() || i < to-1 && p.linesAfter(n) || heading.Stopped(p.View(p.opening(n)).Text) {
			return 0
		}
	}
	if i := p.textBelow(&p.nodes[to-1]); i > 0 && low(p.Line(i)) {
		return to
	}
	return 0
}

// resumed reports that below the paragraph of n text goes on that begins with a word: a
// date or a bracket is the rest of something.
func (p *parse) resumed(n *node) bool {
	i := p.textBelow(n)
	if i == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.Line(i))
	return !unicode.IsDigit(r) || p.Lines[i].Given() && p.Lines[i].Kind != block.Paragraph
}

// lists returns which runs are steps or other points of a text, not provisions: plain
// numbers in a section that its title names and no word like article, below a sentence
// that leads to them. Where most numbers of that level stand right below a title, as the
// paragraphs of bylaws do, all are provisions.
func (p *parse) lists(runs [][]int) map[int]bool {
	led, all := map[*levels.Level][]int{}, map[*levels.Level]int{}
	for r, run := range runs {
		first := &p.nodes[run[0]]
		if style := first.Mark.Style; style != "1." && style != "1)" {
			continue
		}
		all[first.level]++
		if p.led(run) {
			led[first.level] = append(led[first.level], r)
		}
	}
	out := map[int]bool{}
	for level, of := range led {
		for _, r := range of {
			out[r] = len(of)*2 > all[level]
		}
	}
	return out
}

// led reports a run of points without titles and without sections below them, in a
// section with a title, whose text leads to them; points that end in semicolons are
// those of a provision.
func (p *parse) led(run []int) bool {
	up := &p.nodes[p.nodes[run[0]].parent]
	if up.Mark.Kind != "" || up.heading.Empty() || !p.linesAfter(up) {
		return false
	}
	for _, i := range run {
		n := &p.nodes[i]
		if n.children || !n.heading.Empty() || strings.HasSuffix(p.Line(n.Line), ";") {
			return false
		}
	}
	return true
}

// remove drops nodes and gives their lines to the one before.
func (p *parse) remove(gone []bool) {
	moved := make([]int, len(p.nodes))
	kept := p.nodes[:0]
	for i := range gone {
		n := p.nodes[i]
		if gone[i] {
			n.level.Count--
			kept[len(kept)-1].to = n.to
			continue
		}
		if n.parent >= 0 {
			n.parent = moved[n.parent]
		}
		moved[i] = len(kept)
		kept = append(kept, n)
	}
	p.nodes = kept
	for i := range kept {
		kept[i].children = false
	}
	for i := range kept {
		if up := kept[i].parent; up >= 0 {
			kept[up].children = true
		}
	}
	for key, l := range p.levels {
		if l.Count == 0 {
			delete(p.levels, key)
		}
	}
}
