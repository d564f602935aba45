package compose

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// wholeSections is how many sections are shown in full in one reply: about
// three Telegram messages of the default document. More are listed.
const wholeSections = 5

// sections shows the sections that were asked for by number.
func (v Voice) sections(r *reply.Reply, a answer.Answer) {
	switch a.Reason {
	case answer.ReasonOutOfRange:
		r.Say(v.outOfRange(a))
	case answer.ReasonNoNext, answer.ReasonNoPrevious: // fewer than were asked for
		r.Say(v.help(a))
	case answer.ReasonNoPiece:
		r.Say(v.NoPiece)
	case answer.ReasonStray:
		if i, ok := v.doc.ByID(a.Level); ok {
			r.Say(words.Fill(v.Stray, "in", v.name(i)))
		}
	case answer.ReasonTask:
		if len(a.Citations) > 1 {
			r.Say(v.TaskSections)
		} else {
			r.Say(v.TaskSection)
		}
	}
	if len(a.Citations) > wholeSections {
		format := v.Several
		if a.More {
			format = v.First
		}
		r.Say(words.Fill(format, "n", number(len(a.Citations))))
		for _, c := range a.Citations {
			r.Add(reply.Item, v.cite(c)...)
		}
		return
	}
	if len(a.Citations) == 1 {
		v.sectionPage(r, a.Citations[0], v.pageOf(a.Citations[0]))
	} else if len(a.Citations) > 1 {
		v.sectionsInFull(r, a.Citations)
	}
	if also := v.doc.Designated(a.AlsoOf, a.Also); len(also) > 0 {
		i := also[0]
		r.Add(reply.Line, reply.Run{Text: v.AlsoThere}, reply.Run{Text: v.name(i), Link: v.place(i, reply.Sentences{})}, reply.Run{Text: v.Stop})
		v.row(r, v.press(VerbShow, v.target(i, reply.Sentences{}), v.label(i)))
	}
	v.otherSections(r, a.Others)
}

// noLevels says that the document lacks a level that the question names, and which it has
// instead.
func (v Voice) noLevels(q question.Question) string {
	var out []string
	for _, level := range q.Absent {
		if _, ok := v.doc.Meta.Level(level.Kind); !ok {
			continue
		}
		if name := lexicon.In(v.Language, level.Word); name != "" {
			out = append(out, v.NoLevel(v.noun(name), v.Noun(level.Kind)))
		}
	}
	return strings.Join(out, " ")
}

// sectionsInFull adds several sections without pages, folded where there is little
// room, and the controls of the last of them.
func (v Voice) sectionsInFull(r *reply.Reply, cited []answer.Citation) {
	kind := reply.Quote
	if v.Room > 0 {
		kind = reply.Passage
	}
	v.Room = 0
	for _, c := range cited {
		v.heading(r, c)
		v.page(r, c, 0, kind)
		v.below(r, c.Section)
	}
	last := cited[len(cited)-1].Section
	v.row(r, v.neighbourRow(last, VerbTurn)...)
	v.row(r, v.placeRow(last, reply.Sentences{})...)
}

// sectionPage adds page n of one section: its heading, its own text with the cited
// sentences marked, folded if it is long and nothing is marked, and on the last
// page the sections below it; then its neighbours, and what turns its pages.
func (v Voice) sectionPage(r *reply.Reply, c answer.Citation, n int) {
	v.heading(r, c)
	pages, at := v.pages(c.Section), reply.Sentences(c.Sentences)
	kind := reply.Quote
	if len(pages) > 1 && at.IsZero() {
		kind = reply.Passage
	}
	v.page(r, c, n, kind)
	if n >= len(pages)-1 {
		v.below(r, c.Section)
	}
	v.row(r, v.neighbourRow(c.Section, VerbTurn)...)
	v.row(r, append(v.pageRow(VerbPage, c, n), v.placeRow(c.Section, at)...)...)
}

// below lists the sections below section i. Points, which have no title to tell them by,
// are told by what they say, those below them as well, as far as there is room; and so are
// sections with titles that are cited with the one that they are below.
func (v Voice) below(r *reply.Reply, i int) {
	room := pointsRunes
	if v.Room > 0 {
		room = pointsRunesInRoom
	}
	v.listBelow(r, i, answer.Whole(v.doc, i).Span == v.doc.Sections[i].Span, &room)
}

