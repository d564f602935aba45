package outbox

import (
	"testing"
	"time"

	"pincite/internal/store"
)

// start is when the tests of this package begin.
var start = time.Unix(1_000_000, 0)

func letter(update, part int) *Letter {
	return &Letter{Outgoing: store.Outgoing{Update: int64(update), Part: part}, At: start}
}

// take takes what may be sent to a chat now off its line, in order.
func take(b *Box, chat int64, now time.Time) (updates []int64, wait time.Duration) {
	for {
		x, wait := b.Next(chat, now)
		if x == nil {
			return updates, wait
		}
		updates = append(updates, x.Update)
		b.Off(chat, x.Outgoing)
	}
}

func equal[T comparable](t *testing.T, what string, got []T, want ...T) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
		return
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s: %v, want %v", what, got, want)
			return
		}
	}
}

func TestAChatThatWaitsKeepsItsOrder(t *testing.T) {
	b := New(Options{})
	<-b.Empty()
	b.Put(1, letter(1, 0), letter(1, 1))
	empty := b.Empty()
	b.Put(2, letter(2, 0))
	b.Delay(1, start.Add(time.Minute))
	b.Put(1, letter(3, 0))
	if got, wait := take(b, 1, start); len(got) != 0 || wait != time.Minute {
		t.Errorf("sent %v, wait %s", got, wait)
	}
	got, _ := take(b, 2, start)
	equal(t, "the other chat", got, 2)
	got, _ = take(b, 1, start.Add(time.Minute))
	equal(t, "after the wait", got, 1, 1, 3)
	<-empty
	if b.Waiting() != 0 || len(b.lines) != 0 || len(b.held) != 0 {
		t.Errorf("%d wait in %d lines, %d held", b.Waiting(), len(b.lines), len(b.held))
	}
}

// TestPace counts what passes in each minute and each second, whatever is asked.
func TestPace(t *testing.T) {
	for _, c := range []struct {
		chat           int64
		second, minute int
	}{{7, burst + 1, perMinute + burst}, {-7, groupBurst + 1, 20}} {
		b := New(Options{Paced: true})
		var sent []time.Time
		for at := start; at.Before(start.Add(3 * time.Minute)); at = at.Add(100 * time.Millisecond) {
			b.Put(c.chat, letter(len(sent)+1, 0))
			got, _ := take(b, c.chat, at)
			for range got {
				sent = append(sent, at)
			}
		}
		within := func(d time.Duration) (most int) {
			for i := range sent {
				n := 0
				for _, at := range sent[i:] {
					if at.Sub(sent[i]) < d {
						n++
					}
				}
				most = max(most, n)
			}
			return most
		}
		if s, m := within(time.Second), within(time.Minute); s > c.second || m > c.minute || m < c.minute/2 {
			t.Errorf("chat %d: %d in a second and %d in a minute, want %d and %d at most", c.chat, s, m, c.second, c.minute)
		}
	}
}

func TestALineIsBounded(t *testing.T) {
	b := New(Options{})
	for n := range MaxWaiting {
		if !b.Put(1, letter(n, 0)) {
			t.Fatalf("%d are too many", n)
		}
	}
	if b.Put(1, letter(MaxWaiting, 0)) || b.Waiting() != MaxWaiting {
		t.Errorf("%d wait", b.Waiting())
	}
	if !b.Put(2, letter(MaxWaiting+1, 0)) {
		t.Error("another chat has no place")
	}
}

// TestReconcile: what an earlier process left comes first, what another process took
// goes, what the store never had stays.
func TestReconcile(t *testing.T) {
	b := New(Options{Lasting: true})
	loose := letter(5, 0)
	loose.Loose = true
	b.Put(1, letter(3, 0), letter(4, 0), loose)
	b.Reconcile(1, nil, true)
	if b.Waiting() != 3 {
		t.Errorf("%d wait though the store was not asked", b.Waiting())
	}
	b.Reconcile(1, []store.Outgoing{{Update: 1}, {Update: 2}, {Update: 4}}, false)
	got, _ := take(b, 1, start)
	equal(t, "after the store was asked", got, 1, 2, 4, 5)
	if b.Waiting() != 0 || len(b.held) != 0 {
		t.Errorf("%d wait, %d held", b.Waiting(), len(b.held))
	}
	b.Reconcile(2, nil, false)
	if len(b.lines) != 0 {
		t.Error("a line of nothing")
	}
}

