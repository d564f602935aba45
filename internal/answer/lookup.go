package answer

import (
	"context"
	"slices"

	"pincite/internal/answer/contents"
	"pincite/internal/answer/turn"
	"pincite/internal/locate"
	"pincite/internal/question"
	"pincite/internal/question/step"
)

// maxLookup is how many sections one message can ask for: more than a chat
// message can hold, and a bound on "1-99999".
const maxLookup = 40

// lookup shows the sections that were named, in the order named.
func (a *Answerer) lookup(q question.Question, turns []turn.Turn) Answer {
	if i, ok := a.turns.Listed(q, turns); ok {
		return a.show(i)
	}
	q.Refs = a.turns.Refs(q, turns)
	out := a.named(q.Refs)
	if q.Task != question.NoTask && len(out.Citations) > 0 {
		out.Reason = ReasonTask
	}
	return out
}

// show shows section i, all of its own text.
func (a *Answerer) show(i int) Answer {
	return Answer{Kind: KindSection, Citations: []Citation{Whole(a.doc, i)}}
}

// named shows the sections of refs; where there are none, it says which there are.
func (a *Answerer) named(refs []locate.Ref) Answer {
	out := Answer{Kind: KindSection}
	for _, r := range refs {
		if r.Miss != nil {
			out.missing(r)
		} else if r.Stray > 0 {
			out.Reason, out.Level = ReasonStray, a.doc.Sections[r.Stray-1].ID
		}
		for n, i := range r.Sections {
			if len(out.Citations) == maxLookup {
				out.More = true
				break
			}
			if !slices.ContainsFunc(out.Citations, func(c Citation) bool { return c.Section == i && r.Spans == nil }) {
				out.Citations = append(out.Citations, a.citeRef(r, n))
			}
		}
		a.noteOther(&out, r)
	}
	if len(out.Citations) == 0 {
		out.Kind = KindNone
		if out.Reason == ReasonNone || out.Reason == ReasonNoNumber {
			out.Kind, out.Reason = KindHelp, ReasonNoNumber
		}
	}
	return out
}

// missing notes why a reference names nothing, or less than it says.
func (out *Answer) missing(r locate.Ref) {
	out.Reason, out.Level, out.First, out.Last = ReasonOutOfRange, r.Miss.Kind, r.Miss.First, r.Miss.Last
	switch {
	case r.From == "" && r.Rule == "number":
		out.Reason = ReasonNoNumber
	case r.Rule == "neighbour":
		out.Reason = ReasonNoNext
	case len(r.Sections) > 0 && r.Miss.Kind == "":
		out.Reason = ReasonNoPiece
	}
}

// citeRef cites the n-th section of a reference, or the piece of it that is meant.
func (a *Answerer) citeRef(r locate.Ref, n int) Citation {
	if n > 0 || len(r.Spans) == 0 {
		return Whole(a.doc, r.Sections[n])
	}
	return a.cite(r.Sections[0], r.Spans[0].Join(r.Spans[len(r.Spans)-1]), 1)
}

// noteOther offers the section of another level that has the same bare number.
func (a *Answerer) noteOther(out *Answer, r locate.Ref) {
	if r.Kind != "" || r.In != nil || r.From != r.To || len(r.Sections) != 1 || r.Rule != "number" {
		return
	}
	for _, l := range a.doc.Meta.Levels {
		if l.Kind != a.doc.Sections[r.Sections[0]].Kind && len(a.doc.Designated(l.Kind, r.From)) > 0 {
			out.Also, out.AlsoOf = r.From, l.Kind
		}
	}
}

// missed says that the sections named do not exist, if none of them does.
func (a *Answerer) missed(refs []locate.Ref) (Answer, bool) {
	if slices.ContainsFunc(refs, isThere) {
		return Answer{}, false
	}
	return a.named(refs), len(refs) > 0
}

// isThere reports whether a reference names a section that there is.
func isThere(r locate.Ref) bool { return len(r.Sections) > 0 }

