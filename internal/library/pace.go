package library

import (
	"context"
	"time"
)

const (
	// restFor is how many times as long as a document took to be read anew what reads
	// the next one rests, where questions came meanwhile: they have three quarters of the
	// processor that it would take from them.
	restFor = 3

	// longestRest bounds that: a document that is read all the time is read so often.
	longestRest = time.Minute
)

// A pacer has those who read documents anew give way to those who ask. It is not safe for
// concurrent use.
type pacer struct {
	asked func() int64 // how many questions there were so far
	until time.Time    // of the rest
}

// do does some work after the rest that the work before has earned.
func (p *pacer) do(ctx context.Context, work func()) error {
	timer := time.NewTimer(time.Until(p.until))
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
		return ctx.Err()
	}
	began, before := time.Now(), p.asked()
	work()
	if now := time.Now(); p.asked() != before {
		p.until = now.Add(min(restFor*now.Sub(began), longestRest))
	}
	return nil
}
