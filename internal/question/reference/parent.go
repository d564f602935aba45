package reference

import (
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
)

// parented takes a title that several sections have for that of the one which the words
// behind it place, by words of the title of a section that holds it: "the Fees section under
// membership".
func (f *finder) parented(found []Found) {
	for i := range found {
		r := &found[i]
		if len(r.Refs) != 1 || r.Refs[0].Rule != "title" || len(r.Refs[0].Sections) < 2 {
			continue
		}
		placed := false
		for to := r.To; to < len(f.tokens) && !f.tokens[to].Mark && !(i+1 < len(found) && to >= found[i+1].From); to++ {
			t := &f.tokens[to]
			if placed = placed || grammar.In(t, grammar.Within|grammar.Inside); !placed || !rest.Tells(t) {
				continue
			}
			if s, ok := f.heldByTitle(r.Refs[0].Sections, t); ok {
				r.Refs[0].Sections, r.To, r.Strength = []int{s}, to+1, titles.Strong
				break
			}
		}
	}
}

// heldByTitle returns the one of sections, which are in document order, that lies in those
// whose titles have the word t. There may be a thousand titles like "Fees" and a hundred
// words behind one: only the first two behind each holder are looked at.
func (f *finder) heldByTitle(sections []int, t *phrase.Token) (held int, ok bool) {
	for _, up := range f.table.Titles.With(t.Fold) {
		at, _ := slices.BinarySearch(sections, up+1)
		for _, n := range []int{at, at + 1} {
			switch {
			case n >= len(sections) || !f.lies(sections[n], up) || ok && sections[n] == held:
			case ok:
				return 0, false
			default:
				held, ok = sections[n], true
			}
		}
	}
	return held, ok
}

// lies reports whether section s lies in section up, however deep.
func (f *finder) lies(s, up int) bool {
	d := f.table.Document()
	for s = d.Sections[s].Parent; s > up; s = d.Sections[s].Parent {
	}
	return s == up
}

// lying makes one reference of two where what one numbers in several steps is a section of
// that number which lies in the other, however deep: "chapter 3, point 1.3".
func (f *finder) lying(a, b Found) (Found, bool) {
	gap := f.gap(a.To, b.From)
	if gap == apartGap || gap == wideGap || len(a.Refs) != 1 || len(b.Refs) != 1 {
		return Found{}, false
	}
	if r, ok := f.liesIn(a.Refs[0], b.Refs[0]); ok {
		return Found{Refs: []locate.Ref{r}, From: a.From, To: b.To, Strength: titles.Strong}, true
	}
	r, ok := f.liesIn(b.Refs[0], a.Refs[0])
	return Found{Refs: []locate.Ref{r}, From: a.From, To: b.To, Strength: titles.Strong}, ok
}

// liesIn returns the reference to the section that has the number of lower, if it lies in
// the one that upper names.
func (f *finder) liesIn(upper, lower locate.Ref) (locate.Ref, bool) {
	own := locate.Ref{From: lower.From, To: lower.To, Rule: "number"}
	if upper.Role != locate.NoRole || upper.Rule != "number" || lower.Rule != "number" || lower.In != nil || plural(&lower) || plural(&upper) || !compound(&lower) || lower.Kind == upper.Kind && lower.Role == locate.NoRole {
		return own, false
	}
	f.table.Resolve(&upper)
	f.table.Resolve(&own)
	if len(upper.Sections) != 1 || len(own.Sections) != 1 || upper.Spans != nil || own.Spans != nil || own.Miss != nil || upper.Miss != nil {
		return own, false
	}
	own.Kind = f.table.Document().Sections[own.Sections[0]].Kind
	return own, f.lies(own.Sections[0], upper.Sections[0])
}
