package question

import (
	"slices"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
)

// parent claims the question to which part a section belongs: a level above it is asked
// for, "which part is measure 14 in?", or what holds it, "where does it belong?".
func (p *parser) parent() bool {
	words := p.collapse(reference.Weak)
	refs := p.refs(reference.Weak)
	if len(refs) == 0 {
		return false
	}
	for m := range grammar.Matches("parent", words) {
		if grammar.Outside(words, m, grammar.Structure|grammar.Polite, nil) {
			return p.isParent(refs, p.levelOf(words))
		}
	}
	level, from, end := p.levelAsked(words)
	if end == 0 || !p.above(level, refs[0]) || !p.placesOnly(words, from, end) {
		return false
	}
	return (level != "" || slices.ContainsFunc(words, inside)) && p.isParent(refs, level)
}

// holder claims the same question of what was shown last: "which chapter is that in?".
func (p *parser) holder() bool {
	level, from, end := p.levelAsked(p.plain)
	if level == "" || len(p.found) > 0 || grammar.In(&p.plain[end-1], grammar.AnySection) || !p.placesOnly(p.plain, from, end) {
		return false
	}
	it := func(w phrase.Token) bool { return inside(w) || grammar.In(&w, grammar.ThirdPerson) }
	return slices.ContainsFunc(p.plain, it) && p.isParent(nil, level)
}

func inside(w phrase.Token) bool { return grammar.In(&w, grammar.Inside) }

func (p *parser) isParent(refs []Ref, level string) bool {
	p.q.Outline, p.q.Refs, p.q.Level = OutlineParent, refs, level
	return p.is(Outline, "outline parent")
}

// levelAsked returns the kind of the one level that a word asks for, "which part", 第几章,
// and where that begins and ends; 0 where none does.
func (p *parser) levelAsked(words []phrase.Token) (kind string, from, end int) {
	for i := range words {
		if !grammar.In(&words[i], grammar.Ask) {
			continue
		}
		for j := i + 1; j < len(words); j++ {
			if _, number := phrase.Numeral(words, j); words[j].Level != 0 && (!words[j].Plural || words[j].Cyrillic()) {
				return p.table.Kind(words[j].Level), i, j + words[j].Width
			} else if !number && !grammar.In(&words[j], grammar.Classifier|grammar.Article|grammar.Auxiliary|grammar.ThirdPerson) {
				break
			}
		}
	}
	return "", 0, 0
}

// above reports whether sections of a kind, "" for any, may hold what r names.
func (p *parser) above(kind string, r Ref) bool {
	of := r.Kind
	if len(r.Sections) > 0 {
		of = p.table.Document().Sections[r.Sections[0]].Kind
	}
	return kind == "" || p.table.Rank(kind) < p.table.Rank(of) || kind == of && !p.table.Lowest(kind)
}

// placesOnly reports whether words say only where something is, in the clause in which a
// level is asked for from one word to another. What is said before may say nothing there.
func (p *parser) placesOnly(words []phrase.Token, from, end int) bool {
	first := from
	if ref := slices.IndexFunc(words, isRef); ref >= 0 {
		first = min(first, ref)
	}
	at := 0
	for clause := range p.clauses(words) {
		core := at <= end-1 && end-1 < at+len(clause)
		for i := range clause {
			w := &clause[i]
			n := at + i
			said := n >= from && n < end || w.Ref || grammar.In(w, grammar.Structure|grammar.Polite|grammar.Frame|grammar.Thanks|grammar.Connective|grammar.ThirdPerson|grammar.Article)
			if !said && (core && n >= first || !p.idle(w)) {
				return false
			}
		}
		if !core && (prose.Inquires(clause) || slices.ContainsFunc(clause, isRef)) {
			return false
		}
		at += len(clause)
	}
	return true
}
