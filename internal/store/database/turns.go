package database

import (
	"context"
	"errors"
	"time"
)

// ErrBusy says that an operation has waited for a connection as long as it may. The
// database has nothing to do with it.
var ErrBusy = errors.New("all connections to the database are in use")

// Turns let as many operations in as there are connections, but for one that is left to
// what is urgent, in the order in which they come. Were it the pool that makes them wait,
// what one waits for others could not be told from what the database takes.
type turns chan struct{}

// wait waits for a turn, which must be ended if there is no error, and returns how long, 0
// where there was one at once.
func (t turns) wait(ctx context.Context, most time.Duration) (time.Duration, error) {
	select {
	case t <- struct{}{}:
		return 0, nil
	default:
	}
	began := time.Now()
	bounded, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	select {
	case t <- struct{}{}:
		return time.Since(began), nil
	case <-bounded.Done():
		if err := ctx.Err(); err != nil {
			return time.Since(began), err
		}
		return time.Since(began), ErrBusy
	}
}

func (t turns) end() { <-t }
