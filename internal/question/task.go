package question

import (
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
)

// task claims what is asked for and not done here; of a section that is named, it
// is a look-up.
func (p *parser) task() bool {
	if p.comparison() {
		return true
	}
	for i := range p.Words {
		m, pat := grammar.All().Set("task").Longest(p.Words, i)
		if pat == nil {
			continue
		}
		refs := p.RefsIf(message.Readable)
		switch {
		case p.onlyDenied():
			refs = nil // "summarise the rules on boats except rule 3"
		case len(refs) == 0:
			refs = p.bareIn(m)
		}
		kind := Undone
		switch {
		case len(refs) > 0:
			kind = Lookup
		case i == 0 && p.followUp(m):
			continue // "sum it up" goes on from what was shown
		case p.outline(): // "an overview of the structure"
			return true
		}
		p.q.Task, p.q.Refs = Task(pat.Value), refs
		return p.is(kind, "task "+p.q.Task.String())
	}
	return false
}

// tasked reports whether a message begins with what is not done here of a section that it
// names: "summarise rule 18 in one line, 10 words".
func (p *parser) tasked() bool {
	_, pat := grammar.All().Set("task").Longest(p.Words, 0)
	return pat != nil && slices.ContainsFunc(p.Found, func(r reference.Found) bool { return message.Untitled(&r) })
}

// bareIn returns the sections of bare numbers, where a message says nothing but them and
// a task: "translate 14".
func (p *parser) bareIn(m phrase.Match) []locate.Ref {
	words := p.Collapse(titles.Weak)
	outside := func(w phrase.Token) bool {
		return w.Start < p.Words[m.Start].Start || w.End > p.Words[m.End-1].End
	}
	around := slices.DeleteFunc(slices.Clone(words), func(w phrase.Token) bool { return !w.Ref && !outside(w) })
	verb := p.Words[m.Start:max(m.Start, m.Topic)] // without a topic, none
	if len(verb) > 0 && slices.ContainsFunc(words, func(w phrase.Token) bool { return w.Ref && w.Start < verb[len(verb)-1].End }) {
		return nil // 写一个故事
	}
	refs := p.Refs(titles.Weak)
	if !rest.Bare(around) || slices.ContainsFunc(refs, func(r locate.Ref) bool { return len(r.Sections) == 0 }) {
		return nil
	}
	return refs
}

// comparison claims the wish to compare sections, all of which are named; a bare number
// beside one is of its kind: "compare article 3 with 4".
func (p *parser) comparison() bool {
	if !grammar.Has("compare", p.Words) {
		return false
	}
	refs := p.Refs(titles.Strong)
	if len(refs) == 1 && refs[0].Rule == "number" {
		refs = p.alike(refs[0])
	}
	if len(refs) < 2 {
		refs = p.RefsIf(message.Readable)
	}
	if len(refs) < 2 && !(len(refs) == 1 && len(refs[0].Sections) > 1) { // "10.3 to 10.4" is one
		return false
	}
	p.q.Task, p.q.Refs = Comparison, refs
	return p.is(Lookup, "task comparison")
}

// alike returns the references with bare numbers read as sections of the kind of like.
func (p *parser) alike(like locate.Ref) []locate.Ref {
	out := p.RefsIf(func(r *reference.Found) bool { return r.Strength == titles.Strong || r.Refs[0].Rule == "number" })
	for i := range out {
		if out[i].Kind == "" && out[i].In == nil {
			out[i].Kind = like.Kind
			p.Table.Resolve(&out[i])
		}
	}
	return slices.DeleteFunc(out, func(r locate.Ref) bool { return len(r.Sections) == 0 })
}

// followUp reports whether the words of a task are a step from the last section.
func (p *parser) followUp(m phrase.Match) bool {
	n, pat := grammar.All().Set("move").Longest(p.Words, 0)
	return pat != nil && (n.End >= m.End || grammar.Outside(p.Words, n, grammar.Polite|grammar.Thanks, nil))
}

// amount reports whether r is a number written out behind a word that says nothing of
// numbers: "article 6 like I'm five". One behind a number, a level or a reference goes on
// from that: "articles 2 4 five".
func (p *parser) amount(r reference.Found) bool {
	first, ref := &p.Tokens[r.From], &r.Refs[0]
	if r.Strength != titles.Weak || ref.Ordinal || ref.FromEnd || first.Digits() || first.Han() || r.From == 0 {
		return false
	}
	before := &p.Tokens[r.From-1]
	if _, number := phrase.Numeral(p.Tokens, r.From-1); number || before.Level != 0 || before.Mark || grammar.In(before, grammar.And|grammar.To) {
		return false
	}
	return !slices.ContainsFunc(p.Found, func(o reference.Found) bool { return o.To == r.From })
}
