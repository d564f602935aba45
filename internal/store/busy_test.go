package store

import (
	"context"
	"errors"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/request"
	"pincite/internal/store/database"
)

// occupy has every connection in use, but for that of the heartbeat, until the function
// that it returns is called.
func occupy(t *testing.T, s *Store) (release func()) {
	t.Helper()
	held, free := make(chan error), make(chan struct{})
	var all sync.WaitGroup
	most := max(s.db.Stats().MaxOpenConnections-1, 1)
	for range most {
		all.Go(func() {
			err := s.db.Long(t.Context(), database.Operation{What: "hold"}, func(ctx context.Context) error {
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
	for range most {
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
		request.Waited(ctx, database.Budget-database.Patience-50*time.Millisecond)
		if _, err := s.Take(ctx, 1, "tg:1"); !errors.Is(err, database.ErrBusy) {
			t.Errorf("without a connection: %v", err)
		}
		if waited := request.Waited(ctx, 0); waited < database.Budget {
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
