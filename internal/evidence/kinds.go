package evidence

import (
	"math/bits"
	"slices"

	"pincite/internal/document"
	"pincite/internal/sought"
	"pincite/internal/text"
)

// Bounds on what is examined for the kinds of things asked for, which takes some 50 µs
// for a sentence and kind. Sections and sentences far down do not come up by it.
const (
	maxKinds    = 8    // sections
	maxExamined = 512  // sentences times kinds, for one question
	maxRunes    = 1000 // of a sentence
	maxOpening  = 80   // runes of a sentence in which its first telling word stands
)

// recognised says which kinds a sentence has been examined for and which it has.
type recognised struct{ examined, has sought.Kind }

// sentencesFor is how many sentences may be examined for what is asked.
func sentencesFor(asked sought.Kind) int {
	return maxExamined / max(bits.OnesCount32(uint32(asked)), 1)
}

// preferKinds raises the sentences of the best sections that have the kind of thing
// asked for, and orders them anew.
func (g *gatherer) preferKinds(found []Section) {
	if g.plan.Asked == 0 {
		return
	}
	left := sentencesFor(g.plan.Asked)
	best := found[:min(len(found), maxKinds)]
	for i := range best {
		e := &best[i]
		spans := g.doc.Sentences(e.Index)
		for j := range e.Sentences { // the best first
			s := &e.Sentences[j]
			if s.Index == whole || s.Score*g.plan.params.mostForKind() < e.Score || left == 0 {
				continue
			}
			left--
			s.Score *= g.kindGain(place{e.Index, s.Index}, spans)
		}
		e.sort()
	}
	sortSections(best)
}

// kindGain is what the score of a sentence is multiplied by for the kind of thing that
// it has.
func (g *gatherer) kindGain(at place, spans []document.Span) float64 {
	gain := 1.0
	if has, _ := g.recognise(g.plan.Asked, at, spans); has != 0 {
		gain += g.plan.params.Kind
	}
	if g.plan.Asked.Has(sought.Definition) && g.begins(spans[at.sentence]) {
		gain += g.plan.params.Defining
	}
	return gain
}

// begins reports whether the first telling word of a sentence is one of the question,
// as that of a definition is.
func (g *gatherer) begins(sentence document.Span) bool {
	x := g.indexes[g.languages[0]]
	tokens := x.analyze(text.Limit(g.doc.Plain(sentence), maxOpening))
	return len(tokens) > 0 && slices.ContainsFunc(g.plan.words, func(w word) bool {
		return w.own() && w.variants[key(x.language, tokens[0].Term)].sure == 1
	})
}

// recognise returns those of the kinds of things asked for that a sentence has, which
// is found out once. spans are the sentences of its section. ok is false for what is no
// sentence and in a language in which kinds are not recognised.
func (c *Collection) recognise(asked sought.Kind, at place, spans []document.Span) (has sought.Kind, ok bool) {
	if at.sentence < 0 || at.sentence >= len(spans) || asked == 0 {
		return 0, false
	}
	var r recognised
	if known, ok := c.kinds.Load(at); ok {
		r = known.(recognised)
	}
	if asked&^r.examined != 0 {
		s := text.Limit(c.doc.Plain(spans[at.sentence]), maxRunes)
		has, ok := sought.In(s, c.languages[0], asked&^r.examined)
		if !ok {
			return 0, false
		}
		r = recognised{r.examined | asked, r.has | has}
		c.kinds.Store(at, r) // of two at the same time one is lost, and found out again
	}
	return r.has & asked, true
}

// nearby reports whether another sentence of a section, of those around one, has a kind
// of thing asked for.
func (c *Collection) nearby(asked sought.Kind, at place, spans []document.Span) bool {
	most := sentencesFor(asked)
	from := max(0, min(at.sentence-most/2, len(spans)-most))
	for n := from; n < min(from+most, len(spans)); n++ {
		if has, _ := c.recognise(asked, place{at.section, n}, spans); has != 0 {
			return true
		}
	}
	return false
}

// Completing returns the neighbour of a sentence that has the kind of thing asked for
// where the sentence itself has none, the one behind it before the one in front; -1 if
// there is none. Quoted together they answer: "Night lowers the fan. It ends by itself
// after nine hours."
func (c *Collection) Completing(p Plan, section, sentence int) int {
	spans := c.doc.Sentences(section)
	if has, ok := c.recognise(p.Asked, place{section, sentence}, spans); !ok || has != 0 {
		return -1
	}
	for _, n := range [...]int{sentence + 1, sentence - 1} {
		if has, _ := c.recognise(p.Asked, place{section, n}, spans); has != 0 {
			return n
		}
	}
	return -1
}
