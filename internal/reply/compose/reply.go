package compose

import (
	"cmp"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/question/about"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// New begins a reply in v's language.
func (v Voice) New(kind answer.Kind) reply.Reply {
	r := reply.Reply{
		Kind: kind, Language: v.Language, Document: v.asked(), Original: v.doc.Meta.Language,
		Answer: answer.Answer{Document: v.doc, Kind: kind, Language: v.Language},
	}
	if kind.LooksUp() {
		r.Answer.Confidence = 1
	}
	return r
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
	if a.Reason == answer.ReasonDocuments {
		r := v.DocumentMenu(v.ChooseDocument, a.Asked)
		r.Answer, r.Document = a, a.Asked
		return r
	}
	r := v.New(a.Kind)
	r.Answer, r.Document = a, a.Asked
	if s := v.noLevels(a.Question); s != "" {
		r.Say(s)
	}
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

// answered quotes each passage that answers, cites it, and names the others.
func (v Voice) answered(r *reply.Reply, a answer.Answer) {
	facts := v.facts(a.Question)
	if facts != "" {
		r.Say(facts)
	}
	quoted := 0
	for quoted < len(a.Citations) && a.Citations[quoted].Role == answer.RoleAnswer {
		quoted++
	}
	if facts != "" && !a.Question.Meta.Has(about.InTitle) {
		return // the title says nothing of it
	}
	for _, c := range a.Citations[:quoted] {
		v.quote(r, c, true)
		if v.Room == 0 {
			v.passage(r, c)
		}
	}
	v.seeAlso(r, a, a.Citations[quoted:])
	v.answerButtons(r, a.Citations)
}

// closest says in one line what is missing, quotes the passage that comes nearest,
// and names at most two others.
func (v Voice) closest(r *reply.Reply, a answer.Answer) {
	r.Say(v.why(a))
	if len(a.Citations) == 0 {
		return
	}
	nearest := a.Citations[0]
	if v.Room > 0 && reply.Sentences(nearest.Sentences).IsZero() {
		v.sectionPage(r, nearest, 0)
	} else {
		v.quote(r, nearest, false)
		v.answerButtons(r, a.Citations)
	}
	v.seeAlso(r, a, a.Citations[1:])
}

// maxSee is how many places there are for further reading.
const maxSee = 2

// seeAlso names places for further reading on one line, each with the words of it
// that are the reason.
func (v Voice) seeAlso(r *reply.Reply, a answer.Answer, more []answer.Citation) {
	var runs []reply.Run
	for _, c := range more[:min(len(more), maxSee)] {
		lead := v.Comma
		if len(runs) == 0 {
			lead = v.SeeAlso + v.Colon
		}
		reason := v.snippet(text.Line(v.doc.Plain(c.Span)), a.Question.Text, reasonRunes)
		runs = append(runs, reply.Run{Text: lead},
			reply.Run{Text: v.before() + v.entryName(c.Section), Link: v.place(c.Section, c.Sentences)}, reply.Run{Text: " " + v.Open + reason + v.Close})
	}
	if len(runs) > 0 {
		r.Add(reply.Line, runs...)
	}
}

// none says that the document does not say it, and how to go on.
func (v Voice) none(r *reply.Reply, a answer.Answer) {
	v.notThere(r, a)
	switch a.Reason {
	case answer.ReasonOutOfRange, answer.ReasonNoNext, answer.ReasonNoPrevious, answer.ReasonForeign:
	default:
		r.Say(v.NoneHow)
	}
}

// notThere says that the document does not say it.
func (v Voice) notThere(r *reply.Reply, a answer.Answer) {
	switch a.Reason {
	case answer.ReasonOutOfRange, answer.ReasonNoNext, answer.ReasonNoPrevious:
		r.Say(v.help(a))
		return
	}
	switch a.Reason {
	case answer.ReasonForeign:
		r.Say(v.Foreign)
	case answer.ReasonNoMention:
		r.Say(v.unmentioned(a))
	default:
		r.Say(v.None)
		if m := v.typed(a, a.Missing); m != "" {
			r.Say(words.Fill(v.Missing, "words", m))
		}
	}
}

// unmentioned says that the document does not have a topic's words, and, where finding
// aids lead to it all the same, where.
func (v Voice) unmentioned(a answer.Answer) string {
	n := v.checked(a)
	if a.Question.Not {
		return v.everywhere(a)
	}
	if a.Aided == 0 && len(a.Others) > 0 {
		return words.Fill(v.NoMentionAny, "topic", echo(a.Topic), "n", number(len(a.Others)+1))
	}
	if a.Aided == 0 {
		return v.limits(a) + words.Fill(v.NoMention, "topic", echo(a.Topic), "n", number(a.Checked), "nouns", v.Count(n, a.Checked))
	}
	var names []string
	for _, c := range a.Citations {
		names = append(names, v.entryName(c.Section))
	}
	return words.Fill(v.Aided, "topic", echo(a.Topic), "k", number(a.Aided), "of", v.Of(n, a.Checked), "nouns", v.Count(n, a.Aided)) +
		strings.Join(names, v.Comma) + v.Stop
}

// everywhere says that all sections have a topic's words, where those were asked for that
// have not.
func (v Voice) everywhere(a answer.Answer) string {
	n, k := v.checked(a), a.Checked
	for _, other := range a.Others {
		k += other.Checked
	}
	said := words.Fill(v.Mentions, "topic", echo(a.Topic), "k", number(k), "of", v.Of(n, k), "nouns", v.Count(n, k))
	return v.limits(a) + strings.TrimSuffix(said, v.Colon) + v.Stop
}

// why says what keeps the nearest passage from being an answer.
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
	if unmet := v.typed(a, a.Unmet); unmet != "" {
		return words.Fill(v.Unmet, "words", unmet)
	}
	return v.Weak
}

// maxWords is how many words of a question a reply repeats.
const maxWords = 3

// typed returns words of the question as a list, as they were typed, where
// question and document share a language: elsewhere the document has none of them.
func (v Voice) typed(a answer.Answer, of []string) string {
	if a.Question.Language != cmp.Or(text.Base(v.doc.Meta.Language), words.Known("")) {
		return ""
	}
	asked := text.Line(a.Question.Text)
	lower := strings.ToLower(asked)
	var out []string
	for _, w := range of {
		i := strings.Index(lower, strings.ToLower(w))
		if i < 0 || len(lower) != len(asked) || len(out) == maxWords {
			continue // two words that were read as one, or more than need be told
		}
		out = append(out, v.Open+text.Cut(asked[i:i+len(w)], 30)+v.Close)
	}
	return strings.Join(out, v.Comma)
}
