package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"pincite/internal/recent"
	"pincite/internal/telegram/botapi"
)

const (
	// maxPending bounds the updates that are accepted and not yet handled, and
	// maxWaiting those of one chat, and of one person: who writes a thousand messages
	// before the first is answered is no person.
	maxPending = 4096
	maxWaiting = 1000

	// remembered is how many updates are kept in mind against duplicates: all that
	// are accepted, and some minutes of the platform's highest rate.
	remembered = 4 * maxPending

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

var (
	errBusy     = errors.New("too many updates are waiting")
	errFlood    = errors.New("too many updates of the chat or the person are waiting")
	errStopping = errors.New("the bot is stopping")
)

// A job is one accepted update. It is in mind for long after it is done, and keeps
// nothing of what the update says.
type job struct {
	id      int
	work    func(context.Context) (handled bool) // nil once done
	done    chan struct{}                        // closed when handled or given up
	handled bool                                 // valid once done is closed; false: deliver it again
	passing bool                                 // nobody minds if it is lost: it need not be done to be confirmed

	ours    bool          // an update that was submitted here
	mailbox int64         // in which it waits its turn
	raw     []byte        // as it came; nil once done
	since   time.Time     // when it was accepted
	waited  time.Duration // for the store, until then
	person  int64         // who sent it; 0 if nobody is known
	kept    atomic.Bool   // it need not come again though it is not handled
	loose   atomic.Bool   // kept, but in memory alone
	again   atomic.Bool   // to be handled again after a pause, since its chat is not free
}

// end notes what became of j.
func (j *job) end(handled bool) {
	j.work, j.raw, j.handled = nil, nil, handled
	close(j.done)
}

func (j *job) finished() bool {
	select {
	case <-j.done:
		return true
	default:
		return false
	}
}

// A dispatcher hands updates to a bounded number of workers. Updates of one
// chat are handled one after another in the order they came, chats side by
// side, but no more of one person than their share of the workers. A number that was
// seen before is not handled again.
//
// Inline queries have workers of their own, half as many, so that they hold up no
// message; of one person the newest alone is worth an answer.
type dispatcher struct {
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
	lost    int                 // updates that were cut off and do not come again
	dropped func(reason string) // is told of each update that is not handled and does not come again
	seen    *recent.Map[int, *job]

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
	queue   []*job
	running bool // the first of the queue is being handled
}

// newDispatcher starts workers that call handle until drain is called.
func newDispatcher(workers int, handle func(context.Context, *botapi.Update) (handled bool)) *dispatcher {
	d := &dispatcher{
		handle: handle,
		idle:   make(chan struct{}),
		boxes:  make(map[int64]*mailbox), typing: make(map[int64]*mailbox),
		people: make(map[int64]*sender), share: max(workers/shareOfOne, 1),
		seen: recent.NewMap[int, *job](remembered), dropped: func(string) {},
		ready: make(chan *mailbox, maxPending), readyInline: make(chan *mailbox, maxInline),
	}
	d.base, d.cancel = context.WithCancel(context.Background())
	for range workers {
		d.workers.Go(func() { d.work(d.ready) })
	}
	for range max(workers/2, 1) {
		d.workers.Go(func() { d.work(d.readyInline) })
	}
	return d
}

// submit accepts an update, raw as it came, which has waited so long for the store.
// fresh is false if its number was seen before; the job is then the earlier one.
func (d *dispatcher) submit(u *botapi.Update, raw []byte, waited time.Duration) (j *job, fresh bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if j, ok := d.seen.Peek(u.ID); ok {
		return j, false, nil
	}
	if d.closed {
		return nil, false, errStopping
	}
	if d.pending >= maxPending {
		return nil, false, errBusy
	}
	j = &job{id: u.ID, ours: true, mailbox: u.Mailbox(), raw: raw, since: time.Now(), waited: waited, work: func(ctx context.Context) bool { return d.handle(ctx, u) }, done: make(chan struct{})}
	d.seen.Add(j.id, j)
	if u.Inline != nil {
		j.passing = true
		d.enqueueInline(u.Mailbox(), j)
		return j, true, nil
	}
	j.person = u.Sender()
	if d.waiting(j) >= maxWaiting {
		j.end(true)
		return j, true, errFlood
	}
	d.enqueue(d.boxes, d.ready, u.Mailbox(), j)
	return j, true, nil
}

// enqueueInline puts an inline query in the place of those that its person has typed
// before and that are not being answered, or drops it where too many people type.
// d.mu is held.
func (d *dispatcher) enqueueInline(person int64, j *job) {
	if box := d.typing[person]; box != nil {
		first := 0
		if box.running {
			first = 1
		}
		for _, old := range box.queue[first:] {
			d.pending--
			old.end(true)
		}
		box.queue = box.queue[:first]
	} else if len(d.typing) >= maxInline {
		j.end(true)
		return
	}
	d.enqueue(d.typing, d.readyInline, person, j)
}

// enqueue puts a job into a mailbox. d.mu is held.
func (d *dispatcher) enqueue(among map[int64]*mailbox, ready chan *mailbox, key int64, j *job) {
	d.pending++
	if j.person != 0 {
		if d.people[j.person] == nil {
			d.people[j.person] = new(sender)
		}
		d.people[j.person].open++
	}
	box := among[key]
	if box == nil {
		box = &mailbox{key: key, among: among, ready: ready}
		among[key] = box
		ready <- box
	}
	box.queue = append(box.queue, j)
}

// knows reports whether an update was submitted before.
func (d *dispatcher) knows(id int) bool { return d.seen.Contains(id) }

// unknown returns the numbers of the updates that were not submitted.
func (d *dispatcher) unknown(raws []json.RawMessage) (ids []int) {
	for _, raw := range raws {
		if u, err := botapi.Decode(raw); err == nil && !d.knows(u.ID) {
			ids = append(ids, u.ID)
		}
	}
	return ids
}

// inTurn does work as if it were an update of a chat. It reports false if there is no
// room. A dispatcher that is closed does nothing any more.
func (d *dispatcher) inTurn(chat int64, work func(context.Context)) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed || d.pending >= maxPending {
		return d.closed
	}
	d.enqueue(d.boxes, d.ready, chat, &job{done: make(chan struct{}), work: func(ctx context.Context) bool {
		work(ctx)
		return true
	}})
	return true
}

