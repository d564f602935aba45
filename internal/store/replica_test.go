package store

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"
)

// A ticker is the clock of one process, which goes on when the test says so.
type ticker struct{ now atomic.Int64 }

func (x *ticker) pass(d time.Duration)   { x.now.Add(int64(d)) }
func (x *ticker) elapsed() time.Duration { return time.Duration(x.now.Load()) }

// pair returns two processes that share a database, know of each other, and beat only when
// they are told to; and their clocks.
func (p place) pair(t *testing.T) (a, b *Store, ofA, ofB *ticker) {
	t.Helper()
	a = p.open(t)
	b = p.twin(t, a)
	ofA, ofB = new(ticker), new(ticker)
	for s, clock := range map[*Store]*ticker{a: ofA, b: ofB} {
		s.db.Stop()
		clock.pass(time.Hour)
		s.opt.Elapsed = clock.elapsed
	}
	for _, s := range []*Store{a, b, a} {
		must(t, s.Beat(t.Context()))
	}
	return a, b, ofA, ofB
}

// watch has a process beat, and look at the other, for some time.
func watch(t *testing.T, by *Store, clock *ticker, d time.Duration) {
	t.Helper()
	for ; d > beatEvery; d -= beatEvery {
		clock.pass(beatEvery)
		must(t, by.Beat(t.Context()))
	}
	clock.pass(d)
	must(t, by.Beat(t.Context()))
}

// strikeOff has a process see that the other does not beat.
func strikeOff(t *testing.T, by *Store, clock *ticker) {
	t.Helper()
	must(t, by.Beat(t.Context()))
	watch(t, by, clock, lifetime)
	if by.Replicas() != 1 {
		t.Fatalf("%d replicas, want the one", by.Replicas())
	}
}

// TestWhoDoesNotBeatIsStruckOff: what a process holds is another's once that has seen for a
// lifetime, by its own clock, that it does not beat; not before, and not if it does.
func TestWhoDoesNotBeatIsStruckOff(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a, b, _, ofB := p.pair(t)
		take(t, a, 7, "tg:1")
		for _, step := range []struct {
			name    string
			beats   bool
			passes  time.Duration
			wantErr error
		}{
			{"the first is seen", false, 0, ErrElsewhere},
			{"when it has beaten", true, 0, ErrElsewhere},
			{"shortly before a lifetime is over", false, lifetime - time.Millisecond, ErrElsewhere},
			{"a lifetime after it was seen", false, time.Millisecond, nil},
		} {
			if step.beats {
				must(t, a.Beat(t.Context()))
			}
			watch(t, b, ofB, step.passes)
			if _, err := b.Take(t.Context(), 7, "tg:1"); !errors.Is(err, step.wantErr) {
				t.Errorf("%s: %v, want %v", step.name, err, step.wantErr)
			}
		}
	})
}

// TestWhoDidNotLookStrikesNobodyOff: after a time in which nobody could beat, as the database
// was away, a process counts from its first look on how long the other is silent.
func TestWhoDidNotLookStrikesNobodyOff(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		_, b, _, ofB := p.pair(t)
		for _, away := range []time.Duration{lifetime, time.Hour} {
			ofB.pass(away)
			if must(t, b.Beat(t.Context())); b.Replicas() != 2 {
				t.Errorf("%v without a look: %d replicas, want both", away, b.Replicas())
			}
		}
		if watch(t, b, ofB, lifetime); b.Replicas() != 1 {
			t.Errorf("%d replicas, want the one", b.Replicas())
		}
	})
}

// TestOneThatIsLateSendsNothing: a process holds nothing from before the others may strike
// it off; when it beats again it holds what it held, unless they have.
func TestOneThatIsLateSendsNothing(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a, b, ofA, ofB := p.pair(t)
		out := finish(t, a, take(t, a, 1, "tg:1"), "call")
		holds := func(when string, want bool) {
			t.Helper()
			if a.Holds(out[0]) != want {
				t.Errorf("%s: holds a reply: %t, want %t", when, !want, want)
			}
		}
		holds("at once", true)
		ofA.pass(lifetime - margin - 1)
		holds("in time", true)
		ofA.pass(1)
		holds("late", false)
		if a.Lives() {
			t.Error("lives though it is late")
		}
		must(t, a.Beat(t.Context()))
		holds("late, but not struck off", true)
		strikeOff(t, b, ofB)
		ofA.pass(lifetime)
		must(t, a.Beat(t.Context()))
		holds("struck off, and come back", false)
		again, err := a.Outbox(t.Context(), "tg:1")
		if err != nil || len(again) != 1 || !a.Holds(again[0]) {
			t.Errorf("nobody took it over: %v, %v", again, err)
		}
	})
}

