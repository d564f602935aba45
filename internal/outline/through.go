package outline

import (
	"unicode"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// countThrough finds the levels of bare numbers that run on from part to part, as the
// sections of a law do though those of its schedules begin again: there the number alone
// names a section.
func (p *parse) countThrough() {
	const several = 2 // sections above that they run on into
	p.main, p.through = make([]bool, len(p.nodes)), map[*levels.Level]bool{}
	last, runs, all := map[*levels.Level]int{}, map[*levels.Level]int{}, map[*levels.Level]int{}
	opened := map[place]bool{} // by a number that goes on
	seen := map[place]bool{}
	for i := range p.nodes {
		n := &p.nodes[i]
		if !n.numbered() || n.Mark.Kind != "" || n.Mark.Prefix != "" || n.parent < 0 || !unicode.IsDigit(rune(n.Mark.Designation.Printed[0])) {
			continue
		}
		at := place{n.parent, n.level}
		if before := last[n.level]; !seen[at] && (before == 0 || goesBeyond(&n.Mark, before)) {
			opened[at] = true
			if before > 0 {
				runs[n.level]++
			}
		}
		seen[at] = true
		if p.main[i] = opened[at]; p.main[i] {
			last[n.level] = n.Mark.Number
			all[n.level]++
		}
	}
	for l, n := range runs {
		p.through[l] = n >= several && all[l]*2 > l.Count
	}
}

// namedByNumber reports a section that counts on from part to part.
func (p *parse) namedByNumber(i int) bool {
	n := &p.nodes[i]
	return p.main[i] && p.through[n.level] && p.nodes[n.parent].Mark.Kind != ""
}

// goesBeyond reports a number that comes after that of before, the next or not, or that is
// inserted behind it.
func goesBeyond(m *heading.Mark, before int) bool {
	return m.Number > before || m.Number == before && m.Suffix != ""
}

// runOn returns the levels whose numbers never begin again.
func (p *parse) runOn() map[*levels.Level]bool {
	out, last := map[*levels.Level]bool{}, map[*levels.Level]int{}
	for i := range p.nodes {
		l, n := p.nodes[i].level, p.nodes[i].Mark.Number
		before, known := last[l]
		out[l] = (!known || out[l]) && n >= before
		last[l] = n
	}
	return out
}

// places returns in how many sections the numbers of each level stand.
func (p *parse) places() map[*levels.Level]int {
	out, seen := map[*levels.Level]int{}, map[place]bool{}
	for i := range p.nodes {
		at := place{p.nodes[i].parent, p.nodes[i].level}
		if !seen[at] {
			seen[at] = true
			out[at.level]++
		}
	}
	return out
}

// byHundreds reports a number from 100 on, or one of two digits that begins with that of the
// section above, as 20 does below 2: they belong to sections.
func byHundreds(n, up *node) bool {
	return n.level.Tier > 0 && (n.Mark.Number >= 100 || n.Mark.Number >= 10 && n.Mark.Number/10 == up.Mark.Number)
}
