package answer

import (
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/question"
)

// inTurn reads references by the section that was shown last, where they say less
// than they mean: after Article 7, "and 8?" is Article 8, and "paragraph 2" is in
// Article 7, or in what holds it.
func (a *Answerer) inTurn(q question.Question, turns []Turn) []question.Ref {
	if len(turns) == 0 {
		return q.Refs
	}
	at, ok := a.current(question.MoveNext, turns)
	if !ok || len(turns[len(turns)-1].Sections) == 0 {
		return q.Refs
	}
	out := slices.Clone(q.Refs)
	for n := range out {
		r := &out[n]
		root := r
		for root.In != nil { // "point c of paragraph 2" is read as a whole
			in := *root.In
			root.In, root = &in, &in
		}
		if a.byLast(root, at, q.Follow); root != r {
			a.parser.Resolve(r)
		}
		if r.Role == question.Sentence && r.In == nil { // of what has no sentences, all is shown
			*r = question.Ref{Rule: "title", Sections: []int{at}}
		}
	}
	return out
}

// byLast reads one reference by section at, the last shown.
func (a *Answerer) byLast(r *question.Ref, at int, follows bool) {
	switch vague := len(r.Sections) != 1 || r.Miss != nil || r.FromEnd || r.Ordinal; {
	case r.Place() && follows: // "and its last paragraph"
		a.endOfLast(r, at)
	case r.Rule != "number" || r.From == "":
	case r.Kind == "" && r.Role == question.NoRole && !r.Loose:
		if follows || r.Ordinal {
			a.likeLast(r, at)
		}
	case r.Loose || r.Role != question.NoRole || vague && (a.below(r.Kind, at) || r.Kind == a.doc.Sections[at].Kind):
		a.withinLast(r, at)
	}
}

// endOfLast reads the preamble or the conclusion, by the words for them, as the first
// or the last paragraph of section at, if it has several.
func (a *Answerer) endOfLast(r *question.Ref, at int) {
	end := question.Ref{From: "1", To: "1", FromEnd: r.Kind == document.KindConclusion, Role: question.Paragraph, Rule: "number", Ordinal: true}
	if a.withinLast(&end, at); len(end.Sections) > 0 {
		*r = end
	}
}

// likeLast reads a bare number as one of the kind of section at, if there is such: beside
// it, where numbers of that kind begin anew or have several steps.
func (a *Answerer) likeLast(r *question.Ref, at int) {
	like := *r
	if up := a.doc.Sections[at].Parent; up >= 0 && !a.doc.Sections[at].Designation.IsZero() {
		like.In = &question.Ref{Rule: "title", Sections: []int{up}}
		a.parser.Resolve(&like)
		beside := len(like.Sections) == 1 && like.Miss == nil && len(like.Spans) == 0 && a.doc.Sections[like.Sections[0]].Parent == up
		if n := a.doc.Sections[at].Designation.Normal; beside && (strings.Contains(n, ".") || len(a.doc.Designated(a.doc.Sections[at].Kind, r.From)) != 1) {
			*r = like
			return
		}
	}
	like = *r
	like.Kind = a.doc.Sections[at].Kind
	if a.parser.Resolve(&like); len(like.Sections) > 0 && like.Miss == nil && !a.doc.Sections[at].Designation.IsZero() {
		*r = like
	}
}

// withinLast looks r up in section at, then in those that hold it. What is called as
// section at is rather beside it than a piece of its text.
func (a *Answerer) withinLast(r *question.Ref, at int) {
	piece := question.Ref{}
	for up := at; up >= 0; up = a.doc.Sections[up].Parent {
		in := *r
		in.In = &question.Ref{Rule: "title", Sections: []int{up}}
		if a.parser.Resolve(&in); len(in.Sections) == 0 || in.Miss != nil || in.Stray != 0 || up != at && len(in.Spans) > 0 {
			continue
		}
		if piece = in; len(in.Spans) == 0 || r.Kind != a.doc.Sections[at].Kind {
			break
		}
	}
	if len(piece.Sections) > 0 {
		*r = piece
	}
}

// below reports whether sections of a kind are below one like section at.
func (a *Answerer) below(kind string, at int) bool {
	for _, l := range a.doc.Meta.Levels {
		switch l.Kind {
		case kind:
			return false
		case a.doc.Sections[at].Kind:
			return true
		}
	}
	return false
}
