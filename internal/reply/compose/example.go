package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// Examples returns the questions to try in v's language: those that come with
// the document, or a title, a question about the outline, and a number, all of this document.
func (v Voice) Examples() []string {
	if given := v.doc.Meta.Examples[v.Language]; len(given) > 0 {
		return given[:min(len(given), 3)]
	}
	var out []string
	numbered := Leaves(v.doc)
	if len(numbered) > 0 && v.doc.Title(numbered[0]) != "" {
		out = append(out, text.Cut(text.Line(v.doc.Title(numbered[0])), echoRunes))
	}
	out = append(out, v.ExampleOutline)
	if n := len(numbered); n > 0 && !v.doc.Sections[numbered[n/2]].Designation.IsZero() {
		s := v.doc.Sections[numbered[n/2]]
		out = append(out, v.exampleNumber(s.Kind, s.Designation.Printed))
	}
	return out
}

// AddExamples adds a button for each of [Voice.Examples].
func (v Voice) AddExamples(r *reply.Reply) {
	for n, question := range v.Examples() {
		b := v.press(VerbExample, v.Language+":"+number(n), question)
		b.Kind = reply.Try
		v.row(r, b)
	}
}

// AddWaysOut adds buttons where an answer leaves the person without any:
// examples where no question was understood or answered, and the contents where
// a number led nowhere.
func (v Voice) AddWaysOut(r *reply.Reply, a answer.Answer) {
	switch {
	case len(r.Buttons) > 0 || a.Reason == answer.ReasonThanks:
	case a.Kind == answer.KindNone && a.Reason == answer.ReasonUnknown:
		v.AddExamples(r)
	case a.Kind == answer.KindHelp, a.Kind == answer.KindNone:
		switch a.Reason {
		case answer.ReasonOutOfRange, answer.ReasonNoNumber, answer.ReasonNoNext,
			answer.ReasonNoPrevious, answer.ReasonNoContext, answer.ReasonUnknown:
			v.row(r, v.press(VerbContents, "0:", v.Contents))
		default:
			v.AddExamples(r)
		}
	}
}

// Usage says what a command lacks: format is one of v's words, with an
// {example} to fill in.
func (v Voice) Usage(format, example string) reply.Reply {
	r := v.New(answer.KindHelp)
	r.Say(words.Fill(format, "example", example))
	return r
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// ExampleWord is the longest word of a title in the middle of the document: one
// that can be found in it.
func (v Voice) ExampleWord() string {
	best := ""
	numbered := Leaves(v.doc)
	if len(numbered) == 0 {
		return best
	}
	for _, w := range strings.FieldsFunc(v.doc.Title(numbered[len(numbered)/2]), notLetter) {
		if utf8.RuneCountInString(w) > utf8.RuneCountInString(best) {
			best = w
		}
	}
	return text.Cut(best, labelRunes)
}
