package question

import (
	"pincite/internal/question/lexicon"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
)

// neighbour claims a section named by the one beside it: "what comes after
// measure 9". Its number is all that is known of it, so that the one before the
// first is number 0, which no document has.
func (p *parser) neighbour() bool {
	for i := range p.found {
		r, ok := p.beside(&p.found[i])
		if ok {
			p.q.Kind, p.q.Refs = Lookup, []Ref{r}
			return true
		}
	}
	return false
}

// beside returns the section that the message names by base, if that is all it
// says.
func (p *parser) beside(base *reference.Found) (Ref, bool) {
	r := base.Refs[0]
	if len(base.Refs) != 1 || r.From != r.To || r.From <= 0 {
		return Ref{}, false
	}
	words := p.collapseIf(func(o *reference.Found) bool { return o == base })
	level, ok := p.oneLevel(words, r.Kind)
	if !ok || base.Strength == reference.Weak && len(words) <= 2 {
		return Ref{}, false // "after 9" is a time as well
	}
	for i := range words {
		m, pat := lexicon.All().Neighbours.Longest(words, i)
		if pat == nil || !outside(words, m, lexicon.Lookup|lexicon.Connective, isLevelOrRef) {
			continue
		}
		return moved(r, level, pat.Value == 1)
	}
	return Ref{}, false
}

// oneLevel returns the level of the section asked for, given that of the one
// beside it. It is the same, or no neighbour is meant; nor is one in "measures
// before 7", which are several.
func (p *parser) oneLevel(words []phrase.Token, kind string) (string, bool) {
	for i := range words {
		w := &words[i]
		named := p.table.Kind(w.Level)
		if w.Level != 0 && (w.Plural || named != "" && kind != "" && named != kind) {
			return "", false
		}
		kind = max(kind, named)
	}
	return kind, true
}

// moved returns the section one after r, or one before; nothing follows the last.
func moved(r Ref, level string, after bool) (Ref, bool) {
	step := 1
	if after == r.FromEnd {
		step = -1
	}
	if r.From == MaxNumber || r.FromEnd && r.From+step == 0 {
		return Ref{}, false
	}
	n := r.From + step
	r.Kind, r.From, r.To = level, n, n
	if !r.Ordinal { // its number runs on behind the section that holds the other
		r.InKind, r.In = "", 0
	}
	return r, true
}
