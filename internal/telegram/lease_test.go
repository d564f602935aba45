package telegram

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"pincite/internal/store"
	"pincite/internal/telegram/post"
)

// dead is longer than a process is believed to live without a beat.
const dead = time.Minute

// look is how often a process looks at the others at least, and counts how long they are silent.
const look = 2 * time.Second

// beats has a process tell that it lives, again where the machine is too busy for it.
func beats(t *testing.T, s *store.Store, wantReplicas int) {
	t.Helper()
	if tells(t, s); s.Replicas() != wantReplicas {
		t.Fatalf("%d replicas, want %d", s.Replicas(), wantReplicas)
	}
}

func tells(t *testing.T, s *store.Store) {
	t.Helper()
	err := s.Beat(t.Context())
	for n := 0; err != nil && n < 200; n++ {
		again()
		err = s.Beat(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// seesDead has a process look long enough to see that another does not beat any more.
func seesDead(t *testing.T, s *store.Store, clock *atomic.Int64) {
	t.Helper()
	beats(t, s, 2)
	for passed := time.Duration(0); passed < dead && s.Replicas() > 1; passed += look {
		clock.Add(int64(look))
		tells(t, s)
	}
	if s.Replicas() != 1 {
		t.Fatalf("%d replicas, want 1", s.Replicas())
	}
}

// clocked returns options of a store on a database, with a clock of the test's.
func clocked(address string, clock *atomic.Int64) store.Options {
	return store.Options{URL: address, Elapsed: func() time.Duration { return time.Duration(clock.Load()) }}
}

// TestOneThatDoesNotBeatSendsNothing: while its beats do not come through, a bot sends
// nothing that waits; nor what another has taken over by then when they do again, but what
// is asked from then on.
func TestOneThatDoesNotBeatSendsNothing(t *testing.T) {
	f, address := newFake(t), postgresURL(t)
	var own, others atomic.Int64
	own.Store(int64(time.Hour))
	held, refused := atomic.Bool{}, make(chan struct{})
	r, server := pushed(t, f, func(o *Options) {
		s := clocked(address, &own)
		s.Via = func(ctx context.Context, what string, do func(context.Context) error) error {
			if what != "tell that this process lives" || !held.Load() {
				return do(ctx)
			}
			select {
			case refused <- struct{}{}:
			default:
			}
			return errWeather
		}
		o.Store = openStore(t, s)
	})
	other := openStore(t, clocked(address, &others))
	r.listen(t)
	f.fail(apiFault("sendMessage", 1<<30, 429, "Too Many Requests: retry after 1", `,"parameters":{"retry_after":1}`))
	push(t, server, questionBody(2, 11, "2"))
	held.Store(true)
	own.Add(int64(dead))
	f.mu.Lock()
	f.faults = nil
	f.mu.Unlock()
	for range 3 { // it tries to send, and to beat before that
		<-refused
	}
	seesDead(t, other, &others)
	if out, err := other.Outbox(t.Context(), post.Conversation(11, 0)); err != nil || len(out) != 1 {
		t.Fatalf("taken over: %v, %v", out, err)
	}
	held.Store(false)
	push(t, server, questionBody(3, 12, "3"))
	if said := f.texts(); len(said) != 1 || !strings.Contains(said[0], "Rule 3") {
		t.Errorf("said %q, want rule 3 to the other chat alone", said)
	}
}

// TestOneThatComesBackKeepsTheOrder: a bot that was struck off while a reply waited beats
// again. What it is asked in that chat it answers behind the reply, whether another has taken
// that over or nobody has, and neither is sent twice.
func TestOneThatComesBackKeepsTheOrder(t *testing.T) {
	for name, taken := range map[string]bool{"taken over": true, "left": false} {
		t.Run(name, func(t *testing.T) {
			f, address := newFake(t), postgresURL(t)
			var own, others atomic.Int64
			own.Store(int64(time.Hour))
			held := atomic.Bool{}
			r, server := pushed(t, f, func(o *Options) {
				s := clocked(address, &own)
				s.Via = func(ctx context.Context, what string, do func(context.Context) error) error {
					if what == "tell that this process lives" && held.Load() {
						return errWeather
					}
					return do(ctx)
				}
				o.Store = openStore(t, s)
			})
			other := openStore(t, clocked(address, &others))
			r.listen(t)
			f.fail(apiFault("sendMessage", 1<<30, 429, "Too Many Requests: retry after 1", `,"parameters":{"retry_after":1}`))
			push(t, server, questionBody(2, 11, "1"))
			held.Store(true)
			own.Add(int64(dead))
			f.mu.Lock()
			f.faults = nil
			f.mu.Unlock()
			seesDead(t, other, &others)
			var out []store.Outgoing
			if taken {
				var err error
				if out, err = other.Outbox(t.Context(), post.Conversation(11, 0)); err != nil || len(out) != 1 {
					t.Fatalf("taken over: %v, %v", out, err)
				}
			}
			held.Store(false)
			tells(t, r.opt.Store)
			done := make(chan int)
			ask := func() { done <- carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(3, 11, "2"))) }
			go ask()
			want := []string{"Rule 1", "Rule 2"}
			if taken {
				time.Sleep(2 * post.SweepEvery)
				if said := f.texts(); len(said) != 0 {
					t.Errorf("before the other has sent its reply: said %q", said)
				}
				if err := other.Sent(t.Context(), out[0]); err != nil {
					t.Fatal(err)
				}
				want = want[1:]
			}
			for status := <-done; status != http.StatusOK; status = <-done {
				go ask()
			}
			for end := time.Now().Add(patienceOfTests); len(f.texts()) < len(want) && time.Now().Before(end); {
				again()
			}
			time.Sleep(2 * post.SweepEvery)
			said := f.texts()
			if len(said) != len(want) {
				t.Fatalf("said %q, want %q", said, want)
			}
			for i := range want {
				if !strings.Contains(said[i], want[i]) {
					t.Errorf("said %q, want %q", said, want)
				}
			}
		})
	}
}

// TestWhatAnotherLeftIsNotOvertaken: a bot that is left alone by another, and whose database
// fails then, does not answer what comes after an update that the other has left behind.
func TestWhatAnotherLeftIsNotOvertaken(t *testing.T) {
	f, address, fails := newFake(t), postgresURL(t), atomic.Bool{}
	via := func(ctx context.Context, what string, do func(context.Context) error) error {
		if what == "take an update" && fails.Load() {
			return &pgconn.PgError{Code: "40P01", Message: "deadlock detected"}
		}
		return do(ctx)
	}
	r, server := pushed(t, f, func(o *Options) { o.Store = openStore(t, store.Options{URL: address, Via: via}) })
	other := openStore(t, store.Options{URL: address})
	beats(t, r.opt.Store, 2)
	left := []store.Arrival{{Update: 1, Chat: post.Conversation(11, 0), Person: post.Person(11), Raw: []byte(questionBody(1, 11, "1"))}}
	if of, err := other.TakeAll(t.Context(), left); err != nil || of[1] != nil {
		t.Fatalf("kept: %v, %v", of, err)
	}
	fails.Store(true)
	r.listen(t)
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	beats(t, r.opt.Store, 1)
	status := carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(2, 11, "2")))
	if said := f.texts(); status == http.StatusOK || len(said) != 0 {
		t.Errorf("while the database fails: status %d, said %q", status, said)
	}
	fails.Store(false)
	push(t, server, questionBody(2, 11, "2"))
	if said := f.texts(); len(said) != 2 || !strings.Contains(said[0], "Rule 1") || !strings.Contains(said[1], "Rule 2") {
		t.Errorf("said %q, want rules 1 and 2", said)
	}
}
