package question

import (
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/question/step"
	"pincite/internal/text/numeral"
)

// maxStepsBeside is how many neighbours of a section may be asked for beside it, and
// mostWordsBeside in how many words, at the end of a message.
const (
	maxStepsBeside  = 5
	mostWordsBeside = 8
)

// alongside claims a message that names a section and goes on from it: "section 3 and the
// one before it", "the one on guests and the next two".
func (p *parser) alongside() bool {
	if len(p.Found) == 0 || len(p.Found) > mostNeighbours {
		return false
	}
	for i := len(p.Plain) - 2; i > 0 && i >= len(p.Plain)-mostWordsBeside; i-- {
		if !grammar.In(&p.Plain[i], grammar.And) || p.Plain[i].Start <= p.Tokens[p.Found[0].From].Start || p.inNumber(p.Plain[i].Start) {
			continue
		}
		behind := p.part(p.Body[p.Plain[i+1].Start:])
		s, ok := step.Read(&behind.Message)
		if !ok || s.Move != step.Next && s.Move != step.Previous || s.Steps > maxStepsBeside || slices.ContainsFunc(phrase.Words(behind.Tokens), p.heavy) {
			continue
		}
		named := p.part(p.Body[:p.Plain[i].Start])
		if named.classify(); named.q.Kind != Lookup || len(named.q.Refs) == 0 {
			continue
		}
		if found := p.stepsFrom(named.q.Refs, s); len(found) > 0 {
			p.q.Refs = append(named.q.Refs, found...)
			return p.is(Lookup, "alongside")
		}
	}
	return false
}

// inNumber reports whether a reference by number goes on over byte at: "13 and onwards".
func (p *parser) inNumber(at int) bool {
	return slices.ContainsFunc(p.Found, func(r reference.Found) bool {
		return r.Refs[0].Rule != "title" && p.Tokens[r.From].Start < at && at < p.Tokens[r.To-1].End
	})
}

// heavy reports a word that weighs something in the document.
func (p *parser) heavy(w phrase.Token) bool { return p.Weight(w.Fold) > 0 && w.ID == 0 }

// stepsFrom returns the sections that a step leads to from the last of those that refs name,
// or, backwards, from the first.
func (p *parser) stepsFrom(refs []locate.Ref, s step.Step) []locate.Ref {
	after := s.Move == step.Next
	at, one := refs[0], 0
	if after {
		at = refs[len(refs)-1]
		one = len(at.Sections) - 1
	}
	if len(at.Sections) == 0 || at.Spans != nil {
		return nil
	}
	at.Sections = at.Sections[one : one+1]
	var out []locate.Ref
	for n := range max(1, s.Steps) {
		next, ok := p.Table.Neighbour(at, at.Kind, after)
		if !ok || len(next.Sections) == 0 {
			if ok && next.Miss != nil {
				out = append(out, next) // that nothing follows is said
			}
			break
		}
		if n > 0 && next.Kind != at.Kind {
			break // the heading of what comes before the first one
		}
		if at = next; !s.Leap || n == s.Steps-1 {
			out = append(out, next)
		}
	}
	return out
}

// several returns words that ask for a number of sections beside another as if they asked for
// one, and that number, 0 if they do not: "the two articles after article 3", 第二条后面两条.
func several(words []phrase.Token) ([]phrase.Token, int) {
	for i := range words {
		n, ok := phrase.Numeral(words, i)
		if words[i].Ref || words[i].Glued && !words[i].Han() || !ok || n.Ordinal || n.Form == numeral.Roman || n.Value < 2 || n.Value > maxStepsBeside || i+n.Used < len(words) && words[i+n.Used].Glued && !words[i].Han() {
			continue
		}
		out := slices.Delete(slices.Clone(words), i, i+n.Used)
		for j := range out {
			out[j].Plural = false
		}
		return out, n.Value
	}
	return words, 0
}

// severalFrom returns so many sections beside one, in the order of the document.
func (p *parser) severalFrom(at locate.Ref, count int, after bool) []locate.Ref {
	if count == 0 {
		return nil
	}
	move := step.Previous
	if after {
		move = step.Next
	}
	found := p.stepsFrom([]locate.Ref{at}, step.Step{Move: move, Steps: count})
	if !after {
		slices.Reverse(found)
	}
	return found
}
