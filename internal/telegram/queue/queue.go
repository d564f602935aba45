package queue

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"pincite/internal/recent"
	"pincite/internal/telegram/botapi"
)

const (
	// maxPending bounds the updates that are accepted and not yet handled, and
	// MaxWaiting those of one chat, and of one person: who writes a thousand messages
	// before the first is answered is no person.
	maxPending = 4096
	MaxWaiting = 1000

	// Remembered is how many updates are kept in mind against duplicates: all that
	// are accepted, and some minutes of the platform's highest rate.
	Remembered = 4 * maxPending

	// shareOfOne is the part of the workers that one person has at most.
	shareOfOne = 4

	// maxInline bounds the people whose inline queries wait. One who is not among
	// them types on.
	maxInline = 1024

	// againPause is how long to wait before an update is handled again whose chat is not
	// free, or that was left for later and that only this process has, and againFor how
	// long the latter is tried: an answer an hour late helps nobody.
	againPause = 500 * time.Millisecond
	againFor   = time.Hour

	// lastWait is how long an abandoned update may take to notice that its
	// context has ended.
	lastWait = time.Second
)

// Reasons for which an update is not accepted.
var (
	ErrFull     = errors.New("too many updates are waiting")
	ErrFlood    = errors.New("too many updates of the chat or the person are waiting") // it counts as handled
	ErrStopping = errors.New("the bot is stopping")
)

// Reasons for which an update that does not come again is dropped.
const (
	Expired = "expired"  // it was left for later for an hour
	CutOff  = "cut off"  // it waited in memory alone when the program ended
	Crowded = "too many" // ErrFlood
)

// A Queue hands updates to a bounded number of workers. Updates of one
// chat are handled one after another in the order they came, chats side by
// side, but no more of one person than their share of the workers. A number that was
// seen before is not handled again.
//
// Inline queries have workers of their own, half as many, so that they hold up no
// message; of one person the newest alone is worth an answer.
type Queue struct {
	handle func(context.Context, *botapi.Update) (handled bool)
	base   context.Context // of every handler; ends when draining takes too long
	cancel context.CancelFunc

	mu      sync.Mutex
	closed  bool
	pending int
	idle    chan struct{} // closed when closed && pending == 0
	boxes   map[int64]*mailbox
	typing  map[int64]*mailbox  // of inline queries, by person
	people  map[int64]*sender   // whose updates wait, but for inline queries
	share   int                 // workers that one person may have
	ended   int                 // updates that it is done with
	outrun  int                 // so many others are done with while a slow one is at hand
	lost    int                 // updates that were cut off and do not come again
	dropped func(reason string) // is told of each update that is not handled and does not come again
	seen    *recent.Map[int, *Job]

	// ready and readyInline hold every mailbox that has work and no worker, and whose
	// person has one to spare, each once, so that they never hold more than maxPending
	// and maxInline.
	ready       chan *mailbox
	readyInline chan *mailbox
	workers     sync.WaitGroup
}

// A mailbox is the queue of one chat, or of one person's inline queries.
type mailbox struct {
	key     int64
	among   map[int64]*mailbox // the mailboxes of its kind
	ready   chan *mailbox
	queue   []*Job
	running bool // the first of the queue is being handled
}

// New starts workers that call handle until Drain is called. dropped is told why of each
// update that is not handled and does not come again.
func New(workers int, handle func(context.Context, *botapi.Update) (handled bool), dropped func(reason string)) *Queue {
	q := &Queue{
		handle: handle,
		idle:   make(chan struct{}),
		boxes:  make(map[int64]*mailbox), typing: make(map[int64]*mailbox),
		people: make(map[int64]*sender), share: max(workers/shareOfOne, 1), outrun: min(slower*workers, mostOutrun),
		seen: recent.NewMap[int, *Job](Remembered), dropped: dropped,
		ready: make(chan *mailbox, maxPending), readyInline: make(chan *mailbox, maxInline),
	}
	q.base, q.cancel = context.WithCancel(context.Background())
	for range workers {
		q.workers.Go(func() { q.work(q.ready) })
	}
	for range max(workers/2, 1) {
		q.workers.Go(func() { q.work(q.readyInline) })
	}
	return q
}

// Submit accepts an update, raw as it came, which has waited so long for the store.
// fresh is false if its number was seen before; the job is then the earlier one.
func (q *Queue) Submit(u *botapi.Update, raw []byte, waited time.Duration) (j *Job, fresh bool, err error) {
	return q.submit(u, &Job{raw: raw, Waited: waited})
}

// SubmitStored is Submit of an update that the store has.
func (q *Queue) SubmitStored(u *botapi.Update, raw []byte, waited time.Duration) (j *Job, fresh bool, err error) {
	j = &Job{raw: raw, Waited: waited}
	j.Stored.Store(true)
	return q.submit(u, j)
}

func (q *Queue) submit(u *botapi.Update, j *Job) (_ *Job, fresh bool, err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if j, ok := q.seen.Peek(u.ID); ok {
		return j, false, nil
	}
	if q.closed {
		return nil, false, ErrStopping
	}
	if q.pending >= maxPending {
		return nil, false, ErrFull
	}
	j.ID, j.Ours, j.Mailbox, j.Since, j.done = u.ID, true, u.Mailbox(), time.Now(), make(chan struct{})
	j.work = func(ctx context.Context) bool { return q.handle(ctx, u) }
	q.seen.Add(j.ID, j)
	if u.Inline != nil {
		j.Passing = true
		q.enqueueInline(u.Mailbox(), j)
		return j, true, nil
	}
	j.Person = u.Sender()
	if q.waiting(j) >= MaxWaiting {
		j.end(true)
		return j, true, ErrFlood
	}
	q.enqueue(q.boxes, q.ready, u.Mailbox(), j)
	return j, true, nil
}

