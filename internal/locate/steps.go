package locate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pickStep reads a number as the last step of a designation: point 2 of section 6 is
// section 6.2.
func (t *Index) pickStep(r *Ref, scope int) bool {
	head := t.doc.Sections[scope].Designation.Normal
	if head == "" || r.FromEnd {
		return false
	}
	step := *r
	step.From, step.To, step.Also, step.Paren = head+"."+r.From, head+"."+r.To, nil, false
	all := t.inside("", scope)
	if step.From == step.To {
		step.Sections = t.designated(step.From, all)
	} else {
		step.Sections = t.between(step.From, step.To, all, "")
	}
	if len(step.Sections) > 0 {
		*r = step
	}
	return len(step.Sections) > 0
}

// pickSteps reads a range of last steps, "2.3(c) to (e)": sections within one called
// 2.3.
func (t *Index) pickSteps(r *Ref, all []int) bool {
	from, to := strings.LastIndexByte(r.From, '.'), strings.LastIndexByte(r.To, '.')
	if from < 0 || to != from || r.From[:from] != r.To[:to] {
		return false
	}
	heads := t.designated(r.From[:from], all)
	if len(heads) == 0 && r.Paren { // "2(2)(a)-(c)"
		in := Ref{From: r.From[:from], To: r.From[:from], Paren: true}
		if t.resolveIn(&in, -1); in.Miss == nil && in.Spans == nil {
			heads = in.Sections
		}
	}
	for _, head := range heads {
		kids := t.nearest(t.inside("", head), head)
		if r.Sections = t.between(r.From[from+1:], r.To[to+1:], kids, "-"); len(r.Sections) > 0 {
			return true
		}
		first, last := t.designated(r.From[from+1:], kids), t.designated(r.To[to+1:], kids)
		if len(first) == 1 && len(last) == 1 { // as printed: "(ii) to (iv)"
			r.Sections = slices.DeleteFunc(slices.Clone(kids), func(i int) bool { return i < first[0] || i > last[0] })
			return len(r.Sections) > 0
		}
	}
	return false
}

// pickLettered takes a letter glued to a number that no section is called by for that of a
// point: "6b" for 6(b). The number is that of the level that a bare number means.
func (t *Index) pickLettered(r *Ref, all []int) bool {
	last, size := utf8.DecodeLastRuneInString(r.From)
	n := len(r.From) - size
	if n < 1 || strings.ContainsFunc(r.From[:n], func(c rune) bool { return notDigit(c) && c != '.' }) || !unicode.IsLetter(last) || t.Has(r.From) {
		return false
	}
	heads := slices.DeleteFunc(t.designated(r.From[:n], all), func(i int) bool { return r.Kind == "" && t.doc.Sections[i].Kind != t.bare })
	if len(heads) != 1 {
		return false
	}
	point := t.descend(heads[0], r.From[n:])
	if point.Miss != nil || len(point.Sections) != 1 || len(point.Spans) > 1 || len(point.Spans) == 0 && t.doc.Sections[point.Sections[0]].Parent != heads[0] {
		return false
	}
	r.From = r.From[:n] + "." + r.From[n:]
	r.To, r.Sections, r.Spans, r.Miss = r.From, point.Sections, point.Spans, nil
	return true
}

// pickLetteredRun takes a run of them, "2b to 2d", for the points from one to the other.
func (t *Index) pickLetteredRun(r *Ref, all []int) bool {
	from, to := *r, *r
	from.To, to.From = from.From, to.To
	if !t.pickLettered(&from, all) || !t.pickLettered(&to, all) || len(from.Spans)+len(to.Spans) > 0 {
		return false
	}
	a, b := from.Sections[0], to.Sections[0]
	parent := t.doc.Sections[a].Parent
	if parent != t.doc.Sections[b].Parent {
		return false
	}
	r.Sections = slices.DeleteFunc(t.doc.Children(parent), func(i int) bool { return i < a || i > b })
	r.From, r.To = from.From, to.To
	return len(r.Sections) > 0
}

// pickHeadless sets the sections called 4.3.1 and 4.3.2 for 4.3, where nothing is called that.
func (t *Index) pickHeadless(r *Ref, scope int) bool {
	if r.From != r.To || r.FromEnd || r.Ordinal || t.Has(r.From) {
		return false
	}
	var found []int
	for _, i := range t.headless[r.From] {
		if kind := t.doc.Sections[i].Kind; r.Kind != "" && kind != r.Kind && !slices.Contains(t.kin[r.Kind], kind) {
			continue // "annex 3" is not called what 3.1 is in
		}
		in := scope < 0 || i != scope && t.doc.Sections[scope].Span.Contains(t.doc.Sections[i].Span)
		if in && (len(found) == 0 || t.apart(found[len(found)-1], i)) {
			found = append(found, i)
		}
	}
	if len(found) > 0 {
		r.Sections = found
	}
	return len(found) > 0
}

// restarts reports whether section i is the first of numbers that begin anew in several
// sections.
func (t *Index) restarts(i int) bool {
	return t.doc.Sections[i].Designation.Normal == "1" && !t.unique[t.doc.Sections[i].Kind]
}
