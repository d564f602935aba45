package answer

import (
	"cmp"
	"context"
	"slices"

	"pincite/internal/question"
)

// A lean is what a follow-up takes from the turn before: its words and its
// sections.
type lean struct {
	plan
	sections []int // cited then, best first
}

// leanOn gathers what the last turn lends.
func (a *Answerer) leanOn(ctx context.Context, turns []Turn) lean {
	last := turns[len(turns)-1]
	q := a.parser.Parse(last.Question)
	var l lean
	if q.Kind == question.Search || q.Kind == question.Mentions {
		l.plan = a.planFor(topicOf(q), a.languageOf(q, turns[:len(turns)-1]))
	}
	for _, id := range a.cited(ctx, last, turns[:len(turns)-1]) {
		if i, ok := a.doc.ByID(id); ok {
			l.sections = append(l.sections, i)
		}
	}
	return l
}

// extend adds the lent words that the question does not have itself.
func (a *Answerer) extend(p *plan, l lean) {
	for _, w := range l.words {
		if slices.ContainsFunc(p.words, func(own word) bool { return own.surface == w.surface }) {
			continue
		}
		w.lent = true
		p.words = append(p.words, w)
	}
	for _, lang := range l.languages {
		if !slices.Contains(p.languages, lang) {
			p.languages = append(p.languages, lang)
		}
	}
}

// prefer raises the section that was cited first: the more, the less the
// question says itself.
func (l lean) prefer(found []evidence, own float64) {
	if len(found) == 0 || len(l.sections) == 0 {
		return
	}
	gain := (weights.place + max(0, 1-own)) * found[0].score
	for i := range found {
		if found[i].section == l.sections[0] {
			found[i].score += gain
		}
	}
	slices.SortStableFunc(found, func(x, y evidence) int { return cmp.Compare(y.score, x.score) })
}

// asBefore is the evidence of a follow-up that has no word to search for ("who
// does it?"): the section of the turn before, any of its sentences.
func (a *Answerer) asBefore(l lean, words int) []evidence {
	i := l.sections[0]
	e := evidence{section: i, score: halfScore, met: make([]float64, words), titled: make([]float64, words)}
	for n := range a.doc.Sentences(i) {
		e.sentences = append(e.sentences, scoredSentence{sentence: n, score: 1, met: make([]float64, words)})
	}
	return []evidence{e}
}