// enqueueInline puts an inline query in the place of those that its person has typed
// before and that are not being answered, or drops it where too many people type.
// q.mu is held.
func (q *Queue) enqueueInline(person int64, j *Job) {
	if box := q.typing[person]; box != nil {
		first := 0
		if box.running {
			first = 1
		}
		for _, old := range box.queue[first:] {
			q.pending--
			old.end(true)
		}
		box.queue = box.queue[:first]
	} else if len(q.typing) >= maxInline {
		j.end(true)
		return
	}
	q.enqueue(q.typing, q.readyInline, person, j)
}

// enqueue puts a job into a mailbox. q.mu is held.
func (q *Queue) enqueue(among map[int64]*mailbox, ready chan *mailbox, key int64, j *Job) {
	q.pending++
	if j.Person != 0 {
		if q.people[j.Person] == nil {
			q.people[j.Person] = new(sender)
		}
		q.people[j.Person].open++
	}
	box := among[key]
	if box == nil {
		box = &mailbox{key: key, among: among, ready: ready}
		among[key] = box
		ready <- box
	}
	box.queue = append(box.queue, j)
}

// Knows reports whether an update was submitted before.
func (q *Queue) Knows(id int) bool { return q.seen.Contains(id) }

// Job returns the job of an update that was submitted before, nil for none.
func (q *Queue) Job(id int) *Job {
	j, _ := q.seen.Peek(id)
	return j
}

// Pending returns how many updates are accepted and not yet handled.
func (q *Queue) Pending() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.pending
}

// Unknown returns the numbers of the updates that were not submitted.
func (q *Queue) Unknown(raws []json.RawMessage) (ids []int) {
	for _, raw := range raws {
		if u, err := botapi.Decode(raw); err == nil && !q.Knows(u.ID) {
			ids = append(ids, u.ID)
		}
	}
	return ids
}

// InTurn does work as if it were an update of a chat. It reports false if there is no
// room. A queue that is closed does nothing any more.
func (q *Queue) InTurn(chat int64, work func(context.Context)) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed || q.pending >= maxPending {
		return q.closed
	}
	q.enqueue(q.boxes, q.ready, chat, &Job{done: make(chan struct{}), work: func(ctx context.Context) bool {
		work(ctx)
		return true
	}})
	return true
}

// Skip records the number of an update that cannot be handled as handled.
func (q *Queue) Skip(id int) (j *Job, fresh bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if j, ok := q.seen.Peek(id); ok {
		return j, false
	}
	j = &Job{ID: id, done: make(chan struct{})}
	j.end(true)
	q.seen.Add(j.ID, j)
	return j, true
}

// work handles the first update of one ready mailbox after another.
func (q *Queue) work(ready <-chan *mailbox) {
	for box := range ready {
		j := q.start(box)
		if j == nil {
			continue
		}
		handled := false
		if q.base.Err() == nil {
			handled = j.work(q.base)
		}
		q.finish(box, j, handled)
	}
}

// start returns the first update of a mailbox, to be handled; nil if its person has
// no worker to spare.
func (q *Queue) start(box *mailbox) *Job {
	q.mu.Lock()
	defer q.mu.Unlock()
	j := box.queue[0]
	if who := q.people[j.Person]; who != nil {
		if who.running == q.share {
			who.waiting = append(who.waiting, box)
			return nil
		}
		who.running++
	}
	box.running = true
	j.began = q.ended
	return j
}

// finish takes j out of its mailbox. An update whose handler was cut off by
// the end of the program does not count as handled. What was left for later may
// come again; what does not is handled again here.
func (q *Queue) finish(box *mailbox, j *Job, handled bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	box.running = false
	handled = handled && q.base.Err() == nil
	again, loose := j.Again.Swap(false), j.Loose.Load()
	if !handled && q.base.Err() == nil && (again || loose && time.Since(j.Since) < againFor) {
		q.rest(j.Person)
		time.AfterFunc(againPause, func() { box.ready <- box })
		return
	}
	if !handled && loose {
		q.drop()
	}
	if !handled {
		q.seen.Remove(j.ID)
	}
	j.end(handled)
	q.ended++
	box.queue = box.queue[1:]
	if len(box.queue) > 0 {
		box.ready <- box
	} else {
		delete(box.among, box.key)
	}
	q.rest(j.Person)
	q.leave(j.Person)
	q.pending--
	if q.closed && q.pending == 0 {
		close(q.idle)
	}
}

// drop counts an update that is lost. q.mu is held.
func (q *Queue) drop() {
	if q.base.Err() == nil {
		q.dropped(Expired)
		return
	}
	q.lost++
	q.dropped(CutOff)
}

// Drain accepts no more, waits until all that was accepted is handled, but no
// longer than timeout, and stops the workers. It reports whether all was
// handled.
func (q *Queue) Drain(timeout time.Duration) bool {
	q.mu.Lock()
	if !q.closed {
		q.closed = true
		if q.pending == 0 {
			close(q.idle)
		}
	}
	q.mu.Unlock()
	all := waitFor(q.idle, timeout)
	q.cancel()
	if all || waitFor(q.idle, lastWait) {
		close(q.ready)
		close(q.readyInline)
		q.workers.Wait()
	}
	return all
}

// Lost returns how many updates that do not come again were not handled.
func (q *Queue) Lost() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.lost
}

// waitFor reports whether c was closed within timeout.
func waitFor(c <-chan struct{}, timeout time.Duration) bool {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	select {
	case <-c:
		return true
	case <-timer.C:
		return false
	}
}
