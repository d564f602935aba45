package metrics

import (
	"context"
	"sync/atomic"
	"time"
)

// Stages of a reply.
const (
	StageRead   = "read"   // what is asked
	StageSearch = "search" // the evidence for it
	StageDecide = "decide" // whether that answers, and with what
	StageRender = "render" // the words and the markup
	StageSend   = "send"   // calls of the Bot API, waiting included
)

// A stage is one that is under way.
type stage struct {
	metrics *Metrics
	inner   atomic.Int64 // nanoseconds of the stages within it
}

type stageKey struct{}

// Into returns a context in which stages are timed.
func (m *Metrics) Into(ctx context.Context) context.Context {
	if m == nil {
		return ctx
	}
	return context.WithValue(ctx, stageKey{}, &stage{metrics: m})
}

// PanicRecovered counts a panic that was caught in a context of [Metrics.Into].
func PanicRecovered(ctx context.Context) {
	if s, ok := ctx.Value(stageKey{}).(*stage); ok {
		s.metrics.PanicRecovered()
	}
}

// Stage begins a stage of what is done in ctx, and returns the context of what is done
// within it, and what ends it. The time of stages within it is theirs alone. In a
// context that [Metrics.Into] did not make nothing is timed.
func Stage(ctx context.Context, name string) (within context.Context, end func()) {
	outer, ok := ctx.Value(stageKey{}).(*stage)
	if !ok {
		return ctx, func() {}
	}
	s, began := &stage{metrics: outer.metrics}, time.Now()
	return context.WithValue(ctx, stageKey{}, s), func() {
		took := time.Since(began)
		outer.inner.Add(int64(took))
		s.metrics.stages.WithLabelValues(name).Observe((took - time.Duration(s.inner.Load())).Seconds())
	}
}
