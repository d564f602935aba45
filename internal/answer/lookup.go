package answer

import (
	"context"
	"slices"
	"strconv"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question"
)

// maxLookup is how many sections one message can ask for: more than a chat
// message can hold, and a bound on "1-99999".
const maxLookup = 40

// lookup shows the sections that were named, in the order named.
func (a *Answerer) lookup(ctx context.Context, q question.Question, turns []Turn) (Answer, error) {
	if i, ok := a.listed(q, turns); ok {
		return a.show(i), nil
	}
	q.Refs = a.inTurn(q, turns)
	out := a.named(q.Refs)
	if q.Task != question.NoTask && len(out.Citations) > 0 {
		out.Reason = ReasonTask
	}
	return out, nil
}

// ofNothing reports whether q names a sentence, and no section that it is of.
func ofNothing(q question.Question) bool {
	return q.Kind == question.Lookup && len(q.Refs) == 1 && q.Refs[0].Role == locate.Sentence && q.Refs[0].In == nil
}

// show shows section i, all of its own text.
func (a *Answerer) show(i int) Answer {
	return Answer{Kind: KindSection, Citations: []Citation{a.citeWhole(i)}}
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
		return a.citeWhole(r.Sections[n])
	}
	return a.cite(r.Sections[0], r.Spans[0].Join(r.Spans[len(r.Spans)-1]), 1)
}

// listed returns the section that "the second one" means after several that were shown,
// or after one that has sections below it.
func (a *Answerer) listed(q question.Question, turns []Turn) (int, bool) {
	if len(turns) == 0 || len(q.Refs) != 1 || q.Corrects {
		return 0, false
	}
	r, last := q.Refs[0], turns[len(turns)-1]
	if r.Kind != "" || r.In != nil || r.Role != locate.NoRole || !r.Ordinal && !r.FromEnd || r.From != r.To {
		return 0, false
	}
	in := a.shown(last)
	n, err := strconv.Atoi(r.From)
	if r.FromEnd {
		n = len(in) + 1 - n
	}
	if err != nil || n < 1 || n > len(in) {
		return 0, false
	}
	return in[n-1], true
}

// shown returns the sections among which one of those of turn is the first: a list, or
// what is below the one that was looked up.
func (a *Answerer) shown(turn Turn) (in []int) {
	switch k := turn.Question.Kind; {
	case k != question.Mentions && k != question.Lookup && k != question.Outline || turn.Question.Outline == question.OutlineStructure:
		return nil
	}
	for _, id := range turn.Sections {
		if i, ok := a.doc.ByID(id); ok {
			in = append(in, i)
		}
	}
	if len(in) == 1 && turn.Question.Kind != question.Mentions {
		return a.doc.Children(in[0])
	}
	return in
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
	for _, r := range refs {
		if len(r.Sections) > 0 {
			return Answer{}, false
		}
	}
	return a.named(refs), len(refs) > 0
}

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
func (a *Answerer) navigate(ctx context.Context, q question.Question, turns []Turn) (Answer, error) {
	at, ok := a.current(q.Move, turns)
	switch {
	case !ok && q.Move == question.MoveSummary:
		return Answer{Kind: KindHelp, Reason: ReasonTask}, nil
	case !ok:
		return Answer{Kind: KindHelp, Reason: ReasonNoContext}, nil
	}
	switch q.Move {
	case question.MoveNext, question.MovePrevious:
		return a.step(at, q.Move, max(q.Steps, 1)), nil
	case question.MoveSummary:
		return a.summary(ctx, at, turns)
	case question.MoveMore:
		return a.more(ctx, turns)
	case question.MoveSentenceBefore, question.MoveSentenceAfter:
		return a.sentence(at, q.Move, turns[len(turns)-1]), nil
	case question.MoveUp:
		return a.parent(at, ""), nil
	}
	return a.show(at), nil
}

// sentence shows the sentence before or after what turn quoted of section at, be it
// in another section.
func (a *Answerer) sentence(at int, m question.Move, turn Turn) Answer {
	quoted := turn.Quoted
	if quoted.Empty() {
		quoted = a.doc.Sections[at].Own
	}
	in, best := -1, document.Span{}
	for i := range a.doc.Sections {
		for _, s := range a.doc.Sentences(i) {
			switch {
			case m == question.MoveSentenceBefore && s.End <= quoted.Start && (in < 0 || s.Start > best.Start),
				m == question.MoveSentenceAfter && s.Start >= quoted.End && (in < 0 || s.Start < best.Start):
				in, best = i, s
			}
		}
	}
	switch {
	case in >= 0:
		return Answer{Kind: KindSection, Citations: []Citation{a.cite(in, best, 1)}}
	case m == question.MoveSentenceBefore:
		return Answer{Kind: KindHelp, Reason: ReasonNoPrevious}
	}
	return Answer{Kind: KindHelp, Reason: ReasonNoNext}
}

// current is the section that the conversation was at last: the last of several
// that were shown, to go on from.
func (a *Answerer) current(m question.Move, turns []Turn) (int, bool) {
	for n := len(turns) - 1; n >= 0; n-- {
		ids := turns[n].Sections
		if m == question.MoveNext && len(ids) > 1 && turns[n].Question.Kind == question.Lookup {
			ids = ids[len(ids)-1:]
		}
		for _, id := range ids {
			if i, ok := a.doc.ByID(id); ok {
				return i, true
			}
		}
	}
	return 0, false
}

// step goes to the n next or previous sections.
func (a *Answerer) step(at int, m question.Move, n int) Answer {
	to, end := a.doc.Next, ReasonNoNext
	if m == question.MovePrevious {
		to, end = a.doc.Previous, ReasonNoPrevious
	}
	out := Answer{Kind: KindSection}
	for at = to(at); at >= 0 && len(out.Citations) < n; at = to(at) {
		out.Citations = append(out.Citations, a.citeWhole(at))
	}
	if len(out.Citations) == 0 {
		return Answer{Kind: KindHelp, Reason: end}
	}
	if m == question.MovePrevious {
		slices.Reverse(out.Citations)
	}
	return out
}