// TestHeld: an update whose reply only memory has is held until it is sent, but
// neither for long nor many of one chat; nor, where places are scarce, for a chat that
// has to wait for longer.
func TestHeld(t *testing.T) {
	for _, c := range []struct {
		name            string
		lasting, loose  bool
		letters         int
		after           time.Duration
		waits           time.Duration // what the chat has to
		scarce          bool
		sent, wantsHeld bool
	}{
		{name: "in memory", letters: 1, wantsHeld: true},
		{name: "sent", letters: 1, sent: true},
		{name: "for long", letters: 1, after: holdFor},
		{name: "one of few", letters: maxHeld, wantsHeld: true},
		{name: "one of many", letters: maxHeld + 1},
		{name: "in vain, but nobody needs the place", letters: 1, waits: time.Minute, wantsHeld: true},
		{name: "in vain, where places are scarce", letters: 1, waits: time.Minute, scarce: true},
		{name: "in vain at last", letters: 1, waits: holdFor, after: time.Millisecond, scarce: true},
		{name: "not in vain, where places are scarce", letters: 1, waits: holdFor - 1, scarce: true, wantsHeld: true},
		{name: "kept on disk", lasting: true, letters: 1},
		{name: "not kept on a disk that fails", lasting: true, loose: true, letters: 1, wantsHeld: true},
	} {
		b := New(Options{Lasting: c.lasting})
		for n := range c.letters {
			x := letter(n+1, 0)
			x.Loose = c.loose
			b.Put(1, x)
		}
		b.Delay(1, start.Add(c.after+c.waits))
		gone, left := b.Held(1, start.Add(c.after), c.scarce)
		if c.sent {
			b.Off(1, letter(1, 0).Outgoing)
			if _, open := <-gone; open {
				t.Errorf("%s: still there", c.name)
			}
			gone, left = b.Held(1, start, c.scarce)
		}
		if (gone != nil) != c.wantsHeld || (left > 0) != c.wantsHeld {
			t.Errorf("%s: held %v for %s", c.name, gone != nil, left)
		}
	}
}

func TestOneTriesAgain(t *testing.T) {
	b := New(Options{})
	if b.Claim(1) {
		t.Error("to try nothing again")
	}
	b.Put(1, letter(1, 0))
	if !b.Claim(1) || b.Claim(1) || !b.Claimed(1) {
		t.Error("none, or two")
	}
	b.Due(1)
	if b.Claimed(1) || !b.Claim(1) {
		t.Error("the time has come, and nobody tries")
	}
	if b.Failed(1) != 0 || b.Failed(1) != 1 {
		t.Error("failures are not counted")
	}
	b.Off(1, letter(1, 0).Outgoing)
	b.Put(1, letter(2, 0))
	if b.Failed(1) != 0 {
		t.Error("failures are counted on after something was sent")
	}
}

// TestKept: what the store has after all holds up no update any more, and waits once.
func TestKept(t *testing.T) {
	b := New(Options{Lasting: true})
	x, y := letter(1, 0), letter(2, 0)
	x.Loose, y.Loose = true, true
	b.Put(1, x, y)
	for _, l := range b.Loose(1, 2) {
		b.Keep([]*Letter{l}, []store.Outgoing{{Update: 2}})
	}
	if b.Holds(2) || !b.Holds(1) {
		t.Errorf("held: %v", b.held)
	}
	b.Reconcile(1, []store.Outgoing{{Update: 1}, {Update: 2}}, false)
	if b.Holds(1) || b.Waiting() != 2 {
		t.Errorf("held: %v; %d wait", b.held, b.Waiting())
	}
	got, _ := take(b, 1, start)
	equal(t, "after the store was asked", got, 1, 2)
	if b.Waiting() != 0 {
		t.Errorf("%d wait", b.Waiting())
	}
}
