package answer

import (
	"slices"

	"pincite/internal/answer/contents"
	"pincite/internal/answer/turn"
	"pincite/internal/question"
)

// outline tells how the document is organised: the level counted or listed, the
// sections below the one named, or all of it.
func (a *Answerer) outline(q question.Question, turns []turn.Turn) Answer {
	within := contents.All
	if len(q.Refs) > 0 {
		if missed, ok := a.missed(q.Refs); ok {
			return missed
		}
		first := slices.IndexFunc(q.Refs, isThere) // "part 9 and part 2", where there is no part 9
		within = q.Refs[first].Sections[0]
	} else if at, ok := a.turns.Current(question.MoveNone, turns); ok && q.Follow && (contents.Holds(a.doc, at, q.Level) || q.Outline == question.OutlineParent) {
		within = at
	}
	switch {
	case q.Outline == question.OutlineParent && len(q.Refs) == 0 && within != contents.All && a.doc.Sections[within].Kind == q.Level:
		return a.show(within) // "which article is that?"
	case q.Outline == question.OutlineParent:
		return a.parent(within, q.Level)
	case q.Outline == question.OutlineChildren && q.Level == "" && within != contents.All && contents.OnlyPoints(a.doc, within):
		return a.show(within)
	}
	out := Answer{Kind: KindOutline, Level: q.Level}
	for _, i := range contents.Of(a.doc, q, within) {
		out.Citations = append(out.Citations, a.cite(i, a.titleSpan(i), 1))
	}
	if within == contents.All {
		return out
	}
	if len(out.Citations) == 0 {
		return a.show(within)
	}
	out.Level = a.doc.Sections[within].ID
	return out
}

// parent shows the section of a kind that holds section i or, where none does, the one
// right above it; its own, at the top.
func (a *Answerer) parent(i int, kind string) Answer {
	if i == contents.All {
		return Answer{Kind: KindHelp, Reason: ReasonNoContext}
	}
	return a.show(contents.Above(a.doc, i, kind))
}
