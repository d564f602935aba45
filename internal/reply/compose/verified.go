package compose

import (
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
	"pincite/internal/verify"
)

const (
	shownRanges      = 3   // ranges of a text that a reply quotes
	shownDifferences = 6   // differences that it lists, the gravest first
	differenceRunes  = 100 // of each side of a difference
)

// Verified tells what has become of a text that somebody quotes, whose matches are
// all in v's document: the status, the original with its place, and what differs,
// in the original strong, in the text struck.
func (v Voice) Verified(checked verify.Result) reply.Reply {
	a := v.verdict(checked)
	r := v.New(a.Kind)
	r.Answer = a
	r.Say(v.status(checked))
	for n, c := range a.Citations[:min(len(a.Citations), shownRanges)] {
		r.Add(reply.Quote, v.original(checked, n)...)
		r.Add(reply.Cite, v.cite(c)...)
	}
	for _, d := range checked.Differences[:min(len(checked.Differences), shownDifferences)] {
		r.Add(reply.Item, v.difference(d)...)
	}
	if len(checked.Allowed) > 0 && checked.Status == verify.Verbatim {
		var what []string
		for _, x := range checked.Allowed {
			what = append(what, v.Allowances[x])
		}
		r.Say(words.Fill(v.Allowed, "what", strings.Join(what, v.Comma)))
	}
	if more := checked.Places - min(len(a.Citations), shownRanges); checked.Status == verify.Verbatim && more > 0 {
		r.Say(words.Fill(v.MorePlaces, "n", number(more)))
	}
	v.answerButtons(&r, a.Citations)
	return r
}

func (v Voice) status(checked verify.Result) string {
	switch {
	case checked.Status == verify.Verbatim:
		return v.Verbatim
	case checked.Status == verify.Altered:
		return v.Reworded
	case checked.Status == verify.Spliced:
		return v.Spliced
	case len(checked.Matches) > 0:
		return v.AbsentNear
	}
	return v.Absent
}

// verdict is the result of a check as an answer that cites the matches: a section
// for a verbatim text, the closest passages for one that is not.
func (v Voice) verdict(checked verify.Result) answer.Answer {
	a := answer.Answer{Document: v.doc, Kind: answer.KindClosest, Language: v.Language}
	role := answer.RoleNear
	switch {
	case checked.Status == verify.Verbatim:
		a.Kind, a.Confidence, role = answer.KindSection, 1, answer.RoleAnswer
	case len(checked.Matches) == 0:
		a.Kind = answer.KindNone
	}
	for _, m := range checked.Matches {
		i, _ := v.doc.ByID(m.Section)
		c := answer.Cite(v.doc, i, m.Span)
		c.Role, role = role, answer.RoleSee
		if checked.Status == verify.Verbatim {
			role = answer.RoleAnswer
		}
		a.Citations = append(a.Citations, c)
	}
	return a
}

// original is match n as the document has it, with what the text does not have
// strong.
func (v Voice) original(checked verify.Result, n int) []reply.Run {
	span := checked.Matches[n].Span
	var changed []document.Span
	for _, d := range checked.Differences {
		if d.Match == n && !d.Span.Empty() && span.Contains(d.Span) {
			changed = append(changed, d.Span)
		}
	}
	slices.SortFunc(changed, func(x, y document.Span) int { return x.Start - y.Start })
	var runs []reply.Run
	at := span.Start
	add := func(to int, strong bool) {
		if at < to {
			runs = append(runs, reply.Run{Text: v.doc.Plain(document.Span{Start: at, End: to}), Strong: strong})
			at = to
		}
	}
	for _, s := range changed {
		add(s.Start, false)
		add(s.End, true)
	}
	add(span.End, false)
	return runs
}

// difference tells one difference: what it is, what the text has, struck, and what
// the document has.
func (v Voice) difference(d verify.Difference) []reply.Run {
	what := v.Changes[d.Kind]
	if name, ok := v.Concerns[d.Concern]; ok {
		what = name
	}
	runs := []reply.Run{{Text: upperFirst(what) + v.Colon}}
	if s := text.Line(d.Text); s != "" {
		runs = append(runs, reply.Run{Text: text.Cut(s, differenceRunes), Struck: true})
	}
	if s := text.Line(d.Original); s != "" {
		if len(runs) > 1 {
			runs = append(runs, reply.Run{Text: " → "})
		}
		runs = append(runs, reply.Run{Text: text.Cut(s, differenceRunes), Strong: true})
	}
	return runs
}
