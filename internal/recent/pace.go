package recent

import (
	"context"

	"golang.org/x/time/rate"
)

// A Pace spaces calls out: so many a second on average, and at most a second's
// worth at once. It is safe for concurrent use.
type Pace struct {
	perSecond int
	bucket    *rate.Limiter // nil where there is no limit
}

// NewPace returns a Pace. Without a positive perSecond there is no limit.
func NewPace(perSecond int) *Pace {
	if perSecond <= 0 {
		return &Pace{}
	}
	return &Pace{perSecond: perSecond, bucket: rate.NewLimiter(rate.Limit(perSecond), perSecond)}
}

// Wait waits for the turn of one call, where so many processes, at least 1, keep
// the pace together. Its error says that ctx has ended or would end before.
func (p *Pace) Wait(ctx context.Context, processes int) error {
	if p.bucket == nil {
		return nil
	}
	share := float64(p.perSecond) / float64(max(processes, 1))
	if limit := rate.Limit(share); p.bucket.Limit() != limit {
		p.bucket.SetLimit(limit)
		p.bucket.SetBurst(max(int(share), 1))
	}
	return p.bucket.Wait(ctx)
}
