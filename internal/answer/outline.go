package answer

import (
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/question/grammar"
)

// outline tells how the document is organised: the level counted or listed, the
// sections below the one named, or all of it.
func (a *Answerer) outline(q question.Question, turns []Turn) Answer {
	out := Answer{Kind: KindOutline, Level: q.Level}
	within := -1
	if len(q.Refs) > 0 {
		if missed, ok := a.missed(q.Refs); ok {
			return missed
		}
		within = q.Refs[0].Sections[0]
	} else if at, ok := a.current(question.MoveNone, turns); ok && q.Follow && (a.holds(at, q.Level) || q.Outline == question.OutlineParent) {
		within = at
	}
	if q.Outline == question.OutlineParent {
		if len(q.Refs) == 0 && within >= 0 && a.doc.Sections[within].Kind == q.Level {
			return a.show(within) // "which article is that?"
		}
		return a.parent(within, q.Level)
	}
	if q.Outline == question.OutlineChildren && q.Level == "" && within >= 0 && a.pointsBelow(within) {
		return a.show(within)
	}
	level := a.doc.OfKind(q.Level)
	for i, s := range a.doc.Sections {
		if q.Top && q.Level == "" && (s.Parent != within || s.Kind != document.KindSection) || (q.Top || within >= 0) && q.Level != "" && a.nested(i, within) {
			continue
		}
		if within < 0 && len(level) > 0 && a.apart(i) && !a.apart(level[0]) {
			continue // the numbered headings of an annex to a law of sections
		}
		inside := within == -1 || (i != within && a.doc.Sections[within].Span.Contains(s.Span))
		if inside && (q.Level == "" || q.Level == s.Kind || q.Outline == question.OutlineEach) {
			out.Citations = append(out.Citations, a.cite(i, a.titleSpan(i), 1))
		}
	}
	if len(out.Citations) == 0 && q.Top && within < 0 { // nothing is above anything else
		q.Top = false
		return a.outline(q, turns)
	}
	if within >= 0 {
		out.Level = a.doc.Sections[within].ID
		if len(out.Citations) == 0 {
			return a.show(within)
		}
	}
	return out
}

// pointsBelow reports whether the sections right below section i are points of it, without
// headings and with numbers that say nothing elsewhere: what is in it, its text says.
func (a *Answerer) pointsBelow(i int) bool {
	below := a.doc.Children(i)
	return len(below) > 0 && !slices.ContainsFunc(below, func(j int) bool {
		return a.doc.Heading(j) != "" || !strings.HasPrefix(a.doc.Sections[j].ID, a.doc.Sections[i].ID+"-")
	})
}

// nested reports whether a section of the same kind holds section i below section within:
// of what is in a chapter, 4.1.2 is in 4.1.
func (a *Answerer) nested(i, within int) bool {
	for up := a.doc.Sections[i].Parent; up >= 0 && up != within; up = a.doc.Sections[up].Parent {
		if a.doc.Sections[up].Kind == a.doc.Sections[i].Kind {
			return true
		}
	}
	return false
}

// apart reports whether section i is in one that stands apart from the rest, as annexes do.
func (a *Answerer) apart(i int) bool {
	for up := a.doc.Sections[i].Parent; up >= 0; up = a.doc.Sections[up].Parent {
		if grammar.Lists(grammar.LevelApart, a.doc.Sections[up].Kind) {
			return true
		}
	}
	return false
}

// holds reports whether sections of a kind, "" for any, lie in section i.
func (a *Answerer) holds(i int, kind string) bool {
	for _, j := range a.doc.Children(i) {
		if kind == "" || a.doc.Sections[j].Kind == kind || a.holds(j, kind) {
			return true
		}
	}
	return false
}

// parent shows the section of a kind that holds section i or, where none does, the one
// right above it; its own, at the top.
func (a *Answerer) parent(i int, kind string) Answer {
	if i < 0 {
		return Answer{Kind: KindHelp, Reason: ReasonNoContext}
	}
	for up := a.doc.Sections[i].Parent; up >= 0; up = a.doc.Sections[up].Parent {
		if a.doc.Sections[up].Kind == kind {
			return a.show(up)
		}
	}
	if up := a.doc.Sections[i].Parent; up >= 0 {
		i = up
	}
	return a.show(i)
}
