package answer

import (
	"context"
	"strconv"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/question"
)

// maxLookup is how many sections one message can ask for: more than a chat
// message can hold, and a bound on "1-99999".
const maxLookup = 40

// lookup shows the sections that were named, in the order named.
func (a *Answerer) lookup(q question.Question, turns []Turn) Answer {
	if i, ok := a.listed(q, turns); ok {
		return Answer{Kind: KindSection, Citations: []Citation{a.citeWhole(i)}}
	}
	out := Answer{Kind: KindSection}
	for _, r := range q.Refs {
		found, miss := a.resolve(r)
		if miss != nil {
			out.Reason, out.Level, out.First, out.Last = miss.Reason, miss.Level, miss.First, miss.Last
			continue
		}
		if m := a.beyond(r, found); m != nil {
			out.Reason, out.Level, out.First, out.Last = m.Reason, m.Level, m.First, m.Last
		}
		for _, i := range found {
			if len(out.Citations) < maxLookup {
				out.Citations = append(out.Citations, a.citeWhole(i))
			}
		}
		a.noteOther(&out, r, found)
	}
	if len(out.Citations) == 0 {
		out.Kind = KindHelp
		if out.Reason == ReasonNone {
			out.Reason = ReasonNoNumber
		}
	}
	return out
}

// listed returns the section that "the second one" means after a list.
func (a *Answerer) listed(q question.Question, turns []Turn) (int, bool) {
	if len(turns) == 0 || len(q.Refs) != 1 || q.Refs[0].Kind != "" || !q.Refs[0].Ordinal || q.Refs[0].FromEnd {
		return 0, false
	}
	last := turns[len(turns)-1]
	if last.Question.Kind != question.Mentions {
		return 0, false
	}
	if n := q.Refs[0].From; n >= 1 && n <= len(last.Sections) {
		return a.doc.ByID(last.Sections[n-1])
	}
	return 0, false
}

// beyond says which numbers there are, if a reference goes past them.
func (a *Answerer) beyond(r question.Ref, found []int) *miss {
	kind := a.doc.Sections[found[0]].Kind
	all := a.doc.OfKind(kind)
	first, last := position(a.doc, all[0]), position(a.doc, all[len(all)-1])
	if r.FromEnd || r.InKind != "" || last == 0 || min(r.From, r.To) >= first && max(r.From, r.To) <= last {
		return nil
	}
	return &miss{Reason: ReasonOutOfRange, Level: kind, First: first, Last: last}
}

// noteOther offers the section of another level that has the same bare number.
func (a *Answerer) noteOther(out *Answer, r question.Ref, found []int) {
	if r.Kind != "" || r.From != r.To || len(found) != 1 {
		return
	}
	for _, l := range a.doc.Meta.Levels {
		if l.Kind == a.doc.Sections[found[0]].Kind {
			continue
		}
		if len(a.doc.Designated(l.Kind, strconv.Itoa(r.From))) > 0 {
			out.Also, out.AlsoOf = r.From, l.Kind
		}
	}
}

// A miss says why a reference leads nowhere.
type miss struct {
	Reason      Reason
	Level       string
	First, Last int
}

// resolve returns the sections that a reference names, in document order, or
// why there are none.
func (a *Answerer) resolve(r question.Ref) ([]int, *miss) {
	switch r.Kind {
	case document.KindPreamble, document.KindConclusion, document.KindTitle:
		if i, ok := a.doc.ByID(r.Kind); ok {
			return []int{i}, nil
		}
		return nil, &miss{Reason: ReasonUnknown}
	}
	kind := r.Kind
	if kind == "" {
		kind = a.bareLevel()
	}
	all := a.numbered(kind, r)
	if len(all) == 0 {
		return nil, &miss{Reason: ReasonOutOfRange, Level: kind}
	}
	m := &miss{Reason: ReasonOutOfRange, Level: kind, First: position(a.doc, all[0]), Last: position(a.doc, all[len(all)-1])}
	if r.From == question.NoNumber {
		m.Reason = ReasonNoNumber
		return nil, m
	}
	if found := pick(a.doc, all, r); len(found) > 0 {
		return found, nil
	}
	return nil, m
}

// numbered returns the sections among which a reference counts: all of the
// kind, or those in the section that it names.
func (a *Answerer) numbered(kind string, r question.Ref) []int {
	all := a.doc.OfKind(kind)
	parents := a.doc.Designated(r.InKind, strconv.Itoa(r.In))
	if r.InKind == "" || len(parents) == 0 {
		return all
	}
	parent := parents[0]
	var in []int
	for _, i := range all {
		if a.doc.Sections[parent].Span.Contains(a.doc.Sections[i].Span) {
			in = append(in, i)
		}
	}
	return in
}

