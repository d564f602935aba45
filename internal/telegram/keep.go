package telegram

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"pincite/internal/request"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
	"pincite/internal/telegram/queue"
)

const (
	// maxHeld is from how many on those of one chat or person are held by memory alone
	// where no store outlives this process: a crash loses what one who floods the bot
	// has asked, and of nobody else.
	maxHeld = 20

	// openScarce is how long an update holds a place where places are scarce and a store
	// keeps it that no other process uses: several have enough to ask it for.
	openScarce = 50 * time.Millisecond

	// busyFor is for how long an update is tried here while another process is busy with
	// its chat; then it is left for later.
	busyFor = time.Minute

	// mostPushed is how many updates the platform pushes at a time.
	mostPushed = 40
)

// keep sees to it that updates which wait for their turn, and whose places others need,
// need not come again. The store keeps them. Where it does not outlive this process, or
// has failed for long and nobody shares it, memory alone has them from then on, but only
// when places are scarce, and their chat or person has many or they take long to answer.
func (b *Bot) keep(scarce bool, jobs ...*queue.Job) {
	q, s := b.queue.Load(), b.opt.Store
	var crowding []*queue.Job
	var alone []bool // whether memory alone may have each
	var all []store.Arrival
	patience := queue.OpenFor
	if scarce && s.Lasting() && s.Alone() {
		patience = openScarce
	}
	for _, j := range jobs {
		if raw, n := q.Crowding(j, patience); raw != nil && !j.Kept.Load() {
			crowding, alone = append(crowding, j), append(alone, n > maxHeld || q.Slow(j))
			all = append(all, arrival(j, raw))
		}
	}
	if len(all) == 0 {
		return
	}
	var of map[int64]error
	if s.Lasting() {
		for _, j := range crowding {
			j.Stored.Store(true) // also where that fails: what says that it is done may be lost on the way
		}
		var err error
		if of, err = s.TakeAll(request.With(context.Background(), "keep"), all); err != nil {
			b.log.Debug("updates are not kept", "updates", len(all), "err", err)
		}
	}
	for i, j := range crowding {
		err, told := of[int64(j.ID)]
		stored := told && err == nil
		if !stored && !(scarce && s.Alone() && alone[i] && !s.WorthWaiting()) {
			continue
		}
		j.Loose.Store(!stored)
		j.Kept.Store(true)
	}
}

// keepLoose has the store keep what memory alone has, where it outlives this process and
// answers again.
func (b *Bot) keepLoose() {
	loose := b.queue.Load().Loose()
	if len(loose) == 0 || !b.opt.Store.Lasting() {
		return
	}
	all := make([]store.Arrival, len(loose))
	for i, l := range loose {
		l.Stored.Store(true)
		all[i] = arrival(l.Job, l.Raw)
	}
	of, err := b.opt.Store.TakeAll(context.Background(), all)
	if err != nil {
		b.log.Debug("updates are held by memory alone still", "updates", len(all), "err", err)
		return
	}
	for _, l := range loose {
		if of[int64(l.ID)] == nil {
			l.Loose.Store(false)
		}
	}
}

// arrival describes an update that waits to the store.
func arrival(j *queue.Job, raw []byte) store.Arrival {
	return store.Arrival{Update: int64(j.ID), Chat: turnOf(j.Mailbox, j.Passing), Person: post.Person(j.Person), Raw: raw}
}

// handleInTurn handles an update, and before it what was left behind of its chat: kept
// by a process that has gone, also while this update waited for it, or left for later by
// this one.
func (b *Bot) handleInTurn(ctx context.Context, u *botapi.Update) (handled bool) {
	own := requestOf(ctx, u)
	j := b.queue.Load().Job(u.ID)
	if j != nil {
		request.Waited(own, j.Waited)
	}
	if b.handled.Contains(u.ID) { // while the store failed, which does not know of it yet
		b.noteHandled(own, u)
		return true
	}
	for since := int64(0); ; {
		switch b.handle(own, u, since) {
		case later:
			return false
		case done:
			b.handled.Add(u.ID, struct{}{})
			return true
		case busy:
			b.putOff(u, j)
			return false
		}
		all, err := b.opt.Store.KeptBefore(own, int64(u.ID), turnKey(u), since)
		if err != nil {
			b.putOff(u, j)
			return false
		}
		for _, a := range all {
			if !b.handleLeftBehind(ctx, a) {
				b.putOff(u, j)
				return false
			}
			since = a.Update
		}
	}
}

// putOff has an update handled again after a pause, before what comes after it in its
// chat, or has it come again where it was put off for too long.
func (b *Bot) putOff(u *botapi.Update, j *queue.Job) {
	s := b.opt.Store
	if j != nil && (time.Since(j.Since) < busyFor || s.Alone() && s.Lasting()) {
		j.Again.Store(true)
		return
	}
	b.giveUp(u.ID)
}

// requestOf returns a context of the handling of u.
func requestOf(ctx context.Context, u *botapi.Update) context.Context {
	return request.With(ctx, "update-"+strconv.Itoa(u.ID))
}

// handleLeftBehind handles an update that was left behind.
func (b *Bot) handleLeftBehind(ctx context.Context, a store.Arrival) (handled bool) {
	u, err := botapi.Decode(a.Raw)
	if err != nil {
		return true // it was readable; at worst it is forgotten in a day
	}
	return b.handleInTurn(ctx, u)
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
	q := b.queue.Load()
	var fresh []json.RawMessage
	for _, raw := range raws {
		u, err := botapi.Decode(raw)
		if err != nil {
			continue // it was readable; at worst it is forgotten in a day
		}
		if b.handled.Contains(u.ID) {
			b.noteHandled(ctx, u)
			continue
		}
		if q.Knows(u.ID) {
			continue
		}
		fresh = append(fresh, raw)
	}
	known, err := b.register(q, fresh...)
	if err != nil {
		b.log.Debug("updates left for later", "updates", len(fresh), "err", err)
		return
	}
	known.kept = true
	for _, raw := range fresh {
		if j, _, err := b.accept(q, raw, known); err == nil && j != nil {
			j.Kept.Store(true)
		}
	}
}

// noteHandled tells the store of an update that is handled, where it does not know.
func (b *Bot) noteHandled(ctx context.Context, u *botapi.Update) {
	if b.post.Owes(u.ID) { // with what waits to be sent for it
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

// sweep looks now and then for replies that were left behind, until ctx ends.
func (b *Bot) sweep(ctx context.Context) {
	ticker := time.NewTicker(post.SweepEvery)
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
	b.post.Sweep(ctx)
}

// drain finishes what was accepted. Replies that wait in memory alone have as long to
// be sent; where the store lasts, the next process sends them.
func (b *Bot) drain(q *queue.Queue) {
	end := time.Now().Add(b.opt.DrainTimeout)
	b.keepLoose()
	if !b.opt.Store.Lasting() {
		select {
		case <-b.post.Empty():
		case <-time.After(time.Until(end)):
		}
	}
	if q.Drain(time.Until(end)) {
		b.post.SettleAll(request.With(context.Background(), "drain"))
	} else {
		b.log.Warn("stopped before all updates were handled; they will come again", "waited", b.opt.DrainTimeout)
	}
	if n := q.Lost(); n > 0 {
		b.log.Warn("updates that waited for their turn are lost; with store.path they would be kept", "updates", n)
	}
	if n := b.post.Waiting(); n > 0 && !b.opt.Store.Lasting() {
		b.log.Warn("replies that waited for their chats are lost; with store.path they would be kept", "replies", n)
	}
}
