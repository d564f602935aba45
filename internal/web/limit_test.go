package web

import (
	"fmt"
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func TestLimiter(t *testing.T) {
	c := &clock{time.Unix(0, 0)}
	l := newLimiter(2, c.now) // both at once, then one in 30 s
	a, b := netip.MustParseAddr("203.0.113.1"), netip.MustParseAddr("203.0.113.2")
	for i, want := range []time.Duration{0, 0, 30 * time.Second} {
		if got := l.take(a); got != want {
			t.Fatalf("take %d: %v, want %v", i+1, got, want)
		}
	}
	if l.take(b) != 0 {
		t.Error("one address pays for another")
	}
	c.at = c.at.Add(30 * time.Second)
	if n := given(l, a); n != 1 {
		t.Errorf("%d tokens after 30 s, want 1", n)
	}
	c.at = c.at.Add(time.Hour)
	if n := given(l, a); n != 2 {
		t.Errorf("%d tokens after an hour, want 2", n)
	}
}

// A limit of so many a minute lets so many ask at once: a script that stays
// below it is never refused.
func TestLimitIsTheBurst(t *testing.T) {
	for _, perMinute := range []int{1, 3, 120, 10_000} {
		l := newLimiter(perMinute, (&clock{time.Unix(0, 0)}).now)
		if n := given(l, netip.MustParseAddr("203.0.113.1")); n != perMinute {
			t.Errorf("%d of %d questions at once", n, perMinute)
		}
	}
}

// given counts the tokens that an address gets at once.
func given(l *limiter, a netip.Addr) (n int) {
	for l.take(a) == 0 {
		n++
	}
	return n
}

func TestLimiterTakesASubscriberAsOne(t *testing.T) {
	c := &clock{time.Unix(0, 0)}
	l := newLimiter(1, c.now)
	if l.take(netip.MustParseAddr("2001:db8::1")) != 0 || l.take(netip.MustParseAddr("2001:db8::2")) == 0 {
		t.Error("two addresses of one /64 must share a bucket")
	}
	if l.take(netip.MustParseAddr("fe80::1%eth0")) != 0 {
		t.Error("an address with a zone")
	}
	if l.take(netip.Addr{}) != 0 {
		t.Error("no address")
	}
}

func TestLimiterIsBounded(t *testing.T) {
	c := &clock{time.Unix(0, 0)}
	l := newLimiter(1, c.now)
	for i := range 3 * maxBuckets {
		l.take(netip.MustParseAddr(fmt.Sprintf("10.%d.%d.%d", i>>16, i>>8&255, i&255)))
		if len(l.buckets) > maxBuckets {
			t.Fatalf("%d buckets", len(l.buckets))
		}
	}
}

func TestNoLimit(t *testing.T) {
	l := newLimiter(-1, time.Now)
	for range 1000 {
		if l.take(netip.MustParseAddr("203.0.113.1")) != 0 {
			t.Fatal("limited")
		}
	}
}

func TestLimiterIsSafe(t *testing.T) {
	c := &clock{time.Unix(0, 0)}
	l := newLimiter(100, c.now)
	var taken atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if l.take(netip.MustParseAddr("203.0.113.1")) == 0 {
					taken.Add(1)
				}
			}
		})
	}
	wg.Wait()
	if taken.Load() != 100 {
		t.Errorf("%d of 100 tokens were given", taken.Load())
	}
}
