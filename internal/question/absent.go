package question

import (
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/titles"
)

// absent returns the levels that the message names and the document lacks, with what is
// meant by them.
func (p *parser) absent() []Absent {
	var out []Absent
	for i := range p.Tokens {
		if !p.Tokens[i].Loose {
			continue
		}
		kind := p.meant(i)
		if kind != "" && p.Tokens[i].Level == levels.Apart {
			kind = p.Table.Bare() // nothing else is meant by an annex: this is what there is
		}
		if kind == "" || slices.ContainsFunc(out, func(o Absent) bool { return o.Kind == kind }) {
			continue
		}
		if word := p.Table.Absent(p.Tokens[i:], kind); word != "" {
			out = append(out, Absent{word, kind})
		}
	}
	return out
}

// meant returns the kind of the sections that the name of a level at token i is read as; ""
// where it is no part of a reference, and no level that is counted or listed.
func (p *parser) meant(i int) string {
	t := &p.Tokens[i]
	if p.q.Kind == Outline && p.q.Level != "" && p.Table.Kind(t.Level) == p.q.Level && !grammar.In(t, grammar.Structure) {
		return p.q.Level
	}
	for n := range p.Found {
		f := &p.Found[n]
		if f.From > i || i >= f.To || f.Strength < titles.Strong || len(p.q.Refs) == 0 {
			continue
		}
		for r := &f.Refs[0]; r != nil; r = r.In {
			if kind := p.kindOf(r); r.Role == locate.NoRole && r.Rule == "number" && (kind == p.Table.Kind(t.Level) || p.Table.Kind(t.Level) == "" && r.Kind == "") {
				return kind
			}
		}
	}
	return ""
}

// kindOf returns the kind of the sections that r names, or of those there are where it names
// none.
func (p *parser) kindOf(r *locate.Ref) string {
	switch {
	case len(r.Sections) > 0:
		return p.Table.Document().Sections[r.Sections[0]].Kind
	case r.Miss != nil:
		return r.Miss.Kind
	}
	return ""
}
