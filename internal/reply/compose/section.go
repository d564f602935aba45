package compose

import (
	"pincite/internal/answer"
	"pincite/internal/document"
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
	case answer.ReasonNoPiece:
		r.Say(v.NoPiece)
	case answer.ReasonTask:
		r.Say(v.TaskSection)
	}
	if len(a.Citations) > wholeSections {
		r.Say(words.Fill(v.Several, "n", number(len(a.Citations))))
		for _, c := range a.Citations {
			r.Add(reply.Item, v.cite(c)...)
		}
		return
	}
	for _, c := range a.Citations {
		v.whole(r, c)
	}
	if also := v.doc.Designated(a.AlsoOf, a.Also); len(also) > 0 {
		i := also[0]
		r.Add(reply.Line, reply.Run{Text: v.AlsoThere}, reply.Run{Text: v.name(i), Link: v.place(i, reply.Sentences{})}, reply.Run{Text: v.Stop})
		v.row(r, v.press(VerbShow, v.target(i, reply.Sentences{}), v.label(i)))
	}
	v.otherSections(r, a.Others)
	if len(a.Citations) > 0 {
		v.sectionButtons(r, a.Citations[len(a.Citations)-1].Section)
	}
}

// whole adds one section: its heading, its own text with the cited sentences
// marked, and the sections below it.
func (v Voice) whole(r *reply.Reply, c answer.Citation) {
	heading := v.cite(answer.Citation{Section: c.Section, ID: c.ID, Label: c.Label, Title: c.Title, Path: c.Path})
	heading[len(heading)-1].Strong = true
	r.Add(reply.Heading, heading...)
	marked := c.Span
	if reply.Sentences(c.Sentences).IsZero() {
		marked = document.Span{}
	}
	for _, p := range v.doc.Sections[c.Section].Paragraphs {
		r.Add(reply.Quote, v.bulleted(p, v.marked(p.Span, marked))...)
	}
	for _, i := range v.doc.Children(c.Section) {
		r.Add(reply.Item, v.titled(i))
	}
}

// bulleted puts before the runs of a point what tells it from running text.
func (v Voice) bulleted(p document.Paragraph, runs []reply.Run) []reply.Run {
	if mark := v.doc.Bullet(p); mark != "" {
		return append([]reply.Run{{Text: mark}}, runs...)
	}
	return runs
}

// titled names section i and leads to it.
func (v Voice) titled(i int) reply.Run {
	return reply.Run{Text: named(v.doc.Sections[i].Label, v.doc.Title(i)), Link: v.place(i, reply.Sentences{})}
}

// neighbours returns the sections before and after section i: of the same
// kind, as the numbers run, or else the nearest in the text; -1 for none.
func neighbours(d *document.Document, i int) (before, after int) {
	before, after = i-1, i+1
	if after == len(d.Sections) {
		after = -1
	}
	if d.Sections[i].Designation.IsZero() {
		return before, after
	}
	same := d.OfKind(d.Sections[i].Kind)
	for n, j := range same {
		if j != i {
			continue
		}
		if n > 0 {
			before = same[n-1]
		}
		if n+1 < len(same) {
			after = same[n+1]
		}
	}
	return before, after
}

// neighbourRow is the row "◀ Measure 6", "Measure 8 ▶".
func (v Voice) neighbourRow(i int, verb Verb) []reply.Button {
	var row []reply.Button
	before, after := neighbours(v.doc, i)
	if before >= 0 {
		row = append(row, v.press(verb, v.target(before, reply.Sentences{}), "◀ "+v.label(before)))
	}
	if after >= 0 {
		row = append(row, v.press(verb, v.target(after, reply.Sentences{}), v.label(after)+" ▶"))
	}
	return row
}

// labelRunes keeps two buttons of a row readable on a telephone.
const labelRunes = 30

// label names section i on a button.
func (v Voice) label(i int) string { return text.Cut(upperFirst(v.entryName(i)), labelRunes) }

// sectionButtons leads from a section to its neighbours, in place.
func (v Voice) sectionButtons(r *reply.Reply, i int) {
	v.row(r, v.neighbourRow(i, VerbTurn)...)
	up := "0:"
	if p := v.doc.Sections[i].Parent; p >= 0 {
		up += v.target(p, reply.Sentences{})
	}
	row := []reply.Button{v.press(VerbContents, up, v.Contents)}
	v.row(r, append(row, v.shareRow(i, reply.Sentences{})...)...)
}

// answerButtons leads from an answer to its section and the ones beside it.
func (v Voice) answerButtons(r *reply.Reply, a answer.Answer) {
	if len(a.Citations) == 0 {
		return
	}
	c := a.Citations[0]
	v.row(r, v.press(VerbShow, v.target(c.Section, c.Sentences), v.FullText+v.Colon+v.label(c.Section)))
	v.row(r, v.neighbourRow(c.Section, VerbShow)...)
	v.row(r, v.shareRow(c.Section, c.Sentences)...)
}

// closestButtons leads to the sections of the nearest passages.
func (v Voice) closestButtons(r *reply.Reply, a answer.Answer) {
	if len(a.Citations) == 0 {
		return
	}
	v.sectionRow(r, a.Citations)
	v.row(r, v.rateRow(a.Citations[0].Section, a.Citations[0].Sentences)...)
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

// shareRow has the buttons Share, 👍 and 👎.
func (v Voice) shareRow(i int, at reply.Sentences) []reply.Button {
	var row []reply.Button
	place := reply.Place{Section: v.doc.Sections[i].ID, Sentences: at}
	if v.among != nil {
		place.Document = v.doc.Name
	}
	if to := place.Query(); len(to) <= shareBytes {
		row = append(row, reply.Button{Kind: reply.Share, Label: v.Share, Data: to})
	}
	return append(row, v.rateRow(i, at)...)
}

// shareBytes is well within what an inline query may hold, 256 characters.
const shareBytes = 200

func (v Voice) rateRow(i int, at reply.Sentences) []reply.Button {
	good, bad := v.press(VerbGood, v.target(i, at), "👍"), v.press(VerbBad, v.target(i, at), "👎")
	good.Kind, bad.Kind = reply.Rate, reply.Rate
	return []reply.Button{good, bad}
}
