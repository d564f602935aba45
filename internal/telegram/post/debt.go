package post

import (
	"context"
	"errors"
	"slices"
	"sync"

	"pincite/internal/store"
	"pincite/internal/telegram/outbox"
)

// maxDebts bounds the updates of which the store is to be told that they were handled. Those
// over it are not told: a crash has them handled again, where the store has them.
const maxDebts = 4096

// maxStrikes bounds the replies of which it is to be told that they were sent, apart from
// those updates: one that is not told is sent again when the store answers. All of them once
// waited in memory whole; of each that was sent, its name is left.
const maxStrikes = 16 * maxDebts

// MostUnstruck is from how many replies on that were sent, and that a store which fails lists still,
// no more of its list are sent: a crash has them sent again.
const MostUnstruck = 8

// errUnstruck says that so many are.
var errUnstruck = errors.New("the store lists too many replies that were sent")

// A debt is what the store is to be told of an update, since it failed at the time: that
// it was handled, and what waits to be sent for it; or that a reply was sent.
type debt struct {
	claim  store.Claim
	stored func() bool     // whether the store may have the update itself
	sent   *store.Outgoing // without its call; nil where it is the update that was handled
}

// repeats reports whether the next process would do again what the store is not told of.
func (d debt) repeats() bool { return d.sent != nil || d.stored() }

// Debts are what the store is to be told, by the chat in whose turn it came about, in
// that order.
type debts struct {
	mu   sync.Mutex
	of   map[int64][]debt
	done int // those of updates
	sent int // those of replies
}

// add notes a debt and reports whether it is the first of its chat.
func (d *debts) add(chat int64, x debt) (first bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch {
	case x.sent != nil && d.sent < maxStrikes:
		d.sent++
	case x.sent == nil && d.done < maxDebts:
		d.done++
	default:
		return false
	}
	d.of[chat] = append(d.of[chat], x)
	return len(d.of[chat]) == 1
}

// first returns the first debt of a chat.
func (d *debts) first(chat int64) (x debt, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.of[chat]) == 0 {
		return debt{}, false
	}
	return d.of[chat][0], true
}

// pay takes the first debt of a chat off.
func (d *debts) pay(chat int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.of[chat][0].sent != nil {
		d.sent--
	} else {
		d.done--
	}
	if d.of[chat] = d.of[chat][1:]; len(d.of[chat]) == 0 {
		delete(d.of, chat)
	}
}

// unstruck reports whether a reply that was sent to a chat is to be struck off, and whether
// too many are in all.
func (d *debts) unstruck(chat int64) (here, many bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.ContainsFunc(d.of[chat], func(x debt) bool { return x.sent != nil }), d.sent >= MostUnstruck
}

// any reports whether f is true of a debt.
func (d *debts) any(f func(chat int64, x debt) bool) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for chat, all := range d.of {
		if slices.ContainsFunc(all, func(x debt) bool { return f(chat, x) }) {
			return true
		}
	}
	return false
}

// Owes reports whether the store is to be told of an update, or of what waits for it.
func (p *Post) Owes(update int) bool {
	return p.outbox.Holds(int64(update)) ||
		p.debts.any(func(_ int64, x debt) bool { return x.claim.Update == int64(update) })
}

// Repeats reports whether the next process, were this one killed, would do again what was
// done in any chat's turn.
func (p *Post) Repeats() bool {
	return p.debts.any(func(_ int64, x debt) bool { return x.repeats() })
}

// RepeatsIn is Repeats of one chat: what is answered there before the store is told would
// come before what is answered again.
func (p *Post) RepeatsIn(chat int64) bool {
	return p.debts.any(func(c int64, x debt) bool { return c == chat && x.repeats() })
}

// struck has what was sent in a chat struck off before more is sent there: were this
// process killed, the next would send it again, behind what followed it. Where that is so
// of many chats, the others wait as well. A store that is not worth waiting for is not.
func (p *Post) struck(ctx context.Context, chat int64) error {
	switch here, many := p.debts.unstruck(chat); {
	case !here && !many || !p.opt.Store.WorthWaiting():
		return nil
	case here:
		return p.Settle(ctx, chat)
	}
	return errUnstruck
}

// owe notes that the store is to be told of an update, and has it told when it answers.
// Nothing waits for what is in no chat's turn.
func (p *Post) owe(v *Visit) {
	if v.Beside {
		p.opt.Store.Settle(v.Claim.Update)
		return
	}
	p.add(v.Chat, debt{claim: v.Claim, stored: v.Stored})
}

