package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
)

// TestWorthWaiting: a file that fails for a while is waited for; one that is full is not,
// though it takes this and that, nor is memory.
func TestWorthWaiting(t *testing.T) {
	fails := false
	s := place{Options: Options{Path: filepath.Join(t.TempDir(), "state"), Via: func(ctx context.Context, _ string, do func(context.Context) error) error {
		if fails {
			return errors.New("bad weather")
		}
		return do(ctx)
	}}}.open(t)
	if !s.WorthWaiting() {
		t.Error("a file that works")
	}
	fails = true
	if _, err := s.Take(t.Context(), 1, "tg:1"); err == nil || !s.WorthWaiting() {
		t.Errorf("a file that fails for a moment: %v", err)
	}
	fails = false
	if _, err := s.db.ExecContext(t.Context(), `PRAGMA max_page_count = 1`); err != nil {
		t.Fatal(err)
	}
	for n := int64(2); s.Answers() || n < 10; n++ {
		if _, err := s.TakeAll(t.Context(), []Arrival{{Update: n, Chat: "tg:1", Raw: make([]byte, 1<<14)}}); err == nil && n > 100 {
			t.Fatal("it never is full")
		}
	}
	must(t, s.Sent(t.Context(), Outgoing{Update: 1})) // which takes no room
	if s.WorthWaiting() {
		t.Error("a file that is full")
	}
	if (place{}).open(t).WorthWaiting() {
		t.Error("memory")
	}
}

// TestTakeAllTakesAllOrNothing, so that what is not confirmed is nowhere else.
func TestTakeAllTakesAllOrNothing(t *testing.T) {
	s := place{Options: Options{Path: filepath.Join(t.TempDir(), "state")}}.open(t)
	if _, err := s.db.ExecContext(t.Context(), `CREATE TRIGGER broken BEFORE INSERT ON updates WHEN NEW.id = 2 BEGIN SELECT RAISE(ABORT, 'broken'); END`); err != nil {
		t.Fatal(err)
	}
	raw := []byte("{}")
	if of, err := s.TakeAll(t.Context(), []Arrival{{Update: 1, Chat: "tg:1", Raw: raw}, {Update: 2, Chat: "tg:1", Raw: raw}}); err == nil || of != nil {
		t.Errorf("taken: %v, %v", of, err)
	}
	if kept, err := s.Kept(t.Context()); err != nil || len(kept) != 0 {
		t.Errorf("kept: %q, %v", kept, err)
	}
}

// TestLeft: a process knows from the start of which chats an earlier one has left something.
func TestLeft(t *testing.T) {
	p := place{Options: Options{Path: filepath.Join(t.TempDir(), "state"), Secret: "secret"}}
	before := p.open(t)
	if _, err := before.TakeAll(t.Context(), []Arrival{{Update: 1, Chat: "tg:1", Raw: []byte("{}")}}); err != nil {
		t.Fatal(err)
	}
	_, err := before.Finish(t.Context(), take(t, before, 2, "tg:2"), [][]byte{[]byte("call")})
	must(t, err)
	_, err = before.Finish(t.Context(), take(t, before, 3, "tg:3"), nil)
	must(t, err)
	must(t, before.Close())
	s := p.open(t)
	for chat, want := range map[string]bool{"tg:1": true, "tg:2": true, "tg:3": false, "tg:4": false} {
		if s.Left(chat) != want {
			t.Errorf("%s: %t", chat, !want)
		}
	}
	if turn, err := s.Ahead(t.Context(), take(t, s, 9, "tg:2"), 0); err != nil || len(turn.First) != 1 || s.Left("tg:2") {
		t.Errorf("it has told of %+v, %v, and keeps it to itself still: %t", turn, err, s.Left("tg:2"))
	}
	if turn, err := s.Ahead(t.Context(), take(t, s, 10, "tg:1"), 0); err != nil || !turn.Behind || !s.Left("tg:1") {
		t.Errorf("left behind: %+v, %v", turn, err)
	}
	if turn, err := s.Ahead(t.Context(), take(t, s, 1, "tg:1"), 0); err != nil || turn.Behind || s.Left("tg:1") {
		t.Errorf("the last: %+v, %v, and keeps it to itself still: %t", turn, err, s.Left("tg:1"))
	}
}

// TestLeftInPart: while one update of a chat is left behind, it is not told all.
func TestLeftInPart(t *testing.T) {
	p := place{Options: Options{Path: filepath.Join(t.TempDir(), "state"), Secret: "secret"}}
	before, raw := p.open(t), []byte("{}")
	_, err := before.TakeAll(t.Context(), []Arrival{{Update: 1, Chat: "tg:1", Raw: raw}, {Update: 2, Chat: "tg:1", Raw: raw}, {Update: 3, Chat: "tg:2", Raw: raw}})
	must(t, err)
	must(t, before.Close())
	answers := true
	p.Via = func(ctx context.Context, what string, do func(context.Context) error) error {
		if err := do(ctx); err != nil || answers {
			return err
		}
		return errors.New("the answer is lost")
	}
	s := p.open(t)
	three := take(t, s, 3, "tg:2")
	answers = false
	if _, err := s.Ahead(t.Context(), three, 0); err == nil || !s.Left("tg:2") {
		t.Errorf("what it did not get to know of is told: %v", err)
	}
	answers = true
	for i, left := range []bool{true, false} {
		c := take(t, s, int64(i+1), "tg:1")
		if turn, err := s.Ahead(t.Context(), c, 0); err != nil || turn.Behind || s.Left("tg:1") != left {
			t.Errorf("%d: %+v, %v; left: %t", c.Update, turn, err, !left)
		}
		finish(t, s, c)
	}
}
