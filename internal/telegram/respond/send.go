package respond

import (
	"context"
	"strconv"

	"pincite/internal/metrics"
	"pincite/internal/reply"
	"pincite/internal/rescue"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/message"
	"pincite/internal/telegram/post"
)

// reply renders r and sends it to a place. If one message carries it, then is called
// with its number, once it is sent; then may be nil.
func (rs *Responder) reply(ctx context.Context, to botapi.Place, r reply.Reply, then func(id int)) error {
	_, drawn := metrics.Stage(ctx, metrics.StageRender)
	calls := rs.drawn(ctx, to, r)
	drawn()
	left := len(calls)
	return rs.opt.Post.Send(ctx, visitOf(ctx), calls, func(id int) {
		rs.noteSent(to, id, r)
		if left--; left > 0 {
			return
		}
		rs.opt.Metrics.ReplySent(string(r.Kind))
		if len(calls) == 1 && id != 0 && then != nil {
			then(id)
		}
	})
}

// noteSent tells the chat which message carries a reply: people may reply to any
// of them.
func (rs *Responder) noteSent(to botapi.Place, id int, r reply.Reply) {
	if id != 0 {
		rs.opt.Chat.Sent(post.Conversation(to.Chat, to.Thread), strconv.Itoa(id), r)
	}
}

// drawn returns what sends a reply to a place; if the program panics over it, what says
// that the message cannot be answered.
func (rs *Responder) drawn(ctx context.Context, to botapi.Place, r reply.Reply) (calls []botapi.Call) {
	defer func() {
		if v := recover(); v != nil {
			err := rescue.Caught(v)
			metrics.PanicRecovered(ctx)
			rs.opt.Log.ErrorContext(ctx, "panic while drawing a reply", "err", err, "stack", err.Stack)
			calls = rs.Calls(to, own(wordsIn(r.Language).CannotAnswer))
		}
	}()
	return rs.Calls(to, r)
}

// Calls returns what sends a reply to a place, or puts it in the place of a message
// there.
func (rs *Responder) Calls(to botapi.Place, r reply.Reply) []botapi.Call {
	links := rs.links()
	links.App = to.Chat > 0 // the numbers of groups are below zero
	messages := message.Of(r, links)
	for _, m := range messages {
		rs.sign(to.Chat, m.Buttons)
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
func (rs *Responder) sign(chat int64, rows [][]botapi.Button) {
	for _, row := range rows {
		for i := range row {
			if row[i].Data != "" {
				row[i].Data = rs.opt.Signer.Sign(chat, row[i].Data)
			}
		}
	}
}

func (rs *Responder) links() message.Links {
	self := rs.opt.Self()
	return message.Links{Bot: self.UserName, Inline: self.SupportsInlineQueries, Web: rs.opt.Web}
}
