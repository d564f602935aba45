package outbox

import (
	"slices"
	"sync"
	"time"

	"pincite/internal/store"
)

const (
	// MaxWaiting bounds the letters that wait for one chat. At one a second they
	// are four minutes' worth: who asks for more will not read it.
	MaxWaiting = 256

	// holdFor is how long an update is held because only memory has its reply. To
	// hold it for longer would fill the hundred places that the platform has for
	// updates that are not confirmed.
	holdFor = 2 * time.Second

	// maxHeld is how many letters may wait for a chat before none of its updates
	// is held.
	maxHeld = 4
)

// A Letter is a call of the Bot API that is to be made.
type Letter struct {
	store.Outgoing              // the call, and how the store names it
	Loose          bool         // the store does not have it
	At             time.Time    // since when it is to be made
	Sent           func(id int) // called with the number of the message when it was made; nil for nothing
}

// Options say how a Box goes about it.
type Options struct {
	Paced   bool // each chat has its share: one message a second, in a group one each four
	Lasting bool // what the store keeps outlives the process
}

// A Box has the lines of all chats. What is done for one chat must be done one
// after another; chats may be served side by side.
type Box struct {
	lasting bool
	pace    *pace

	mu      sync.Mutex
	lines   map[int64]*line
	waiting int
	empty   chan struct{}      // closed while nothing waits
	held    map[int64]*holding // by update
}

// A line is what waits for one chat, the first in front.
type line struct {
	letters  []*Letter
	until    time.Time // when it may be tried again
	failures int       // since something was sent
	due      bool      // somebody will try again then
}

// A holding is an update whose letters a crash would lose.
type holding struct {
	chat  int64
	left  int
	since time.Time
	gone  chan struct{} // closed when none is left
}

// New returns an empty Box.
func New(o Options) *Box {
	b := &Box{lasting: o.Lasting, lines: map[int64]*line{}, empty: make(chan struct{}), held: map[int64]*holding{}}
	close(b.empty)
	if o.Paced {
		b.pace = newPace()
	}
	return b
}

// Put adds letters of one update to the line of a chat. It reports false, and adds
// none, where too many wait.
func (b *Box) Put(chat int64, letters ...*Letter) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if l := b.lines[chat]; l != nil && len(l.letters)+len(letters) > MaxWaiting {
		return false
	}
	for _, x := range letters {
		b.add(chat, x)
	}
	return true
}

// add puts a letter at the end of its line. b.mu is held.
func (b *Box) add(chat int64, x *Letter) {
	l := b.line(chat)
	l.letters = append(l.letters, x)
	b.count(1)
	if b.lasting && !x.Loose {
		return
	}
	h := b.held[x.Update]
	if h == nil {
		h = &holding{chat: chat, since: x.At, gone: make(chan struct{})}
		b.held[x.Update] = h
	}
	h.left++
}

// count counts what waits. b.mu is held.
func (b *Box) count(change int) {
	before := b.waiting
	b.waiting += change
	switch {
	case before == 0:
		b.empty = make(chan struct{})
	case b.waiting == 0:
		close(b.empty)
	}
}

func (b *Box) line(chat int64) *line {
	l := b.lines[chat]
	if l == nil {
		l = new(line)
		b.lines[chat] = l
	}
	return l
}

// Reconcile takes note of what the store has for a chat, in order: what it does not
// have any more is somebody else's, and what was left behind comes first. Where the
// store does not answer, nothing changes.
func (b *Box) Reconcile(chat int64, kept []store.Outgoing, unknown bool) {
	if unknown {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	var before, after []*Letter
	known := map[[2]int64]*Letter{}
	if l := b.lines[chat]; l != nil {
		before = l.letters
	}
	for _, x := range before {
		known[name(x.Outgoing)] = x
	}
	for _, o := range kept {
		x := known[name(o)]
		if x == nil {
			x = &Letter{At: o.At()}
			b.count(1)
		}
		b.keep(x, o)
		after = append(after, x)
	}
	for _, x := range before {
		switch {
		case x.Loose: // keep took those off that the store has
			after = append(after, x)
		case !slices.Contains(after, x):
			b.forget(x)
		}
	}
	if len(after) > 0 || b.lines[chat] != nil {
		b.line(chat).letters = after
	}
}

// keep notes that the store has a letter. b.mu is held.
func (b *Box) keep(x *Letter, o store.Outgoing) {
	if x.Outgoing = o; !x.Loose {
		return
	}
	if b.lasting {
		b.release(x)
	}
	x.Loose = false
}

// Loose returns the letters of an update that wait for a chat, and that the store does not
// have.
func (b *Box) Loose(chat, update int64) (out []*Letter) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if l := b.lines[chat]; l != nil {
		for _, x := range l.letters {
			if x.Loose && x.Update == update {
				out = append(out, x)
			}
		}
	}
	return out
}

