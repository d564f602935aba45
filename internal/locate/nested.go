package locate

import (
	"slices"
	"strings"
)

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

// pickDirect sets the section directly below scope that is called as r says, of its kind
// or of one that shares a name with it.
func (t *Index) pickDirect(r *Ref, scope int) bool {
	if len(t.kin[r.Kind]) == 0 {
		return false
	}
	all := slices.DeleteFunc(t.doc.Children(scope), func(i int) bool {
		k := t.doc.Sections[i].Kind
		return k != r.Kind && !slices.Contains(t.kin[r.Kind], k)
	})
	for _, code := range append([]string{r.From}, r.Also...) {
		if found := t.designated(code, all); len(found) > 0 {
			r.Sections, r.From, r.To = found, code, code
			return true
		}
	}
	return false
}

// pickUnnamed sets the section directly below scope that r names as a paragraph, where the
// text has no name for it and those that it calls paragraphs lie further down: "Abs. 2" of
// § 18 is § 18(2), not § 18(2)(2).
func (t *Index) pickUnnamed(r *Ref, scope int) bool {
	if r.Role != Paragraph {
		return false
	}
	kids := t.doc.Children(scope)
	own := func(i int) bool { return t.doc.Sections[i].Kind == r.Kind }
	if slices.ContainsFunc(kids, own) {
		return false
	}
	unnamed := slices.DeleteFunc(kids, func(i int) bool {
		return !strings.HasPrefix(t.doc.Sections[i].Label, t.doc.Sections[scope].Label)
	})
	found := t.designated(r.From, unnamed)
	if len(found) == 1 {
		r.Sections = found
	}
	return len(found) == 1
}
