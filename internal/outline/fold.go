package outline

// fold makes the points of a list paragraphs of the section above where text
// of that section goes on below the last of them: sections in a tree can't
// take up again, and a citation of the section above is right for all of them.
func (p *parse) fold() {
	if len(p.nodes) == 0 {
		return
	}
	gone := make([]bool, len(p.nodes))
	any := false
	for _, run := range p.siblings() {
		if p.interrupted(run) {
			for _, i := range run {
				gone[i], any = true, true
			}
		}
	}
	if any {
		p.remove(gone)
	}
}

// siblings returns the runs of bare numbers without sections below them that
// share a parent and a level.
func (p *parse) siblings() [][]int {
	var runs [][]int
	at := map[int]int{} // parent -> its run
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.parent < 0 || !n.level.Weak || n.level.Tier > 0 {
			continue
		}
		r, known := at[n.parent]
		if !known || p.nodes[runs[r][0]].level != n.level {
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
	return len(run) > 1 && (last+1 < len(p.nodes) || p.nodes[last].Shape.Item) && p.linesAfter(&p.nodes[last])
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
