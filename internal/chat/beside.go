package chat

import (
	"context"
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/text"
	"pincite/internal/verify"
)

// beside divides a message into a passage that somebody pasted and the question
// before or behind it; false if it is not both.
func beside(said string) (passage, asked string, ok bool) {
	all := text.Sentences(said, 0)
	if len(all) < 2 {
		return "", "", false
	}
	first, last := all[0], all[len(all)-1]
	switch {
	case isAsked(said[last[0]:last[1]]):
		passage, asked = said[:last[0]], said[last[0]:last[1]]
	case isAsked(said[first[0]:first[1]]):
		passage, asked = said[first[1]:], said[first[0]:first[1]]
	}
	passage = strings.TrimSpace(passage)
	return passage, asked, asked != "" && isPassage(passage)
}

// isAsked reports whether a sentence ends as a question does.
func isAsked(sentence string) bool {
	return strings.HasSuffix(sentence, "?") || strings.HasSuffix(sentence, "？")
}

// besidePassage answers a question that stands beside a passage of a document, in the
// light of the passage. Where the document does not answer it, or where the answer is
// the passage, which somebody altered, it says what has become of the passage. It
// reports false where there is no such passage.
func (c *Chat) besidePassage(ctx context.Context, m Message, said string, turns []answer.Turn) (reply.Reply, bool) {
	passage, asked, ok := beside(said)
	if !ok {
		return reply.Reply{}, false
	}
	checked, err := c.check(ctx, m, passage)
	if err != nil || checked.Status == verify.Spliced || !stands(checked, passage, question.Question{Kind: question.Search}) {
		return reply.Reply{}, false
	}
	match := checked.Matches[0]
	t := answer.Turn{Document: match.Document, Question: question.Question{Kind: question.Lookup}, Sections: []string{match.Section}, Quoted: match.Span}
	a, err := c.ask(ctx, m, asked, slices.Concat(turns, []answer.Turn{t}))
	if err != nil {
		return c.failed(ctx, m, err), true
	}
	if a.Kind == answer.KindAnswer && c.tells(a.Citations[0], checked) {
		return c.worded(ctx, m, asked, a), true
	}
	return c.verified(ctx, m, checked, wordsLanguage(m, asked, a)), true
}

// tells reports whether a citation says what the passage beside a question does not:
// something else than a heading and, if the passage was altered, than its original.
func (c *Chat) tells(cited answer.Citation, checked verify.Result) bool {
	if c.isHeading(cited.Document, cited.ID, cited.Span) {
		return false
	}
	match := checked.Matches[0]
	return checked.Status == verify.Verbatim || cited.Document != match.Document || !cited.Span.Overlaps(match.Span)
}
