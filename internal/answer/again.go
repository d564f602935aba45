package answer

import (
	"context"
	"slices"

	"pincite/internal/evidence"
	"pincite/internal/question"
)

// again returns the question that q asks after the last one: that one of other sections
// ("and in part 2?"), for the names or the number of what was spoken of ("how many are
// there?"), or of something else ("and fees?"). Elsewhere it is q.
func (a *Answerer) again(q question.Question, turns []Turn) question.Question {
	if len(turns) == 0 {
		return q
	}
	out := turns[len(turns)-1].Question
	out.Text, out.Parts, out.Asked, out.Follow = q.Text, nil, "", false
	switch last := out.Kind; {
	case q.Also != "" && last == question.Mentions:
		out.Topic, out.Else = q.Also, ""
	case q.Again == question.AgainIn && (last == question.Search || last == question.Mentions):
		out.Refs = q.Refs
	case last == question.Outline && a.likewise(q, out):
		out.Refs = q.Refs
	case q.Again == question.AgainWhich && last == question.Outline && out.Outline == question.OutlineCount:
		out.Outline = question.OutlineList
	case q.Again == question.AgainCount && last == question.Outline && out.Outline != question.OutlineParent:
		out.Outline = question.OutlineCount
	case q.Again == question.AgainCount && last == question.Mentions:
	case q.Again == question.AgainCount && last == question.Search:
		out, out.Kind = q, question.Search
	default:
		return q
	}
	return out
}

// likewise reports whether q names a section of which what last asked about the structure
// can be asked: "and in part 2?"; "and part 2?", after a question about part 1.
func (a *Answerer) likewise(q, last question.Question) bool {
	if len(q.Refs) != 1 || len(q.Refs[0].Sections) != 1 || !a.holds(q.Refs[0].Sections[0], last.Level) {
		return false
	}
	alike := q.Kind == question.Lookup && q.Follow && len(last.Refs) == 1 && last.Refs[0].Kind == q.Refs[0].Kind
	return q.Again == question.AgainIn || alike && last.Level != "" && last.Outline != question.OutlineParent
}

// summary shows section i in short: the sentence that answers the last question
// best or, where nothing was asked but the section, its first.
func (a *Answerer) summary(ctx context.Context, i int, turns []Turn) (Answer, error) {
	spans := a.doc.Sentences(i)
	if len(spans) == 0 {
		return a.show(i), nil
	}
	short := Answer{Kind: KindAnswer, Citations: []Citation{a.cite(i, spans[0], 1)}}
	_, found, err := a.repeat(ctx, turns)
	if err != nil {
		return Answer{}, err
	}
	if at := slices.IndexFunc(found, func(e evidence.Section) bool { return e.Index == i }); at >= 0 {
		if best := a.quoted(found[at]).Index; best >= 0 {
			short.Citations[0] = a.cite(i, spans[best], 1)
		}
	}
	return short, nil
}

// more shows the places that come next for the last question, after those that
// were shown, if any. Of a list, which is complete, it shows the list.
func (a *Answerer) more(ctx context.Context, turns []Turn) (Answer, error) {
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
func (a *Answerer) repeat(ctx context.Context, turns []Turn) (p evidence.Plan, found []evidence.Section, err error) {
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
