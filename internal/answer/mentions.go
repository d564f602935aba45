package answer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"pincite/internal/evidence"
	"pincite/internal/question"
	"pincite/internal/text"
)

// list answers a question for every section that mentions something. What no
// section mentions in these words may be there in others: what a search finds, or
// finding aids lead to, is then shown as the closest.
func (a *Answerer) list(ctx context.Context, q question.Question, turns []Turn) (Answer, error) {
	if missed, ok := a.missed(q.Refs); ok {
		return missed, nil
	}
	in := a.among(q)
	out, err := a.mentions(ctx, q.Topic, q.Level, in, a.languageOf(q, turns))
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

// Mentions lists every section that mentions topic; all are gone through; a
// topic of too many phrases gets help. It fails when ctx ends and when an index
// cannot be built.
func (a *Answerer) Mentions(ctx context.Context, topic string) (Answer, error) {
	out, err := a.mentions(ctx, topic, "", a.among(question.Question{}), text.Language(topic))
	if err != nil {
		return Answer{}, fmt.Errorf("list mentions in %s: %w", a.doc.Name, err)
	}
	out.Document = a.doc
	return out, nil
}

// among returns the sections that a list goes through, in their order: those of one
// level, or in the sections named, or all.
func (a *Answerer) among(q question.Question) []int {
	in := a.within(q.Refs)
	slices.Sort(in)
	if in == nil {
		for i := range a.doc.Sections {
			in = append(in, i)
		}
	}
	return slices.DeleteFunc(in, func(i int) bool { return q.Level != "" && a.doc.Sections[i].Kind != q.Level })
}

// mentions is Mentions among some sections, which are of one kind; "" for any.
func (a *Answerer) mentions(ctx context.Context, topic, kind string, in []int, language string) (Answer, error) {
	out := Answer{Kind: KindList, Topic: topic, Level: kind, Checked: len(in)}
	found, literal, err := a.coll.Mentions(ctx, topic, kind, language)
	switch {
	case errors.Is(err, evidence.ErrTooMany):
		return Answer{Kind: KindHelp, Reason: ReasonTooLong}, nil
	case err != nil:
		return Answer{}, err
	}
	found = slices.DeleteFunc(found, func(m evidence.Mention) bool {
		_, ok := slices.BinarySearch(in, m.Section)
		return !ok
	})
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
func (a *Answerer) citeMention(m evidence.Mention) Citation {
	c := a.cite(m.Section, m.Span, 1)
	if m.In != m.Section {
		c.URL = Cite(a.doc, m.In, m.Span).URL
	}
	return c
}

// without turns a list of the sections that mention something into one of those, of
// the ones gone through, that do not.
func (a *Answerer) without(list Answer, in []int) Answer {
	out := Answer{Kind: KindList, Topic: list.Topic, Level: list.Level, Checked: list.Checked}
	if list.Kind != KindList { // no section has the words themselves
		list.Citations = nil
	}
	for _, i := range in {
		if !slices.ContainsFunc(list.Citations, func(c Citation) bool { return c.Section == i }) {
			out.Citations = append(out.Citations, a.cite(i, a.titleSpan(i), 1))
		}
	}
	if len(out.Citations) == 0 {
		out.Kind, out.Reason = KindNone, ReasonNoMention
	}
	return out
}
