package store

import (
	"context"
	"errors"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/request"
)

func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turn := make(turns, 1)
		if waited, err := turn.wait(t.Context(), time.Second); waited != 0 || err != nil {
			t.Errorf("the first waited %s, %v", waited, err)
		}
		if waited, err := turn.wait(t.Context(), time.Second); waited != time.Second || !errors.Is(err, errBusy) {
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

// occupy has every connection in use, but for that of the heartbeat, until the function
// that it returns is called.
func occupy(t *testing.T, s *Store) (release func()) {
	t.Helper()
	held, free := make(chan error), make(chan struct{})
	var all sync.WaitGroup
	for range cap(s.turns) {
		all.Go(func() {
			err := s.within(t.Context(), longPatience, longPatience, operation{what: "hold"}, func(ctx context.Context) error {
				c, err := s.db.Conn(ctx)
				if held <- err; err != nil {
					return err
				}
				<-free
				return c.Close()
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	for range cap(s.turns) {
		must(t, <-held)
	}
	return func() {
		close(free)
		all.Wait()
	}
}

// TestBusyIsNotAway: where all connections are in use, what waits in vain is counted, but
// the database is not taken for one that does not answer, and the process lives on for
// others.
func TestBusyIsNotAway(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		t.Parallel()
		p.Metrics = metrics.New()
		s := p.open(t)
		well := s.State()
		release := occupy(t, s)
		ctx := request.With(t.Context(), "r1")
		request.Waited(ctx, Budget-Patience-50*time.Millisecond)
		if _, err := s.Take(ctx, 1, "tg:1"); !errors.Is(err, errBusy) {
			t.Errorf("without a connection: %v", err)
		}
		if waited := request.Waited(ctx, 0); waited < Budget {
			t.Errorf("the wait does not count: %s", waited)
		}
		if got := s.State(); got != well || !s.Answers() {
			t.Errorf("state %q, want %q", got, well)
		}
		must(t, s.Beat(t.Context()))
		release()
		_, err := s.Take(request.With(t.Context(), "r2"), 1, "tg:1")
		must(t, err)
		w := httptest.NewRecorder()
		p.Metrics.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		for _, want := range []string{`pincite_store_waits_total{outcome="gave up"} 1`, `pincite_store_failures_total{operation="take an update"} 1`} {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("not counted: %s", want)
			}
		}
	})
}
