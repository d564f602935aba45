package answer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"pincite/internal/answer/turn"
	"pincite/internal/evidence/mentions"
	"pincite/internal/locate"
	"pincite/internal/question"
	"pincite/internal/question/prose"
)

// list answers a question for every section that mentions something. What no
// section mentions in these words may be there in others: what a search finds, or
// finding aids lead to, is then shown as the closest.
func (a *Answerer) list(ctx context.Context, q question.Question, turns []turn.Turn) (Answer, error) {
	in := a.scope(q)
	out, err := a.mentions(ctx, q.Topic, q.Level, turn.Language(q, turns, a.languages[0]), in)
	switch {
	case err != nil:
		return out, err
	case q.Else != "" && out.Kind != KindList:
		q.Topic = q.Else
		return a.search(ctx, q, turns)
	case q.Not && out.Kind != KindHelp:
		return a.without(out, in), nil
	case out.Kind != KindNone:
		return out, nil
	}
	found, err := a.search(ctx, q, turns)
	if err != nil || found.Kind != KindAnswer && found.Kind != KindClosest {
		return out, err
	}
	found.Kind, found.Reason, found.Topic, found.Level, found.Checked = KindClosest, ReasonNoMention, out.Topic, out.Level, out.Checked
	return found, nil
}

// scope returns the sections that a list of mentions, or what answers, is of; nil for all.
func (a *Answerer) scope(q question.Question) []int {
	in := a.within(q.Refs)
	if len(q.Except) == 0 {
		return in
	}
	if in == nil {
		in = a.within([]locate.Ref{{Sections: a.doc.Children(-1)}})
	}
	not := make([]bool, len(a.doc.Sections))
	for _, i := range a.within(q.Except) {
		not[i] = true
	}
	out := slices.DeleteFunc(in, func(i int) bool { return not[i] })
	slices.Sort(out)
	return out
}

// Mentions lists every section that mentions topic; all are gone through; a
// topic of too many phrases gets help. It fails when ctx ends and when an index
// cannot be built.
func (a *Answerer) Mentions(ctx context.Context, topic string) (Answer, error) {
	out, err := a.mentions(ctx, topic, "", prose.Language(topic, a.languages, ""), nil)
	if err != nil {
		return Answer{}, fmt.Errorf("list mentions in %s: %w", a.doc.Name, err)
	}
	out.Document = a.doc
	return out, nil
}

// mentions is Mentions among the sections of in, nil for all, that are of one kind, ""
// for any.
func (a *Answerer) mentions(ctx context.Context, topic, kind, language string, in []int) (Answer, error) {
	out := Answer{Kind: KindList, Topic: topic, Level: kind}
	for i := range a.doc.Sections {
		if (kind == "" || a.doc.Sections[i].Kind == kind) && (in == nil || slices.Contains(in, i)) {
			out.Checked++
		}
	}
	found, literal, err := a.coll.Mentions().Find(ctx, topic, kind, language)
	switch {
	case errors.Is(err, mentions.ErrTooMany):
		return Answer{Kind: KindHelp, Reason: ReasonTooLong}, nil
	case err != nil:
		return Answer{}, err
	}
	if in != nil {
		found = slices.DeleteFunc(found, func(m mentions.Mention) bool { return !slices.Contains(in, m.Section) })
	}
	for _, m := range found {
		out.Citations = append(out.Citations, a.citeMention(m))
	}
	switch {
	case len(found) == 0:
		out.Kind, out.Reason = KindNone, ReasonNoMention
	case !literal:
		out.Kind, out.Reason, out.Aided = KindClosest, ReasonNoMention, len(found)
		out.Citations = out.Citations[:min(len(found), maxCitations)]
	}
	return out, nil
}

// citeMention cites a mention by the section that is listed. Where it is in one below
// it, the address is that of the place itself.
func (a *Answerer) citeMention(m mentions.Mention) Citation {
	c := a.cite(m.Section, m.Span, 1)
	if m.In != m.Section {
		c.URL = Cite(a.doc, m.In, m.Span).URL
	}
	return c
}

// without turns a list of the sections that mention something into one of those
// that do not, among those of in.
func (a *Answerer) without(list Answer, in []int) Answer {
	out := Answer{Kind: KindList, Topic: list.Topic, Level: list.Level, Checked: list.Checked}
	if list.Kind != KindList { // no section has the words themselves
		list.Citations = nil
	}
	has := map[int]bool{}
	for _, c := range list.Citations {
		has[c.Section] = true
	}
	for i, s := range a.doc.Sections {
		if list.Level != "" && s.Kind != list.Level || in != nil && !slices.Contains(in, i) {
			continue
		}
		if !has[i] {
			out.Citations = append(out.Citations, a.cite(i, a.titleSpan(i), 1))
		}
	}
	if len(out.Citations) == 0 {
		out.Kind, out.Reason = KindNone, ReasonNoMention
	}
	return out
}
