package reference

import (
	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/titles"
)

// anew reports whether b begins another place like a, "7 para 2, 9 para 1": it is of the
// kind that a is in, or in another of that kind.
func anew(a, b Found) bool {
	y := &b.Refs[0]
	for y.In != nil {
		y = y.In
	}
	for in := a.Refs[len(a.Refs)-1].In; in != nil; in = in.In {
		if y.Role == locate.NoRole && in.Role == locate.NoRole && y.Rule == in.Rule && y.Kind != "" && y.Kind == in.Kind && y.From != in.From {
			return true
		}
	}
	return false
}

// heldBy reports whether next is what holds b, as what holds a does: "п. 1 ст. 5 и п. 2 ст. 7".
func (f *finder) heldBy(a, b, next Found) bool {
	in, gap := a.Refs[len(a.Refs)-1].In, f.gap(b.To, next.From)
	return in != nil && in.Kind != "" && next.Refs[0].Kind == in.Kind && (gap == closeGap || gap == ofGap)
}

// each makes one reference of pieces and the several sections that they are said to be of:
// "paragraph 2 of articles 7 and 8", "articles 7 to 9, paragraph 1 each"; of "paragraph 2
// of article 7 and article 8", only the first is meant.
func (f *finder) each(a, b Found) (Found, bool) {
	gap, all := f.gap(a.To, b.From), f.distributed(a, b)
	genitive := gap == closeGap && a.Refs[0].Role != locate.NoRole && b.Refs[0].Role == locate.NoRole && f.plural(b.From) // "пункт 1 статей 5 и 7"
	lower, upper, of := a, b, gap == ofGap || genitive
	if (!of || all) && f.depth(&a.Refs[0]) < f.depth(&b.Refs[0]) {
		lower, upper = b, a
	}
	x, y := lower.Refs[0], upper.Refs[0]
	if gap == apartGap || gap == wideGap || !of && !all || len(upper.Refs) < 2 && y.From == y.To || !of && f.depth(&x) == f.depth(&y) || x.In != nil || x.Rule != "number" || y.Rule != "number" {
		return Found{}, false
	}
	holders := f.singles(upper.Refs)
	if len(holders) == 0 {
		return Found{}, false // there are none of those
	}
	if !all && !f.plural(upper.From) && !f.tokens[upper.From].Han() && len(upper.Refs) > 1 {
		holders = holders[:1]
	}
	j, any := Found{From: a.From, To: b.To, Strength: titles.Strong}, false
	for _, up := range holders {
		for _, low := range lower.Refs {
			r := within(low, up)
			if f.table.Resolve(&r); len(r.Sections) == 0 || r.In == nil {
				return Found{}, false
			}
			any = any || r.Miss == nil
			j.Refs = append(j.Refs, r)
		}
	}
	if len(holders) == 1 {
		j.Refs = append(j.Refs, upper.Refs[1:]...)
	}
	return j, any
}

// plural reports whether token i names a level in the plural, as "статей" does with the
// ending of what five and more count.
func (f *finder) plural(i int) bool {
	t := &f.tokens[i]
	return t.Plural || t.Cyrillic() && f.table.Counts(5, t)
}

// singles returns references with every run among them as its sections, one by one.
func (f *finder) singles(refs []locate.Ref) []locate.Ref {
	var out []locate.Ref
	for _, r := range refs {
		if r.From == r.To {
			out = append(out, r)
			continue
		}
		f.table.Resolve(&r)
		for _, i := range r.Sections[:min(len(r.Sections), maxFound)] {
			code := f.table.Document().Sections[i].Designation.Normal
			out = append(out, locate.Ref{Kind: f.table.Document().Sections[i].Kind, From: code, To: code, Rule: r.Rule, In: r.In})
		}
	}
	return out
}

// distributed reports whether a word close before, between or close behind a and b says that
// what one of them names is meant of all that the other names: "each", jeweils, 各.
func (f *finder) distributed(a, b Found) bool {
	from, to := max(0, a.From-2), min(len(f.tokens), b.To+3)
	for i := from; i < to; i++ {
		if i >= a.From && i < a.To || i >= b.From && i < b.To {
			continue
		}
		if t := &f.tokens[i]; grammar.In(t, grammar.Each) {
			return true
		} else if i >= b.To && t.Mark && t.Raw != "," {
			break
		}
	}
	return false
}

// alongside puts a piece that stands behind another of its kind in what holds that:
// "6.2 step 2 and step 4". It reports whether it is there.
func (f *finder) alongside(a Found, b *Found) bool {
	x, y := a.Refs[len(a.Refs)-1], b.Refs[0]
	if gap := f.gap(a.To, b.From); gap != commaGap && gap != wideGap || x.In == nil || y.In != nil || x.Role == locate.NoRole || x.Role != y.Role || x.Kind != y.Kind || x.Rule != "number" || y.Rule != "number" {
		return false
	}
	refs := make([]locate.Ref, len(b.Refs))
	for i, r := range b.Refs {
		refs[i] = within(r, *x.In)
		if _, ok := f.table.inside(refs[i]); !ok {
			return false
		}
	}
	b.Refs, b.Strength = refs, titles.Strong
	return true
}
