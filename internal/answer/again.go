package answer

import (
	"context"
	"slices"

	"pincite/internal/answer/turn"
	"pincite/internal/evidence"
	"pincite/internal/question"
)

// summary shows section i in short: the sentence that answers the last question
// best or, where nothing was asked but the section, its first.
func (a *Answerer) summary(ctx context.Context, i int, turns []turn.Turn) (Answer, error) {
	spans := a.doc.Sentences(i)
	if len(spans) == 0 {
		return a.show(i), nil
	}
	short := Answer{Kind: KindAnswer, Confidence: 1, Citations: []Citation{a.cite(i, spans[0], 1)}}
	_, found, err := a.repeat(ctx, turns)
	if err != nil {
		return Answer{}, err
	}
	if at := slices.IndexFunc(found, func(e evidence.Section) bool { return e.Index == i }); at >= 0 {
		if best := found[at].Best().Index; best >= 0 {
			short.Citations[0] = a.cite(i, spans[best], 1)
		}
	}
	return short, nil
}

// more shows the places that come next for the last question, after those that
// were shown, if any. Of a list, which is complete, it shows the list.
func (a *Answerer) more(ctx context.Context, turns []turn.Turn) (Answer, error) {
	if last := turns[len(turns)-1].Question; last.Kind == question.Mentions {
		return a.list(ctx, last, turns[:len(turns)-1])
	}
	p, found, err := a.repeat(ctx, turns)
	if err != nil {
		return Answer{}, err
	}
	var shown []string
	for _, t := range turns {
		shown = append(shown, t.Sections...)
	}
	found = slices.DeleteFunc(found, func(e evidence.Section) bool { return slices.Contains(shown, a.doc.Sections[e.Index].ID) })
	out := Answer{Kind: KindClosest, Reason: ReasonWeak}
	for _, e := range found[:min(len(found), maxCitations)] {
		out.Citations = append(out.Citations, a.citeEvidence(p, e))
	}
	if len(out.Citations) == 0 {
		return Answer{Kind: KindHelp, Reason: ReasonNoMore}, nil
	}
	return out, nil
}

// repeat searches for the last question that was a search; it finds nothing
// where there was none.
func (a *Answerer) repeat(ctx context.Context, turns []turn.Turn) (p evidence.Plan, found []evidence.Section, err error) {
	for i, t := range slices.Backward(turns) {
		q := t.Question
		if q.Kind == question.Navigate {
			continue
		}
		if q.Kind != question.Search {
			break
		}
		if p, err = a.plan(q, turns[:i]); err == nil {
			found, err = a.coll.Find(ctx, p, a.within(q.Refs))
		}
		break
	}
	return p, found, err
}