// within returns the sections that a question is limited to, those below them
// included; nil for all.
func (a *Answerer) within(refs []locate.Ref) []int {
	var out []int
	seen := make([]bool, len(a.doc.Sections))
	for _, r := range refs {
		for _, i := range r.Sections {
			for j := i; j < len(a.doc.Sections) && a.doc.Sections[i].Span.Contains(a.doc.Sections[j].Span); j++ {
				if !seen[j] {
					out, seen[j] = append(out, j), true
				}
			}
		}
	}
	return out
}

// wanted reports whether the sections that q names are what it wants to see: it asks
// nothing of them, and found is no answer from each.
func (a *Answerer) wanted(q question.Question, found Answer) bool {
	if q.Open || len(q.Refs) == 0 {
		return false
	}
	return found.Kind != KindAnswer || slices.ContainsFunc(q.Refs, func(r locate.Ref) bool {
		in := a.within([]locate.Ref{r})
		return !slices.ContainsFunc(found.Citations, func(c Citation) bool { return slices.Contains(in, c.Section) })
	})
}

// instead shows the sections named, which do not answer what was asked of them.
func (a *Answerer) instead(q question.Question, found Answer) Answer {
	out := found
	out.Kind, out.Reason, out.Citations = KindClosest, ReasonElsewhere, nil
	for _, c := range append(a.named(q.Refs).Citations, found.Citations...) {
		if !slices.ContainsFunc(out.Citations, func(o Citation) bool { return o.Section == c.Section }) {
			out.Citations = append(out.Citations, c)
		}
	}
	out.Citations = out.Citations[:min(len(out.Citations), maxCitations)]
	return out
}

// navigate moves on from the section that was cited last.
func (a *Answerer) navigate(ctx context.Context, q question.Question, turns []turn.Turn) (Answer, error) {
	at, ok := a.turns.Current(q.Move, turns)
	switch {
	case !ok && q.Move == step.Summary:
		return Answer{Kind: KindHelp, Reason: ReasonTask}, nil
	case !ok:
		return Answer{Kind: KindHelp, Reason: ReasonNoContext}, nil
	}
	switch q.Move {
	case step.Next, step.Previous:
		return a.step(at, q), nil
	case step.Summary:
		return a.summary(ctx, at, turns)
	case step.More:
		return a.more(ctx, turns)
	case step.SentenceBefore, step.SentenceAfter:
		return a.sentence(at, q.Move, turns[len(turns)-1]), nil
	case step.Up:
		return a.parent(at, ""), nil
	}
	return a.show(at), nil
}

// sentence shows the sentence before or after what the last turn quoted of section at, be it
// in another section.
func (a *Answerer) sentence(at int, m step.Move, last turn.Turn) Answer {
	quoted := last.Quoted
	if quoted.Empty() {
		quoted = a.doc.Sections[at].Own
	}
	in, best := contents.After(a.doc, quoted)
	if m == step.SentenceBefore {
		in, best = contents.Before(a.doc, quoted)
	}
	switch {
	case in >= 0:
		return Answer{Kind: KindSection, Citations: []Citation{a.cite(in, best, 1)}}
	case m == step.SentenceBefore:
		return Answer{Kind: KindHelp, Reason: ReasonNoPrevious}
	}
	return Answer{Kind: KindHelp, Reason: ReasonNoNext}
}

// step goes to the next or previous section, to several of them, or over those to the last.
func (a *Answerer) step(at int, q question.Question) Answer {
	to, end := a.doc.Next, ReasonNoNext
	if q.Move == step.Previous {
		to, end = a.doc.Previous, ReasonNoPrevious
	}
	out := Answer{Kind: KindSection}
	n := max(q.Steps, 1)
	for at = to(at); at >= 0 && len(out.Citations) < n; at = to(at) {
		out.Citations = append(out.Citations, Whole(a.doc, at))
	}
	if len(out.Citations) == 0 || q.Leap && len(out.Citations) < n {
		return Answer{Kind: KindHelp, Reason: end}
	}
	if q.Leap {
		out.Citations = out.Citations[n-1:]
	} else if len(out.Citations) < n {
		out.Reason = end
	}
	if q.Move == step.Previous {
		slices.Reverse(out.Citations)
	}
	return out
}