// pick returns those of all that have one of the reference's numbers; counted
// from the end, or within the section named, by their place.
func pick(d *document.Document, all []int, r question.Ref) []int {
	if r.FromEnd {
		from, to := len(all)-max(r.From, r.To), len(all)-min(r.From, r.To)
		if from < 0 || to >= len(all) || from > to {
			return nil
		}
		return all[from : to+1]
	}
	from, to := min(r.From, r.To), max(r.From, r.To)
	var out []int
	for _, i := range all {
		if n := position(d, i); from <= n && n <= to {
			out = append(out, i)
		}
	}
	if len(out) == 0 && r.Ordinal && r.InKind != "" && from >= 1 && to <= len(all) {
		return all[from-1 : to]
	}
	if r.From > r.To {
		reverse(out)
	}
	return out
}

// position is the number that the last step of section i's designation has in its
// row: 2 for 1.2 and for (b); 0 without a designation.
func position(d *document.Document, i int) int {
	last := d.Sections[i].Designation.Last()
	digits := strings.TrimRightFunc(last, unicode.IsLetter)
	if n, err := strconv.Atoi(digits); err == nil {
		return n
	}
	if len(last) == 1 {
		return int(last[0]-'a') + 1
	}
	return 0
}

func reverse(s []int) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// bareLevel is the level that a number alone means: the one with the most
// sections.
func (a *Answerer) bareLevel() string {
	best, most := "", 0
	count := map[string]int{}
	for _, s := range a.doc.Sections {
		if s.Designation.IsZero() {
			continue
		}
		count[s.Kind]++
		if count[s.Kind] > most {
			best, most = s.Kind, count[s.Kind]
		}
	}
	return best
}

// outline tells how the document is organised: the level counted or listed, the
// sections below the one named, or all of it.
func (a *Answerer) outline(q question.Question) Answer {
	out := Answer{Kind: KindOutline, Level: q.Level}
	within := -1
	if len(q.Refs) > 0 {
		found, m := a.resolve(q.Refs[0])
		if m != nil {
			return Answer{Kind: KindHelp, Reason: m.Reason, Level: m.Level, First: m.First, Last: m.Last}
		}
		within = found[0]
	}
	if q.Outline == question.OutlineParent && within >= 0 {
		return a.parent(within)
	}
	for i, s := range a.doc.Sections {
		inside := within == -1 || (i != within && a.doc.Sections[within].Span.Contains(s.Span))
		if inside && (q.Level == "" || q.Level == s.Kind) {
			out.Citations = append(out.Citations, a.cite(i, a.titleSpan(i), 1))
		}
	}
	if within >= 0 {
		out.Level = a.doc.Sections[within].ID
		if len(out.Citations) == 0 {
			return Answer{Kind: KindSection, Citations: []Citation{a.citeWhole(within)}}
		}
	}
	out.Last = len(out.Citations)
	return out
}

// parent shows the heading of the section that holds section i; its own, at the
// top.
func (a *Answerer) parent(i int) Answer {
	if up := a.doc.Sections[i].Parent; up >= 0 {
		i = up
	}
	return Answer{Kind: KindSection, Citations: []Citation{a.citeWhole(i)}}
}

// navigate moves on from the section that was cited last.
func (a *Answerer) navigate(ctx context.Context, q question.Question, turns []Turn) (Answer, error) {
	at, ok := a.current(q.Move, turns)
	if !ok {
		return Answer{Kind: KindHelp, Reason: ReasonNoContext}, nil
	}
	switch q.Move {
	case question.MoveNext, question.MovePrevious:
		return a.step(at, q.Move), nil
	case question.MoveSummary:
		return a.summary(ctx, at, turns)
	case question.MoveMore:
		return a.more(ctx, turns)
	case question.MoveUp:
		if up := a.doc.Sections[at].Parent; up >= 0 {
			at = up
		}
	}
	return Answer{Kind: KindSection, Citations: []Citation{a.citeWhole(at)}}, nil
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

// step goes to the next or previous section of the same kind, or, where the
// section has no number, to its neighbour in reading order.
func (a *Answerer) step(at int, m question.Move) Answer {
	by, end := 1, ReasonNoNext
	if m == question.MovePrevious {
		by, end = -1, ReasonNoPrevious
	}
	for i := at + by; i >= 0 && i < len(a.doc.Sections); i += by {
		if a.doc.Sections[at].Designation.IsZero() || a.doc.Sections[i].Kind == a.doc.Sections[at].Kind {
			return Answer{Kind: KindSection, Citations: []Citation{a.citeWhole(i)}}
		}
	}
	if i := at + by; i >= 0 && i < len(a.doc.Sections) {
		return Answer{Kind: KindSection, Citations: []Citation{a.citeWhole(i)}}
	}
	return Answer{Kind: KindHelp, Reason: end}
}
