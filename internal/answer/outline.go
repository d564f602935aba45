package answer

import (
	"slices"

	"pincite/internal/answer/contents"
	"pincite/internal/answer/turn"
	"pincite/internal/locate"
	"pincite/internal/question"
	"pincite/internal/question/step"
	"pincite/internal/question/structure"
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
		if in := named(q.Refs); len(in) > 1 && (q.Outline == structure.Children || q.Outline == structure.Count) {
			return a.outlines(q, in)
		}
	} else if at, ok := a.turns.Current(step.None, turns); ok && q.Follow && (contents.Holds(a.doc, at, q.Level) || q.Outline == structure.Parent) {
		within = at
	}
	switch {
	case q.Outline == structure.Parent && len(q.Refs) == 0 && within != contents.All && a.doc.Sections[within].Kind == q.Level:
		return a.show(within) // "which article is that?"
	case q.Outline == structure.Parent:
		return a.parent(within, q.Level)
	case q.Outline == structure.Children && q.Level == "" && within != contents.All && contents.OnlyPoints(a.doc, within):
		return a.show(within)
	}
	out := Answer{Kind: KindOutline, Level: q.Level}
	found := contents.Of(a.doc, q, within)
	if len(found) == 0 && within != contents.All && q.Outline == structure.Count {
		found = a.doc.Children(within) // "how many points": what it has is called something else
	}
	for _, i := range found {
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

// named returns the sections that references name, each once, in their order.
func named(refs []locate.Ref) (out []int) {
	for _, r := range refs {
		for _, i := range r.Sections {
			if !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	return out
}

// outlines lists several sections, each with what is below it: "what is in part 2 and what
// in part 4".
func (a *Answerer) outlines(q question.Question, sections []int) Answer {
	out := Answer{Kind: KindOutline}
	for _, within := range sections {
		out.Citations = append(out.Citations, a.cite(within, a.titleSpan(within), 1))
		for _, i := range contents.Of(a.doc, q, within) {
			out.Citations = append(out.Citations, a.cite(i, a.titleSpan(i), 1))
		}
	}
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
