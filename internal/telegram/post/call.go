package post

import (
	"context"
	"errors"
	"fmt"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/telegram/botapi"
)

const (
	// goneFor is how long a chat that refused a message is left alone, unless
	// it shows itself again before.
	goneFor = time.Hour

	// callGrace is how long a call that is begun in time may take when the time is over:
	// with it an update that is handled as it comes takes no longer than what pushes updates
	// waits. For one that waited for its chat's turn, and for a reply that waited, nobody
	// waits so long: it bounds what a call that hangs takes of a worker and of the turn.
	callGrace = 8 * time.Second

	// maxGone bounds the chats remembered as gone. One that is forgotten costs a
	// refused message to learn again.
	maxGone = 10_000

	// maxMoves bounds the groups known to have moved. Of one that is forgotten, the
	// buttons sent before have expired.
	maxMoves = 1000

	// maxMends bounds how often one call is mended: a group has moved, its topic and the
	// question are gone, and the markup is wrong.
	maxMends = 4
)

// errGone says that a chat has refused the bot.
var errGone = errors.New("the chat does not let the bot write")

// begun returns the context of a call that is begun within ctx, and what ends it. A time that
// is over does not cut the call off at once: the chat may have the message when the answer is
// on its way, and would be sent it again. The end of the program does.
func begun(ctx context.Context) (whole context.Context, done func()) {
	whole, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		if errors.Is(ctx.Err(), context.Canceled) {
			cancel()
			return
		}
		late := time.AfterFunc(callGrace, cancel)
		context.AfterFunc(whole, func() { late.Stop() })
	})
	return whole, func() { stop(); cancel() }
}

// sendCall makes a call that sends or edits a message, and returns the number of
// the message. What cannot be edited any more is sent anew.
func (p *Post) sendCall(ctx context.Context, call botapi.Call) (int, error) {
	if id, edits := call.Edits(); edits {
		err := p.deliver(ctx, call, nil)
		if !botapi.IsLost(err) {
			return id, err
		}
		call = call.Anew()
	}
	var sent botapi.Sent
	if err := p.deliver(ctx, call, &sent); err != nil {
		return 0, err
	}
	return sent.ID, nil
}

// deliver makes a call, again as far as it can be mended: it follows a group that
// has moved, and sends as plain text what the platform cannot parse. It waits for
// nothing.
func (p *Post) deliver(ctx context.Context, call botapi.Call, result any) error {
	ctx, sent := metrics.Stage(ctx, metrics.StageSend)
	defer sent()
	for mended := 0; ; mended++ {
		chat := call.Chat()
		if chat != 0 && p.Gone(chat) {
			return errGone
		}
		err := p.opt.Do(ctx, call, result)
		if err == nil || botapi.IsStale(err) {
			return nil
		}
		p.opt.Metrics.APIError(botapi.ClassOf(err))
		if botapi.IsForbidden(err) && chat != 0 {
			p.SetGone(chat)
			return fmt.Errorf("%w: %w", errGone, err)
		}
		if mended == maxMends || !call.Mend(err) || ctx.Err() != nil {
			return err
		}
		p.Moved(chat, call.Chat())
		p.opt.Signer.Resign(call, chat, call.Chat())
	}
}

// Moved notes that a group has another number, if it has.
func (p *Post) Moved(from, to int64) {
	if from != to && from != 0 && to != 0 {
		p.moves.Add(to, from)
	}
}

// Signed takes the signature off the data of a button that was pressed in a chat, also
// of one that was sent there when the chat had another number.
func (p *Post) Signed(chat int64, data string) (string, bool) {
	inner, ok := p.opt.Signer.Check(chat, data)
	if from, moved := p.moves.Get(chat); !ok && moved {
		return p.opt.Signer.Check(from, data)
	}
	return inner, ok
}

// Tell makes a call for somebody who waits for it and not for long: what gets no
// answer is repeated, once.
func (p *Post) Tell(ctx context.Context, call botapi.Call) error {
	err := p.deliver(ctx, call, nil)
	if botapi.IsUnanswered(err) {
		err = p.deliver(ctx, call, nil)
	}
	return err
}

// Gone reports whether a chat has blocked the bot or thrown it out of late.
func (p *Post) Gone(chat int64) bool {
	until, ok := p.gone.Peek(chat)
	return ok && p.opt.Now().Before(until)
}

// SetGone notes that a chat has shut the bot out.
func (p *Post) SetGone(chat int64) { p.gone.Add(chat, p.opt.Now().Add(goneFor)) }

// Back notes that a chat has let the bot in again.
func (p *Post) Back(chat int64) { p.gone.Remove(chat) }