// Runes of points that are told below their section, on a page and in a message.
const (
	pointsRunes       = 8000
	pointsRunesInRoom = 1200
)

func (v Voice) listBelow(r *reply.Reply, i int, whole bool, room *int) {
	for _, j := range v.doc.Children(i) {
		if v.doc.Title(j) != "" && !whole || *room <= 0 {
			r.Add(reply.Item, v.titled(j))
			continue
		}
		said := text.Cut(v.said(j), *room)
		*room -= utf8.RuneCountInString(said)
		if said == "" {
			r.Add(reply.Item, v.titled(j))
		} else {
			r.Add(reply.Item, v.titled(j), reply.Run{Text: v.Colon + v.Open + said + v.Close})
		}
		v.listBelow(r, j, whole, room)
	}
}

// said returns what section i says itself, on one line.
func (v Voice) said(i int) string {
	var out []string
	for _, p := range v.doc.Sections[i].Paragraphs {
		out = append(out, text.Line(v.doc.Plain(p.Span)))
	}
	return strings.Join(out, " ")
}

// heading adds the name of a section, which leads to it.
func (v Voice) heading(r *reply.Reply, c answer.Citation) {
	runs := v.cite(answer.Citation{Section: c.Section, ID: c.ID, Label: c.Label, Title: c.Title, Path: c.Path, Page: c.Page})
	for i := range runs {
		runs[i].Strong = runs[i].Link.Section != ""
	}
	r.Add(reply.Heading, runs...)
}

// titled names section i and leads to it.
func (v Voice) titled(i int) reply.Run {
	return reply.Run{Text: v.named(i, v.doc.Title(i)), Link: v.place(i, reply.Sentences{})}
}

// neighbourRow is the row "◀ Measure 6", "Measure 8 ▶".
func (v Voice) neighbourRow(i int, verb Verb) []reply.Button {
	var row []reply.Button
	if before := v.doc.Previous(i); before >= 0 {
		row = append(row, v.press(verb, v.target(before, reply.Sentences{}), "◀ "+v.label(before)))
	}
	if after := v.doc.Next(i); after >= 0 {
		row = append(row, v.press(verb, v.target(after, reply.Sentences{}), v.label(after)+" ▶"))
	}
	return row
}

// labelRunes keeps two buttons of a row readable on a telephone.
const labelRunes = 30

// label names section i on a button.
func (v Voice) label(i int) string { return text.Cut(upperFirst(v.entryName(i)), labelRunes) }

// placeRow shares a place, and leads to more that can be done with it.
func (v Voice) placeRow(i int, at reply.Sentences) []reply.Button {
	var row []reply.Button
	place := reply.Place{Section: v.doc.Sections[i].ID, Sentences: at}
	if v.among != nil {
		place.Document = v.doc.Name
	}
	if to := place.Query(); len(to) <= shareBytes {
		row = append(row, reply.Button{Kind: reply.Share, Label: v.Share, Data: to})
	}
	return append(row, v.press(VerbMenu, v.target(i, at), v.More))
}

// shareBytes is well within what an inline query may hold, 256 characters.
const shareBytes = 200

// answerButtons leads from an answer to what is around it.
func (v Voice) answerButtons(r *reply.Reply, cited []answer.Citation) {
	if len(cited) == 0 {
		return
	}
	c := cited[0]
	to := v.target(c.Section, c.Sentences)
	row := []reply.Button{v.press(VerbShow, to, v.FullText+v.Colon+v.label(c.Section))}
	switch {
	case c.Span.Contains(v.doc.Sections[c.Section].Own):
		row = nil
	case v.Room > 0:
		row = []reply.Button{v.press(VerbContext, "-1:"+to, v.InContext)}
	}
	v.row(r, append(row, v.placeRow(c.Section, c.Sentences)...)...)
}

// sectionRow has one button for each section cited.
func (v Voice) sectionRow(r *reply.Reply, cited []answer.Citation) {
	var row []reply.Button
	seen := map[int]bool{}
	for _, c := range cited {
		if !seen[c.Section] && len(row) < 5 {
			row = append(row, v.press(VerbShow, v.target(c.Section, c.Sentences), v.label(c.Section)))
		}
		seen[c.Section] = true
	}
	v.row(r, row...)
}

func (v Voice) row(r *reply.Reply, buttons ...reply.Button) {
	if len(buttons) > 0 {
		r.Buttons = append(r.Buttons, buttons)
	}
}