// add notes a debt and sees to it that it is paid.
func (p *Post) add(chat int64, x debt) {
	if p.debts.add(chat, x) {
		p.settleLater(chat)
	}
}

// settleLater has the store told of what it is owed of a chat when it may answer again.
func (p *Post) settleLater(chat int64) {
	wait := awayPause
	if !p.opt.Store.WorthWaiting() {
		wait = refusedPause
	}
	p.opt.After(wait, func() { p.resend(chat) })
}

// Settle tells the store of what was handled in a chat's turn while it failed, and has it
// keep what waits to be sent for that: nothing that comes after it may be noted before. It
// must run in the chat's turn.
func (p *Post) Settle(ctx context.Context, chat int64) error {
	for {
		d, ok := p.debts.first(chat)
		if !ok {
			return nil
		}
		var err error
		if d.sent != nil {
			err = p.strike(ctx, *d.sent)
		} else {
			err = p.settle(ctx, chat, d.claim)
		}
		if err != nil {
			return err
		}
		p.debts.pay(chat)
	}
}

// settle tells the store of one update.
func (p *Post) settle(ctx context.Context, chat int64, c store.Claim) error {
	claim, err := p.opt.Store.Take(ctx, c.Update, c.Chat)
	if errors.Is(err, store.ErrHandled) { // it was noted, and what said so was lost on the way
		kept, err := p.opt.Store.Outbox(ctx, Key(chat))
		p.outbox.Reconcile(chat, kept, err != nil)
		return err
	}
	if isOthers(err) {
		return nil // it is another's by now
	}
	if err != nil {
		return err
	}
	letters := p.outbox.Loose(chat, c.Update)
	calls := make([][]byte, len(letters))
	for i, l := range letters {
		calls[i] = l.Call
	}
	p.renumber(letters, c.Update)
	kept, err := p.opt.Store.Finish(ctx, claim, calls)
	if isOthers(err) {
		return nil
	}
	if err == nil {
		p.outbox.Keep(letters, kept)
	}
	return err
}

// renumber names the letters of an update as the store is about to, and forgets the names
// of those that were sent, of which it has none.
func (p *Post) renumber(letters []*outbox.Letter, update int64) {
	for part := range outbox.MaxWaiting {
		p.unnoted.Remove(unnoted{update, part})
	}
	p.outbox.Renumber(letters)
}

// SettleAll tells the store what it is owed once no more is handled.
func (p *Post) SettleAll(ctx context.Context) {
	p.debts.mu.Lock()
	var chats []int64
	for chat := range p.debts.of {
		chats = append(chats, chat)
	}
	p.debts.mu.Unlock()
	for _, chat := range chats {
		if err := p.Settle(ctx, chat); err != nil {
			p.opt.Log.Warn("the store is not told of what was handled while it failed", "err", err)
			return
		}
	}
}

// isOthers reports that an update is no more this process's to note.
func isOthers(err error) bool {
	return errors.Is(err, store.ErrElsewhere) || errors.Is(err, store.ErrLost)
}

// Strike takes a letter off the store's list, behind those of its chat that could not be
// struck off: were this process killed, the next would send these again, and leave out what
// followed. The store may have one that memory alone has, where its own answer was lost on
// the way: it is struck off when it turns up. It must run in the chat's turn.
func (p *Post) Strike(ctx context.Context, l *outbox.Letter) {
	p.unnoted.Add(unnoted{l.Update, l.Part}, struct{}{})
	if l.Loose {
		return
	}
	o := l.Outgoing
	o.Call = nil // which is not sent again
	chat, ok := chatOf(o.Chat)
	if here, _ := p.debts.unstruck(chat); ok && here {
		p.add(chat, debt{claim: store.Claim{Update: o.Update}, sent: &o})
		_ = p.Settle(ctx, chat) // what it does not come to stays owed, and is tried again
		return
	}
	if err := p.strike(ctx, o); err != nil && ok {
		p.add(chat, debt{claim: store.Claim{Update: o.Update}, sent: &o})
	}
}

// strike takes a call off the store's list.
func (p *Post) strike(ctx context.Context, o store.Outgoing) error {
	if err := p.opt.Store.Sent(ctx, o); err != nil {
		return err
	}
	p.unnoted.Remove(unnoted{o.Update, o.Part})
	if chat, ok := chatOf(o.Chat); ok {
		p.outbox.Off(chat, o) // where it has turned up again
	}
	return nil
}

// unnoted names a call that was made.
type unnoted struct {
	update int64
	part   int
}
