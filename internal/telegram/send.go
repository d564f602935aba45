package telegram

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"pincite/internal/metrics"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/message"
)

// WebClient is the platform's own client in a browser. It shows in a frame the pages
// of the reader that buttons open inside Telegram.
const WebClient = "https://web.telegram.org"

// errGone says that a chat has refused the bot.
var errGone = errors.New("the chat does not let the bot write")

// reply renders r and sends it to a place. If one message carries it, then is called
// with its number, once it is sent; then may be nil.
func (b *Bot) reply(ctx context.Context, to botapi.Place, r reply.Reply, then func(id int)) error {
	_, drawn := metrics.Stage(ctx, metrics.StageRender)
	calls := b.calls(to, r)
	drawn()
	left := len(calls)
	return b.post(ctx, calls, func(id int) {
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

// sendCall makes a call that sends or edits a message, and returns the number of
// the message. What cannot be edited any more is sent anew.
func (b *Bot) sendCall(ctx context.Context, call botapi.Call) (int, error) {
	if id, edits := call.Edits(); edits {
		err := b.deliver(ctx, call, nil)
		if !botapi.IsLost(err) {
			return id, err
		}
		call = call.Anew()
	}
	var sent botapi.Sent
	if err := b.deliver(ctx, call, &sent); err != nil {
		return 0, err
	}
	return sent.ID, nil
}

// deliver makes a call, again as far as it can be mended: it follows a group that
// has moved, and sends as plain text what the platform cannot parse. It waits for
// nothing.
func (b *Bot) deliver(ctx context.Context, call botapi.Call, result any) error {
	ctx, sent := metrics.Stage(ctx, metrics.StageSend)
	defer sent()
	for {
		chat := call.Chat()
		if chat != 0 && b.isGone(chat) {
			return errGone
		}
		err := b.client.Do(ctx, call, result)
		if err == nil || botapi.IsStale(err) {
			return nil
		}
		b.opt.Metrics.APIError(botapi.ClassOf(err))
		if botapi.IsForbidden(err) && chat != 0 {
			b.setGone(chat)
			return fmt.Errorf("%w: %w", errGone, err)
		}
		if !call.Mend(err) || ctx.Err() != nil {
			return err
		}
		b.moved(chat, call.Chat())
		b.signer.Resign(call, chat, call.Chat())
	}
}

// moved notes that a group has another number, if it has.
func (b *Bot) moved(from, to int64) {
	if from != to && from != 0 && to != 0 {
		b.moves.Add(to, from)
	}
}

// signed takes the signature off the data of a button that was pressed in a chat, also
// of one that was sent there when the chat had another number.
func (b *Bot) signed(chat int64, data string) (string, bool) {
	inner, ok := b.signer.Check(chat, data)
	if from, moved := b.moves.Get(chat); !ok && moved {
		return b.signer.Check(from, data)
	}
	return inner, ok
}

// tell makes a call for somebody who waits for it and not for long: what gets no
// answer is repeated, once.
func (b *Bot) tell(ctx context.Context, call botapi.Call) error {
	err := b.deliver(ctx, call, nil)
	if botapi.IsUnanswered(err) {
		err = b.deliver(ctx, call, nil)
	}
	return err
}
