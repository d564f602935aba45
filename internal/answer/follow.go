package answer

import (
	"cmp"
	"context"
	"slices"

	"pincite/internal/question"
	"pincite/internal/search"
)

// A lean is what a follow-up takes from the turn before: its words and its
// sections.
type lean struct {
	words    []word
	sections []int // cited then, best first
}

const (
	// lentWeight is the weight of a word taken from the turn before, beside 1
	// for the question's own: it decides where they do not.
	lentWeight = 0.4

	// samePlace is what the section cited first in the turn before gains, as
	// a share of the best score: people ask on about what they were shown.
	samePlace = 0.35
)

// leanOn gathers what the last turn lends.
func (a *Answerer) leanOn(ctx context.Context, turns []Turn) lean {
	last := turns[len(turns)-1]
	q := question.Parse(last.Question, a.doc.Meta.Levels)
	var l lean
	if q.Kind == question.Search || q.Kind == question.Mentions {
		l.words = a.planFor(topicOf(q), a.languageOf(q, turns[:len(turns)-1])).words
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
		p.query.Clauses = append(p.query.Clauses, search.Clause{Any: w.matches, Weight: lentWeight})
	}
}

// prefer raises the section that was cited first, and its siblings below it less.
func (l lean) prefer(found []evidence) {
	if len(found) == 0 || len(l.sections) == 0 {
		return
	}
	gain := samePlace * found[0].score
	for i := range found {
		if found[i].section == l.sections[0] {
			found[i].score += gain
		}
	}
	slices.SortStableFunc(found, func(x, y evidence) int { return cmp.Compare(y.score, x.score) })
}
