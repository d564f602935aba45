package telegram

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"pincite/internal/request"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
	"pincite/internal/telegram/queue"
)

const (
	// ahead is how many updates are fetched for each worker. More would not be
	// answered sooner, and would be answered twice if the process were killed.
	ahead = 2

	// stragglerWait is how long a poll waits for the slowest updates of the
	// last batch. After it the next poll asks from the first of them on, so
	// that one slow chat holds up nobody else.
	stragglerWait = 100 * time.Millisecond

	// emptyPause follows a poll that brought nothing new and did not wait for
	// it: some stand-ins for the Bot API know no long polling.
	emptyPause = 200 * time.Millisecond

	// maxStale bounds how often that pause doubles where a poll brings, again and
	// again, what is known or cannot be confirmed: to some seconds.
	maxStale = 4

	// confirmTimeout bounds the last poll of all.
	confirmTimeout = 5 * time.Second

	// refusedPause is how long to wait after a poll for which the token was refused.
	refusedPause = time.Minute

	// leadPause is how long to wait before asking for the lease again.
	leadPause = time.Second

	// leasePoll names the lease of the one process that polls.
	leasePoll = "poll"
)

// A poller fetches updates. Asking for updates from a number on confirms all
// before it, so the number asked for is always that of the first update that
// is not handled.
type poller struct {
	bot    *Bot
	jobs   *queue.Queue
	offset int
	open   []*queue.Job // fetched and not yet confirmable, in order of arrival
	most   int          // of fresh updates to ask for at once; 0 for as many as usual
	full   bool         // the last poll brought as much as was asked for: others may wait behind it
	stale  int          // polls in a row that brought what was known, and nothing else
	paused bool         // the store does not answer, and others share it
	fence  int64        // of the lease to poll; 0 while another process has it
}

// pollUpdates polls until ctx ends; then it drains and confirms.
func (b *Bot) pollUpdates(ctx context.Context, q *queue.Queue) {
	p := &poller{bot: b, jobs: q}
	p.clearWebhook(ctx)
	p.loop(ctx)
	b.drain(q)
	p.confirm()
}

// clearWebhook removes a webhook set in an earlier life: whoever starts the bot
// without one means to poll. Updates that wait stay.
func (p *poller) clearWebhook(ctx context.Context) {
	err := p.bot.client.Do(ctx, botapi.DeleteWebhook(), nil)
	if err != nil && ctx.Err() == nil {
		p.bot.log.Warn("an earlier webhook could not be removed", "err", err)
	}
}

func (p *poller) loop(ctx context.Context) {
	p.bot.log.Info("polling for updates")
	for failures := 0; ctx.Err() == nil; {
		if !p.leads(ctx) {
			p.bot.sleep(ctx, leadPause)
			continue
		}
		start := time.Now()
		raws, err := p.bot.client.Updates(ctx, p.offset, p.batch(), pollTimeout)
		if err != nil {
			p.failed(ctx, err, failures)
			p.advance() // what was held may be confirmed by now
			failures++
			continue
		}
		failures, p.most = 0, 0
		p.full = len(raws) >= p.batch()
		fresh := p.accept(raws)
		if p.stale++; fresh > 0 || len(raws) == 0 {
			p.stale = 0
		}
		if fresh == 0 && time.Since(start) < emptyPause {
			switch {
			case len(p.open) == 0:
				p.bot.sleep(ctx, emptyPause<<min(p.stale, maxStale))
			case !p.working():
				p.bot.sleep(ctx, emptyPause<<1) // others may write meanwhile
			}
		}
		p.await(ctx)
		p.advance()
	}
}

// working reports whether this process has an update that is open: of those that others
// have there is no news to hurry for.
func (p *poller) working() bool {
	return slices.ContainsFunc(p.open, func(j *queue.Job) bool { return j.Ours })
}

// batch returns how many updates to ask for: the open ones come once more, as
// long as the first of them is not handled.
func (p *poller) batch() int {
	fresh := ahead * p.bot.opt.Workers
	if p.most != 0 {
		fresh = min(fresh, p.most)
	}
	return min(botapi.MaxBatch, len(p.open)+fresh)
}

