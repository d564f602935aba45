package chat

import (
	"context"
	"slices"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/chat/pasted"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/verify"
	"pincite/internal/verify/collate"
)

// besidePassage answers a question that comes with a passage of a document, in the
// light of the passage. Where the document does not answer it, or where the answer is
// the original of the passage, which somebody altered, it says what has become of the
// passage, and then of the question. One that only asks whether the passage is so has that
// for its answer, whatever the document says of it. It reports false where there is no such
// passage.
func (c *Chat) besidePassage(ctx context.Context, m Message, said string, turns []turn.Turn) (reply.Reply, bool) {
	passage, asked, ok := pasted.Beside(said)
	if !ok {
		return reply.Reply{}, false
	}
	checked, err := c.check(ctx, m, passage)
	if err != nil || !pasted.Found(checked, passage, question.Question{Kind: question.Search}) {
		return reply.Reply{}, false
	}
	match := checked.Matches[0]
	t := turn.Turn{Document: match.Document, Question: question.Question{Kind: question.Lookup}, Sections: []string{match.Section}, Quoted: match.Span}
	a, err := c.ask(ctx, m, asked, slices.Concat(turns, []turn.Turn{t}))
	if err != nil {
		return c.failed(ctx, m, err), true
	}
	whether := c.asksWhether(asked, a, match)
	if !whether && answers(a) && c.tells(a.Citations[0], checked) {
		return c.worded(ctx, m, asked, a), true
	}
	language := wordsLanguage(m, asked, a)
	r := c.verified(ctx, m, checked, language)
	switch v := c.voice(ctx, m, a.Document, r.Language); {
	case whether:
	case leavesOpen(a):
		v.AddUnanswered(&r, asked, a)
		c.recordUnanswered(ctx, m, asked, a)
	case a.Kind == answer.KindAnswer && answers(a) && quotes(checked, a.Citations[0]):
		v.AddAnswered(&r, asked)
	}
	return r, true
}

// asksWhether reports whether a question only asks whether the passage beside it is so.
func (c *Chat) asksWhether(asked string, a answer.Answer, match collate.Match) bool {
	d, ok := c.opt.Library.Get(match.Document)
	return ok && pasted.AsksWhether(asked, a.Question.Language, d)
}

// quotes reports whether the ranges of a checked passage have a part of a citation.
func quotes(checked verify.Result, cited answer.Citation) bool {
	return slices.ContainsFunc(checked.Matches, func(m collate.Match) bool {
		return cited.Document == m.Document && cited.Span.Overlaps(m.Span)
	})
}

// answers reports whether an answer is what was asked for, and cites it.
func answers(a answer.Answer) bool {
	switch a.Kind {
	case answer.KindAnswer, answer.KindSection, answer.KindOutline, answer.KindList:
		return len(a.Citations) > 0
	}
	return false
}

// leavesOpen reports whether an answer leaves a question open that what has become of
// the passage beside it does not answer.
func leavesOpen(a answer.Answer) bool {
	switch a.Kind {
	case answer.KindClosest, answer.KindNone:
		return true
	case answer.KindHelp:
		return a.Reason == answer.ReasonTask
	}
	return false
}

// tells reports whether a citation says what the passage beside a question does not:
// something else than a heading and, if the passage was altered, than its original.
func (c *Chat) tells(cited answer.Citation, checked verify.Result) bool {
	if c.isHeading(cited.Document, cited.ID, cited.Span) {
		return false
	}
	return checked.Status == verify.Verbatim || !quotes(checked, cited)
}
