package database

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turn := make(turns, 1)
		if waited, err := turn.wait(t.Context(), time.Second); waited != 0 || err != nil {
			t.Errorf("the first waited %s, %v", waited, err)
		}
		if waited, err := turn.wait(t.Context(), time.Second); waited != time.Second || !errors.Is(err, ErrBusy) {
			t.Errorf("one too many waited %s, %v", waited, err)
		}
		go func() {
			time.Sleep(time.Second)
			turn.end()
		}()
		if waited, err := turn.wait(t.Context(), time.Minute); waited != time.Second || err != nil {
			t.Errorf("the next waited %s, %v", waited, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := turn.wait(ctx, time.Minute); !errors.Is(err, context.Canceled) {
			t.Errorf("one that nobody waits for: %v", err)
		}
	})
}
