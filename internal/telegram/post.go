package telegram

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/outbox"
)

const (
	// sweepEvery is how often to look for replies that another process, or an
	// earlier one, has left behind.
	sweepEvery = 3 * time.Second

	// awayPause is how long to wait for a store that does not answer.
	awayPause = time.Second

	// maxUnnoted bounds the calls that were made and could not be taken off the
	// list of those to make.
	maxUnnoted = 4096
)

// Reasons for which a reply is dropped, as the metrics name them, besides those of
// package queue.
const (
	droppedExpired = "expired"  // it could not be sent within Options.KeepUnsent
	droppedCrowded = "too many" // too many replies wait for its chat
	droppedRefused = "refused"  // the platform takes it neither now nor later
)

var (
	// errWaits says that a reply is kept until its chat may be written to.
	errWaits = errors.New("the reply waits for its chat")

	// errCrowded says that a chat has asked for more than it can be sent.
	errCrowded = errors.New("too many replies wait for the chat")
)

// post notes the update at hand as handled and what is to be sent for it, then
// sends it. From the note on nothing is lost: what cannot be sent now is sent
// later, by this process or another; the error is errWaits then. sent is called with
// the number of each message, when it has one.
func (b *Bot) post(ctx context.Context, calls []botapi.Call, sent func(id int)) error {
	v := visitOf(ctx)
	letters, err := b.finish(ctx, v, calls)
	if err != nil {
		return err
	}
	for _, l := range letters {
		l.Sent = sent
	}
	b.outbox.Reconcile(v.chat, v.first, v.loose)
	if len(letters) > 0 && !b.outbox.Put(v.chat, letters...) {
		b.opt.Metrics.ReplyDropped(droppedCrowded)
		for _, l := range letters {
			b.strike(ctx, l)
		}
		return errCrowded
	}
	return b.flush(ctx, v.chat)
}

// finish notes that an update is handled and returns what is to be sent for it. What
// the end of the program cut off comes again. Where the store fails and nobody shares it, that is kept in memory alone.
func (b *Bot) finish(ctx context.Context, v *visit, calls []botapi.Call) ([]*outbox.Letter, error) {
	if errors.Is(ctx.Err(), context.Canceled) {
		return nil, fmt.Errorf("%w: what there is of an answer was cut off by the end of the program", errLater)
	}
	raws := make([][]byte, len(calls))
	for i, c := range calls {
		raws[i] = c.Encode()
	}
	var kept []store.Outgoing
	loose := v.loose
	if !loose {
		v.done = true
		var err error
		kept, err = b.opt.Store.Finish(ctx, v.claim, raws)
		switch {
		case err == nil:
		case !errors.Is(err, store.ErrLost) && b.opt.Store.Alone():
			b.log.Debug("the store fails; going on without", "err", err)
			b.opt.Store.Settle(v.claim.Update)
			loose = true
		default:
			return nil, fmt.Errorf("%w: %w", errLater, err)
		}
	}
	letters := make([]*outbox.Letter, len(calls))
	for i := range calls {
		letters[i] = &outbox.Letter{Loose: loose, At: b.now()}
		if loose {
			letters[i].Outgoing = store.Outgoing{Update: v.claim.Update, Part: i, Call: raws[i]}
		} else {
			letters[i].Outgoing = kept[i]
		}
	}
	return letters, nil
}

// flush sends what waits for a chat, in order, until there is no more or the chat
// must wait; the error is errWaits then, and it goes on by itself after the wait. Of
// what is refused for good the last refusal is the error. It must run in the chat's
// turn.
func (b *Bot) flush(ctx context.Context, chat int64) error {
	var refused error
	for {
		b.expire(ctx, chat)
		l, wait := b.outbox.Next(chat, b.now())
		switch {
		case wait > 0:
			b.goOn(chat, wait)
			return errWaits
		case l == nil:
			return refused
		}
		err := b.send(ctx, chat, l)
		switch {
		case err == nil:
		case isFinal(err):
			b.opt.Metrics.ReplyDropped(droppedRefused)
			refused = err
		case errors.Is(err, errLater):
			b.outbox.Delay(chat, b.now().Add(awayPause))
			continue
		case ctx.Err() != nil:
			b.goOn(chat, 0)
			return fmt.Errorf("%w: %w", errWaits, err)
		default:
			b.delay(chat, err)
			continue
		}
		b.outbox.Off(chat)
	}
}

// delay has a chat wait after a call that failed.
func (b *Bot) delay(chat int64, err error) {
	wait := botapi.Pause(err, b.outbox.Failed(chat))
	b.log.Info("a reply waits", "wait", wait.Round(time.Millisecond), "err", err)
	b.outbox.Delay(chat, b.now().Add(wait))
}

