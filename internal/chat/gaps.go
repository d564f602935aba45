package chat

import (
	"context"

	"pincite/internal/reply"
)

// command returns what a word after a slash does to m; nil if it asks the document.
// /gaps is a command for operators, in a chat with the bot alone.
func (c *Chat) command(name string, m Message) func(*Chat, context.Context, Message, string) reply.Reply {
	if name == "gaps" && m.Private && c.opt.Gaps != nil && c.opt.Operator != nil && c.opt.Operator(m.Person) {
		return (*Chat).gaps
	}
	return commandNamed(name)
}

// gaps tells what was asked and not found.
func (c *Chat) gaps(ctx context.Context, m Message, _ string) reply.Reply {
	r, err := c.opt.Gaps(ctx)
	if err != nil {
		return c.failed(ctx, m, err)
	}
	return c.chrome(ctx, m).Gaps(r, c.kept())
}
