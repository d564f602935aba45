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
		if p.arithmetic() {
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
		case t.Raw == "-":
			dashes++
		}
	}
	return dashes > 1
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
