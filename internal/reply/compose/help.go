package compose

import (
	"strconv"

	"pincite/internal/answer"
	"pincite/internal/question"
	"pincite/internal/reply/words"
)

func number(n int) string { return strconv.Itoa(n) }

// help words what is not an answer: small talk, unusable input, and numbers
// that lead nowhere.
func (v Voice) help(a answer.Answer) string {
	switch a.Reason {
	case answer.ReasonGreeting:
		return words.Fill(v.Greeting, "title", v.Subject())
	case answer.ReasonThanks:
		return v.Thanks
	case answer.ReasonIdentity:
		return words.Fill(v.Identity, "title", v.Subject())
	case answer.ReasonTooShort:
		return v.TooShort
	case answer.ReasonTooLong:
		return words.Fill(v.TooLong, "n", number(question.MaxRunes))
	case answer.ReasonNoNext:
		return v.NoNext
	case answer.ReasonNoMore:
		return v.NoMore
	case answer.ReasonNoPrevious:
		return v.NoPrevious
	case answer.ReasonNoContext:
		return v.NoContext
	case answer.ReasonOutOfRange:
		return v.outOfRange(a)
	case answer.ReasonNoNumber:
		return v.noNumber(a)
	case answer.ReasonUnknown:
		return v.NotThere
	}
	return v.Empty
}

// plausible is the largest number that is worth repeating to the person who
// sent it.
const plausible = 9999

// outOfRange names the range of numbers that there is.
func (v Voice) outOfRange(a answer.Answer) string {
	if a.Last == 0 {
		return v.NotThere
	}
	n := v.Noun(a.Level)
	format, asked := v.RangeLarge, 0
	for _, ref := range a.Question.Refs {
		if ref.From == ref.To && !ref.FromEnd && ref.From >= 0 && ref.From <= plausible && (ref.From < a.First || ref.From > a.Last) {
			format, asked = v.Range, ref.From
			break
		}
	}
	if format == v.Range && a.First == 1 && a.Last == len(v.doc.OfKind(a.Level)) {
		format = v.RangeWhole
	}
	return upperFirst(words.Fill(format, "noun", n.Name, "few", n.Few, "many", n.Many, "n", number(asked), "all", n.All,
		"range", v.Interval(n, a.First, a.Last), "last", number(a.Last)))
}

// noNumber asks for the number that is missing, with an example.
func (v Voice) noNumber(a answer.Answer) string {
	if a.Last == 0 {
		return v.NoContext
	}
	return words.Fill(v.NoNumber, "first", number(a.First), "last", number(a.Last),
		"example", v.exampleNumber(a.Level, number(a.First)))
}

// exampleNumber is a question that looks up a number.
func (v Voice) exampleNumber(kind, designation string) string {
	return upperFirst(words.Fill(v.ExampleNumber, "noun", v.Noun(kind).Name, "n", designation))
}
