package locate

import "slices"

// uppermost returns those of sections that the fewest others hold.
func (t *Index) uppermost(sections []int) []int {
	depth := t.depth(slices.MinFunc(sections, func(i, j int) int { return t.depth(i) - t.depth(j) }))
	return slices.DeleteFunc(slices.Clone(sections), func(i int) bool { return t.depth(i) > depth })
}

// nearest returns those of all that lie directly below scope first.
func (t *Index) nearest(all []int, scope int) []int {
	direct := slices.DeleteFunc(slices.Clone(all), func(i int) bool { return t.doc.Sections[i].Parent != scope })
	if len(direct) > 0 {
		return direct
	}
	return all
}

// outermost returns those of all, in text order, that lie in no other of them: where 9.2
// is a section as 9 is, the last section is 9.
func (t *Index) outermost(all []int) []int {
	var out []int
	for _, i := range all {
		if len(out) == 0 || t.apart(out[len(out)-1], i) {
			out = append(out, i)
		}
	}
	return out
}