// Renumber numbers the letters of one update from 0.
func (b *Box) Renumber(letters []*Letter) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, x := range letters {
		x.Part = i
	}
}

// Keep notes that the store has letters by now, and under what names.
func (b *Box) Keep(letters []*Letter, kept []store.Outgoing) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, x := range letters {
		b.keep(x, kept[i])
	}
}

func name(o store.Outgoing) [2]int64 { return [2]int64{o.Update, int64(o.Part)} }

// Next returns the first letter of a chat if it may be sent now; how long the chat
// must wait, if not; or nothing at all. It counts as sent by the chat's share.
func (b *Box) Next(chat int64, now time.Time) (x *Letter, wait time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := b.lines[chat]
	if l == nil || len(l.letters) == 0 {
		return nil, 0
	}
	if wait = l.until.Sub(now); wait > 0 {
		return nil, wait
	}
	if wait = b.pace.take(chat, now); wait > 0 {
		l.until = now.Add(wait)
		return nil, wait
	}
	return l.letters[0], 0
}

// First returns the first letter of a chat, whether or not it may be sent; nil if
// there is none.
func (b *Box) First(chat int64) *Letter {
	b.mu.Lock()
	defer b.mu.Unlock()
	if l := b.lines[chat]; l != nil && len(l.letters) > 0 {
		return l.letters[0]
	}
	return nil
}

// Off takes a letter off the line of its chat, if it is there: it was sent, or never will be.
func (b *Box) Off(chat int64, o store.Outgoing) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := b.lines[chat]
	if l == nil {
		return
	}
	i := slices.IndexFunc(l.letters, func(x *Letter) bool { return name(x.Outgoing) == name(o) })
	if i < 0 {
		return
	}
	b.forget(l.letters[i])
	if i == 0 {
		l.failures = 0
	}
	l.letters = slices.Delete(l.letters, i, i+1)
	if len(l.letters) == 0 {
		delete(b.lines, chat)
	}
}

// forget counts a letter that is gone. b.mu is held.
func (b *Box) forget(x *Letter) {
	b.count(-1)
	if !b.lasting || x.Loose {
		b.release(x)
	}
}

// release notes that a crash loses a letter no more. b.mu is held.
func (b *Box) release(x *Letter) {
	h := b.held[x.Update]
	if h == nil {
		return
	}
	if h.left--; h.left == 0 {
		close(h.gone)
		delete(b.held, x.Update)
	}
}

// Delay has a chat wait, as the platform asks.
func (b *Box) Delay(chat int64, until time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.line(chat).until = until
}

// Failed notes that a chat could not be reached, and returns how often that has
// happened, from 0, since something was sent to it.
func (b *Box) Failed(chat int64) (before int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := b.line(chat)
	l.failures++
	return l.failures - 1
}

// Claim makes the caller the one who is to try again when a chat has waited; false
// if somebody is, or if nothing waits. Who claims it must call Due.
func (b *Box) Claim(chat int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := b.lines[chat]
	if l == nil || l.due || len(l.letters) == 0 {
		return false
	}
	l.due = true
	return true
}

// Due ends a claim: the time to try again has come.
func (b *Box) Due(chat int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if l := b.lines[chat]; l != nil {
		l.due = false
	}
}

// Claimed reports whether somebody will try a chat again.
func (b *Box) Claimed(chat int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := b.lines[chat]
	return l != nil && l.due
}

// Held returns a channel that is closed when nothing waits any more that was
// written for an update, and how much longer the update should be held for it; nil
// if it need not be. Where places are scarce, none is held in vain: for a chat that
// has to wait for longer than that.
func (b *Box) Held(update int64, now time.Time, scarce bool) (gone <-chan struct{}, left time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	h := b.held[update]
	if h == nil {
		return nil, 0
	}
	left = holdFor - now.Sub(h.since)
	if left <= 0 {
		return nil, 0
	}
	if l := b.lines[h.chat]; l != nil && (len(l.letters) > maxHeld || scarce && l.until.Sub(now) >= left) {
		return nil, 0
	}
	return h.gone, left
}

// HeldForStore is Held where the store is to have what waits: no update is held in vain.
func (b *Box) HeldForStore(update int64) (gone <-chan struct{}, left time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if h := b.held[update]; h != nil {
		return h.gone, holdFor
	}
	return nil, 0
}

// Holds reports whether something waits for an update that a crash would lose.
func (b *Box) Holds(update int64) bool {
	gone, _ := b.HeldForStore(update)
	return gone != nil
}

// Empty returns a channel that is closed when nothing waits.
func (b *Box) Empty() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.empty
}

// Waiting returns how many letters wait.
func (b *Box) Waiting() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.waiting
}
