package limit

import (
	"context"
	"time"

	"pincite/internal/recent"
	"pincite/internal/store"
)

const (
	// Factor is how many more inline queries than messages a person may
	// send: the client asks anew with almost every letter typed. As many buttons
	// may be pressed, since turning a page is no question.
	Factor = 10

	// rest is the least that who sends too much is asked to wait: long enough that
	// it does not happen with every message.
	rest = 10 * time.Second

	// maxPeople bounds the people whose messages are counted.
	maxPeople = 10_000
)

// Limits count what people do, each by a key; nobody, "", is not limited. Processes that
// share a database count together; while it does not answer, each counts for itself. They
// are safe for concurrent use.
type Limits struct {
	store     *store.Store
	perMinute int
	now       func() time.Time

	messages *recent.Limiter[string]
	presses  *recent.Limiter[string]
	inlines  *recent.Limiter[string]
	quiet    *recent.Map[string, time.Time] // people who were told to wait, and until when
}

// New returns Limits of so many messages a minute, and ten times as many buttons and inline
// queries; 0 means no limit.
func New(s *store.Store, perMinute int, now func() time.Time) *Limits {
	return &Limits{
		store: s, perMinute: perMinute, now: now,
		messages: recent.NewLimiter[string](perMinute, maxPeople),
		presses:  recent.NewLimiter[string](perMinute*Factor, maxPeople),
		inlines:  recent.NewLimiter[string](perMinute*Factor, maxPeople),
		quiet:    recent.NewMap[string, time.Time](maxPeople),
	}
}

// Message counts a message; wait is how long one who is told must wait, in whole seconds.
func (l *Limits) Message(ctx context.Context, person string) (v store.Verdict, wait time.Duration) {
	if person == "" || l.perMinute == 0 {
		return store.Pass, 0
	}
	if l.store.Shared() {
		if v, wait, err := l.store.Admit(ctx, person, l.perMinute, rest); err == nil {
			return v, wait
		}
	}
	now := l.now()
	if until, told := l.quiet.Peek(person); told && now.Before(until) {
		return store.Ignore, 0
	}
	if wait, _ = l.messages.Take(person, now); wait == 0 {
		return store.Pass, 0
	}
	wait = max(rest, (wait + time.Second - 1).Truncate(time.Second))
	l.quiet.Add(person, now.Add(wait))
	return store.Tell, wait
}

// Press counts a button that is pressed, and returns how long the person must wait, 0 as a
// rule.
func (l *Limits) Press(ctx context.Context, person string) time.Duration {
	return l.often(ctx, "press ", l.presses, person)
}

// Inline counts an inline query, like Press.
func (l *Limits) Inline(ctx context.Context, person string) time.Duration {
	return l.often(ctx, "inline ", l.inlines, person)
}

// often counts what a person does besides asking; what tells it apart in the store.
func (l *Limits) often(ctx context.Context, what string, here *recent.Limiter[string], person string) time.Duration {
	if person == "" || l.perMinute == 0 {
		return 0
	}
	if l.store.Shared() {
		v, wait, err := l.store.Admit(ctx, what+person, l.perMinute*Factor, time.Second)
		switch {
		case err == nil && v == store.Pass:
			return 0
		case err == nil:
			return max(wait, time.Second)
		}
	}
	wait, _ := here.Take(person, l.now())
	return wait
}
