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
)

const (
	// turnPause is how long to wait before looking again whether another
	// process has handled what comes first in a chat.
	turnPause = 50 * time.Millisecond

	// sweepEvery is how often replies that could not be sent are tried again.
	sweepEvery = 3 * time.Second

	// laterPauses is how many times the pause between attempts has doubled when a
	// reply is left for later.
	laterPauses = 6

	// maxUnnoted bounds the calls that were made and could not be taken off the
	// list of those to make.
	maxUnnoted = 4096
)

// errLater says that an update must come again: another process has it, or the
// store does not answer and others may have it.
var errLater = errors.New("left for later")

// A visit is one update on its way from its claim to what is sent for it.
type visit struct {
	claim store.Claim
	first []store.Outgoing // to be sent before anything else to the chat
	done  bool             // noted as handled, with what is to be sent
	loose bool             // nothing is kept: there is no store, or it fails and nobody shares it
}

type visitKey struct{}

// visitOf returns the visit of a handler's context.
func visitOf(ctx context.Context) *visit {
	if v, ok := ctx.Value(visitKey{}).(*visit); ok {
		return v
	}
	return &visit{loose: true}
}

// visit handles an update once among all processes, in its turn.
func (b *Bot) visit(ctx context.Context, u *botapi.Update) (outcome string, err error) {
	v, err := b.begin(ctx, u)
	switch {
	case errors.Is(err, store.ErrHandled):
		return outcomeBefore, nil
	case err != nil:
		return outcomeLater, err
	}
	ctx = context.WithValue(ctx, visitKey{}, v)
	defer func() {
		if endErr := b.end(ctx, v); err == nil {
			err = endErr
		}
	}()
	return b.route(ctx, u)
}

// begin claims an update and waits for its turn.
func (b *Bot) begin(ctx context.Context, u *botapi.Update) (*visit, error) {
	v := &visit{loose: b.opt.Store == nil}
	if v.loose {
		return v, nil
	}
	var err error
	if v.claim, err = b.opt.Store.Take(ctx, int64(u.ID), conversationKey(u.Mailbox(), 0)); err != nil {
		return b.unclaimed(v, err)
	}
	for {
		var wait bool
		if v.first, wait, err = b.opt.Store.Ahead(ctx, v.claim); err != nil {
			return b.unclaimed(v, err)
		}
		if !wait {
			return v, nil
		}
		if err := b.sleep(ctx, turnPause); err != nil {
			return nil, fmt.Errorf("%w: another process is busy with the chat", errLater)
		}
	}
}

// giveUp lets other processes have an update that this one leaves for later.
func (b *Bot) giveUp(id int) {
	if b.opt.Store != nil {
		b.opt.Store.Release(context.Background(), int64(id))
	}
}

// unclaimed goes on without the store where nobody shares it.
func (b *Bot) unclaimed(v *visit, err error) (*visit, error) {
	switch {
	case errors.Is(err, store.ErrHandled):
		return nil, err
	case !errors.Is(err, store.ErrElsewhere) && b.opt.Store.Alone():
		b.log.Debug("the store fails; going on without", "err", err)
		return &visit{loose: true}, nil
	}
	return nil, fmt.Errorf("%w: %w", errLater, err)
}

// end notes an update as handled for which nothing was sent.
func (b *Bot) end(ctx context.Context, v *visit) error {
	if v.loose || v.done {
		return nil
	}
	_, err := b.post(ctx, 0, nil)
	return err
}

// post notes the update at hand as handled and what is to be sent for it, then
// sends it. From the note on nothing is lost: what cannot be sent now is sent
// later, by this process or another. It returns the numbers of the messages sent.
func (b *Bot) post(ctx context.Context, chat int64, calls []botapi.Call) (ids []int, err error) {
	v := visitOf(ctx)
	if v.loose || v.done {
		return b.sendLoose(ctx, chat, calls)
	}
	raws := make([][]byte, len(calls))
	for i, c := range calls {
		raws[i] = c.Encode()
	}
	v.done = true
	kept, err := b.opt.Store.Finish(ctx, v.claim, raws)
	switch {
	case err == nil:
	case !errors.Is(err, store.ErrLost) && b.opt.Store.Alone():
		b.log.DebugContext(ctx, "the store fails; going on without", "err", err)
		return b.sendLoose(ctx, chat, calls)
	default:
		return nil, fmt.Errorf("%w: %w", errLater, err)
	}
	if _, err := b.sendKept(ctx, v.first); err != nil && len(kept) > 0 {
		return nil, err
	}
	return b.sendKept(ctx, kept)
}

