package reference

import (
	"pincite/internal/locate"
	"pincite/internal/question/titles"
)

// repeated takes bare numbers before pieces for those of what holds such pieces where a
// message has several: "artículo 10 apartado 2 y el 8 apartado 1", "7 para 2, 9 para 1".
func (f *finder) repeated(in []Found) {
	holder := func(i int) bool {
		return i+1 < len(in) && in[i].To == in[i+1].From && in[i+1].Refs[0].Role != locate.NoRole && len(in[i].Refs) == 1 && in[i].Refs[0].Rule == "number"
	}
	kind, bare := "", 0
	for i := range in {
		if holder(i) && in[i].Refs[0].Kind != "" && in[i].Refs[0].Role == locate.NoRole {
			kind = in[i].Refs[0].Kind
		} else if holder(i) {
			bare++
		}
	}
	if kind == "" && bare > 1 {
		kind = f.table.Bare()
	}
	for i := range in {
		r := in[i].Refs[0]
		if r.Kind = kind; kind == "" || in[i].Refs[0].Kind != "" || !holder(i) {
			continue
		}
		if f.table.Resolve(&r); len(r.Sections) == 1 && r.Miss == nil {
			in[i].Refs, in[i].Strength = []locate.Ref{r}, titles.Strong
		}
	}
}

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
// "paragraph 2 of articles 7 and 8"; of "paragraph 2 of article 7 and article 8", only the
// first is meant.
func (f *finder) each(a, b Found) (Found, bool) {
	x, y := a.Refs[0], b.Refs[0]
	if gap := f.gap(a.To, b.From); gap != ofGap || len(b.Refs) < 2 || x.Role == locate.NoRole || x.In != nil || x.Rule != "number" || y.Rule != "number" || y.Role != locate.NoRole {
		return Found{}, false
	}
	j, of := Found{From: a.From, To: b.To, Strength: titles.Strong}, b.Refs
	if !f.tokens[b.From].Plural {
		of = b.Refs[:1]
	}
	for _, upper := range of {
		for _, lower := range a.Refs {
			r := within(lower, upper)
			if found, ok := f.table.inside(r); !ok || found.Spans != nil {
				return Found{}, false
			}
			j.Refs = append(j.Refs, r)
		}
	}
	j.Refs = append(j.Refs, b.Refs[len(of):]...)
	return j, true
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
