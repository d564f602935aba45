package chat

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/sought"
	"pincite/internal/text"
	"pincite/internal/verify"
)

// check looks a text up in the document that m's conversation is asked about, or in
// all of them.
func (c *Chat) check(ctx context.Context, m Message, quoted string) (verify.Result, error) {
	checker, ok := c.opt.Library.Checker(c.reading(ctx, m))
	if !ok {
		checker, _ = c.opt.Library.Checker("")
	}
	return checker.Check(ctx, quoted)
}

// verify says whether the text after the command, or that of the message replied
// to, is in the documents.
func (c *Chat) verify(ctx context.Context, m Message, quoted string) reply.Reply {
	// The command was cut off in one line; what is checked may have several.
	typed := strings.TrimSpace(m.Text)
	if i := strings.IndexFunc(typed, unicode.IsSpace); i > 0 && quoted != "" {
		quoted = typed[i:]
	}
	for _, other := range []string{m.Quoted, m.ReplyTo} {
		if text.Line(quoted) == "" {
			quoted = other
		}
	}
	v := c.chrome(ctx, m)
	if text.Line(quoted) == "" {
		return v.Usage(v.VerifyUsage, "")
	}
	checked, err := c.check(ctx, m, quoted)
	switch {
	case errors.Is(err, verify.ErrEmpty):
		return v.Usage(v.NothingToCheck, "")
	case errors.Is(err, verify.ErrTooLong):
		return v.Usage(words.Fill(v.TooLongToCheck, "n", strconv.Itoa(verify.MaxText)), "")
	case err != nil:
		return c.failed(ctx, m, err)
	}
	return c.verified(ctx, m, checked, "")
}

// verified words the result of a check: of a verbatim text the places in the first
// document that has it, and the names of the others.
func (c *Chat) verified(ctx context.Context, m Message, checked verify.Result, language string) reply.Reply {
	d := c.document(ctx, m)
	if len(checked.Matches) > 0 {
		if found, ok := c.opt.Library.Get(checked.Matches[0].Document); ok {
			d = found
		}
	}
	if language == "" {
		language = words.Spoken(m.Language)
	}
	r := c.voice(ctx, m, d, language).Verified(checked, c.opt.Library.Get)
	if len(r.Answer.Citations) > 0 {
		a := r.Answer
		a.Question = question.Question{Kind: question.Lookup, Text: a.Citations[0].Label, Language: "und"}
		c.remember(ctx, m, a.Citations[0].Label, a, "")
	}
	return r
}

// Least lengths of a pasted passage: shorter texts are questions or names.
const (
	passageWords = 12
	passageRunes = 20 // of Chinese
)

// isPassage reports whether a message may be a passage that somebody pasted: long,
// and without a question mark.
func isPassage(asked string) bool {
	if strings.ContainsAny(asked, "?？") || strings.HasPrefix(asked, "/") {
		return false
	}
	if strings.ContainsFunc(asked, text.IsHan) {
		return utf8.RuneCountInString(text.Line(asked)) >= passageRunes
	}
	return len(strings.Fields(asked)) >= passageWords
}

// looksPasted reports whether a message that is too long for a question may be a
// passage: it does not end as questions do.
func looksPasted(asked string) bool {
	said := strings.TrimRightFunc(asked, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"'”’»」』)", r) })
	return !strings.HasPrefix(said, "/") && !strings.HasSuffix(said, "?") && !strings.HasSuffix(said, "？")
}

// pasted checks a passage that stands in a message without a question. It reports
// false for anything else, for one that no document has, and for a heading.
func (c *Chat) pasted(ctx context.Context, m Message, asked string, a answer.Answer) (reply.Reply, bool) {
	if !isPassage(asked) {
		return reply.Reply{}, false
	}
	checked, err := c.check(ctx, m, asked)
	if err != nil || !stands(checked, asked, a.Question) {
		return reply.Reply{}, false
	}
	if match := checked.Matches[0]; len(checked.Matches) == 1 && c.isHeading(match.Document, match.Section, match.Span) {
		return reply.Reply{}, false
	}
	language := "und" // what is pasted tells the language of a document, not the person's
	if m.Language == "" {
		language = wordsLanguage(m, asked, a)
	}
	return c.verified(ctx, m, checked, language), true
}

// Shares of a passage's words that a document has at least: a question may have many
// of them, too, and a message that names a section nearly all.
const (
	pastedShare  = 0.7
	clearedShare = 0.8
)

// stands reports whether a document has so much of a message that it is a passage:
// one that was read as anything but a search begins and ends with the document's
// words.
func stands(checked verify.Result, asked string, q question.Question) bool {
	switch {
	case checked.Status == verify.Absent:
		return false
	case checked.Status == verify.Verbatim:
		return true
	case q.Kind == question.Search || q.Kind == question.TooLong:
		return checked.Share >= pastedShare && !asks(asked, checked, q.Language)
	}
	return checked.Share >= clearedShare && !asks(asked, checked, q.Language) && !framed(checked, asked)
}

// framed reports whether words that the document has not begin or end a message.
func framed(checked verify.Result, asked string) bool {
	for _, d := range checked.Differences {
		if !d.At.Empty() && (!hasLetters(asked[:d.At.Start]) || !hasLetters(asked[d.At.End:])) {
			return true
		}
	}
	return false
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// isHeading reports whether a range of a section is no more than its heading, or
// than the title of the document, which is asked for and neither checked nor an answer.
func (c *Chat) isHeading(name, section string, s document.Span) bool {
	d, ok := c.opt.Library.Get(name)
	if !ok {
		return false
	}
	i, ok := d.ByID(section)
	return ok && (d.Sections[i].Kind == document.KindTitle || d.Sections[i].Heading.Contains(s))
}

// asks reports whether a message asks for something that what the document has of it
// does not seem to ask for itself: rules for questions without a question mark take
// many a statement for one.
func asks(asked string, checked verify.Result, language string) bool {
	wanted := sought.Asked(asked, language)
	for _, m := range checked.Matches {
		wanted &^= sought.Asked(m.Quote, language)
	}
	return wanted != 0
}
