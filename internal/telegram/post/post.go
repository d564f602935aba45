package post

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/recent"
	"pincite/internal/request"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/outbox"
)

const (
	// SweepEvery is how often to look for replies that another process, or an
	// earlier one, has left behind.
	SweepEvery = 3 * time.Second

	// awayPause is how long to wait for a store that does not answer.
	awayPause = time.Second

	// refusedPause is how long to wait for one that is full or has failed for long.
	refusedPause = 30 * time.Second

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
	// ErrLater says that an update must come again: another process has it, or the
	// store does not answer and others may have it.
	ErrLater = errors.New("left for later")

	// ErrWaits says that a reply is kept until its chat may be written to.
	ErrWaits = errors.New("the reply waits for its chat")

	// errCrowded says that a chat has asked for more than it can be sent.
	errCrowded = errors.New("too many replies wait for the chat")
)

// Options are what a Post needs, all of it.
type Options struct {
	Do      func(ctx context.Context, call botapi.Call, result any) error // makes a call, once
	Signer  botapi.Signer                                                 // of buttons
	Store   *store.Store
	Metrics *metrics.Metrics
	Log     *slog.Logger

	SendsPerSecond int           // to all chats, of all processes that share Store; 0 means no limit, nor one for each chat
	KeepUnsent     time.Duration // for a reply that cannot be sent
	Timeout        time.Duration // for sending what has waited

	// InTurn does work in the turn of a chat. It reports false if there is no room.
	InTurn func(chat int64, work func(context.Context)) bool

	Now   func() time.Time
	After func(time.Duration, func()) // calls a function after a time
}

// A Post sends what a bot has to say. It is safe for concurrent use.
type Post struct {
	opt     Options
	pace    *recent.Pace
	gone    *recent.Map[int64, time.Time] // chats that refuse the bot, and until when to leave them alone
	moves   *recent.Map[int64, int64]     // numbers that groups had, by those that they have
	outbox  *outbox.Box
	unnoted *recent.Map[unnoted, struct{}] // calls made that the store still lists
	debts   debts
}

// New returns a Post that has nothing to send.
func New(o Options) *Post {
	return &Post{
		opt: o, pace: recent.NewPace(o.SendsPerSecond),
		gone: recent.NewMap[int64, time.Time](maxGone), moves: recent.NewMap[int64, int64](maxMoves),
		outbox:  outbox.New(outbox.Options{Paced: o.SendsPerSecond > 0, Lasting: o.Store.Lasting()}),
		unnoted: recent.NewMap[unnoted, struct{}](maxUnnoted),
		debts:   debts{of: map[int64][]debt{}},
	}
}

// A Visit is one update on its way from its claim to what is sent for it.
type Visit struct {
	Chat  int64 // in whose turn it is handled
	Claim store.Claim
	First []store.Outgoing // to be sent before anything else to the chat
	Done  bool             // noted as handled, with what is to be sent
	Loose bool             // the store does not know of it: it fails, and nobody shares it

	Stored func() bool // whether the store may have the update, which is handled again unless it is noted as handled

	Beside bool // in no chat's turn: an inline query, for which nothing is sent to a chat
}

// Send notes an update as handled and what is to be sent for it, then
// sends it. From the note on nothing is lost: what cannot be sent now is sent
// later, by this process or another; the error is ErrWaits then. sent is called with
// the number of each message, when it has one.
func (p *Post) Send(ctx context.Context, v *Visit, calls []botapi.Call, sent func(id int)) error {
	letters, err := p.finish(ctx, v, calls)
	if err != nil {
		return err
	}
	for _, l := range letters {
		l.Sent = sent
	}
	p.outbox.Reconcile(v.Chat, v.First, v.Loose)
	if len(letters) > 0 && !p.outbox.Put(v.Chat, letters...) {
		p.opt.Metrics.ReplyDropped(droppedCrowded)
		for _, l := range letters {
			p.Strike(ctx, l)
		}
		return errCrowded
	}
	return p.flush(ctx, v.Chat)
}

// Finish notes that an update is handled for which nothing is sent.
func (p *Post) Finish(ctx context.Context, v *Visit) error {
	_, err := p.finish(ctx, v, nil)
	return err
}

