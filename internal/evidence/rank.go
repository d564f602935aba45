package evidence

import (
	"cmp"
	"context"
	"slices"

	"pincite/internal/evidence/passages"
	"pincite/internal/search"
)

// A Section is what speaks for one section.
type Section struct {
	Index     int        // in Document.Sections
	Score     float64    // a sum of BM25, 0 and up: that of its best sentence
	Sentences []Sentence // best first
	Met       []Met      // by word of the plan: how well any sentence or heading of the section meets it
	Expected  float64    // 0 to 1: how like the question is to the closest expected one
	Open      float64    // the same for the closest question that the section does not answer
	Preferred float64    // what of the score it has for being shown in the turn before

	asked float64     // score of the closest expected question
	at    map[int]int // by index of a sentence: its place in Sentences, while they are gathered
}

// Best returns the sentence with most evidence, which is the one to quote: where there is
// none, one that stands for the section.
func (e Section) Best() Sentence {
	if len(e.Sentences) > 0 {
		return e.Sentences[0]
	}
	return Sentence{Index: passages.Whole, Met: e.Met}
}

// A Sentence is what speaks for one sentence of a section, or for its heading where
// it has no text of its own.
type Sentence struct {
	Index    int // in Document.Sentences; -1 for the heading
	Score    float64
	Met      []Met
	Expected float64 // how like the question is to the closest expected one that leads to it

	own   float64 // the sentence and its finding aids
	asked float64 // score of the closest expected question that leads to it
}

// Met is how well a word is met, 0 to 1 each: by the document's own words alone,
// by them or an aid that says the same, by anything that counts as it, and by that or what
// means nearly the same.
type Met struct{ Text, Same, Any, Near float64 }

func (m *Met) raise(n Met) {
	m.Text, m.Same, m.Any, m.Near = max(m.Text, n.Text), max(m.Same, n.Same), max(m.Any, n.Any), max(m.Near, n.Near)
}

// Bounds on what is gathered for a question. All sections of a document of usual
// size fit; in a large one, those whose best passage is far down do not come up.
const (
	maxSections = 128
	maxHits     = 4096
)

// Find searches for the plan and gathers the hits by section, best first, of as many
// sections as may matter. only, if not nil, names the sections to look at. It fails
// when ctx ends.
func (c *Collection) Find(ctx context.Context, p Plan, only []int) ([]Section, error) {
	if err := ctx.Err(); err != nil || only != nil && len(only) == 0 {
		return nil, err
	}
	g := gatherer{Collection: c, plan: p, bySection: map[int]*Section{}}
	for _, lang := range p.languages {
		x, err := c.set.Index(lang)
		if err != nil {
			return nil, err
		}
		hits, err := x.Engine.Search(ctx, p.query(x, only))
		if err != nil {
			return nil, err
		}
		g.weight = p.weighs(x)
		for _, h := range hits {
			g.add(x, h)
		}
	}
	return g.sections(), nil
}

// At returns evidence for any sentence of section i, for a question that has no
// word to look for.
func (c *Collection) At(i int, p Plan, score float64) Section {
	e := newSection(i, len(p.words))
	e.Score = score
	for n := range c.doc.Sentences(i) {
		e.sentence(n).Score = 1
	}
	return *e
}

func newSection(i, words int) *Section {
	return &Section{Index: i, Met: make([]Met, words), at: map[int]int{}}
}

// A gatherer sorts hits by the section and sentence that they are evidence for.
type gatherer struct {
	*Collection
	plan      Plan
	weight    float64 // of the plan in the language at hand
	bySection map[int]*Section
	read      []Met // scratch
}

func (g *gatherer) add(x *passages.Index, h search.Hit) {
	cl, at := x.At(h.Passage)
	e := g.bySection[at.Section]
	if e == nil {
		e = newSection(at.Section, len(g.plan.words))
		g.bySection[at.Section] = e
	}
	switch cl {
	case passages.ClassSentence:
		s := e.sentence(at.Sentence)
		s.own += h.Score
		g.meet(x, e, s, h)
	case passages.ClassExpected:
		like, score := x.Likeness(h, g.weight), x.Share(h)*h.Score
		if at.Sentence == passages.Whole {
			e.Expected, e.asked = max(e.Expected, like), max(e.asked, score)
			break
		}
		s := e.sentence(at.Sentence)
		s.Expected, s.asked = max(s.Expected, like), max(s.asked, score)
		g.meet(x, e, s, h)
	case passages.ClassUnanswered:
		e.Open = max(e.Open, x.Likeness(h, g.weight))
	}
}

