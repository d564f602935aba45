package telegram

import (
	"context"
	"strconv"

	"pincite/internal/metrics"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/message"
)

// WebClient is the platform's own client in a browser. It shows in a frame the pages
// of the reader that buttons open inside Telegram.
const WebClient = "https://web.telegram.org"

// reply renders r and sends it to a place. If one message carries it, then is called
// with its number, once it is sent; then may be nil.
func (b *Bot) reply(ctx context.Context, to botapi.Place, r reply.Reply, then func(id int)) error {
	_, drawn := metrics.Stage(ctx, metrics.StageRender)
	calls := b.calls(to, r)
	drawn()
	left := len(calls)
	return b.post.Send(ctx, visitOf(ctx), calls, func(id int) {
		b.noteSent(to, id, r)
		if left--; left > 0 {
			return
		}
		b.opt.Metrics.ReplySent(string(r.Kind))
		if len(calls) == 1 && id != 0 && then != nil {
			then(id)
		}
	})
}

// noteSent tells the chat which message carries a reply: people may reply to any
// of them.
func (b *Bot) noteSent(to botapi.Place, id int, r reply.Reply) {
	if id != 0 {
		b.opt.Chat.Sent(conversationKey(to.Chat, to.Thread), strconv.Itoa(id), r)
	}
}

// calls returns what sends a reply to a place, or puts it in the place of a message
// there.
func (b *Bot) calls(to botapi.Place, r reply.Reply) []botapi.Call {
	links := b.links()
	links.App = to.Chat > 0 // the numbers of groups are below zero
	messages := message.Of(r, links)
	for _, m := range messages {
		b.sign(to.Chat, m.Buttons)
	}
	if len(messages) == 1 && to.Edit != 0 {
		return []botapi.Call{botapi.EditMessage(to, messages[0])}
	}
	var calls []botapi.Call
	for _, m := range messages {
		calls = append(calls, botapi.SendMessage(to, m))
		to.ReplyTo = 0
	}
	return calls
}

// sign signs the buttons of a message to a chat.
func (b *Bot) sign(chat int64, rows [][]botapi.Button) {
	for _, row := range rows {
		for i := range row {
			if row[i].Data != "" {
				row[i].Data = b.signer.Sign(chat, row[i].Data)
			}
		}
	}
}

func (b *Bot) links() message.Links {
	self := b.self.Load()
	return message.Links{Bot: self.UserName, Inline: self.SupportsInlineQueries, Web: b.opt.Web}
}