// finish notes that an update is handled and returns what is to be sent for it. What
// the end of the program cut off comes again. Where the store fails and nobody shares it, that is kept in memory alone.
func (p *Post) finish(ctx context.Context, v *Visit, calls []botapi.Call) ([]*outbox.Letter, error) {
	if errors.Is(ctx.Err(), context.Canceled) {
		return nil, fmt.Errorf("%w: what there is of an answer was cut off by the end of the program", ErrLater)
	}
	raws := make([][]byte, len(calls))
	for i, c := range calls {
		raws[i] = c.Encode()
	}
	var kept []store.Outgoing
	loose := v.Loose
	v.Done = true
	if !loose {
		var err error
		kept, err = p.opt.Store.Finish(ctx, v.Claim, raws)
		switch {
		case err == nil:
		case !errors.Is(err, store.ErrLost) && p.opt.Store.Alone():
			p.opt.Log.Debug("the store fails; going on without", "err", err)
			loose = true
		default:
			return nil, fmt.Errorf("%w: %w", ErrLater, err)
		}
	}
	if loose {
		p.owe(v)
	}
	letters := make([]*outbox.Letter, len(calls))
	for i := range calls {
		letters[i] = &outbox.Letter{Loose: loose, At: p.opt.Now()}
		if loose {
			letters[i].Outgoing = store.Outgoing{Update: v.Claim.Update, Part: i, Call: raws[i]}
		} else {
			letters[i].Outgoing = kept[i]
		}
	}
	return letters, nil
}

// flush sends what waits for a chat, in order, until there is no more or the chat
// must wait; the error is ErrWaits then, and it goes on by itself after the wait. Of
// what is refused for good the last refusal is the error. It must run in the chat's
// turn.
func (p *Post) flush(ctx context.Context, chat int64) error {
	var refused error
	for {
		p.expire(ctx, chat)
		if l := p.outbox.First(chat); l != nil && !p.unnoted.Contains(unnoted{l.Update, l.Part}) {
			if err := p.struck(ctx, chat); err != nil {
				p.opt.Log.Debug("the store fails still", "err", err)
				p.outbox.Delay(chat, p.opt.Now().Add(awayPause))
			}
		}
		l, wait := p.outbox.Next(chat, p.opt.Now())
		switch {
		case wait > 0:
			p.goOn(chat, wait)
			return ErrWaits
		case l == nil:
			return refused
		}
		err := p.send(ctx, chat, l)
		switch {
		case err == nil:
		case isFinal(err):
			p.opt.Metrics.ReplyDropped(droppedRefused)
			refused = err
		case errors.Is(err, ErrLater):
			p.outbox.Delay(chat, p.opt.Now().Add(awayPause))
			continue
		case ctx.Err() != nil:
			if botapi.IsUnanswered(err) { // the chat may have it, and is sent it again
				p.opt.Log.Info("a reply waits", "wait", 0, "err", err)
			}
			p.goOn(chat, 0)
			return fmt.Errorf("%w: %w", ErrWaits, err)
		default:
			p.delay(chat, err)
			continue
		}
		p.outbox.Off(chat, l.Outgoing)
	}
}

// delay has a chat wait after a call that failed.
func (p *Post) delay(chat int64, err error) {
	wait := botapi.Pause(err, p.outbox.Failed(chat))
	p.opt.Log.Info("a reply waits", "wait", wait.Round(time.Millisecond), "err", err)
	p.outbox.Delay(chat, p.opt.Now().Add(wait))
}

// expire drops what has waited for a chat for too long.
func (p *Post) expire(ctx context.Context, chat int64) {
	for {
		l := p.outbox.First(chat)
		if l == nil || p.opt.Now().Sub(l.At) <= p.opt.KeepUnsent || !p.holds(l) {
			return
		}
		p.opt.Metrics.ReplyDropped(droppedExpired)
		p.opt.Log.Warn("a reply could not be sent in time and is dropped", "update", l.Update, "after", p.opt.KeepUnsent)
		p.Strike(ctx, l)
		p.outbox.Off(chat, l.Outgoing)
	}
}

