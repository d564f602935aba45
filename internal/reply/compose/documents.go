package compose

import (
	"strings"

	"pincite/internal/answer"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

const (
	// titleRunes keeps the name of a document in a citation to one line.
	titleRunes = 60

	// subjectTitles is how many documents a sentence names.
	subjectTitles = 3

	// maxChoices is how many documents are offered as buttons: Telegram takes 100,
	// and nobody looks through more than a few screens.
	maxChoices = 50
)

// Subject names what may be asked about, within one pair of quotation marks: the
// document, or the first of several.
func (v Voice) Subject() string {
	if v.among == nil {
		return v.Title()
	}
	var titles []string
	for _, d := range v.among[:min(len(v.among), subjectTitles)] {
		titles = append(titles, v.about(d).short())
	}
	if len(v.among) > subjectTitles {
		titles = append(titles, "…")
	}
	last := len(titles) - 1
	return strings.Join(titles[:last], v.TitleBreak) + strings.Replace(v.TitleBreak, v.Comma, v.And, 1) + titles[last]
}

// StartLine says what may be asked about.
func (v Voice) StartLine() string {
	if v.among != nil {
		return words.Fill(v.StartAll, "title", v.Subject())
	}
	return words.Fill(v.Start, "title", v.Title())
}

// short names the document in a citation.
func (v Voice) short() string { return text.Cut(v.Title(), titleRunes) }

// before names the document before a citation, where several may be meant.
func (v Voice) before() string {
	if v.among == nil {
		return ""
	}
	return v.short() + " › "
}

// choiceAll is the payload of the button for all documents.
const choiceAll = "*"

// IsAll reports whether the payload of [VerbDocument] stands for all documents.
func IsAll(payload string) bool { return payload == choiceAll }

// DocumentMenu offers the documents, the chosen one marked; chosen is "" for all.
// lead says why.
func (v Voice) DocumentMenu(lead, chosen string) reply.Reply {
	r := v.New(answer.KindHelp)
	if v.among == nil {
		r.Say(words.Fill(v.OneDocument, "title", v.Title()))
		v.row(&r, v.press(VerbContents, "0:", v.Contents))
		return r
	}
	r.Say(lead)
	mark := func(is bool, label string) string {
		if is {
			return "• " + label
		}
		return label
	}
	for _, d := range v.among[:min(len(v.among), maxChoices)] {
		of := v.about(d)
		r.Add(reply.Item, reply.Run{Text: of.Title()})
		v.row(&r, of.press(VerbDocument, "", mark(d.Name == chosen, text.Cut(of.Title(), 2*labelRunes))))
	}
	v.row(&r, v.press(VerbDocument, choiceAll, mark(chosen == "", v.AllDocuments)))
	return r
}

// AllContents offers the contents of each document.
func (v Voice) AllContents() reply.Reply {
	r := v.New(answer.KindOutline)
	r.Add(reply.Heading, reply.Run{Text: v.Contents, Strong: true})
	for _, d := range v.among[:min(len(v.among), maxChoices)] {
		of := v.about(d)
		r.Add(reply.Item, reply.Run{Text: of.Title()})
		v.row(&r, of.press(VerbContents, "0:", text.Cut(of.Title(), 2*labelRunes)))
	}
	return r
}

// lists names what each document has on the topic of a list, and offers their lists.
func (v Voice) lists(r *reply.Reply, all []answer.Answer) {
	var without []string
	for _, a := range all {
		of := v.about(a.Document)
		if a.Kind != answer.KindList {
			without = append(without, v.Open+of.short()+v.Close)
			continue
		}
		r.Add(reply.Heading, reply.Run{Text: of.Title(), Strong: true})
		r.Add(reply.Line, of.listed(a, true)...)
		v.row(r, of.press(VerbMentions, TopicRef(a.Topic), text.Cut(of.Title(), labelRunes)+v.Colon+number(len(a.Citations))))
	}
	v.without(r, without)
}

// without names the documents that do not mention the topic.
func (v Voice) without(r *reply.Reply, titles []string) {
	if len(titles) > 0 {
		r.Say(words.Fill(v.NotMentionedIn, "titles", strings.Join(titles, v.Comma)))
	}
}

// severalLists reports whether more than one document has a list.
func severalLists(a answer.Answer) bool {
	return a.Kind == answer.KindList && len(a.Others) > 0 && a.Others[0].Kind == answer.KindList
}

// emptyOthers names the documents that have nothing, where one has a list; in those that
// have no section without a topic's words, all mention it.
func (v Voice) emptyOthers(r *reply.Reply, a answer.Answer) {
	if a.Question.Not {
		return
	}
	var titles []string
	for _, other := range a.Others {
		titles = append(titles, v.Open+v.about(other.Document).short()+v.Close)
	}
	v.without(r, titles)
}

// otherSections leads to the sections of the same designation in other documents.
func (v Voice) otherSections(r *reply.Reply, others []answer.Answer) {
	runs := []reply.Run{{Text: v.AlsoThere}}
	for n, a := range others[:min(len(others), wholeSections)] {
		if n > 0 {
			runs = append(runs, reply.Run{Text: v.Comma})
		}
		of, i := v.about(a.Document), a.Citations[0].Section
		name := of.before() + of.entryName(i)
		runs = append(runs, reply.Run{Text: name, Link: of.place(i, reply.Sentences{})})
		v.row(r, of.press(VerbShow, of.target(i, reply.Sentences{}), text.Cut(name, 2*labelRunes)))
	}
	if len(others) > 0 {
		r.Add(reply.Line, append(runs, reply.Run{Text: v.Stop})...)
	}
}

// Followed says, before a reply, what has become of the section that it shows.
func (v Voice) Followed(r *reply.Reply, line string) {
	said := reply.Block{Kind: reply.Line, Runs: []reply.Run{{Text: line}}}
	r.Blocks = append([]reply.Block{said}, r.Blocks...)
}
