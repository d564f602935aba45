package question

import (
	"slices"
	"strings"

	"pincite/internal/text"
)

// lookup claims a message that names sections and says nothing else.
func (p *parser) lookup() bool {
	least := weak
	if len(p.refs(strong)) > 0 {
		least = strong
	}
	refs := p.refs(least)
	if len(refs) == 0 {
		return p.counted()
	}
	words := p.words
	if least == weak {
		if p.arithmetic() {
			return false
		}
		words = p.collapse(weak)
	}
	if !empty(words, least == strong) {
		return false
	}
	p.q.Kind, p.q.Refs = Lookup, p.ones(least)
	return true
}

// ones returns the references of at least that strength without the pronoun of
// "the tenth one".
func (p *parser) ones(least strength) []Ref {
	var out []Ref
	for _, r := range p.found {
		pronoun := r.strength == weak && len(out) > 0 && placeholders[p.tokens[r.from].fold]
		if r.strength >= least && !pronoun {
			out = append(out, r.refs...)
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
		case !t.mark:
		case strings.Contains("%$=+^{}[]<>€¥£°\\", t.raw):
			return true
		case strings.Contains("*:.", t.raw) && i > 0 && i+1 < len(p.tokens) && p.tokens[i-1].end == t.start &&
			p.tokens[i+1].start == t.end && !p.tokens[i+1].mark && p.tokens[i+1].level == 0 && p.tokens[i-1].level == 0 &&
			!numberMarks[p.tokens[i-1].fold]:
			return true
		case t.raw == "-":
			dashes++
		}
	}
	return dashes > 1
}

// empty reports whether the words besides references carry no content. With a
// sure reference, a misspelt frame word ("waht is") is forgiven.
func empty(words []token, sure bool) bool {
	for i := range words {
		w := &words[i]
		if w.ref != nil || inBag(w, bagLookup|bagConnective) || placeholders[w.fold] || sure && misspeltFrame(w.fold) {
			continue
		}
		if w.level != 0 && !sure && !w.plural {
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
// by itself is somebody's way of writing measure 7.
func (p *parser) counted() bool {
	var r *Ref
	level := 0
	for i := 0; i < len(p.plain); i++ {
		w := &p.plain[i]
		n, ok := numeral(p.plain, i)
		switch {
		case ok && r == nil && (n.Form != text.Roman):
			r = &Ref{From: n.Value, To: n.Value}
			i += n.Used - 1
		case w.level != 0 && level == 0:
			level = w.level
			i += w.width - 1
		case w.level != 0 && isHan(w.fold):
			level = min(level, w.level)
			i += w.width - 1
		case !inBag(w, bagLookup):
			return false
		}
	}
	if r == nil || level == 0 {
		return false
	}
	r.Kind = p.table.kind(level)
	p.q.Kind, p.q.Refs = Lookup, []Ref{*r}
	return true
}