// accept hands the updates on and returns how many were new. One that another process
// handles stays open, so that it is not confirmed before it is known to be handled, and
// holds up none of those behind it.
func (p *poller) accept(raws []json.RawMessage) (fresh int) {
	known, err := p.bot.register(p.jobs, raws...)
	if err != nil {
		p.bot.log.Debug("updates left for later", "updates", len(raws), "err", err)
		return 0
	}
	for i, raw := range raws {
		j, isNew, err := p.bot.accept(p.jobs, raw, known)
		if err != nil && !errors.Is(err, store.ErrElsewhere) {
			if known.of != nil {
				p.bot.giveUp(p.jobs.Unknown(raws[i+1:])...)
			}
			break // to confirm a later one would confirm this one, too
		}
		if j == nil {
			continue
		}
		p.add(j)
		if isNew {
			fresh++
		}
	}
	return fresh
}

// add notes a job as open, in the place of an earlier one of the same update that
// was left for later. One that was handled before and comes again, since this
// process did not poll for a while, is confirmed like the others.
func (p *poller) add(j *queue.Job) {
	if i := slices.IndexFunc(p.open, func(o *queue.Job) bool { return o.ID == j.ID }); i >= 0 {
		p.open[i] = j
		return
	}
	p.open = append(p.open, j)
}

// leads reports whether this process is the one that polls. One that takes over
// begins with what nobody has confirmed.
func (p *poller) leads(ctx context.Context) bool {
	s := p.bot.opt.Store
	fence, err := s.Lead(ctx, leasePoll)
	if err != nil {
		if s.Alone() {
			return true
		}
		if !p.paused {
			p.bot.log.Warn("polling pauses: the store does not answer", "err", err)
		}
		p.paused = true
		return false
	}
	p.paused = false
	if fence != p.fence {
		p.offset, p.open = 0, nil
		p.bot.log.Info("the lease to poll", "held", fence != 0, "fence", fence)
	}
	p.fence = fence
	return fence != 0
}

// accept submits one raw update; what cannot be decoded is logged and counts
// as handled. The job is nil if there is nothing to confirm; the error says that
// the update must come again, and is [store.ErrElsewhere] where another process handles
// it, with a job that does not end.
func (b *Bot) accept(q *queue.Queue, raw []byte, known registered) (j *queue.Job, fresh bool, err error) {
	u, err := botapi.Decode(raw)
	if err != nil {
		b.opt.Metrics.UpdateReceived("undecodable")
		b.log.Warn("update skipped", "update", u.ID, "err", err)
		if u.ID == 0 {
			return nil, false, nil
		}
		j, fresh = q.Skip(u.ID)
		return j, fresh, nil
	}
	if err := known.of[int64(u.ID)]; errors.Is(err, store.ErrElsewhere) {
		b.log.Debug("update left for later", "update", u.ID, "err", err)
		return queue.Elsewhere(u.ID), false, fmt.Errorf("%w: %w", post.ErrLater, err)
	}
	submit := q.Submit
	if known.kept {
		submit = q.SubmitStored
	}
	j, fresh, err = submit(u, raw, known.took)
	switch {
	case errors.Is(err, queue.ErrFlood):
		b.giveUp(u.ID)
		b.opt.Metrics.ReplyDropped(queue.Crowded)
		b.log.Warn("update dropped", "update", u.ID, "err", err)
		return j, fresh, nil
	case err != nil:
		b.giveUp(u.ID)
		b.log.Warn("update left for later", "update", u.ID, "err", err)
	case fresh:
		b.opt.Metrics.UpdateReceived(u.Kind())
	default:
		b.opt.Metrics.UpdateReceived("duplicate")
	}
	return j, fresh, err
}

// A registered is what the store knows of updates that have come.
type registered struct {
	of   map[int64]error // see [store.Store.TakeAll]; nothing of those that it was not told of
	took time.Duration   // to find out, which each of them has waited
	kept bool            // it has them, to be handled again unless they are noted as handled
}

// register tells the other processes that updates have come here, so that they
// do not handle a later one of a chat before them. A handled one is known to
// whoever handles it. Nothing waits for an inline query.
func (b *Bot) register(q *queue.Queue, raws ...json.RawMessage) (registered, error) {
	if b.opt.Store.Alone() {
		return registered{}, nil
	}
	var all []store.Arrival
	for _, raw := range raws {
		if u, err := botapi.Decode(raw); err == nil && u.Inline == nil && !q.Knows(u.ID) {
			all = append(all, store.Arrival{Update: int64(u.ID), Chat: turnKey(u)})
		}
	}
	if len(all) == 0 {
		return registered{}, nil
	}
	ctx := request.With(context.Background(), "register")
	of, err := b.opt.Store.TakeAll(ctx, all)
	if err != nil {
		return registered{}, fmt.Errorf("%w: %w", post.ErrLater, err)
	}
	return registered{of: of, took: request.Waited(ctx, 0)}, nil
}

