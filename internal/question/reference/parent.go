package reference

import (
	"cmp"
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/text"
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
			placed = placed || grammar.In(t, grammar.Within|grammar.Inside)
			in := slices.DeleteFunc(slices.Clone(r.Refs[0].Sections), func(s int) bool { return !f.under(s, t) })
			if placed && rest.Tells(t) && len(in) == 1 {
				r.Refs[0].Sections, r.To, r.Strength = in, to+1, titles.Strong
				break
			}
		}
	}
}

// under reports whether the title of a section that holds section s has the word t.
func (f *finder) under(s int, t *phrase.Token) bool {
	d := f.table.Document()
	for up := d.Sections[s].Parent; up >= 0; up = d.Sections[up].Parent {
		if slices.ContainsFunc(phrase.Words(grammar.Scan(text.Clean(cmp.Or(d.Title(up), d.Sections[up].Label)))), func(w phrase.Token) bool { return titles.Same(w.Fold, t.Fold) }) {
			return true
		}
	}
	return false
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
	d := f.table.Document()
	up := d.Sections[own.Sections[0]].Parent
	for up >= 0 && up != upper.Sections[0] {
		up = d.Sections[up].Parent
	}
	own.Kind = d.Sections[own.Sections[0]].Kind
	return own, up >= 0
}
