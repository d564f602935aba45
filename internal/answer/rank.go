package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"pincite/internal/search"
)

// Weights of the kinds of evidence for a section. See doc.go for the ablation.
const (
	sectionShare  = 0.5  // what the section as a whole says, beside its best sentence
	questionShare = 0.6  // the likest of the questions that the annotations expect
	secondShare   = 0.15 // the second-best sentence: two that fit are surer than one
)

// An evidence is what speaks for one section.
type evidence struct {
	section   int
	score     float64
	sentences []scoredSentence // best first; empty if only the section as a whole matched
	met       []float64        // for each word of the plan: 1 if it is met here, less for a guess
	whole     float64          // score of the section passage
	asked     float64          // score of the likest expected question
}

// A scoredSentence is a sentence of a section with its score.
type scoredSentence struct {
	sentence int
	score    float64   // own + questionShare*asked
	own      float64   // the sentence and its finding aids
	asked    float64   // the likest expected question that leads to it
	met      []float64 // for each word of the plan
}

// rank searches for the plan and gathers the hits by section, best first.
// only, if not nil, names the sections to look at.
func (a *Answerer) rank(ctx context.Context, p plan, only []int) ([]evidence, error) {
	p.query.Explain = true
	hits, err := a.coll.index.Search(ctx, p.query)
	if err != nil {
		return nil, err
	}
	g := gatherer{a: a, plan: p, bySection: map[int]*evidence{}}
	for _, h := range hits {
		if at := a.coll.places[h.Passage]; only == nil || slices.Contains(only, at.section) {
			g.add(at, a.coll.classes[h.Passage], h)
		}
	}
	return g.sections(), nil
}

// A gatherer sorts hits by the section and sentence that they are evidence for.
type gatherer struct {
	a         *Answerer
	plan      plan
	bySection map[int]*evidence
}

func (g *gatherer) add(at place, cl class, h search.Hit) {
	e := g.bySection[at.section]
	if e == nil {
		e = &evidence{section: at.section, met: make([]float64, len(g.plan.words))}
		g.bySection[at.section] = e
	}
	met := g.met(h)
	for i := range met {
		e.met[i] = max(e.met[i], met[i])
	}
	switch {
	case cl == classSection:
		e.whole = h.Score
	case cl == classQuestion:
		likeness := h.Score * g.a.share(h)
		e.asked = max(e.asked, likeness)
		if at.sentence != whole {
			s := e.sentence(at.sentence, len(met))
			s.asked = max(s.asked, likeness)
			s.meet(met)
		}
	default:
		s := e.sentence(at.sentence, len(met))
		s.own = h.Score
		s.meet(met)
	}
}

// met tells which words of the plan a hit meets, and how well.
func (g *gatherer) met(h search.Hit) []float64 {
	out := make([]float64, len(g.plan.words))
	for _, p := range h.Parts {
		q := 1.0
		if w := g.plan.words[p.Clause]; w.guessed && !w.known {
			q = 1 - guessCost
		}
		out[p.Clause] = max(out[p.Clause], q)
	}
	return out
}

// sentence returns the entry of sentence n, made when it is first met.
func (e *evidence) sentence(n, words int) *scoredSentence {
	for i := range e.sentences {
		if e.sentences[i].sentence == n {
			return &e.sentences[i]
		}
	}
	e.sentences = append(e.sentences, scoredSentence{sentence: n, met: make([]float64, words)})
	return &e.sentences[len(e.sentences)-1]
}

// meet notes the words that a hit meets.
func (s *scoredSentence) meet(met []float64) {
	for i := range met {
		s.met[i] = max(s.met[i], met[i])
	}
}

// sections returns the evidence, best section first, document order between equals.
func (g *gatherer) sections() []evidence {
	out := make([]evidence, 0, len(g.bySection))
	for _, e := range g.bySection {
		for i := range e.sentences {
			e.sentences[i].score = e.sentences[i].own + questionShare*e.sentences[i].asked
		}
		slices.SortFunc(e.sentences, func(x, y scoredSentence) int {
			return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.sentence, y.sentence))
		})
		e.score = sectionShare*e.whole + questionShare*e.asked
		for i, s := range e.sentences {
			switch i {
			case 0:
				e.score += s.score
			case 1:
				e.score += secondShare * s.score
			}
		}
		out = append(out, *e)
	}
	slices.SortFunc(out, func(x, y evidence) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.section, y.section))
	})
	return out
}

// share is how much of an expected question the hit meets, by idf, 0 to 1.
func (a *Answerer) share(h search.Hit) float64 {
	var met, total float64
	last := -1
	for _, p := range h.Parts {
		if total == 0 {
			total = a.askedWeights(languageOfField(p.Field))[h.Passage]
		}
		if p.Clause != last {
			met += a.coll.index.IDF(p.Field, p.Term)
			last = p.Clause
		}
	}
	if total == 0 {
		return 0
	}
	return min(met/total, 1)
}

// languageOfField returns the language at the end of a field's name.
func languageOfField(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }
