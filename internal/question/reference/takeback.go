package reference

import (
	"cmp"
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
)

// TakeBack returns tokens and the references found among them without those that are not
// meant where others are, and the words that say so: "no, not section 3, section 2",
// "not 11 but 10".
func TakeBack(table *Table, tokens []phrase.Token, found []Found) ([]phrase.Token, []Found) {
	f := finder{table: table, tokens: tokens}
	var kept, denied []Found
	for _, r := range found {
		if r.Denied > 0 {
			denied = append(denied, r)
		} else {
			kept = append(kept, r)
		}
	}
	for _, r := range denied {
		if !f.instead(kept, r) {
			return tokens, found
		}
	}
	if len(denied) == 0 {
		return tokens, found
	}
	left, at, next, end := make([]phrase.Token, 0, len(tokens)), 0, 0, 0
	for _, r := range found {
		if r.Denied == 0 {
			kept[next].From, kept[next].To = r.From-at+len(left), r.To-at+len(left)
			next, end = next+1, r.To
			continue
		}
		left, at = append(left, tokens[at:max(at, end, r.From-r.Denied)]...), r.To // what denies may be a word of the reference before
	}
	return append(left, tokens[at:]...), kept
}

// exempt reports whether b names some of the sections that a does, behind a word that says
// that something is otherwise: whatever the verb, they are not meant. "1 to 6 but leave out
// 2". A bare number is then of the kind of a.
func (f *finder) exempt(a Found, b *Found) bool {
	if !grammar.Any(f.tokens[a.To:b.From], grammar.But) {
		return false
	}
	in := func(s int) bool {
		return slices.ContainsFunc(a.Refs, func(o locate.Ref) bool { return len(o.Sections) > 1 && slices.Contains(o.Sections, s) })
	}
	refs := slices.Clone(b.Refs)
	for i := range refs {
		r := &refs[i]
		if r.Kind == "" && r.In == nil {
			r.Kind, r.In = a.Refs[0].Kind, a.Refs[0].In
			f.table.Resolve(r)
		}
		if len(r.Sections) == 0 || slices.ContainsFunc(r.Sections, func(s int) bool { return !in(s) }) {
			return false
		}
	}
	b.Refs, b.Strength = refs, titles.Strong
	return true
}

// instead reports whether references are meant in place of one that is not, and reads
// them so: a bare number is of its kind, "not article 9 but 11", and a run is without it.
func (f *finder) instead(kept []Found, not Found) bool {
	sure, alike := false, false
	for i := range kept {
		r := &kept[i].Refs[0]
		if r.Rule == "number" && r.Kind == "" && r.In == nil && kept[i].Strength == titles.Weak && f.clauseEnds(kept[i]) && not.Refs[0].Kind != "" {
			r.Kind, kept[i].Strength = not.Refs[0].Kind, titles.Strong
			f.table.Resolve(r)
		}
		sure = sure || kept[i].Strength == titles.Strong
		alike = alike || r.Rule == not.Refs[0].Rule || kept[i].Strength == titles.Strong && not.Strength == titles.Strong
		f.spare(kept[i].Refs, not.Refs)
	}
	return alike && (sure && not.Strength > titles.Weak || f.clauseEnds(not)) // "permits, but not in article 5", "not 3 days but 5 days"
}

// spare takes the sections of not out of the runs of refs, "articles 5 to 7 except 6", and
// out of those that a section holds: "part 3 except measure 8".
func (f *finder) spare(refs, not []locate.Ref) {
	for i := range refs {
		r := &refs[i]
		for _, d := range not {
			if in := within(d, *r); !f.alike(d, *r) && d.In == nil && (d.Kind != r.Kind || r.In != nil) && len(r.Sections) == 1 && d.Rule == "number" {
				if found, ok := f.table.inside(in); ok && found.Spans == nil {
					d = found // "article 7 without paragraph 2"
				}
			}
			f.table.Resolve(&d)
			switch {
			case len(r.Sections) == 1 && len(d.Sections) > 0 && f.holds(r.Sections[0], d.Sections):
				r.Sections, r.Rule = f.table.Document().Children(r.Sections[0]), "neighbour"
			case r.Rule != "neighbour":
				d.Kind = cmp.Or(d.Kind, r.Kind)
				f.table.Resolve(&d)
			}
			if len(r.Sections) > len(d.Sections) {
				r.Sections = slices.DeleteFunc(slices.Clone(r.Sections), func(s int) bool { return slices.Contains(d.Sections, s) })
			}
		}
	}
}

// alike reports whether the bare number d is that of a section like r: "article 4, not 2".
func (f *finder) alike(d, r locate.Ref) bool {
	bare := d.Kind == "" && d.Role == locate.NoRole && !d.Loose
	d.Kind = r.Kind
	f.table.Resolve(&d)
	return bare && len(d.Sections) > 0
}

// holds reports whether sections are among those directly below another.
func (f *finder) holds(section int, sections []int) bool {
	below := f.table.Document().Children(section)
	return !slices.ContainsFunc(sections, func(s int) bool { return !slices.Contains(below, s) })
}

// clauseEnds reports whether a clause ends behind r, or has no more than courtesies.
func (f *finder) clauseEnds(r Found) bool {
	return r.To == len(f.tokens) || f.tokens[r.To].Mark || f.tokens[r.To-1].Stop || grammar.In(&f.tokens[r.To], grammar.Connective) ||
		grammar.Only(f.tokens[r.To:], grammar.Frame|grammar.Polite|grammar.Thanks, nil)
}
