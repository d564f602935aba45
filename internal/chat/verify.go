package chat

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/answer"
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

// isPassage reports whether a message that was answered by a search, or that is too
// long for one, is a passage that somebody pasted, without a question.
func isPassage(asked string, a answer.Answer) bool {
	if a.Question.Kind != question.Search && a.Question.Kind != question.TooLong || sought.Asked(asked, a.Question.Language) != 0 || strings.ContainsAny(asked, "?？") || strings.HasPrefix(asked, "/") {
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
// false for anything else, and for one that no document has.
func (c *Chat) pasted(ctx context.Context, m Message, asked string, a answer.Answer) (reply.Reply, bool) {
	if !isPassage(asked, a) {
		return reply.Reply{}, false
	}
	checked, err := c.check(ctx, m, asked)
	if err != nil || checked.Status == verify.Absent || checked.Status != verify.Verbatim && checked.Share < pastedShare {
		return reply.Reply{}, false
	}
	return c.verified(ctx, m, checked, wordsLanguage(m, asked, a)), true
}

// pastedShare is how much of a passage's words a document has at least: a question
// may have many of them, too.
const pastedShare = 0.7
