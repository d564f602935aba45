package answer

import (
	"cmp"
	"context"
	"slices"

	"pincite/internal/evidence"
	"pincite/internal/question"
)

// A lean is what a follow-up takes from the turn before: its words and its
// sections.
type lean struct {
	plan     evidence.Plan
	sections []int // cited then, best first
}

// samePlace is what the section cited first in the turn before gains, as a share
// of the best score: people ask on about what they were shown.
const samePlace = 0.35

// leanOn gathers what the last turn lends.
func (a *Answerer) leanOn(ctx context.Context, turns []Turn) lean {
	last := turns[len(turns)-1]
	q := a.read(last)
	var l lean
	if q.Kind == question.Search || q.Kind == question.Mentions || q.Kind == question.Lookup && q.Topic != "" {
		l.plan = a.coll.Plan(topicOf(q), a.languageOf(q, turns[:len(turns)-1]))
	}
	for _, id := range a.cited(ctx, last, turns[:len(turns)-1]) {
		if i, ok := a.doc.ByID(id); ok {
			l.sections = append(l.sections, i)
		}
	}
	return l
}

// prefer raises the section that was cited first: the more, the less the
// question says itself.
func (l lean) prefer(found []evidence.Section, own float64) {
	if len(found) == 0 || len(l.sections) == 0 {
		return
	}
	gain := (samePlace + max(0, 1-own)) * found[0].Score
	for i := range found {
		if found[i].Index == l.sections[0] {
			found[i].Score += gain
		}
	}
	slices.SortStableFunc(found, func(x, y evidence.Section) int { return cmp.Compare(y.Score, x.Score) })
}
