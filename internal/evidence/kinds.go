package evidence

import (
	"slices"

	"pincite/internal/document"
	"pincite/internal/evidence/passages"
	"pincite/internal/evidence/sentence"
	"pincite/internal/sought"
)

// maxKinds is how many sections are examined for the kinds of things asked for. Those far
// down do not come up by it.
const maxKinds = 8

// preferKinds raises the sentences of the best sections that have the kind of thing
// asked for, and orders them again.
func (g *gatherer) preferKinds(found []Section) {
	if g.plan.Asked == 0 && !g.plan.topic && len(g.plan.words) > maxTerm {
		return
	}
	left := sentence.Examined(g.plan.Asked)
	best := found[:min(len(found), maxKinds)]
	for i := range best {
		e := &best[i]
		spans := g.doc.Sentences(e.Index)
		for j := range e.Sentences { // the best first
			s := &e.Sentences[j]
			if s.Index == passages.Whole || s.Score*g.plan.params.mostForKind() < e.Score || left == 0 {
				continue
			}
			left--
			s.Score *= g.kindGain(passages.Place{Section: e.Index, Sentence: s.Index}, spans)
		}
		e.sort()
	}
	sortSections(best)
}

// kindGain is what the score of a sentence is multiplied by for the kind of thing that
// it has. Whoever says no more than the name of a thing wants to know first what it is.
func (g *gatherer) kindGain(at passages.Place, spans []document.Span) float64 {
	gain := 1.0
	if g.plan.Asked == 0 && g.explains(spans[at.Sentence]) {
		return gain + g.plan.params.Kind + g.plan.params.Beginning + g.plan.params.Defining
	}
	if has, _ := g.kinds.Has(g.plan.Asked, at, spans); has != 0 {
		gain += g.plan.params.Kind
	}
	if telling := g.begins(at, spans[at.Sentence]); telling > 0 && (g.plan.Asked != 0 || g.plan.topic) {
		gain += g.plan.params.Beginning * telling
		if g.plan.Asked.Has(sought.Definition) || g.plan.topic {
			gain += g.plan.params.Defining
		}
	}
	return gain
}

// maxTerm is how many words a message has at most that is a term and asks nothing.
const maxTerm = 4

// explains reports a sentence that is the entry of a glossary for the words of the question,
// all of them and no other.
func (g *gatherer) explains(span document.Span) bool {
	own := g.set.Own()
	tokens := own.Analyze(sentence.Term(g.doc, span))
	for _, t := range tokens {
		if !slices.ContainsFunc(g.plan.words, func(w word) bool { return w.own() && w.variants[key(own.Language, t.Term)].sure == 1 }) {
			return false
		}
	}
	return len(tokens) > 0 && len(tokens) == len(g.plan.words)
}

// begins returns how much the first telling word of a sentence tells if it is one of the
// question, as what a sentence is about stands at its beginning; 0 if it is none. A note
// is about the text that it is put to.
func (g *gatherer) begins(at passages.Place, span document.Span) float64 {
	if g.notes[at] {
		return 0
	}
	first := g.openings.Of(at, span)
	if first == "" {
		return 0
	}
	first = key(g.set.Own().Language, first)
	for _, w := range g.plan.words {
		if w.own() && w.variants[first].sure == 1 {
			return w.weight
		}
	}
	return 0
}

// Completing returns the neighbour of a sentence that says what is asked for where the
// sentence itself does not; -1 if there is none. One that says who does what is asked needs
// no other, whatever its noun is.
func (c *Collection) Completing(p Plan, section, n int) int {
	at := passages.Place{Section: section, Sentence: n}
	next := c.kinds.Completing(p.Asked, at)
	if next < 0 || p.Verb == "" || !p.Asked.Has(sought.Agent) {
		return next
	}
	own := c.set.Own()
	if s := sentence.Read(own, c.quote(at), p.wordsIn(own.Language)); s.InOtherWords(sought.Agent) != 0 {
		return -1
	}
	return next
}
