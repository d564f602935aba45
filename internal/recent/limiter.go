package recent

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A Limiter lets each caller ask so many times a minute, all at once or spread.
// The number of callers that it remembers is bounded; one that is forgotten begins
// anew. It is safe for concurrent use.
type Limiter[K comparable] struct {
	perMinute int
	burst     int

	mu      sync.Mutex
	callers *Map[K, *caller]
}

type caller struct {
	bucket *rate.Limiter
	told   time.Time // when it was last told that it asks too much
}

// NewLimiter returns a Limiter that remembers so many callers. Without a positive
// perMinute there is no limit.
func NewLimiter[K comparable](perMinute, callers int) *Limiter[K] {
	return NewSpread[K](perMinute, perMinute, callers)
}

// NewSpread returns a Limiter that lets a caller ask no more than burst times at
// once.
func NewSpread[K comparable](perMinute, burst, callers int) *Limiter[K] {
	return &Limiter[K]{perMinute: perMinute, burst: burst, callers: NewMap[K, *caller](callers)}
}

// Take counts what a caller asks at a time. It returns how long the caller must
// wait, 0 if it need not; first is true for the first refusal in a minute, which is
// the one worth telling.
func (l *Limiter[K]) Take(key K, now time.Time) (wait time.Duration, first bool) {
	if l.perMinute <= 0 {
		return 0, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	c, ok := l.callers.Get(key)
	if !ok {
		c = &caller{bucket: rate.NewLimiter(rate.Limit(float64(l.perMinute)/60), l.burst)}
		l.callers.Add(key, c)
	}
	r := c.bucket.ReserveN(now, 1)
	if wait = r.DelayFrom(now); wait == 0 {
		return 0, false
	}
	r.CancelAt(now)
	if first = now.Sub(c.told) >= time.Minute; first {
		c.told = now
	}
	return wait, first
}
