package evidence

import (
	"cmp"
	"context"
	"slices"

	"pincite/internal/search"
)

// A Section is what speaks for one section. Its scores are sums of BM25, 0 and
// up; Met and Titled have one value, 0 to 1, for each word of the plan.
type Section struct {
	Index     int // in Document.Sections
	Score     float64
	Sentences []Sentence // best first; empty if only the section as a whole matched
	Met       []float64  // how well the section meets each word
	Titled    []float64  // 1 for each word that the heading has
	Whole     float64    // score of the section's own passage
	Asked     float64    // score of the likest expected question
}

// A Sentence is what speaks for one sentence of a section.
type Sentence struct {
	Index int // in Document.Sentences
	Score float64
	Met   []float64

	own   float64 // the sentence and its finding aids
	asked float64 // the likest expected question that leads to it
}

// Find searches for the plan and gathers the hits by section, best first. only,
// if not nil, names the sections to look at. It fails when ctx ends.
func (c *Collection) Find(ctx context.Context, p Plan, only []int) ([]Section, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	g := gatherer{plan: p, bySection: map[int]*Section{}}
	for _, lang := range p.languages {
		x, err := c.index(lang)
		if err != nil {
			return nil, err
		}
		hits, err := x.engine.Search(ctx, p.query(lang))
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			if at := x.places[h.Passage]; only == nil || slices.Contains(only, at.section) {
				g.add(x, at, h)
			}
		}
	}
	return g.sections(), nil
}

func newSection(i, words int) *Section {
	return &Section{Index: i, Met: make([]float64, words), Titled: make([]float64, words)}
}

// At returns evidence for any sentence of section i, for a question that has no
// word to look for.
func (c *Collection) At(i int, p Plan, score float64) Section {
	e := newSection(i, len(p.words))
	e.Score = score
	for n := range c.doc.Sentences(i) {
		e.sentence(n, len(p.words)).Score = 1
	}
	return *e
}

var titleField = field{classSection, roleTitle}.name()

// A gatherer sorts hits by the section and sentence that they are evidence for.
type gatherer struct {
	plan      Plan
	bySection map[int]*Section
}

func (g *gatherer) add(x *index, at place, h search.Hit) {
	e := g.bySection[at.section]
	if e == nil {
		e = newSection(at.section, len(g.plan.words))
		g.bySection[at.section] = e
	}
	met := g.met(h)
	for i := range met {
		e.Met[i] = max(e.Met[i], met[i])
	}
	switch x.classes[h.Passage] {
	case classSection:
		e.Whole += h.Score
		for _, p := range h.Parts {
			if p.Field == titleField {
				e.Titled[p.Clause] = 1
			}
		}
	case classQuestion:
		likeness := h.Score * x.share(h)
		e.Asked = max(e.Asked, likeness)
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
		out[p.Clause] = g.plan.params.sureness(&g.plan.words[p.Clause])
	}
	return out
}

// sentence returns the entry of sentence n, made when it is first met.
func (e *Section) sentence(n, words int) *Sentence {
	for i := range e.Sentences {
		if e.Sentences[i].Index == n {
			return &e.Sentences[i]
		}
	}
	e.Sentences = append(e.Sentences, Sentence{Index: n, Met: make([]float64, words)})
	return &e.Sentences[len(e.Sentences)-1]
}

// meet notes the words that a hit meets.
func (s *Sentence) meet(met []float64) {
	for i := range met {
		s.Met[i] = max(s.Met[i], met[i])
	}
}

// sections returns the evidence, best section first, document order between equals.
func (g *gatherer) sections() []Section {
	out := make([]Section, 0, len(g.bySection))
	for _, e := range g.bySection {
		for i := range e.Sentences {
			e.Sentences[i].Score = e.Sentences[i].own + g.plan.params.LikestInPlace*e.Sentences[i].asked
		}
		slices.SortFunc(e.Sentences, func(x, y Sentence) int {
			return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Index, y.Index))
		})
		e.Score = g.plan.params.Whole*e.Whole + g.plan.params.Likest*e.Asked
		for i, s := range e.Sentences {
			switch i {
			case 0:
				e.Score += s.Score
			case 1:
				e.Score += g.plan.params.Second * s.Score
			}
		}
		out = append(out, *e)
	}
	slices.SortFunc(out, func(x, y Section) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Index, y.Index))
	})
	return out
}