// meet notes the words that a hit meets.
func (g *gatherer) meet(x *passages.Index, e *Section, s *Sentence, h search.Hit) {
	for _, p := range h.Parts {
		w := &g.plan.words[p.Clause]
		m := w.met(passages.Field(p.Field), key(x.Language, p.Term))
		s.Met[p.Clause].raise(m)
		e.Met[p.Clause].raise(m)
		for _, part := range w.whole {
			s.Met[part].raise(m)
			e.Met[part].raise(m)
		}
	}
}

// met is how well a term in a field meets the word.
func (w word) met(f passages.Field, k string) Met {
	v, ok := w.variants[k]
	if !ok {
		return Met{Near: w.near[k]}
	}
	m := Met{Any: v.sure, Near: v.sure}
	if v.how >= related {
		return m
	}
	switch f {
	case passages.SentenceBody, passages.SentenceTitle, passages.SentencePath, passages.SentenceLead:
		m.Same = v.sure
		if v.how != same {
			m.Text = v.sure
		}
	case passages.SentenceGloss, passages.SentenceSame, passages.Expected:
		m.Same = v.sure
	}
	return m
}

// sentence returns the entry of sentence n, made when it is first met.
func (e *Section) sentence(n int) *Sentence {
	if i, ok := e.at[n]; ok {
		return &e.Sentences[i]
	}
	e.at[n] = len(e.Sentences)
	e.Sentences = append(e.Sentences, Sentence{Index: n, Met: make([]Met, len(e.Met))})
	return &e.Sentences[len(e.Sentences)-1]
}

// sections returns the evidence, best section first, document order between equals.
func (g *gatherer) sections() []Section {
	out := make([]Section, 0, len(g.bySection))
	for _, e := range g.bySection {
		if len(e.Sentences) == 0 && !g.stand(e) {
			continue
		}
		for i := range e.Sentences {
			e.Sentences[i].Score = g.score(e, &e.Sentences[i])
		}
		e.sort()
		out = append(out, *e)
	}
	sortSections(out)
	g.preferKinds(out)
	return out
}

// stand gives a section that only an expected question leads to its first sentence
// to quote, and reports whether it has one.
func (g *gatherer) stand(e *Section) bool {
	if len(g.doc.Sentences(e.Index)) == 0 || e.asked == 0 {
		return false
	}
	e.sentence(0)
	return true
}

// score weighs what speaks for a sentence.
func (g *gatherer) score(e *Section, s *Sentence) float64 {
	p := g.plan.params
	score := s.own + p.ExpectedInPlace*s.asked + p.Expected*e.asked
	score *= p.Uncovered + g.covered(e, s)
	at := passages.Place{Section: e.Index, Sentence: s.Index}
	switch {
	case s.Index == passages.Whole || g.titles[at]:
		score *= p.HeadingOnly
	case g.notes[at]:
		score *= p.Note
	}
	return score
}

// covered is how much of the question a sentence meets when it is read with the one
// before, which may name what it speaks of.
func (g *gatherer) covered(e *Section, s *Sentence) float64 {
	g.read = append(g.read[:0], s.Met...)
	if before, ok := e.at[s.Index-1]; ok {
		for i, m := range e.Sentences[before].Met {
			g.read[i].raise(m)
		}
	}
	return g.plan.Share(g.read, func(m Met) float64 { return m.Near })
}

// sort puts the best sentence first and makes its score that of the section.
func (e *Section) sort() {
	slices.SortFunc(e.Sentences, func(x, y Sentence) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Index, y.Index))
	})
	e.Score = e.Sentences[0].Score
}

func sortSections(s []Section) {
	slices.SortFunc(s, func(x, y Section) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Index, y.Index))
	})
}

// Share is the share of the plan's weight that is met, 0 to 1, where by tells how
// well a word is met. Words of the turn before do not count, nor those that only tell; but where there are
// any, the question's own few words are not held to be all that it says.
func (p Plan) Share(met []Met, by func(Met) float64) float64 {
	var got, all float64
	if slices.ContainsFunc(p.words, func(w word) bool { return w.borrowed }) {
		got, all = p.params.Unsaid, p.params.Unsaid
	}
	for i, w := range p.words {
		if !w.borrowed && !w.told {
			got += w.weight * by(met[i])
			all += w.weight
		}
	}
	if all == 0 {
		return 1
	}
	return got / all
}
