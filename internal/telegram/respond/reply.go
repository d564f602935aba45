package respond

import (
	"context"
	"hash/maphash"

	"pincite/internal/telegram/botapi"
)

// maxReplies bounds the replies remembered for edits. People correct a
// question within a minute or so of asking it.
const maxReplies = 1024

// asked names a message that was answered.
type asked struct {
	chat    int64
	message int
}

// A sentReply is the message that answered a question.
type sentReply struct {
	id   int
	text uint64 // hash of the question; the question itself is not kept
}

// textSeed makes the hashes of this process.
var textSeed = maphash.MakeSeed()

// rememberReply notes that message id answers m, whose words were text.
func (rs *Responder) rememberReply(ctx context.Context, m *botapi.Message, text string, id int) {
	if rs.opt.Store.Shared() && rs.opt.Store.Answered(ctx, conversation(m), m.ID, text, id) == nil {
		return // what fails is counted, and remembered here
	}
	rs.replies.Add(asked{m.Chat.ID, m.ID}, sentReply{id, maphash.String(textSeed, text)})
}

// replyTo returns the reply to an earlier version of m. ok is false if there is
// none, or if the text has not changed: an edit may be of something else.
func (rs *Responder) replyTo(ctx context.Context, m *botapi.Message, text string) (id int, ok bool) {
	if rs.opt.Store.Shared() {
		if id, changed, err := rs.opt.Store.ReplyTo(ctx, conversation(m), m.ID, text); err == nil && id != 0 {
			return id, changed
		}
	}
	sent, known := rs.replies.Get(asked{m.Chat.ID, m.ID})
	return sent.id, known && sent.text != maphash.String(textSeed, text)
}
