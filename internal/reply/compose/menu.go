package compose

import (
	"strconv"
	"strings"

	"pincite/internal/reply"
	"pincite/internal/reply/words"
)

// A Rating is what a person thinks of an answer.
type Rating int

// The ratings.
const (
	Unrated Rating = iota
	Good
	Bad
)

// A Related is a question that a section answers too.
type Related struct {
	Index int // among those that the section is expected to answer in the voice's language
	Text  string
}

// ParseRelated reads the payload of a related question: its language, its index, and
// the place.
func ParseRelated(payload string) (language string, index int, place string, ok bool) {
	language, rest := payload[:min(2, len(payload))], payload[min(2, len(payload)):]
	digits, place, found := strings.Cut(rest, ":")
	index, err := strconv.Atoi(digits)
	return language, index, place, found && err == nil && index >= 0 && words.Has(language)
}

// Menu puts below a reply what else can be done with the place that it shows:
// the sections beside it, the contents, ratings where they are kept, and the
// questions that the place answers too.
func (v Voice) Menu(r *reply.Reply, i int, at reply.Sentences, rated Rating, related []Related) {
	to := v.target(i, at)
	r.Buttons = nil
	for _, q := range related {
		b := v.press(VerbRelated, v.Language+number(q.Index)+":"+to, q.Text)
		b.Kind = reply.Try
		v.row(r, b)
	}
	v.row(r, v.neighbourRow(i, VerbShow)...)
	up := "0:"
	if p := v.doc.Sections[i].Parent; p >= 0 {
		up += v.target(p, reply.Sentences{})
	}
	v.row(r, v.press(VerbContents, up, v.Contents), v.press(VerbFold, to, "◀ "+v.Back))
	if v.Rates {
		v.row(r, v.rateRow(i, at, rated)...)
	}
	v.row(r, v.read(i, at))
}

// read opens a place in the reader.
func (v Voice) read(i int, at reply.Sentences) reply.Button {
	return reply.Button{Kind: reply.Read, Label: v.Read, To: v.place(i, at)}
}

// rateRow has the buttons that rate an answer, the chosen one marked.
func (v Voice) rateRow(i int, at reply.Sentences, rated Rating) []reply.Button {
	good, bad := v.press(VerbGood, v.target(i, at), v.Helpful), v.press(VerbBad, v.target(i, at), v.Unhelpful)
	good.Kind, bad.Kind = reply.Rate, reply.Rate
	switch rated {
	case Good:
		good.Label = "• " + good.Label
	case Bad:
		bad.Label = "• " + bad.Label
	}
	return []reply.Button{good, bad}
}
