package model

import (
	"context"
	"errors"
	"sync"
	"time"

	"pincite/internal/recent"
)

// A Budget counts calls by the day of UTC, and by who caused them. It is safe for
// concurrent use; a nil Budget has no end.
type Budget struct {
	perDay int
	now    func() time.Time

	mu  sync.Mutex
	day string
	n   int                      // calls on that day
	of  *recent.Map[string, int] // calls on that day, by caller
}

// keptCallers is of how many people calls are counted.
const keptCallers = 10_000

// NewBudget returns a Budget of so many calls a day; 0 for no limit. now is nil for
// time.Now.
func NewBudget(perDay int, now func() time.Time) *Budget {
	if now == nil {
		now = time.Now
	}
	return &Budget{perDay: perDay, now: now, of: recent.NewMap[string, int](keptCallers)}
}

// ErrBudget and ErrShare tell why there is no call left.
var (
	ErrBudget = errors.New("the model has been asked as often as it may be in a day")
	ErrShare  = errors.New("the model has been asked by one person as often as is left for all others in a day")
)

// Spend takes one of the day's calls for a caller, "" for nobody. Of these a caller has
// as many as are left for the others: one alone has half of them, and nobody takes the
// last from all. It fails with ErrBudget or ErrShare.
func (b *Budget) Spend(caller string) error {
	if b == nil || b.perDay == 0 {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if day := b.now().UTC().Format(time.DateOnly); day != b.day {
		b.day, b.n = day, 0
		b.of.Purge()
	}
	had, _ := b.of.Peek(caller)
	switch {
	case b.n >= b.perDay:
		return ErrBudget
	case caller != "" && had >= b.perDay-b.n:
		return ErrShare
	}
	b.n++
	b.of.Add(caller, had+1)
	return nil
}

// spare is what is left of the time that a caller has, to answer in.
const spare = time.Second

// Within bounds a context by a time, and by most of the time that it has left: what is
// late then is answered without the model.
func Within(ctx context.Context, timeout time.Duration) (context.Context, context.CancelFunc) {
	if end, ok := ctx.Deadline(); ok {
		timeout = min(timeout, time.Until(end)-spare)
	}
	return context.WithTimeout(ctx, timeout)
}
