package answer

import (
	"context"
	"slices"

	"pincite/internal/question"
	"pincite/internal/text"
)

// list answers a question for every section that mentions something. What no
// section mentions in these words is searched for instead: it may be there in
// others.
func (a *Answerer) list(ctx context.Context, q question.Question, turns []Turn) Answer {
	out := a.mentions(q.Topic, q.Level, a.languageOf(q, turns))
	if q.Not {
		return a.without(out)
	}
	if out.Kind == KindList {
		return out
	}
	if found := a.search(ctx, q, turns); found.Kind == KindAnswer {
		return found
	}
	return out
}

// Mentions lists every section that mentions topic; all are gone through.
func (a *Answerer) Mentions(topic string) Answer {
	return a.mentions(topic, "", text.Language(topic))
}

// mentions is Mentions among the sections of one kind; "" for all.
func (a *Answerer) mentions(topic, kind, language string) Answer {
	out := Answer{Kind: KindList, Topic: topic, Level: kind, Checked: len(a.doc.Sections)}
	if kind != "" {
		out.Checked = len(a.doc.OfKind(kind))
	}
	found, literal := a.coll.Mentions(topic, kind, language)
	out.Aided = !literal
	for _, m := range found {
		out.Citations = append(out.Citations, a.cite(m.Section, m.Span, 1))
	}
	if len(out.Citations) == 0 {
		out.Kind, out.Reason = KindNone, ReasonNoMention
	}
	return out
}

// without turns a list of the sections that mention something into one of those
// that do not.
func (a *Answerer) without(list Answer) Answer {
	out := Answer{Kind: KindList, Topic: list.Topic, Level: list.Level, Checked: list.Checked}
	for i, s := range a.doc.Sections {
		if list.Level != "" && s.Kind != list.Level {
			continue
		}
		if !slices.ContainsFunc(list.Citations, func(c Citation) bool { return c.Section == i }) {
			out.Citations = append(out.Citations, a.cite(i, a.titleSpan(i), 1))
		}
	}
	if len(out.Citations) == 0 {
		out.Kind, out.Reason = KindNone, ReasonNoMention
	}
	return out
}
