package chat

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode"

	"pincite/internal/answer"
	"pincite/internal/chat/pasted"
	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
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

// pasted checks a passage that is sent without a question. It reports
// false for anything else, for one that no document has, and for a heading.
func (c *Chat) pasted(ctx context.Context, m Message, asked string, a answer.Answer) (reply.Reply, bool) {
	if !pasted.IsPassage(asked) {
		return reply.Reply{}, false
	}
	checked, err := c.check(ctx, m, asked)
	if err != nil || !pasted.Found(checked, asked, a.Question) {
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
