package compose

import (
	"slices"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
	"pincite/internal/verify"
	"pincite/internal/verify/collate"
)

const (
	shownRanges      = 3   // ranges of a text that a reply quotes
	shownDifferences = 6   // differences and omissions that it lists, the gravest first
	shownDocuments   = 8   // documents with a verbatim text that it names, beside the one quoted
	differenceRunes  = 100 // of each side of a difference
)

// A Finder finds the documents that matches are in by their names.
type Finder func(name string) (*document.Document, bool)

// Verified tells what has become of a text that somebody quotes: the status, the
// original with its place, and what differs, in the original strong, in the text
// struck. Of a verbatim text the places in v's document are quoted and the other
// documents named. What there is more than is shown is counted.
func (v Voice) Verified(checked verify.Result, find Finder) reply.Reply {
	a := v.verdict(checked, find)
	r := v.New(a.Kind)
	r.Answer = a
	r.Say(v.Status(checked))
	v.originals(&r, checked, find)
	items := v.differences(checked)
	for _, item := range items[:min(len(items), shownDifferences)] {
		r.Add(reply.Item, item...)
	}
	v.count(&r, v.MoreDifferences, len(items)-shownDifferences)
	if len(checked.Allowed) > 0 && checked.Status == verify.Verbatim {
		r.Say(words.Fill(v.Allowed, "what", v.AllowedFor(checked.Allowed)))
	}
	v.elsewhere(&r, checked, find)
	v.answerButtons(&r, a.Citations)
	return r
}

// AddUnanswered adds to a reply about a passage that the question beside it is not
// answered: why, and the nearest passage unless r quotes it already.
func (v Voice) AddUnanswered(r *reply.Reply, asked string, a answer.Answer) {
	r.Say(words.Fill(v.QuestionBeside, "question", echo(asked)))
	leaveOpen(r, a)
	switch a.Kind {
	case answer.KindClosest:
		r.Say(v.why(a))
		if len(a.Citations) > 0 && !cites(r.Answer, a.Citations[0]) {
			v.quote(r, a.Citations[0], false)
			see := a.Citations[0]
			see.Role = answer.RoleSee
			addCitation(&r.Answer, v.doc, see)
		}
	case answer.KindNone:
		v.notThere(r, a)
	default:
		r.Say(v.help(a))
	}
}

// AddAnswered adds to a reply about a passage that the original, which r quotes, answers
// the question beside it.
func (v Voice) AddAnswered(r *reply.Reply, asked string) {
	r.Say(words.Fill(v.AnsweredBeside, "question", echo(asked)))
}

// leaveOpen makes the answer of a reply one that comes closest, with room for one more
// citation.
func leaveOpen(r *reply.Reply, a answer.Answer) {
	r.Kind, r.Answer.Kind = answer.KindClosest, answer.KindClosest
	r.Answer.Reason, r.Answer.Confidence = a.Reason, a.Confidence
	r.Answer.Citations = r.Answer.Citations[:min(len(r.Answer.Citations), shownRanges-1)]
	for i := range r.Answer.Citations {
		r.Answer.Citations[i].Role = answer.RoleSee
		if i == 0 {
			r.Answer.Citations[i].Role = answer.RoleNear
		}
	}
}

// cites reports whether an answer cites a passage, or what is around it.
func cites(a answer.Answer, c answer.Citation) bool {
	for _, one := range append(a.Others[:len(a.Others):len(a.Others)], a) {
		if slices.ContainsFunc(one.Citations, func(x answer.Citation) bool { return x.Document == c.Document && x.Span.Contains(c.Span) }) {
			return true
		}
	}
	return false
}

// count adds a line that tells a number, if there is one to tell.
func (v Voice) count(r *reply.Reply, format string, n int) {
	if n > 0 {
		r.Say(words.Fill(format, "n", number(n)))
	}
}

// originals quotes the matches: of a verbatim text the places in v's document,
// otherwise the ranges in order of the text.
func (v Voice) originals(r *reply.Reply, checked verify.Result, find Finder) {
	shown, more := 0, 0
	for n, m := range checked.Matches {
		of, i, ok := v.of(m, find)
		switch {
		case !ok || inPlaces(checked) && m.Document != v.doc.Name:
		case shown == shownRanges:
			more++
		default:
			shown++
			r.Add(reply.Quote, of.original(checked, n)...)
			r.Add(reply.Cite, of.cite(answer.Cite(of.doc, i, m.Span))...)
		}
	}
	if inPlaces(checked) {
		v.count(r, v.MorePlaces, placesIn(checked, v.doc.Name)-shown)
	} else {
		v.count(r, v.MorePieces, more)
	}
}