// expire drops what has waited for a chat for too long.
func (b *Bot) expire(ctx context.Context, chat int64) {
	for {
		l := b.outbox.First(chat)
		if l == nil || b.now().Sub(l.At) <= b.opt.KeepUnsent {
			return
		}
		b.opt.Metrics.ReplyDropped(droppedExpired)
		b.log.Warn("a reply could not be sent in time and is dropped", "update", l.Update, "after", b.opt.KeepUnsent)
		b.strike(ctx, l)
		b.outbox.Off(chat)
	}
}

// strike takes a letter off the store's list. The store may have one that memory alone has,
// where its own answer was lost on the way: it is struck off when it turns up.
func (b *Bot) strike(ctx context.Context, l *outbox.Letter) {
	name := unnoted{l.Update, l.Part}
	b.unnoted.Add(name, struct{}{})
	if l.Loose {
		return
	}
	if b.opt.Store.Sent(ctx, l.Outgoing) == nil { // if not, it is tried again with the next sweep
		b.unnoted.Remove(name)
	}
}

// unnoted names a call that was made.
type unnoted struct {
	update int64
	part   int
}

// send makes the call of a letter and takes it off the list, also if the chat will
// never take it.
func (b *Bot) send(ctx context.Context, chat int64, l *outbox.Letter) error {
	if b.unnoted.Contains(unnoted{l.Update, l.Part}) {
		b.strike(ctx, l)
		return nil
	}
	if !l.Loose && !b.opt.Store.Holds(l.Outgoing) { // another process may be sending it
		return fmt.Errorf("%w: another process may have taken it over", errLater)
	}
	if err := b.pace.Wait(ctx, b.replicas()); err != nil {
		return fmt.Errorf("wait for the pace of telegram.sends_per_second: %w", err)
	}
	call, err := botapi.DecodeCall(l.Call)
	if err != nil {
		err = errUnreadable
	}
	id := 0
	if err == nil {
		id, err = b.sendCall(ctx, call)
	}
	if err != nil && !isFinal(err) {
		return err
	}
	b.strike(ctx, l)
	if err == nil && l.Sent != nil {
		l.Sent(id)
	}
	return err
}

// replicas returns how many processes share the store, this one included.
func (b *Bot) replicas() int { return b.opt.Store.Replicas() }

// isFinal reports that a reply that was not taken never will be.
func isFinal(err error) bool {
	return botapi.IsRefused(err) || errors.Is(err, errGone) || errors.Is(err, errUnreadable)
}

// errUnreadable says that a call was kept by another version of the program.
var errUnreadable = errors.New("a reply that was kept cannot be read")

// chatOf returns the number of a chat by its key.
func chatOf(key string) (int64, bool) {
	id, err := strconv.ParseInt(strings.TrimPrefix(key, "tg:"), 10, 64)
	return id, err == nil
}

// goOn has what waits for a chat sent after a time, in the chat's turn.
func (b *Bot) goOn(chat int64, wait time.Duration) {
	if !b.outbox.Claim(chat) {
		return
	}
	b.after(wait, func() {
		b.outbox.Due(chat)
		b.resend(chat)
	})
}

// resend sends what waits for a chat, and what was left behind for it.
func (b *Bot) resend(chat int64) {
	room := b.queue.Load().InTurn(chat, func(ctx context.Context) {
		ctx, cancel := context.WithTimeout(b.opt.Metrics.Into(ctx), b.opt.UpdateTimeout)
		defer cancel()
		kept, err := b.opt.Store.Outbox(ctx, conversationKey(chat, 0))
		b.outbox.Reconcile(chat, kept, err != nil)
		if err := b.flush(ctx, chat); err != nil && !errors.Is(err, errWaits) {
			b.log.Warn("a reply that waited was not taken", "err", err)
		}
	})
	if !room {
		b.goOn(chat, sweepEvery)
	}
}

// held waits as long as an update that is handled should not be confirmed, because
// its reply waits in memory alone, or until ctx ends.
func (b *Bot) held(ctx context.Context, update int) {
	gone, left := b.outbox.Held(int64(update), b.now())
	if gone == nil {
		return
	}
	timer := time.NewTimer(left)
	defer timer.Stop()
	select {
	case <-gone:
	case <-timer.C:
	case <-ctx.Done():
	}
}

// sweep looks now and then for replies that were left behind, until ctx ends.
func (b *Bot) sweep(ctx context.Context) {
	ticker := time.NewTicker(sweepEvery)
	defer ticker.Stop()
	for {
		b.sweepOnce(ctx)
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

func (b *Bot) sweepOnce(ctx context.Context) {
	b.keepLoose()
	b.takeUp(ctx)
	chats, err := b.opt.Store.Unsent(ctx)
	if err != nil {
		b.log.Warn("replies that could not be sent wait longer", "err", err)
		return
	}
	for _, key := range chats {
		if chat, ok := chatOf(key); ok && !b.outbox.Claimed(chat) {
			b.resend(chat)
		}
	}
}
