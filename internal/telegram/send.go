package telegram

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/message"
)

// errGone says that a chat has refused the bot.
var errGone = errors.New("the chat does not let the bot write")

// reply renders r and sends it to a place. It returns the number of the
// message that carries it; 0 if there are several, or none.
func (b *Bot) reply(ctx context.Context, to botapi.Place, r reply.Reply) (int, error) {
	id, err := b.deliverReply(ctx, to, r)
	if err == nil {
		b.opt.Metrics.ReplySent(string(r.Kind))
	}
	return id, err
}

// noteSent tells the chat which message carries a reply: people may reply to any
// of them.
func (b *Bot) noteSent(to botapi.Place, id int, r reply.Reply) {
	if to.Chat != 0 && id != 0 {
		b.opt.Chat.Sent(conversationKey(to.Chat, to.Thread), strconv.Itoa(id), r)
	}
}

func (b *Bot) deliverReply(ctx context.Context, to botapi.Place, r reply.Reply) (int, error) {
	_, drawn := metrics.Stage(ctx, metrics.StageRender)
	messages := message.Of(r, b.links())
	drawn()
	edits := len(messages) == 1 && (to.Edit != 0 || to.Inline != "")
	if to.Chat == 0 {
		if !edits {
			return 0, nil // the chat of an inline message is not known
		}
		return 0, b.deliver(ctx, 0, botapi.EditMessage(to, messages[0]), nil)
	}
	var calls []botapi.Call
	for _, m := range messages {
		if edits {
			calls = append(calls, botapi.EditMessage(to, m))
		} else {
			calls = append(calls, botapi.SendMessage(to, m))
		}
		to.ReplyTo = 0
	}
	ids, err := b.post(ctx, to.Chat, calls)
	for _, id := range ids {
		b.noteSent(to, id, r)
	}
	if err != nil || len(ids) != 1 {
		return 0, err
	}
	return ids[0], nil
}

func (b *Bot) links() message.Links {
	self := b.self.Load()
	return message.Links{Bot: self.UserName, Inline: self.SupportsInlineQueries, Web: b.opt.Web}
}

// sendCall makes a call that sends or edits a message, and returns the number of
// the message. What cannot be edited any more is sent anew.
func (b *Bot) sendCall(ctx context.Context, chat int64, call botapi.Call) (int, error) {
	if id, edits := call.Edits(); edits {
		err := b.deliver(ctx, chat, call, nil)
		if !botapi.IsLost(err) {
			return id, err
		}
		call = call.Anew()
	}
	var sent botapi.Sent
	if err := b.deliver(ctx, chat, call, &sent); err != nil {
		return 0, err
	}
	return sent.ID, nil
}

// deliver calls a method and recovers where it can: it waits when told to,
// repeats what got no answer, follows a group that has moved, and sends as
// plain text what the platform cannot parse. It gives up when ctx would end
// first. chat is 0 for calls that write to no chat.
func (b *Bot) deliver(ctx context.Context, chat int64, call botapi.Call, result any) error {
	ctx, sent := metrics.Stage(ctx, metrics.StageSend)
	defer sent()
	for attempt := 0; ; attempt++ {
		if chat != 0 && b.isGone(chat) {
			return errGone
		}
		if chat != 0 && b.pace.Wait(ctx, b.replicas()) != nil {
			return errors.New("no time left to wait for the pace of telegram.sends_per_second")
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
		wait, again := call.Retry(err, attempt)
		if !again || ctx.Err() != nil {
			return err
		}
		if end, ok := ctx.Deadline(); ok && time.Until(end) < wait {
			return fmt.Errorf("no time left to wait %s: %w", wait, err)
		}
		if b.sleep(ctx, wait) != nil {
			return err
		}
	}
}
