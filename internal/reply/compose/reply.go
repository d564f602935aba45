package compose

import (
	"strings"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// New begins a reply in v's language.
func (v Voice) New(kind answer.Kind) reply.Reply {
	return reply.Reply{
		Kind: kind, Language: v.Language, Document: v.asked(), Original: v.doc.Meta.Language,
		Answer: answer.Answer{Document: v.doc, Kind: kind, Language: v.Language},
	}
}

// asked is the name of the document that is asked; empty where several are.
func (v Voice) asked() string {
	if v.among != nil {
		return ""
	}
	return v.doc.Name
}

// Notice is a reply to a button that sends nothing.
func (v Voice) Notice(s string) reply.Reply {
	r := v.New(answer.KindHelp)
	r.Notice = s
	return r
}

// Reply words an answer. page is the page of a list, from 0.
func (v Voice) Reply(a answer.Answer, page int) reply.Reply {
	r := v.New(a.Kind)
	r.Answer, r.Document = a, a.Asked
	switch a.Kind {
	case answer.KindAnswer:
		v.answered(&r, a)
	case answer.KindClosest:
		v.closest(&r, a)
	case answer.KindNone:
		v.none(&r, a)
	case answer.KindSection:
		v.sections(&r, a)
	case answer.KindOutline:
		v.outline(&r, a)
	case answer.KindList:
		v.list(&r, a, page)
	default:
		r.Say(v.help(a))
		if a.Reason == answer.ReasonGreeting {
			r.Say(v.StartHow)
		}
	}
	return r
}

// answered quotes the passage that answers, cites it, and folds its surroundings
// away. Where several things were asked, each passage is quoted.
func (v Voice) answered(r *reply.Reply, a answer.Answer) {
	if facts := v.facts(a.Question); facts != "" {
		r.Say(facts)
	}
	quoted := 1
	if len(a.Question.Parts) > 1 || len(a.Question.Refs) > 1 {
		quoted = len(a.Citations)
	}
	for i, c := range a.Citations {
		switch {
		case i < quoted:
			v.quote(r, c)
			v.passage(r, c)
		case i == quoted:
			r.Say(v.SeeAlso + strings.TrimSpace(v.Colon))
			fallthrough
		default:
			r.Add(reply.Item, v.cite(c)...)
		}
	}
	v.answerButtons(r, a)
}

// facts says what the document's own data tell about the document.
func (v Voice) facts(q question.Question) string {
	if q.Kind != question.Metadata {
		return ""
	}
	var out []string
	if q.Meta.Has(question.MetaIssuer) && v.doc.Meta.Issuer != "" {
		out = append(out, v.fact(v.Issuer, v.doc.Meta.Issuer))
	}
	for _, d := range v.doc.Meta.Dates {
		asked := question.MetaDates
		switch d.Name {
		case "adopted":
			asked |= question.MetaAdopted
		case "released":
			asked |= question.MetaReleased
		}
		if q.Meta.Has(asked) {
			out = append(out, v.fact(v.dateName(d), v.day(d.Day)))
		}
	}
	if q.Meta.Has(question.MetaLanguage) && v.doc.Meta.Language != "" {
		out = append(out, v.inLanguage())
	}
	if q.Meta.Has(question.MetaSource) && v.doc.Meta.Source != "" {
		out = append(out, v.fact(v.Source, v.doc.Meta.Source))
	}
	if q.Meta.Has(question.MetaLength) {
		out = append(out, v.fact(v.Length, words.Fill(v.InWords, "n", number(v.wordCount()), "language", v.languageName())))
	}
	return strings.Join(out, "\n")
}

// wordCount counts the words of all sections, as white space separates them.
func (v Voice) wordCount() int {
	n := 0
	for _, s := range v.doc.Sections {
		n += len(strings.Fields(v.doc.Slice(s.Own)))
	}
	return n
}

// closest says why the document may not answer, and quotes what comes nearest.
func (v Voice) closest(r *reply.Reply, a answer.Answer) {
	r.Say(v.why(a))
	if a.Reason != answer.ReasonElsewhere {
		r.Say(v.Closest)
	}
	for _, c := range a.Citations {
		v.quote(r, c)
	}
	r.Say(v.Differently)
	v.closestButtons(r, a)
}

// none says that the document does not say it.
func (v Voice) none(r *reply.Reply, a answer.Answer) {
	switch a.Reason {
	case answer.ReasonOutOfRange, answer.ReasonNoNext, answer.ReasonNoPrevious:
		r.Say(v.help(a))
		return
	}
	if a.Reason == answer.ReasonNoMention {
		r.Say(v.unmentioned(a))
	} else {
		r.Say(v.None)
		if m := v.missing(a); m != "" {
			r.Say(m)
		}
	}
	r.Say(v.NoneHow)
}

// unmentioned says that the document does not have a topic's words, and, where finding
// aids lead to it all the same, where.
func (v Voice) unmentioned(a answer.Answer) string {
	n := v.checked(a)
	if a.Aided == 0 && len(a.Others) > 0 {
		return words.Fill(v.NoMentionAny, "topic", echo(a.Topic), "n", number(len(a.Others)+1))
	}
	if a.Aided == 0 {
		return words.Fill(v.NoMention, "topic", echo(a.Topic), "n", number(a.Checked), "nouns", v.Count(n, a.Checked))
	}
	var names []string
	for _, c := range a.Citations {
		names = append(names, v.entryName(c.Section))
	}
	return words.Fill(v.Aided, "topic", echo(a.Topic), "k", number(a.Aided), "of", v.Of(n, a.Checked), "nouns", v.Count(n, a.Aided)) +
		strings.Join(names, v.Comma) + v.Stop
}

// why says what keeps the passages from being an answer.
func (v Voice) why(a answer.Answer) string {
	switch a.Reason {
	case answer.ReasonNoMention:
		return v.unmentioned(a)
	case answer.ReasonElsewhere:
		return v.Elsewhere
	case answer.ReasonUndefined:
		if len(a.Citations) > 0 {
			return words.Fill(v.Undefined, "place", v.name(a.Citations[0].Section))
		}
	case answer.ReasonLacks:
		if s, ok := v.Lacks[a.Lacks]; ok {
			return s
		}
	}
	if m := v.missing(a); m != "" {
		return v.Weak + "\n" + m
	}
	return v.Weak
}

// missing names words of the question that the document has nowhere, where
// question and document share a language: elsewhere it has none of them.
func (v Voice) missing(a answer.Answer) string {
	if a.Question.Language != words.Known(v.doc.Meta.Language) {
		return ""
	}
	var out []string
	for _, w := range a.Missing[:min(len(a.Missing), 3)] {
		out = append(out, v.Open+text.Cut(text.Line(w), 30)+v.Close)
	}
	if len(out) == 0 {
		return ""
	}
	return words.Fill(v.Missing, "words", strings.Join(out, v.Comma))
}

// quote adds the words of a citation and a line that cites them.
func (v Voice) quote(r *reply.Reply, c answer.Citation) {
	r.Add(reply.Quote, reply.Run{Text: v.doc.Plain(c.Span), Strong: true})
	r.Add(reply.Line, v.cite(c)...)
}

// cite returns a citation: "Part 1 › Measure 2: Improve the theoretical
// learning system", with a link from the label on.
func (v Voice) cite(c answer.Citation) []reply.Run {
	var runs []reply.Run
	above := v.before()
	if len(c.Path) > 1 {
		above += strings.Join(c.Path[:len(c.Path)-1], " › ") + " › "
	}
	if above != "" {
		runs = append(runs, reply.Run{Text: above})
	}
	return append(runs, reply.Run{Text: named(c.Label, c.Title), Link: v.place(c.Section, c.Sentences)})
}

// named joins the label and title of a section.
func named(label, title string) string {
	if title = text.Line(title); title != "" {
		return label + ": " + title
	}
	return label
}

// passage folds away the paragraphs around a quote, the quote marked in them.
// It adds nothing when the quote is all there is.
func (v Voice) passage(r *reply.Reply, c answer.Citation) {
	var around []document.Span
	for _, p := range v.doc.Sections[c.Section].Paragraphs {
		if p.Span.Overlaps(c.Span) {
			around = append(around, p.Span)
		}
	}
	if len(around) == 1 && c.Span.Contains(around[0]) {
		around = nil
	}
	for _, p := range around {
		r.Add(reply.Passage, v.marked(p, c.Span)...)
	}
}

// marked cuts paragraph p into what comes before the quote, the quote, which is
// strong, and what follows it.
func (v Voice) marked(p, quote document.Span) []reply.Run {
	if !p.Overlaps(quote) {
		return []reply.Run{{Text: v.doc.Plain(p)}}
	}
	from, to := max(p.Start, quote.Start), min(p.End, quote.End)
	var runs []reply.Run
	for _, x := range []struct {
		document.Span
		strong bool
	}{{document.Span{Start: p.Start, End: from}, false}, {document.Span{Start: from, End: to}, true}, {document.Span{Start: to, End: p.End}, false}} {
		if !x.Empty() {
			runs = append(runs, reply.Run{Text: v.doc.Plain(x.Span), Strong: x.strong})
		}
	}
	return runs
}
