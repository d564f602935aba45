package question

import (
	"strconv"
	"strings"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/text"
)

// exactTitle claims a message that is the title of a section and nothing else.
func (p *parser) exactTitle() bool {
	if len(p.found) != 1 || p.found[0].Refs[0].Rule != "title" || p.found[0].Strength == reference.Medium {
		return false
	}
	words := p.collapse(reference.Weak)
	if len(words) > 1 && !grammar.In(&words[0], grammar.Article) || len(words) > 2 || !words[len(words)-1].Ref {
		return false
	}
	p.q.Refs = p.found[0].Refs
	return p.is(Lookup, "title")
}

// partTitle claims a message that is a telling part of one title.
func (p *parser) partTitle() bool {
	if len(p.refs(reference.Medium)) > 0 {
		return false
	}
	words := p.plain
	for i := range words {
		if grammar.In(&words[i], grammar.Ask) {
			return false
		}
	}
	for len(words) > 0 && !p.tells(&words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && !p.tells(&words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	r, ok := p.table.Titled(words, func(w *phrase.Token) bool { return p.tells(w) && (p.weight(w.Fold) > 0 || w.Han()) })
	if !ok {
		return false
	}
	p.q.Refs, p.q.Topic = []Ref{r}, p.q.Text
	return p.is(Lookup, "part of a title")
}

// lookup claims a message that names sections, if the rest of it weighs nothing.
func (p *parser) lookup() bool {
	least := reference.Weak
	if len(p.refs(reference.Strong)) > 0 {
		least = reference.Strong
	}
	refs := p.refs(least)
	if len(refs) == 0 {
		return p.counted()
	}
	words := p.words
	if least == reference.Weak {
		if p.arithmetic() || p.dated() {
			return false
		}
		words = p.collapse(reference.Weak)
		if !bare(words) && !p.foreign() { // "Maßnahme 5 bitte"
			return false
		}
	}
	rest, sum := p.weigh(words)
	p.q.Rest = rest
	if sum > 0 {
		return false
	}
	p.q.Refs = p.ones(least)
	m, pat := grammar.All().Set("again").Longest(words, 0)
	p.q.Again = pat != nil && m.End == len(words)
	return p.is(Lookup, "reference")
}

// ones returns the references of at least that strength without the pronoun of
// "the tenth one".
func (p *parser) ones(least reference.Strength) []Ref {
	var out []Ref
	for _, r := range p.found {
		pronoun := r.Strength == reference.Weak && len(out) > 0 && grammar.In(&p.tokens[r.From], grammar.One)
		if r.Strength >= least && !pronoun {
			out = addRefs(out, r.Refs)
		}
	}
	return out
}

// bare reports whether the words besides references carry no content, as they must
// beside what is only perhaps a reference.
func bare(words []phrase.Token) bool {
	for i := range words {
		w := &words[i]
		if w.Ref || grammar.In(w, grammar.Frame|grammar.Connective|grammar.One) || w.Level != 0 && !w.Plural {
			continue
		}
		return false
	}
	return true
}

// arithmetic reports whether signs beside the numbers make them amounts, dates
// or code: "50%", "$7", "7+8=", "2024-02-28", "1.5", "9:30".
func (p *parser) arithmetic() bool {
	dashes := 0
	for i, t := range p.tokens {
		if !t.Mark || p.inReference(i) {
			continue
		}
		switch {
		case strings.Contains("%$=+^{}[]<>€¥£°\\", t.Raw):
			return true
		case strings.Contains("*:./", t.Raw) && i > 0 && i+1 < len(p.tokens) && p.tokens[i-1].End == t.Start &&
			p.tokens[i+1].Start == t.End && !p.tokens[i+1].Mark && p.tokens[i+1].Level == 0 && p.tokens[i-1].Level == 0 &&
			!grammar.In(&p.tokens[i-1], grammar.Number):
			return true
		case t.Raw == "-" || t.Raw == "–":
			if i == 0 && i+1 < len(p.tokens) && p.tokens[i+1].Start == t.End {
				return true // "-1"
			}
			if t.Raw == "-" {
				dashes++
			}
		}
	}
	return dashes > 1
}

// inReference reports whether token i stands inside a compound designation that
// the document has.
func (p *parser) inReference(i int) bool {
	for _, r := range p.found {
		if r.From <= i && i < r.To {
			return strings.ContainsAny(r.Refs[0].From, ".-") && len(r.Refs[0].Sections) > 0
		}
	}
	return false
}

// The numbers that are years behind one of grammar.Time.
const (
	firstYear = 1900
	lastYear  = 2099
)

// dated reports whether a bare number is a year or part of a number written
// with an exponent: "in 2024", "1e3"; or one that no section has and the text does.
func (p *parser) dated() bool {
	for i := range p.plain {
		w := &p.plain[i]
		if w.Fold == "e" && w.Glued && i+1 < len(p.plain) && p.plain[i+1].Glued {
			return true
		}
		n, ok := phrase.Numeral(p.plain, i)
		if !ok || n.Form != text.Digits {
			continue
		}
		if n.Value >= firstYear && n.Value <= lastYear && i > 0 && grammar.In(&p.plain[i-1], grammar.Time) {
			return true
		}
		if len(p.plain) == 1 && len(p.found) == 1 && len(p.found[0].Refs[0].Sections) == 0 && p.weight(w.Fold) > 0 {
			return true
		}
	}
	return false
}

// counted claims "7 measures" alone, which in a question asks for how many but
// by itself is somebody's way of writing measure 7. Written out, "the eight
// rules" and 八项规定, it is a name.
func (p *parser) counted() bool {
	number, level := "", 0
	for i := 0; i < len(p.plain); i++ {
		w := &p.plain[i]
		n, ok := phrase.Numeral(p.plain, i)
		switch {
		case ok && number == "" && (n.Form == text.Digits || w.Han()):
			number = strconv.Itoa(n.Value)
			i += n.Used - 1
		case w.Level != 0 && level == 0:
			level = w.Level
			i += w.Width - 1
		case w.Level != 0 && w.Han():
			level = min(level, w.Level)
			i += w.Width - 1
		case !grammar.In(w, grammar.Frame) || level != 0 && w.Han():
			return false
		}
	}
	if number == "" || level == 0 {
		return false
	}
	r := Ref{Kind: p.table.Kind(level), From: number, To: number, Rule: "number"}
	p.table.Resolve(&r)
	p.q.Refs = []Ref{r}
	return p.is(Lookup, "reference")
}

// neighbour claims a section named by the one beside it: "what comes after
// measure 9".
func (p *parser) neighbour() bool {
	for i := range p.found {
		base := &p.found[i]
		words := p.collapseIf(func(o *reference.Found) bool { return o == base })
		level, ok := p.oneLevel(words, base.Refs[0].Kind)
		if !ok || len(base.Refs) != 1 || base.Strength == reference.Weak && len(words) <= 2 && base.Refs[0].Rule != "title" {
			continue // "after 9" is a time as well
		}
		for j := range words {
			m, pat := grammar.All().Set("neighbour").Longest(words, j)
			if pat == nil || !outside(words, m, grammar.Frame|grammar.Connective|grammar.Article, levelOrRef) {
				continue
			}
			if r, ok := p.table.Neighbour(base.Refs[0], level, pat.Value == 1); ok {
				p.q.Refs = []Ref{r}
				return p.is(Lookup, "neighbour")
			}
		}
	}
	return false
}

func levelOrRef(t *phrase.Token) bool { return t.Level != 0 || t.Ref }

// oneLevel returns the level of the section asked for, given that of the one
// beside it. It is the same, or no neighbour is meant; nor is one in "measures
// before 7", which are several.
func (p *parser) oneLevel(words []phrase.Token, kind string) (string, bool) {
	for i := range words {
		w := &words[i]
		named := p.table.Kind(w.Level)
		if w.Level != 0 && (w.Plural || named != "" && kind != "" && named != kind && p.table.HasLevel(kind)) {
			return "", false
		}
		if kind == "" || !p.table.HasLevel(kind) {
			kind = max(kind, named)
		}
	}
	return kind, true
}
