package compose

import (
	"slices"
	"strconv"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/question"
	"pincite/internal/reply/words"
	"pincite/internal/text"
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
	case answer.ReasonTask:
		return v.TaskAlone
	case answer.ReasonUnread:
		return v.unread(a.Question.Language)
	case answer.ReasonCommand:
		return v.unknownCommand(a.Question)
	}
	return v.Empty
}

// plausible is the length of the longest designation that is worth repeating to the
// person who sent it.
const plausible = 6

// outOfRange names the range of numbers that there is.
func (v Voice) outOfRange(a answer.Answer) string {
	if a.Last == "" {
		return v.NotThere
	}
	n := v.Noun(a.Level)
	format, asked := v.RangeLarge, ""
	for _, ref := range a.Question.Refs {
		for ref.In != nil && len(ref.In.Sections) == 0 {
			ref = *ref.In // of "article 9, paragraph 1", it is the article that is not there
		}
		if ref.From == ref.To && !ref.FromEnd && ref.From != "" && len(ref.From) <= plausible && len(ref.Sections) == 0 {
			format, asked = v.Range, ref.From
			break
		}
	}
	if format == v.Range && a.First == "1" && a.Last == number(len(v.doc.OfKind(a.Level))) {
		format = v.RangeWhole
	}
	return upperFirst(words.Fill(format, "noun", n.Name, "few", n.Few, "many", n.Many, "n", strings.ToUpper(asked), "all", n.All,
		"range", v.Interval(n, a.First, a.Last), "last", a.Last))
}

// unread says which languages are read, in that of the reply, in English and in the person's
// own: that of the client or, where nothing is known of that, what the question seems to be in.
func (v Voice) unread(asked string) string {
	in := func(tag string) string { return words.UnreadIn(tag, v.doc.Meta.Language) }
	own := in(v.Client)
	if own == "" || text.Base(v.Client) == v.Language {
		own = in(asked)
	}
	out := []string{in(v.Language)}
	for _, s := range []string{own, in("en")} {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}

// unknownCommand says that there is no such command, and which it may be.
func (v Voice) unknownCommand(q question.Question) string {
	out := v.UnknownCommand
	if q.Nearest != "" {
		out = words.Fill(v.DidYouMean, "command", "/"+q.Nearest) + " " + out
	}
	return out
}

// noNumber asks for the number that is missing, with an example.
func (v Voice) noNumber(a answer.Answer) string {
	if a.Last == "" {
		return v.NoContext
	}
	return words.Fill(v.NoNumber, "first", a.First, "last", a.Last, "example", v.exampleNumber(a.Level, a.First))
}

// exampleNumber is a question that looks up a number.
func (v Voice) exampleNumber(kind, designation string) string {
	return upperFirst(words.Fill(v.ExampleNumber, "noun", v.Noun(kind).Name, "n", designation))
}