// send makes the call of a letter and takes it off the list, also if the chat will
// never take it.
func (p *Post) send(ctx context.Context, chat int64, l *outbox.Letter) error {
	if p.unnoted.Contains(unnoted{l.Update, l.Part}) {
		p.Strike(ctx, l)
		return nil
	}
	if err := p.pace.Wait(ctx, p.opt.Store.Replicas()); err != nil {
		return fmt.Errorf("wait for the pace of telegram.sends_per_second: %w", err)
	}
	call, err := botapi.DecodeCall(l.Call)
	if err != nil {
		err = errUnreadable
	}
	if !p.holds(l) { // looked at last: whatever came before may have taken long
		return fmt.Errorf("%w: another process may have taken it over", ErrLater)
	}
	if ctx.Err() != nil { // not begun, it is not cut off
		return ctx.Err()
	}
	ctx, done := begun(ctx)
	defer done()
	id := 0
	if err == nil {
		id, err = p.sendCall(ctx, call)
	}
	if err != nil && !isFinal(err) {
		return err
	}
	p.Strike(ctx, l)
	if err == nil && l.Sent != nil {
		l.Sent(id)
	}
	return err
}

// holds reports whether a letter is this process's to send or to drop.
func (p *Post) holds(l *outbox.Letter) bool { return l.Loose || p.opt.Store.Holds(l.Outgoing) }

// isFinal reports that a reply that was not taken never will be.
func isFinal(err error) bool {
	return botapi.IsRefused(err) || errors.Is(err, errGone) || errors.Is(err, errUnreadable)
}

// errUnreadable says that a call was kept by another version of the program.
var errUnreadable = errors.New("a reply that was kept cannot be read")

// goOn has what waits for a chat sent after a time, in the chat's turn.
func (p *Post) goOn(chat int64, wait time.Duration) {
	if !p.outbox.Claim(chat) {
		return
	}
	p.opt.After(wait, func() {
		p.outbox.Due(chat)
		p.resend(chat)
	})
}

// resend sends what waits for a chat, and what was left behind for it.
func (p *Post) resend(chat int64) {
	room := p.opt.InTurn(chat, func(ctx context.Context) {
		ctx, cancel := context.WithTimeout(p.opt.Metrics.Into(request.With(ctx, "resend")), p.opt.Timeout)
		defer cancel()
		if err := p.Settle(ctx, chat); err != nil {
			p.opt.Log.Debug("the store fails still", "err", err)
			p.settleLater(chat)
		}
		kept, err := p.opt.Store.Outbox(ctx, Key(chat))
		p.outbox.Reconcile(chat, kept, err != nil)
		if err := p.flush(ctx, chat); err != nil && !errors.Is(err, ErrWaits) {
			p.opt.Log.Warn("a reply that waited was not taken", "err", err)
		}
	})
	if _, owes := p.debts.first(chat); !room && owes {
		p.opt.After(SweepEvery, func() { p.resend(chat) })
	} else if !room {
		p.goOn(chat, SweepEvery)
	}
}

// Hold waits as long as an update that is handled should not be confirmed, because
// its reply waits in memory alone, or until ctx ends. scarce says that others need the
// places of updates that are not confirmed.
func (p *Post) Hold(ctx context.Context, update int, scarce bool) {
	gone, left := p.held(update, scarce)
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

// Holds reports whether an update should not be confirmed yet, for that reason.
func (p *Post) Holds(update int, scarce bool) bool {
	gone, _ := p.held(update, scarce)
	return gone != nil
}

// held is [outbox.Box.Held]. What the store is worth waiting for is held until it is sent or the store has it.
func (p *Post) held(update int, scarce bool) (gone <-chan struct{}, left time.Duration) {
	if p.opt.Store.WorthWaiting() {
		return p.outbox.HeldForStore(int64(update))
	}
	return p.outbox.Held(int64(update), p.opt.Now(), scarce)
}

// Empty returns a channel that is closed when nothing waits.
func (p *Post) Empty() <-chan struct{} { return p.outbox.Empty() }

// Waiting returns how many replies wait.
func (p *Post) Waiting() int { return p.outbox.Waiting() }

// Sweep sends what was left behind, by another process or an earlier one.
func (p *Post) Sweep(ctx context.Context) {
	chats, err := p.opt.Store.Unsent(ctx)
	if err != nil {
		p.opt.Log.Warn("replies that could not be sent wait longer", "err", err)
		return
	}
	for _, key := range chats {
		if chat, ok := chatOf(key); ok && !p.outbox.Claimed(chat) {
			p.resend(chat)
		}
	}
}
