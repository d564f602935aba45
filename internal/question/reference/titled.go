package reference

import (
	"strings"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// title reads the title at token i, with the designation of its section in parentheses
// behind it, if that stands there: "Confidentiality (P)". The name of a level that is longer,
// "disposiciones adicionales" where "Disposiciones" is a title, is none.
func (f *finder) title(i int) (Found, bool) {
	m, ok := f.titled[i]
	if !ok || f.tokens[i].Width > m.To-m.From || f.designates(m.From, m.To) {
		return Found{}, false
	}
	r := Found{Refs: []locate.Ref{m.Ref}, From: m.From, To: m.To, Strength: m.Strength}
	f.levelBehind(&r)
	if to := m.To; ok && to+2 < len(f.tokens) && f.tokens[to].Raw == "(" && f.tokens[to+2].Raw == ")" {
		for _, i := range m.Ref.Sections {
			s := &f.table.Document().Sections[i]
			if code, step := s.Designation.Normal, text.Fold(f.tokens[to+1].Raw); code == step || strings.HasSuffix(code, "."+step) {
				r = Found{Refs: []locate.Ref{{Kind: s.Kind, From: code, To: code, Rule: "title", Sections: []int{i}}}, From: m.From, To: to + 3, Strength: titles.Strong}
				break
			}
		}
	}
	return r, ok
}

// designates reports tokens [from, to) that are the name of a level with the number or letter
// of one of its sections behind it: "schedules A" where a section is titled "Schedules".
func (f *finder) designates(from, to int) bool {
	if to-from != 1 || f.tokens[from].Level == 0 {
		return false
	}
	e, ok := f.Item(to)
	return ok && f.table.HasIn(f.tokens[from].Level, e.Code)
}

// levelBehind takes a Chinese name of the title's level behind it as part of it: 会员那章,
// 会员一章.
func (f *finder) levelBehind(r *Found) {
	at := r.To
	for at < len(f.tokens) && f.tokens[at].Han() && grammar.In(&f.tokens[at], grammar.This|grammar.Connective|grammar.Classifier|grammar.Within) {
		at++
	}
	if n, ok := phrase.Numeral(f.tokens, at); ok && n.Value == 1 && !n.Ordinal {
		at += n.Used
	}
	if at < len(f.tokens) && f.tokens[at].Han() && f.tokens[at].Level != 0 && f.table.Kind(f.tokens[at].Level) == r.Refs[0].Kind {
		r.To, r.Strength = at+f.tokens[at].Width, titles.Strong
	}
}

// called reads a level's name with the title of one of its sections behind it: "the
// section Quorum".
func (f *finder) called(i int) (Found, bool) {
	t := &f.tokens[i]
	if t.Level == 0 || t.Plural && !t.Cyrillic() {
		return Found{}, false
	}
	at := i + t.Width
	for t.Level < levels.Any && at < len(f.tokens) && grammar.In(&f.tokens[at], grammar.Article|grammar.Within) {
		at++ // "el capítulo De los socios", whose title is kept without
	}
	r, ok := f.title(at)
	if !ok || t.Level != levels.Any && f.table.Kind(t.Level) != r.Refs[0].Kind {
		return Found{}, false
	}
	r.From, r.Strength = i, titles.Strong
	return r, true
}
