package answer

import (
	"cmp"
	"context"
	"slices"

	"pincite/internal/answer/turn"
	"pincite/internal/evidence"
	"pincite/internal/question"
)

// previous is what a follow-up takes from the turn before: its words and its
// sections.
type previous struct {
	plan     evidence.Plan
	sections []int // cited then, best first
}

// previous returns what the last turn offers to a follow-up.
func (a *Answerer) previous(turns []turn.Turn) (previous, error) {
	last := turns[len(turns)-1]
	var out previous
	if q := last.Question; q.Kind == question.Search || q.Kind == question.Mentions || q.Kind == question.Lookup && q.Topic != "" {
		plan, err := a.plan(q, turns[:len(turns)-1])
		if err != nil {
			return previous{}, err
		}
		out.plan = plan
	}
	out.sections = a.shown(turns)
	return out, nil
}

// shown returns the sections that the last turn cited, best first.
func (a *Answerer) shown(turns []turn.Turn) []int {
	if len(turns) == 0 {
		return nil
	}
	var out []int
	for _, id := range turns[len(turns)-1].Sections {
		if i, ok := a.doc.ByID(id); ok {
			out = append(out, i)
		}
	}
	return out
}

// prefer raises the section that the turn before cited first, since people ask
// on about what they were shown: the more, the less the question says itself, and the less
// of that another has which it lacks.
func (a *Answerer) prefer(last previous, p evidence.Plan, found []evidence.Section) {
	if len(found) == 0 || len(last.sections) == 0 {
		return
	}
	gain := (a.params.SamePlace + max(0, 1-p.Weight())) * found[0].Score
	best := found[0]
	for i := range found {
		if found[i].Index == last.sections[0] {
			gain *= p.Stays(found[i], best)
			found[i].Score += gain
			found[i].Preferred = gain
		}
	}
	slices.SortStableFunc(found, func(x, y evidence.Section) int { return cmp.Compare(y.Score, x.Score) })
}

// followed answers a follow-up, for which out was found among all. One that asks for
// something and names what of, "and who has the keys?", may go on from nothing; "and who has them?"
// does not.
func (a *Answerer) followed(ctx context.Context, q question.Question, p evidence.Plan, out Answer) (Answer, error) {
	if out.Kind == KindAnswer || q.Back || len(q.Refs) > 0 || p.Asked == 0 || p.OnlyAsks() {
		return out, nil
	}
	alone, err := a.single(ctx, q, nil)
	if err != nil || alone.Kind != KindAnswer {
		return out, err
	}
	return alone, nil
}
