package post

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/outbox"
)

// weather is what becomes of the operations of a store, by their names.
type weather map[string]fate

type fate int

const (
	fails fate = iota + 1 // nothing is done
	lost                  // it is done, and its answer is lost
)

func (w weather) via(ctx context.Context, what string, do func(context.Context) error) error {
	switch w[what] {
	case fails:
		return errors.New("bad weather")
	case lost:
		return errors.Join(do(ctx), errors.New("bad weather"))
	}
	return do(ctx)
}

// inWeather returns a Post whose store has some weather, and what it has sent to chat 1.
func inWeather(t *testing.T, w weather) (*Post, *[]string) {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	s, err := store.Open(t.Context(), store.Options{Path: filepath.Join(t.TempDir(), "state"), Log: log, Metrics: metrics.New(), Via: w.via})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	var said []string
	p := New(Options{
		Do: func(_ context.Context, call botapi.Call, _ any) error {
			said = append(said, string(call.Encode()))
			return nil
		},
		Store: s, Metrics: metrics.New(), Log: log, KeepUnsent: time.Hour, Timeout: time.Minute,
		InTurn: func(int64, func(context.Context)) bool { return true },
		Now:    time.Now, After: func(time.Duration, func()) {},
	})
	return p, &said
}

// answer handles an update of chat 1 as far as the store lets it.
func answer(t *testing.T, p *Post, update int64, text string) error {
	t.Helper()
	claim, err := p.opt.Store.Take(t.Context(), update, Key(1))
	var turn store.Turn
	if err == nil {
		turn, err = p.opt.Store.Ahead(t.Context(), claim, 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	v := &Visit{Chat: 1, Claim: claim, First: turn.First, Stored: func() bool { return true }}
	return p.Send(t.Context(), v, []botapi.Call{botapi.SendMessage(botapi.Place{Chat: 1}, botapi.Content{Text: text})}, nil)
}

// TestWhatTurnsUpIsNotSentAgain: a reply was sent that memory alone had, as far as was
// known, and the store lists it, twice, the second time after it could not be struck off.
func TestWhatTurnsUpIsNotSentAgain(t *testing.T) {
	const finish, strike, take = "finish an update", "note what was sent", "take an update"
	w := weather{finish: lost}
	p, said := inWeather(t, w)
	if err := answer(t, p, 1, "first"); err != nil {
		t.Fatal(err)
	}
	clear(w)
	if err := p.Settle(t.Context(), 1); err != nil || p.Waiting() != 1 {
		t.Fatalf("%v; %d wait, want what has turned up", err, p.Waiting())
	}
	w[finish], w[strike] = lost, fails
	if err := answer(t, p, 2, "second"); !errors.Is(err, ErrWaits) {
		t.Fatalf("the second, before the first is struck off: %v", err)
	}
	w[take] = fails
	if err := p.Settle(t.Context(), 1); err == nil {
		t.Fatal("a store that fails was told")
	}
	clear(w)
	if err := p.Settle(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	p.outbox.Delay(1, time.Time{})
	if err := p.flush(t.Context(), 1); err != nil || len(*said) != 2 || !strings.Contains((*said)[0], "first") || !strings.Contains((*said)[1], "second") {
		t.Errorf("said %q, %v", *said, err)
	}
	if left, err := p.opt.Store.Outbox(t.Context(), Key(1)); err != nil || len(left) != 0 || p.Waiting() != 0 {
		t.Errorf("%d are left in the store, %d wait, %v", len(left), p.Waiting(), err)
	}
}

// TestStruckOffInOrder: what follows a reply that could not be struck off is not struck off
// before it.
func TestStruckOffInOrder(t *testing.T) {
	const strike = "note what was sent"
	w := weather{}
	p, _ := inWeather(t, w)
	for update, fate := range []fate{0, fails, fails, 0} {
		claim, err := p.opt.Store.Take(t.Context(), int64(update), Key(1))
		if err != nil {
			t.Fatal(err)
		}
		v := &Visit{Chat: 1, Claim: claim, Stored: func() bool { return true }}
		letters, err := p.finish(t.Context(), v, []botapi.Call{botapi.SendMessage(botapi.Place{Chat: 1}, botapi.Content{Text: "a reply"})})
		if err != nil || len(letters) != 1 {
			t.Fatal(len(letters), err)
		}
		w[strike] = fate
		p.Strike(t.Context(), letters[0])
		left, err := p.opt.Store.Outbox(t.Context(), Key(1))
		if err != nil {
			t.Fatal(err)
		}
		if want := [...]int{0, 1, 2, 0}[update]; len(left) != want {
			t.Errorf("after reply %d the store lists %d, want %d", update, len(left), want)
		}
	}
}

// TestACallThatIsBegunIsNotCutOff when the time of its turn is over: the chat has the
// message by then, and would be sent it again. A call that is not begun by then waits.
func TestACallThatIsBegunIsNotCutOff(t *testing.T) {
	p, said := inWeather(t, weather{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	took := p.opt.Do
	p.opt.Do = func(of context.Context, call botapi.Call, result any) error {
		_ = took(of, call, result) // the platform has it, and answers when the time is over
		<-ctx.Done()
		select {
		case <-of.Done():
			return of.Err()
		case <-time.After(50 * time.Millisecond):
			return nil
		}
	}
	claim, err := p.opt.Store.Take(t.Context(), 1, Key(1))
	if err != nil {
		t.Fatal(err)
	}
	calls := []botapi.Call{
		botapi.SendMessage(botapi.Place{Chat: 1}, botapi.Content{Text: "one"}),
		botapi.SendMessage(botapi.Place{Chat: 1}, botapi.Content{Text: "two"}),
	}
	err = p.Send(ctx, &Visit{Chat: 1, Claim: claim, Stored: func() bool { return true }}, calls, nil)
	if !errors.Is(err, ErrWaits) || len(*said) != 1 {
		t.Errorf("said %q, %v; want the first alone", *said, err)
	}
	if left, err := p.opt.Store.Outbox(t.Context(), Key(1)); err != nil || len(left) != 1 || left[0].Part != 1 {
		t.Errorf("left to be sent: %v, %v; want the second", left, err)
	}
}

// TestWhatWasSentIsStruckOffHoweverMuchIsOwed: the store is owed all that it may be of updates,
// and more was sent since than is remembered by name; what it lists still is struck off when
// it answers, and not sent again.
func TestWhatWasSentIsStruckOffHoweverMuchIsOwed(t *testing.T) {
	const strike = "note what was sent"
	w := weather{}
	p, said := inWeather(t, w)
	for n := range int64(2 * maxDebts) {
		p.add(100+n, debt{stored: func() bool { return false }})
	}
	w[strike] = fails
	if err := answer(t, p, 1, "once"); err != nil || len(*said) != 1 {
		t.Fatalf("said %q, %v", *said, err)
	}
	for n := range 2 * maxUnnoted {
		p.Strike(t.Context(), &outbox.Letter{Loose: true, Outgoing: store.Outgoing{Update: int64(10 + n)}})
	}
	clear(w)
	p.opt.InTurn = func(_ int64, work func(context.Context)) bool { work(t.Context()); return true }
	p.Sweep(t.Context())
	if left, err := p.opt.Store.Outbox(t.Context(), Key(1)); err != nil || len(left) != 0 || len(*said) != 1 {
		t.Errorf("said %q; %d are listed still, %v", *said, len(left), err)
	}
}
