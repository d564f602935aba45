package answer

import (
	"cmp"
	"context"
	"slices"

	"pincite/internal/search"
)

// An evidence is what speaks for one section.
type evidence struct {
	section   int
	score     float64
	sentences []scoredSentence // best first; empty if only the section as a whole matched
	met       []float64        // for each word of the plan: 1 if it is met here, less for a guess
	titled    []float64        // for each word: 1 if the heading has it
	whole     float64          // score of the section passage
	asked     float64          // score of the likest expected question
}

// A scoredSentence is a sentence of a section with its score.
type scoredSentence struct {
	sentence int
	score    float64   // own + weights.asked*asked
	own      float64   // the sentence and its finding aids
	asked    float64   // the likest expected question that leads to it
	met      []float64 // for each word of the plan
}

// rank searches for the plan and gathers the hits by section, best first.
// only, if not nil, names the sections to look at.
func (a *Answerer) rank(ctx context.Context, p plan, only []int) ([]evidence, error) {
	g := gatherer{plan: p, bySection: map[int]*evidence{}}
	for _, lang := range p.languages {
		shelf, err := a.coll.shelf(lang)
		if err != nil {
			return nil, err
		}
		hits, err := shelf.index.Search(ctx, p.query(lang))
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			if at := shelf.places[h.Passage]; only == nil || slices.Contains(only, at.section) {
				g.add(shelf, at, h)
			}
		}
	}
	return g.sections(), nil
}

var titleField = field{classSection, roleTitle}.name()

// A gatherer sorts hits by the section and sentence that they are evidence for.
type gatherer struct {
	plan      plan
	bySection map[int]*evidence
}

func (g *gatherer) add(shelf *shelf, at place, h search.Hit) {
	e := g.bySection[at.section]
	if e == nil {
		e = &evidence{section: at.section, met: make([]float64, len(g.plan.words)), titled: make([]float64, len(g.plan.words))}
		g.bySection[at.section] = e
	}
	met := g.met(h)
	for i := range met {
		e.met[i] = max(e.met[i], met[i])
	}
	switch shelf.classes[h.Passage] {
	case classSection:
		e.whole += h.Score
		for _, p := range h.Parts {
			if p.Field == titleField {
				e.titled[p.Clause] = 1
			}
		}
	case classQuestion:
		likeness := h.Score * shelf.share(h)
		e.asked = max(e.asked, likeness)
		if at.sentence != whole {
			s := e.sentence(at.sentence, len(met))
			s.asked = max(s.asked, likeness)
			s.meet(met)
		}
	default:
		s := e.sentence(at.sentence, len(met))
		s.own += h.Score
		s.meet(met)
	}
}

// met tells which words of the plan a hit meets, and how well.
func (g *gatherer) met(h search.Hit) []float64 {
	out := make([]float64, len(g.plan.words))
	for _, p := range h.Parts {
		out[p.Clause] = g.plan.words[p.Clause].sureness()
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
			e.sentences[i].score = e.sentences[i].own + weights.asked*e.sentences[i].asked
		}
		slices.SortFunc(e.sentences, func(x, y scoredSentence) int {
			return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.sentence, y.sentence))
		})
		e.score = weights.section*e.whole + weights.question*e.asked
		for i, s := range e.sentences {
			switch i {
			case 0:
				e.score += s.score
			case 1:
				e.score += weights.second * s.score
			}
		}
		out = append(out, *e)
	}
	slices.SortFunc(out, func(x, y evidence) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.section, y.section))
	})
	return out
}
