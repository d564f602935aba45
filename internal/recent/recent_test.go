package recent

import (
	"context"
	"sync"
	"testing"
	"time"
)

func TestMapIsBounded(t *testing.T) {
	for _, size := range []int{-1, 0, 1} {
		m := NewMap[int, string](size)
		m.Add(1, "a")
		m.Add(2, "b")
		if _, ok := m.Get(1); ok || m.Len() != 1 {
			t.Errorf("size %d: %d entries", size, m.Len())
		}
	}
}

func TestLimiter(t *testing.T) {
	l := NewLimiter[int](2, 10)
	now := time.Unix(0, 0)
	for i, want := range []struct {
		wait  time.Duration
		first bool
	}{{0, false}, {0, false}, {30 * time.Second, true}, {30 * time.Second, false}} {
		if wait, first := l.Take(1, now); wait != want.wait || first != want.first {
			t.Errorf("question %d: wait %v, first %v", i+1, wait, first)
		}
	}
	if wait, _ := l.Take(2, now); wait != 0 {
		t.Errorf("another caller waits %v", wait)
	}
	// What was refused costs nothing: half a minute earns one question.
	if wait, _ := l.Take(1, now.Add(30*time.Second)); wait != 0 {
		t.Errorf("after the wait: %v", wait)
	}
	if wait, first := l.Take(1, now.Add(31*time.Second)); wait != 29*time.Second || first {
		t.Errorf("told twice in a minute: wait %v, first %v", wait, first)
	}
	if wait, first := l.Take(1, now.Add(45*time.Second)); wait != 15*time.Second || first {
		t.Errorf("wait %v, first %v", wait, first)
	}
}

// TestSpread lets twenty pass in any minute: five at once, and one each four
// seconds.
func TestSpread(t *testing.T) {
	l := NewSpread[int](15, 5, 10)
	passed := 0
	for second := range 60 {
		for range 10 {
			if wait, _ := l.Take(1, time.Unix(int64(second), 0)); wait == 0 {
				passed++
			}
		}
		if second == 0 && passed != 5 {
			t.Errorf("%d at once, want 5", passed)
		}
	}
	if passed < 19 || passed > 20 {
		t.Errorf("%d in a minute, want 20 at most", passed)
	}
}

func TestWithoutALimit(t *testing.T) {
	for _, perMinute := range []int{0, -1} {
		l := NewLimiter[string](perMinute, 10)
		for range 1000 {
			if wait, _ := l.Take("a", time.Time{}); wait != 0 {
				t.Fatalf("%d a minute: wait %v", perMinute, wait)
			}
		}
	}
}

// TestLimiterForgets holds the number of callers, not what is asked of each.
func TestLimiterForgets(t *testing.T) {
	l := NewLimiter[int](1, 100)
	for i := range 1000 {
		l.Take(i, time.Unix(0, 0))
	}
	if n := l.callers.Len(); n != 100 {
		t.Errorf("%d callers remembered", n)
	}
	if wait, _ := l.Take(999, time.Unix(0, 0)); wait == 0 {
		t.Error("a caller of just now is forgotten")
	}
}

// TestLimiterCountsTogether asks from many goroutines: what passes is the limit.
func TestLimiterCountsTogether(t *testing.T) {
	l := NewLimiter[string](50, 10)
	now := time.Unix(0, 0)
	var mu sync.Mutex
	var wait sync.WaitGroup
	passed, told := 0, 0
	for range 200 {
		wait.Go(func() {
			delay, first := l.Take("a", now)
			mu.Lock()
			defer mu.Unlock()
			if delay == 0 {
				passed++
			}
			if first {
				told++
			}
		})
	}
	wait.Wait()
	if passed != 50 || told != 1 {
		t.Errorf("%d passed, %d told", passed, told)
	}
}

// TestPace counts what passes at once: a second's worth, divided among processes.
func TestPace(t *testing.T) {
	for _, c := range []struct {
		perSecond, processes int
		limit                float64
		burst                int
	}{
		{30, 0, 30, 30}, {30, 1, 30, 30}, {30, 3, 10, 10}, {2, 5, .4, 1},
	} {
		p := NewPace(c.perSecond)
		if err := p.Wait(t.Context(), c.processes); err != nil {
			t.Fatal(err)
		}
		if limit, burst := float64(p.bucket.Limit()), p.bucket.Burst(); limit != c.limit || burst != c.burst {
			t.Errorf("%d a second among %d: %v a second, %d at once", c.perSecond, c.processes, limit, burst)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := NewPace(1).Wait(ended, 1); err == nil {
		t.Error("a wait that has ended is over")
	}
	for _, none := range []int{0, -1} {
		if err := NewPace(none).Wait(ended, 1); err != nil {
			t.Errorf("without a limit: %v", err)
		}
	}
}