// TestABeatThatIsLateOnItsWay: a beat that was begun in time and reaches the database when
// another has taken over keeps nothing; nor does it count from when it arrived.
func TestABeatThatIsLateOnItsWay(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		var onItsWay func()
		p.Via = func(ctx context.Context, what string, do func(context.Context) error) error {
			if held := onItsWay; held != nil && what == "tell that this process lives" {
				onItsWay = nil
				held()
			}
			return do(ctx)
		}
		a, b, ofA, ofB := p.pair(t)
		out := finish(t, a, take(t, a, 1, "tg:1"), "call")
		ofA.pass(lifetime - 2*margin)
		onItsWay = func() {
			ofA.pass(2 * margin)
			strikeOff(t, b, ofB)
			if got, err := b.Outbox(t.Context(), "tg:1"); err != nil || len(got) != 1 {
				t.Errorf("taken over: %v, %v", got, err)
			}
		}
		must(t, a.Beat(t.Context()))
		if a.Holds(out[0]) {
			t.Error("holds what another has taken over")
		}
		if got, err := a.Outbox(t.Context(), "tg:1"); err != nil || len(got) != 0 {
			t.Errorf("takes what is another's: %v, %v", got, err)
		}
		onItsWay = func() { ofA.pass(lifetime) }
		must(t, a.Beat(t.Context()))
		if a.Lives() {
			t.Error("a beat counts from when it arrived")
		}
	})
}

// TestNothingIsSentBeforeWhatAnotherSends: of two replies to a chat another process has
// taken over the first, when this one seemed dead; it keeps the second until that is sent.
func TestNothingIsSentBeforeWhatAnotherSends(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a, b, _, ofB := p.pair(t)
		finish(t, a, take(t, a, 1, "tg:1"), "first")
		c := take(t, a, 2, "tg:1")
		if turn, err := a.Ahead(t.Context(), c, 0); err != nil || turn.Busy || len(turn.First) != 1 {
			t.Fatalf("what comes first: %+v, %v", turn, err)
		}
		strikeOff(t, b, ofB)
		taken, err := b.Outbox(t.Context(), "tg:1")
		if err != nil || len(taken) != 1 {
			t.Fatalf("taken over: %v, %v", taken, err)
		}
		must(t, a.Beat(t.Context()))
		finish(t, a, c, "second")
		sends := func(when, want string) {
			t.Helper()
			out, err := a.Outbox(t.Context(), "tg:1")
			must(t, err)
			got := ""
			for _, o := range out {
				got += string(o.Call)
			}
			if got != want {
				t.Errorf("%s: sends %q, want %q", when, got, want)
			}
		}
		sends("before the first is sent", "")
		if out, err := b.Outbox(t.Context(), "tg:1"); err != nil || len(out) != 1 {
			t.Errorf("the other sends %v, %v", out, err)
		}
		must(t, b.Sent(t.Context(), taken[0]))
		sends("when the first is sent", "second")
	})
}

// TestAClockThatIsSetBackChangesNoOrder of the replies that wait for a chat.
func TestAClockThatIsSetBackChangesNoOrder(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		for n := range int64(3) {
			finish(t, s, take(t, s, n, "tg:1"), fmt.Sprint("a", n), fmt.Sprint("b", n))
			p.clock.pass(-time.Minute)
		}
		out, err := s.Outbox(t.Context(), "tg:1")
		must(t, err)
		got := ""
		for _, o := range out {
			got += string(o.Call) + " "
		}
		if want := "a0 b0 a1 b1 a2 b2 "; got != want {
			t.Errorf("to be sent: %q, want %q", got, want)
		}
	})
}

// TestAlone: one that was not alone counts as such only when it has been for a while.
func TestAlone(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		first := p.open(t)
		if !first.Alone() {
			t.Error("the first is not alone")
		}
		must(t, first.Close())
		_, b, _, ofB := p.pair(t)
		strikeOff(t, b, ofB)
		if b.Alone() {
			t.Error("alone as soon as another seems dead")
		}
		ofB.pass(companyFor)
		if !b.Alone() {
			t.Error("not alone though there was nobody for long")
		}
	})
}