// sendLoose sends what is not kept anywhere.
func (b *Bot) sendLoose(ctx context.Context, chat int64, calls []botapi.Call) (ids []int, err error) {
	for i, c := range calls {
		id, err := b.sendCall(ctx, chat, c)
		if err != nil {
			return ids, fmt.Errorf("message %d of %d: %w", i+1, len(calls), err)
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// sendKept sends what the store keeps, in order, up to the first that must be
// tried again later.
func (b *Bot) sendKept(ctx context.Context, kept []store.Outgoing) (ids []int, err error) {
	for i, o := range kept {
		id, err := b.sendOne(ctx, o)
		if err != nil {
			if !errors.Is(err, errLater) {
				b.paused.Add(o.Chat, b.now().Add(botapi.Pause(err, laterPauses)))
			}
			return ids, fmt.Errorf("message %d of %d: %w", i+1, len(kept), err)
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// unnoted names a call that was made.
type unnoted struct {
	update int64
	part   int
}

// sendOne makes a call that is kept and takes it off the list, also if the chat
// will never take it.
func (b *Bot) sendOne(ctx context.Context, o store.Outgoing) (id int, err error) {
	name := unnoted{o.Update, o.Part}
	if !b.unnoted.Contains(name) {
		if !b.opt.Store.Holds(o) { // another process may be sending it
			return 0, fmt.Errorf("%w: another process may have taken it over", errLater)
		}
		id, err = b.sendRaw(ctx, o)
		if err != nil && !isFinal(err) {
			return 0, err
		}
		b.unnoted.Add(name, struct{}{})
	}
	if b.opt.Store.Sent(ctx, o) == nil { // if not, it is tried again with the next sweep
		b.unnoted.Remove(name)
	}
	return id, err
}

// replicas returns how many processes share the store, this one included.
func (b *Bot) replicas() int {
	if b.opt.Store == nil {
		return 1
	}
	return b.opt.Store.Replicas()
}

// isFinal reports that a reply that was not taken never will be.
func isFinal(err error) bool {
	return botapi.IsRefused(err) || errors.Is(err, errGone) || errors.Is(err, errUnreadable)
}

// errUnreadable says that a call was kept by another version of the program.
var errUnreadable = errors.New("a reply that was kept cannot be read")

func (b *Bot) sendRaw(ctx context.Context, o store.Outgoing) (int, error) {
	call, err := botapi.DecodeCall(o.Call)
	chat, ok := chatOf(o.Chat)
	if err != nil || !ok {
		return 0, errUnreadable
	}
	return b.sendCall(ctx, chat, call)
}

// chatOf returns the number of a chat by its key.
func chatOf(key string) (int64, bool) {
	id, err := strconv.ParseInt(strings.TrimPrefix(key, "tg:"), 10, 64)
	return id, err == nil
}

// sweep sends now and then what could not be sent before, until ctx ends.
func (b *Bot) sweep(ctx context.Context, d *dispatcher) {
	if b.opt.Store == nil {
		return
	}
	ticker := time.NewTicker(sweepEvery)
	defer ticker.Stop()
	for {
		b.sweepOnce(ctx, d)
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

func (b *Bot) sweepOnce(ctx context.Context, d *dispatcher) {
	chats, err := b.opt.Store.Unsent(ctx)
	if err != nil {
		b.log.Warn("replies that could not be sent wait longer", "err", err)
		return
	}
	for _, key := range chats {
		if until, ok := b.paused.Peek(key); ok && b.now().Before(until) {
			continue
		}
		if chat, ok := chatOf(key); ok {
			d.whenIdle(chat, func(ctx context.Context) { b.resend(ctx, key) })
		}
	}
}

// resend sends what is left over for a chat.
func (b *Bot) resend(ctx context.Context, chat string) {
	ctx, cancel := context.WithTimeout(ctx, b.opt.UpdateTimeout)
	defer cancel()
	kept, err := b.opt.Store.Outbox(ctx, chat)
	if err == nil {
		_, err = b.sendKept(ctx, kept)
	}
	if err != nil {
		b.log.Warn("replies that could not be sent wait longer", "err", err)
	}
}