// keep has what crowds others out kept, so that it can be confirmed.
func (p *poller) keep() {
	var waiting []*queue.Job
	for _, j := range p.open {
		if !j.Passing && !j.Finished() {
			waiting = append(waiting, j)
		}
	}
	p.bot.keep(p.full || p.crowded(), waiting...)
}

// crowded reports whether so many updates are open that others need their places.
func (p *poller) crowded() bool { return len(p.open) > botapi.MaxBatch/2 }

// await waits until all open updates can be confirmed, but no longer than
// stragglerWait.
func (p *poller) await(ctx context.Context) {
	p.keep()
	ctx, cancel := context.WithTimeout(ctx, stragglerWait)
	defer cancel()
	for _, j := range p.open {
		if j.Passing || j.Kept.Load() {
			continue
		}
		select {
		case <-j.Done():
			p.bot.post.Hold(ctx, j.ID, p.crowded())
		case <-ctx.Done():
			return
		}
	}
}

// advance moves the offset past every update that is handled, up to the first
// that is not. It does not keep to numbers greater than before: after a quiet week
// the platform starts again from a random one.
func (p *poller) advance() {
	slices.SortFunc(p.open, func(a, b *queue.Job) int { return cmp.Compare(a.ID, b.ID) })
	for len(p.open) > 0 && p.confirmable(p.open[0]) {
		p.offset = p.open[0].ID + 1
		p.open = p.open[1:]
	}
	if len(p.open) > 0 {
		p.offset = p.open[0].ID
	}
}

// confirmable reports whether an update need not come again.
func (p *poller) confirmable(j *queue.Job) bool {
	if j.Passing || j.Kept.Load() {
		return true
	}
	if !j.Finished() {
		return false
	}
	return j.Handled() && !p.bot.post.Holds(j.ID, p.crowded())
}

// failed says what is wrong and waits.
func (p *poller) failed(ctx context.Context, err error, failures int) {
	if ctx.Err() != nil {
		return
	}
	p.bot.opt.Metrics.APIError(botapi.ClassOf(err))
	wait := botapi.Pause(err, failures)
	if update, ok := botapi.IsUnreadable(err); ok {
		p.narrow(update)
		wait = botapi.Pause(err, 0)
	}
	if refused := botapi.Refusal(err); refused != nil {
		wait = refusedPause // it may be a mistake of theirs; if not, asking more often does not help
		p.bot.log.Error("updates could not be fetched", "wait", wait, "err", refused)
		p.bot.sleep(ctx, wait)
		return
	}
	if rival := p.bot.client.Rival(ctx, err); rival != "" {
		p.bot.log.Error(rival, "wait", wait, "err", err)
	} else {
		p.bot.log.Warn("updates could not be fetched", "wait", wait, "err", err)
	}
	p.bot.sleep(ctx, wait)
}

// narrow has the next poll ask for half as many updates, until the one that makes the
// answer unreadable comes alone; that one is given up. update is its number, 0 where
// that cannot be read.
func (p *poller) narrow(update int) {
	switch fresh := p.batch() - len(p.open); {
	case fresh > 1:
		p.most = fresh / 2
	case len(p.open) > 0 || update == 0 && p.offset == 0: // others come first; or it has no name
	default:
		update = max(update, p.offset)
		p.bot.opt.Metrics.UpdateReceived("undecodable")
		p.bot.log.Error("an update that makes the answer to a poll unreadable is given up", "update", update)
		j, _ := p.jobs.Skip(update)
		p.add(j)
		p.advance()
	}
}

// confirm tells the platform which updates are handled, so that none of them
// is delivered to the next process. It runs when the bot's context has ended.
func (p *poller) confirm() {
	p.advance()
	if p.offset == 0 || !p.bot.opt.Store.Lives() {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), confirmTimeout)
	defer cancel()
	if _, err := p.bot.client.Updates(ctx, p.offset, 1, 0); err != nil {
		p.bot.log.Warn("the last updates could not be confirmed and will come again", "err", err)
	}
}
