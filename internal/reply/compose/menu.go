package compose

import (
	"pincite/internal/reply"
)

// A Rating is what a person thinks of an answer.
type Rating int

// Ratings.
const (
	Unrated Rating = iota
	Good
	Bad
)

// menuLabel is how much of a question a button holds.
const menuLabel = 2 * labelRunes

// Menu puts below a reply what else can be done with the place that it shows:
// the sections beside it, the contents, ratings where they are kept, and the
// questions that the place answers too.
func (v Voice) Menu(r *reply.Reply, i int, at reply.Sentences, rated Rating, related []string) {
	to := v.target(i, at)
	r.Buttons = nil
	for n, question := range related {
		b := v.press(VerbRelated, v.Language+number(n)+":"+to, question)
		b.Kind = reply.Try
		v.row(r, b)
	}
	v.row(r, v.neighbourRow(i, VerbShow)...)
	up := "0:"
	if p := v.doc.Sections[i].Parent; p >= 0 {
		up += v.target(p, reply.Sentences{})
	}
	row := []reply.Button{v.press(VerbContents, up, v.Contents)}
	if v.Rates {
		row = append(row, v.rateRow(i, at, rated)...)
	}
	v.row(r, append(row, v.press(VerbFold, to, "◀ "+v.Back))...)
	v.row(r, v.read(i, at))
}

// read opens a place in the reader.
func (v Voice) read(i int, at reply.Sentences) reply.Button {
	return reply.Button{Kind: reply.Read, Label: v.Read, To: v.place(i, at)}
}

// rateRow has the buttons 👍 and 👎, the chosen one marked.
func (v Voice) rateRow(i int, at reply.Sentences, rated Rating) []reply.Button {
	good, bad := v.press(VerbGood, v.target(i, at), "👍"), v.press(VerbBad, v.target(i, at), "👎")
	good.Kind, bad.Kind = reply.Rate, reply.Rate
	switch rated {
	case Good:
		good.Label = "• " + good.Label
	case Bad:
		bad.Label = "• " + bad.Label
	}
	return []reply.Button{good, bad}
}
