package gate

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// enter enters with the patience of a minute, which must not fail.
func enter(t *testing.T, g *Gate, caller string) func() {
	t.Helper()
	leave, err := g.Enter(t.Context(), caller, time.Minute)
	if err != nil {
		t.Error(err)
		return func() {}
	}
	return leave
}

func TestNoGate(t *testing.T) {
	var g *Gate
	enter(t, g, "a")()
}

// Who asks most waits for itself: a stranger who comes last is let in second.
func TestFair(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := New(1, 40)
		leave := enter(t, g, "greedy")
		var mu sync.Mutex
		var order []string
		for _, caller := range []string{"greedy", "greedy", "greedy", "stranger", "other"} {
			go func() {
				defer enter(t, g, caller)()
				mu.Lock()
				defer mu.Unlock()
				order = append(order, caller)
			}()
			synctest.Wait()
		}
		leave()
		synctest.Wait()
		if want := []string{"greedy", "stranger", "other", "greedy", "greedy"}; !slices.Equal(order, want) {
			t.Errorf("let in %v, want %v", order, want)
		}
	})
}

func TestBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := New(1, 16) // two of each caller may wait
		leave := enter(t, g, "a")
		gone, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := g.Enter(gone, "a", time.Minute); !errors.Is(err, context.Canceled) {
			t.Errorf("a caller who is gone: %v", err)
		}
		start := time.Now()
		if _, err := g.Enter(t.Context(), "a", time.Second); !errors.Is(err, ErrBusy) || time.Since(start) != time.Second {
			t.Errorf("after %v: %v", time.Since(start), err)
		}
		for range 2 {
			go func() { defer enter(t, g, "a")() }()
		}
		synctest.Wait()
		if _, err := g.Enter(t.Context(), "a", time.Minute); !errors.Is(err, ErrBusy) {
			t.Errorf("a third of the same caller: %v", err)
		}
		leave()
		synctest.Wait()
		if g.free != 1 || g.space != 16 || len(g.lines) != 0 {
			t.Errorf("afterwards %d free, %d to wait, %d lines", g.free, g.space, len(g.lines))
		}
	})
}

// Many callers with little patience never overfill the gate, and leave it as it was.
func TestNeverMore(t *testing.T) {
	const atOnce, waiting = 3, 64
	g := New(atOnce, waiting)
	var in, let atomic.Int64
	var wait sync.WaitGroup
	for i := range 200 {
		wait.Go(func() {
			leave, err := g.Enter(t.Context(), string(rune('a'+i%7)), time.Duration(i%5)*time.Millisecond)
			if err != nil {
				return
			}
			defer leave()
			if n := in.Add(1); n > atOnce {
				t.Errorf("%d are in", n)
			}
			let.Add(1)
			in.Add(-1)
		})
	}
	wait.Wait()
	if let.Load() == 0 || g.free != atOnce || g.space != waiting || len(g.lines) != 0 {
		t.Errorf("%d were let in; afterwards %d free, %d to wait, %d lines", let.Load(), g.free, g.space, len(g.lines))
	}
}