// of returns the voice for the document of a match, and the index of its section;
// false if there is no such document any more.
func (v Voice) of(m collate.Match, find Finder) (Voice, int, bool) {
	d, ok := v.doc, true
	if m.Document != d.Name {
		if d, ok = find(m.Document); !ok {
			return v, 0, false
		}
	}
	i, ok := d.ByID(m.Section)
	return v.about(d), i, ok
}

// inPlaces reports whether each match is a place of the whole text.
func inPlaces(checked verify.Result) bool {
	return checked.Status == verify.Verbatim && (checked.Places > 1 || len(checked.Matches) == 1)
}

func placesIn(checked verify.Result, name string) int {
	for _, h := range checked.Documents {
		if h.Document == name {
			return h.Places
		}
	}
	return 0
}

// elsewhere names the other documents that have a verbatim text, with a link to its
// first place in each.
func (v Voice) elsewhere(r *reply.Reply, checked verify.Result, find Finder) {
	runs, named, more := []reply.Run{{Text: v.AlsoIn}}, 0, 0
	for _, h := range checked.Documents {
		d, ok := find(h.Document)
		if !ok || d.Name == v.doc.Name {
			continue
		}
		if named == shownDocuments {
			more++
			continue
		}
		if named++; named > 1 {
			runs = append(runs, reply.Run{Text: v.Comma})
		}
		runs = append(runs, v.about(d).firstPlace(checked))
	}
	if named == 0 {
		return
	}
	if more > 0 {
		runs = append(runs, reply.Run{Text: words.Fill(v.AndMore, "n", number(more))})
	}
	r.Add(reply.Line, append(runs, reply.Run{Text: v.Stop})...)
}

// firstPlace names v's document and the first place of a text in it.
func (v Voice) firstPlace(checked verify.Result) reply.Run {
	for _, m := range checked.Matches {
		if i, ok := v.doc.ByID(m.Section); ok && m.Document == v.doc.Name {
			return reply.Run{Text: v.short() + " › " + v.entryName(i), Link: v.place(i, reply.Sentences(m.Sentences))}
		}
	}
	return reply.Run{Text: v.short()}
}

// verdict is the result of a check as an answer that cites the matches in v's
// document, and as one of each other document: a section for a verbatim text, the
// closest passages for one that is not, of which three are cited.
func (v Voice) verdict(checked verify.Result, find Finder) answer.Answer {
	a := answer.Answer{Document: v.doc, Kind: answer.KindClosest, Language: v.Language}
	cited := min(len(checked.Matches), shownRanges)
	role := answer.RoleNear
	switch {
	case checked.Status == verify.Verbatim:
		a.Kind, a.Confidence, role = answer.KindSection, 1, answer.RoleAnswer
		cited = len(checked.Matches)
	case len(checked.Matches) == 0:
		a.Kind = answer.KindNone
	}
	for _, m := range checked.Matches[:cited] {
		of, i, ok := v.of(m, find)
		if !ok {
			continue
		}
		c := answer.Cite(of.doc, i, m.Span)
		c.Role = role
		if role == answer.RoleNear {
			role = answer.RoleSee
		}
		addCitation(&a, of.doc, c)
	}
	return a
}

// addCitation adds a citation of a document to the answer of that document.
func addCitation(a *answer.Answer, d *document.Document, c answer.Citation) {
	to := a
	if d.Name != a.Document.Name {
		n := slices.IndexFunc(a.Others, func(other answer.Answer) bool { return other.Document.Name == d.Name })
		if n < 0 {
			n = len(a.Others)
			a.Others = append(a.Others, answer.Answer{Document: d, Kind: a.Kind, Language: a.Language})
		}
		to = &a.Others[n]
	}
	to.Citations = append(to.Citations, c)
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

// differences tells each difference, then what is left out where the text says so.
func (v Voice) differences(checked verify.Result) [][]reply.Run {
	var items [][]reply.Run
	for _, d := range checked.Differences {
		items = append(items, v.difference(d))
	}
	for _, o := range checked.Omitted {
		items = append(items, []reply.Run{{Text: upperFirst(v.Omission(o.Concern)) + v.Colon},
			{Text: text.Cut(text.Line(o.Original), differenceRunes), Strong: true}})
	}
	return items
}

// difference tells one difference: what it is, what the text has, struck, and what
// the document has.
func (v Voice) difference(d collate.Difference) []reply.Run {
	runs := []reply.Run{{Text: upperFirst(v.Change(d.Kind, d.Concern)) + v.Colon}}
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