// skip records the number of an update that cannot be handled as handled.
func (d *dispatcher) skip(id int) (j *job, fresh bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if j, ok := d.seen.Peek(id); ok {
		return j, false
	}
	j = &job{id: id, done: make(chan struct{})}
	j.end(true)
	d.seen.Add(j.id, j)
	return j, true
}

// work handles the first update of one ready mailbox after another.
func (d *dispatcher) work(ready <-chan *mailbox) {
	for box := range ready {
		j := d.start(box)
		if j == nil {
			continue
		}
		handled := false
		if d.base.Err() == nil {
			handled = j.work(d.base)
		}
		d.finish(box, j, handled)
	}
}

// start returns the first update of a mailbox, to be handled; nil if its person has
// no worker to spare.
func (d *dispatcher) start(box *mailbox) *job {
	d.mu.Lock()
	defer d.mu.Unlock()
	j := box.queue[0]
	if who := d.people[j.person]; who != nil {
		if who.running == d.share {
			who.waiting = append(who.waiting, box)
			return nil
		}
		who.running++
	}
	box.running = true
	return j
}

// finish takes j out of its mailbox. An update whose handler was cut off by
// the end of the program does not count as handled. What was left for later may
// come again; what does not is handled again here.
func (d *dispatcher) finish(box *mailbox, j *job, handled bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	box.running = false
	handled = handled && d.base.Err() == nil
	again, loose := j.again.Swap(false), j.loose.Load()
	if !handled && d.base.Err() == nil && (again || loose && time.Since(j.since) < againFor) {
		d.rest(j.person)
		time.AfterFunc(againPause, func() { box.ready <- box })
		return
	}
	if !handled && loose {
		d.drop()
	}
	if !handled {
		d.seen.Remove(j.id)
	}
	j.end(handled)
	box.queue = box.queue[1:]
	if len(box.queue) > 0 {
		box.ready <- box
	} else {
		delete(box.among, box.key)
	}
	d.rest(j.person)
	d.leave(j.person)
	d.pending--
	if d.closed && d.pending == 0 {
		close(d.idle)
	}
}

// drop counts an update that is lost. d.mu is held.
func (d *dispatcher) drop() {
	if d.base.Err() == nil {
		d.dropped(droppedExpired)
		return
	}
	d.lost++
	d.dropped(droppedCutOff)
}

// drain accepts no more, waits until all that was accepted is handled, but no
// longer than timeout, and stops the workers. It reports whether all was
// handled.
func (d *dispatcher) drain(timeout time.Duration) bool {
	d.mu.Lock()
	if !d.closed {
		d.closed = true
		if d.pending == 0 {
			close(d.idle)
		}
	}
	d.mu.Unlock()
	all := waitFor(d.idle, timeout)
	d.cancel()
	if all || waitFor(d.idle, lastWait) {
		close(d.ready)
		close(d.readyInline)
		d.workers.Wait()
	}
	return all
}

// cutOff returns how many updates that do not come again were not handled.
func (d *dispatcher) cutOff() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.lost
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
