package chat

import (
	"context"
	"slices"

	"pincite/internal/answer/turn"
	"pincite/internal/reply"
	"pincite/internal/text"
)

// Sent tells which message of a conversation carried a reply, so that what it
// cited is known when somebody replies to it. A carrier whose messages have no id
// need not call it.
func (c *Chat) Sent(conversation, id string, r reply.Reply) {
	c.cited.Sent(conversation, id, r.Answer.Turn())
}

// context returns the earlier turns of m's conversation, oldest first. A
// message that m replies to comes last: it is what the person has in mind.
func (c *Chat) context(ctx context.Context, m Message) ([]turn.Turn, error) {
	var turns []turn.Turn
	for _, t := range c.talks.Get(ctx, m.Conversation).Turns {
		turns = append(turns, t.Turn)
	}
	if t, ok := c.cited.By(m.Conversation, m.ReplyToID, m.ReplyToLinks, m.Quoted); ok {
		return append(turns, withQuestion(t, turns)), nil
	}
	if m.ReplyToBot || text.Line(m.ReplyTo) == "" {
		return turns, nil
	}
	a, err := c.ask(ctx, m, text.Cut(text.Line(m.ReplyTo), questionRunes), turns)
	if err != nil {
		return nil, err
	}
	return append(turns, a.Turn()), nil
}

// withQuestion returns the turn that cited the same section first as t, which
// knows its question, or t.
func withQuestion(t turn.Turn, turns []turn.Turn) turn.Turn {
	for _, known := range slices.Backward(turns) {
		if known.Document == t.Document && len(known.Sections) > 0 && known.Sections[0] == t.Sections[0] {
			return known
		}
	}
	return t
}
