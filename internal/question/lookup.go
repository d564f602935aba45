package question

import (
	"slices"
	"strings"

	"pincite/internal/question/lexicon"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/text"
)

// lookup claims a message that names sections and says nothing else.
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
	}
	if !empty(words, least == reference.Strong) {
		return false
	}
	p.q.Kind, p.q.Refs = Lookup, p.ones(least)
	return true
}

// ones returns the references of at least that strength without the pronoun of
// "the tenth one".
func (p *parser) ones(least reference.Strength) []Ref {
	var out []Ref
	for _, r := range p.found {
		pronoun := r.Strength == reference.Weak && len(out) > 0 && reference.Placeholders[p.tokens[r.From].Fold]
		if r.Strength >= least && !pronoun {
			out = append(out, r.Refs...)
		}
	}
	return out
}

// arithmetic reports whether signs beside the numbers make them amounts, dates
// or code: "50%", "$7", "7+8=", "2024-02-28", "1.5", "9:30".
func (p *parser) arithmetic() bool {
	dashes := 0
	for i, t := range p.tokens {
		switch {
		case !t.Mark:
		case strings.Contains("%$=+^{}[]<>€¥£°\\", t.Raw):
			return true
		case strings.Contains("*:.", t.Raw) && i > 0 && i+1 < len(p.tokens) && p.tokens[i-1].End == t.Start &&
			p.tokens[i+1].Start == t.End && !p.tokens[i+1].Mark && p.tokens[i+1].Level == 0 && p.tokens[i-1].Level == 0 &&
			!reference.NumberMarks[p.tokens[i-1].Fold]:
			return true
		case t.Raw == "-" || t.Raw == "–":
			if i == 0 && i+1 < len(p.tokens) && p.tokens[i+1].Start == t.End {
				return true // "-1"
			}
			dashes += one(t.Raw == "-")
		}
	}
	return dashes > 1
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// The numbers that are years behind one of yearWords.
const (
	firstYear = 1900
	lastYear  = 2099
)

var yearWords = lexicon.Of("in since by of from until till before after during around в с до от после en desde hasta antes durante 在 到 自 于")

// dated reports whether a bare number is a year or part of a number written
// with an exponent: "in 2024", "1e3".
func (p *parser) dated() bool {
	for i := range p.plain {
		w := &p.plain[i]
		if w.Fold == "e" && w.Glued && i+1 < len(p.plain) && p.plain[i+1].Glued {
			return true
		}
		n, ok := phrase.Numeral(p.plain, i)
		if ok && n.Form == text.Digits && n.Value >= firstYear && n.Value <= lastYear && i > 0 && yearWords[p.plain[i-1].Fold] {
			return true
		}
	}
	return false
}

// empty reports whether the words besides references carry no content. With a
// sure reference, a misspelt frame word ("waht is") is forgiven.
func empty(words []phrase.Token, sure bool) bool {
	for i := range words {
		w := &words[i]
		if w.Ref || lexicon.In(w, lexicon.Lookup|lexicon.Connective) || reference.Placeholders[w.Fold] || sure && misspeltFrame(w.Fold) {
			continue
		}
		if w.Level != 0 && !sure && !w.Plural {
			continue // "which measure is 7"
		}
		return false
	}
	return true
}

// frameCore are the frame words long enough that a slip of them is no other
// word.
var frameCore = strings.Fields("what show please about could would explain number whats покажи пожалуйста muestrame favor")

func misspeltFrame(w string) bool {
	if len(w) < 4 {
		return false
	}
	return slices.ContainsFunc(frameCore, func(f string) bool { return text.Near(w, f, 1) })
}

// counted claims "7 measures" alone, which in a question asks for how many but
// by itself is somebody's way of writing measure 7. Written out, "the eight
// rules" and 八项规定, it is a name.
func (p *parser) counted() bool {
	var r *Ref
	level := 0
	for i := 0; i < len(p.plain); i++ {
		w := &p.plain[i]
		n, ok := phrase.Numeral(p.plain, i)
		switch {
		case ok && r == nil && (n.Form == text.Digits || w.Han()):
			r = &Ref{From: n.Value, To: n.Value}
			i += n.Used - 1
		case w.Level != 0 && level == 0:
			level = w.Level
			i += w.Width - 1
		case w.Level != 0 && w.Han():
			level = min(level, w.Level)
			i += w.Width - 1
		case !lexicon.In(w, lexicon.Lookup) || level != 0 && w.Han():
			return false
		}
	}
	if r == nil || level == 0 {
		return false
	}
	r.Kind = p.table.Kind(level)
	p.q.Kind, p.q.Refs = Lookup, []Ref{*r}
	return true
}
