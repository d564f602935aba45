package telegram

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"pincite/internal/request"
	"pincite/internal/store"
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

	// openScarce is how long it does where places are scarce and a store keeps it that
	// no other process uses: several have enough to ask it for.
	openScarce = 50 * time.Millisecond

	// busyFor is for how long an update is tried here while another process is busy with
	// its chat; then it is left for later.
	busyFor = time.Minute

	// mostPushed is how many updates the platform pushes at a time.
	mostPushed = 40
)

// keep sees to it that updates which wait for their turn, and whose places others need,
// need not come again. The store keeps them. Where it does not outlive this process, or
// fails and nobody shares it, memory alone has them from then on, but only when places
// are scarce, and their chat or person has many or they take long to answer.
func (b *Bot) keep(scarce bool, jobs ...*job) {
	d, s := b.dispatcher.Load(), b.opt.Store
	var crowding []*job
	var alone []bool // whether memory alone may have each
	var all []store.Arrival
	patience := openFor
	if scarce && s.Lasting() && s.Alone() {
		patience = openScarce
	}
	for _, j := range jobs {
		if raw, waiting := d.crowding(j, patience); raw != nil && !j.kept.Load() {
			crowding, alone = append(crowding, j), append(alone, waiting > maxHeld || d.slow(j))
			all = append(all, waitingJob{j, raw}.arrival())
		}
	}
	if len(all) == 0 {
		return
	}
	var of map[int64]error
	if s.Lasting() {
		var err error
		if of, err = s.TakeAll(context.Background(), all); err != nil {
			b.log.Debug("updates are not kept", "updates", len(all), "err", err)
		}
	}
	for i, j := range crowding {
		err, told := of[int64(j.id)]
		stored := told && err == nil
		if !stored && !(scarce && s.Alone() && alone[i]) {
			continue
		}
		j.loose.Store(!stored)
		j.kept.Store(true)
	}
}

// keepLoose has the store keep what memory alone has, where it outlives this process and
// answers again.
func (b *Bot) keepLoose() {
	loose := b.dispatcher.Load().loose()
	if len(loose) == 0 || !b.opt.Store.Lasting() {
		return
	}
	all := make([]store.Arrival, len(loose))
	for i, l := range loose {
		all[i] = l.arrival()
	}
	of, err := b.opt.Store.TakeAll(context.Background(), all)
	if err != nil {
		b.log.Debug("updates are held by memory alone still", "updates", len(all), "err", err)
		return
	}
	for _, l := range loose {
		if of[int64(l.id)] == nil {
			l.loose.Store(false)
		}
	}
}

// A waitingJob is a job with the update as it came, which the job forgets when it is done.
type waitingJob struct {
	*job
	raw []byte
}

func (w waitingJob) arrival() store.Arrival {
	return store.Arrival{Update: int64(w.id), Chat: turnOf(w.mailbox, w.passing), Person: personKey(w.person), Raw: w.raw}
}

// loose returns the jobs that memory alone has.
func (d *dispatcher) loose() (out []waitingJob) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, box := range d.boxes {
		for _, j := range box.queue {
			if j.raw != nil && j.loose.Load() {
				out = append(out, waitingJob{j, j.raw})
			}
		}
	}
	return out
}

// slow reports whether an update has been at hand for so long that it should not hold a
// place: what it waits for may be far away, and may hang.
func (d *dispatcher) slow(j *job) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	box := d.boxes[j.mailbox]
	return time.Since(j.since) >= openFor && box != nil && box.running && box.queue[0] == j
}

// crowding returns an update as it came if it waits and should not hold a place for
// longer than patience, nil if it may, and how many of its chat or person wait.
func (d *dispatcher) crowding(j *job, patience time.Duration) (raw []byte, waiting int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if j.raw == nil { // handled, or no update
		return nil, 0
	}
	waiting = d.waiting(j)
	if time.Since(j.since) < patience && waiting <= maxOpen {
		return nil, waiting
	}
	return j.raw, waiting
}

// handleInTurn handles an update, and before it what was left behind of its chat: kept
// by a process that has gone, also while this update waited for it, or left for later by
// this one.
func (b *Bot) handleInTurn(ctx context.Context, u *botapi.Update) (handled bool) {
	own := requestOf(ctx, u)
	j, known := b.dispatcher.Load().seen.Peek(u.ID)
	if known {
		request.Waited(own, j.waited)
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
			if known && time.Since(j.since) < busyFor {
				j.again.Store(true)
			} else {
				b.giveUp(u.ID)
			}
			return false
		}
		all, err := b.opt.Store.KeptBefore(own, int64(u.ID), turnKey(u), since)
		if err != nil {
			b.giveUp(u.ID)
			return false
		}
		for _, a := range all {
			if !b.handleLeftBehind(ctx, a) {
				b.giveUp(u.ID)
				return false
			}
			since = a.Update
		}
	}
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
	d := b.dispatcher.Load()
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
		if d.knows(u.ID) {
			continue
		}
		fresh = append(fresh, raw)
	}
	known, err := b.register(d, fresh...)
	if err != nil {
		b.log.Debug("updates left for later", "updates", len(fresh), "err", err)
		return
	}
	for _, raw := range fresh {
		if j, _, err := b.accept(d, raw, known); err == nil && j != nil {
			j.kept.Store(true)
		}
	}
}

// noteHandled tells the store of an update that is handled, where it does not know.
func (b *Bot) noteHandled(ctx context.Context, u *botapi.Update) {
	claim, err := b.opt.Store.Take(ctx, int64(u.ID), turnKey(u))
	if err == nil {
		_, err = b.opt.Store.Finish(ctx, claim, nil)
	}
	if err != nil {
		b.log.DebugContext(ctx, "an update is not noted as handled yet", "update", u.ID, "err", err)
	}
}
