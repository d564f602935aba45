package telegram

import (
	"context"
	"strconv"
	"time"

	"pincite/internal/request"
	"pincite/internal/telegram/botapi"
)

const (
	// maxOpen is how many updates of one chat, and of one person, hold a place of
	// those that the platform has for updates that are not confirmed. Where there are
	// more, all of them are kept and need not come again.
	maxOpen = 4

	// maxHeld is from how many on those of one chat or person are held by memory alone
	// where no store outlives this process: a crash loses what one who floods the bot
	// has asked, and of nobody else.
	maxHeld = 20

	// openFor is how long an update holds such a place.
	openFor = 2 * time.Second

	// mostPushed is how many updates the platform pushes at a time.
	mostPushed = 40
)

// keep sees to it that an update which waits for its turn, and whose place others
// need, need not come again, and reports whether that is so. The store keeps it. Where
// the store does not outlive this process, or fails and nobody shares it, memory alone
// has it from then on, but only when places are scarce and its chat or person has many.
func (b *Bot) keep(j *job, scarce bool) bool {
	if j.kept.Load() {
		return true
	}
	d, s := b.dispatcher.Load(), b.opt.Store
	raw, waiting := d.crowding(j)
	if raw == nil {
		return false
	}
	stored := false
	if s.Lasting() {
		err := s.Keep(context.Background(), int64(j.id), turnKey(j.update), raw)
		if stored = err == nil; !stored {
			b.log.Debug("an update is not kept", "update", j.id, "err", err)
		}
	}
	if !stored && !(scarce && s.Alone() && waiting > maxHeld) {
		return false
	}
	j.loose.Store(!stored)
	j.kept.Store(true)
	return true
}

// crowding returns an update as it came if it waits and should not hold a place for
// longer, nil if it may, and how many of its chat or person wait.
func (d *dispatcher) crowding(j *job) (raw []byte, waiting int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	waiting = d.waiting(j)
	if time.Since(j.since) < openFor && waiting <= maxOpen {
		return nil, waiting
	}
	return j.raw, waiting
}

// handleInTurn handles an update, and before it what was left behind of its chat: kept
// by a process that has gone, or left for later by this one.
func (b *Bot) handleInTurn(ctx context.Context, u *botapi.Update) (handled bool) {
	own := requestOf(ctx, u)
	for _, earlier := range b.leftBehind(own, u) {
		if !b.handle(requestOf(ctx, earlier), earlier) {
			b.giveUp(u.ID)
			return false
		}
	}
	return b.handle(own, u)
}

// requestOf returns a context of the handling of u.
func requestOf(ctx context.Context, u *botapi.Update) context.Context {
	return request.With(ctx, "update-"+strconv.Itoa(u.ID))
}

// leftBehind returns what is to be handled before u.
func (b *Bot) leftBehind(ctx context.Context, u *botapi.Update) (earlier []*botapi.Update) {
	if u.Inline != nil || !b.opt.Store.Lasting() {
		return nil
	}
	raws, err := b.opt.Store.KeptBefore(ctx, int64(u.ID), turnKey(u))
	if err != nil {
		return nil // the store is asked again for u itself
	}
	for _, raw := range raws {
		if u, err := botapi.Decode(raw); err == nil {
			earlier = append(earlier, u)
		}
	}
	return earlier
}

// takeUp accepts the updates that are kept and that nobody has. One that was handled
// while the store failed is noted as such now.
func (b *Bot) takeUp(ctx context.Context) {
	if !b.opt.Store.Lasting() {
		return
	}
	raws, err := b.opt.Store.Kept(ctx)
	if err != nil {
		b.log.Warn("updates that were kept wait longer", "err", err)
		return
	}
	d := b.dispatcher.Load()
	for _, raw := range raws {
		u, err := botapi.Decode(raw)
		if err != nil {
			continue // it was readable; at worst it is forgotten in a day
		}
		if j, known := d.seen.Peek(u.ID); known {
			b.noteHandled(ctx, u, j)
			continue
		}
		if j, _, err := b.accept(d, raw); err == nil && j != nil {
			j.kept.Store(true)
		}
	}
}

// noteHandled tells the store of an update that is handled, where it does not know.
func (b *Bot) noteHandled(ctx context.Context, u *botapi.Update, j *job) {
	if !j.finished() || !j.handled {
		return
	}
	claim, err := b.opt.Store.Take(ctx, int64(u.ID), turnKey(u))
	if err == nil {
		_, err = b.opt.Store.Finish(ctx, claim, nil)
	}
	if err != nil {
		b.log.DebugContext(ctx, "an update is not noted as handled yet", "update", u.ID, "err", err)
	}
}
