package locate

import (
	"strconv"

	"pincite/internal/document"
)

// apart reports whether neither of two sections holds the other: 4.3 follows 4.2, not
// 4.2.1.
func (t *Index) apart(i, j int) bool {
	a, b := &t.doc.Sections[i], &t.doc.Sections[j]
	return !a.Span.Contains(b.Span) && !b.Span.Contains(a.Span)
}

// depth returns how many sections hold section i.
func (t *Index) depth(i int) (n int) {
	for i = t.doc.Sections[i].Parent; i >= 0; i = t.doc.Sections[i].Parent {
		n++
	}
	return n
}

// counts reports whether the number of section b is the one after that of a, or before it:
// however deep b lies, below a heading that others of its kind do without.
func (t *Index) counts(a, b, by int) bool {
	x, errX := strconv.Atoi(t.doc.Sections[a].Designation.Normal)
	y, errY := strconv.Atoi(t.doc.Sections[b].Designation.Normal)
	return errX == nil && errY == nil && y == x+by
}

// Between returns the sections of one kind that stand strictly between two of that kind.
func (t *Index) Between(a, b Ref) (Ref, bool) {
	if len(a.Sections) != 1 || len(b.Sections) != 1 {
		return Ref{}, false
	}
	from, to := a.Sections[0], b.Sections[0]
	kind := t.doc.Sections[from].Kind
	out := Ref{Kind: kind, Rule: "neighbour"}
	for i := from + 1; i < to && t.doc.Sections[to].Kind == kind; i++ {
		if t.doc.Sections[i].Kind == kind && t.apart(from, i) && t.apart(i, to) {
			out.Sections = append(out.Sections, i)
		}
	}
	return out, len(out.Sections) > 0
}

// Neighbour returns the section after r, or before it: the next of its kind, or,
// where there is none or it has no number, the next in reading order.
func (t *Index) Neighbour(r Ref, kind string, after bool) (Ref, bool) {
	if len(r.Sections) != 1 {
		return Ref{}, false
	}
	at, by := r.Sections[0], -1
	if after {
		by = 1
	}
	s := &t.doc.Sections[at]
	out := Ref{Kind: s.Kind, Rule: "neighbour"}
	next := -1
	for i := at + by; i >= 0 && i < len(t.doc.Sections); i += by {
		if next < 0 && (after || s.Parent != i || len(t.doc.Sections[i].Paragraphs) > 0) {
			next = i
		}
		if t.apart(at, i) && (s.Designation.IsZero() || t.doc.Sections[i].Kind == s.Kind && (t.depth(i) <= t.depth(at) || t.counts(at, i, by))) {
			next = i
			break
		}
	}
	if next < 0 {
		out.Miss = t.missing(kind, s.Designation.Normal, -1)
		return out, true
	}
	out.Kind, out.From = t.doc.Sections[next].Kind, t.doc.Sections[next].Designation.Normal
	out.To, out.Sections = out.From, []int{next}
	return out, true
}

// Remainder returns the sections of a kind that lie in none of those that refs name; of ""
// the uppermost that hold none of them.
func (t *Index) Remainder(refs []Ref, kind string) Ref {
	out := Ref{Kind: kind, Rule: "remainder"}
	left, holds := make([]bool, len(t.doc.Sections)), make([]bool, len(t.doc.Sections))
	for _, r := range refs {
		for _, i := range r.Sections {
			left[i] = true
			for up := t.doc.Sections[i].Parent; up >= 0 && !holds[up]; up = t.doc.Sections[up].Parent {
				holds[up] = true
			}
		}
	}
	for i := range t.doc.Sections {
		s := &t.doc.Sections[i]
		left[i] = left[i] || s.Parent >= 0 && left[s.Parent]
		of := s.Kind == kind || kind == "" && !holds[i] && s.Kind != document.KindTitle
		if n := len(out.Sections); of && !left[i] && (n == 0 || t.apart(out.Sections[n-1], i)) {
			out.Sections = append(out.Sections, i)
		}
	}
	return out
}
