package store

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/metrics"
	"pincite/internal/store/database"
)

// clock is a clock that a test sets.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func newClock() *clock { return &clock{t: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)} }

var (
	rating0 = chat.Feedback{Conversation: "tg:4711", Person: "tg:4711", Question: "how often?", Section: "rule-2", Digest: "d1", Good: true}
	unknown = chat.Unanswered{Person: "tg:4711", Question: "what of dragons?", Language: "en", Kind: answer.KindNone, Reason: answer.ReasonUnknown, Digest: "d1"}
)

// A place is where a test's database is, and how it is opened again.
type place struct {
	Options
	clock *clock
}

func (p place) open(t testing.TB) *Store {
	t.Helper()
	s, err := Open(t.Context(), p.Options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// twin is a second process on the same database.
func (p place) twin(t testing.TB, s *Store) *Store {
	t.Helper()
	if p.URL != "" {
		return p.open(t)
	}
	s.shared = true // as far as it goes: in one process
	other := newStore(s.db, s.opt)
	other.shared = true
	other.key, other.imported = s.key, s.imported
	for _, x := range []*Store{s, other} {
		if err := x.Beat(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return other
}

// conforms runs a test on every kind of database.
func conforms(t *testing.T, test func(t *testing.T, p place)) {
	t.Run("memory", func(t *testing.T) { test(t, placeIn("", "")) })
	t.Run("sqlite", func(t *testing.T) { test(t, placeIn(filepath.Join(t.TempDir(), "a file with ? and %"), "")) })
	t.Run("postgres", func(t *testing.T) { test(t, placeIn("", postgresURL(t))) })
}

func placeIn(path, address string) place {
	c := newClock()
	return place{Options{Path: path, URL: address, Secret: "123:token", Now: c.now}, c}
}

// postgresURL makes a schema of the test's own and returns its address.
func postgresURL(t testing.TB) string {
	t.Helper()
	server := os.Getenv("PINCITE_E2E_POSTGRES")
	if server == "" {
		if os.Getenv("PINCITE_REQUIRE_POSTGRES") != "" {
			t.Fatal("PINCITE_E2E_POSTGRES names no PostgreSQL")
		}
		t.Skip("PINCITE_E2E_POSTGRES names no PostgreSQL to test with")
	}
	db, err := database.Connect(server)
	if err != nil {
		t.Fatal(err)
	}
	raw := make([]byte, 8)
	rand.Read(raw)
	schema := "test_" + hex.EncodeToString(raw)
	if _, err := db.ExecContext(t.Context(), "CREATE SCHEMA "+schema); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.ExecContext(context.Background(), "DROP SCHEMA "+schema+" CASCADE"); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", schema)
	u.RawQuery = q.Encode()
	return u.String()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// take claims an update that must be there to claim.
func take(t testing.TB, s *Store, update int64, chat string) Claim {
	t.Helper()
	c, err := s.Take(t.Context(), update, chat)
	must(t, err)
	return c
}

// finish notes that an update is handled, with the calls to make for it.
func finish(t testing.TB, s *Store, c Claim, calls ...string) []Outgoing {
	t.Helper()
	var raw [][]byte
	for _, call := range calls {
		raw = append(raw, []byte(call))
	}
	out, err := s.Finish(t.Context(), c, raw)
	must(t, err)
	return out
}

// count returns how many rows a table holds.
func count(t testing.TB, s *Store, table string) (n int) {
	t.Helper()
	must(t, s.db.QueryRowContext(t.Context(), `SELECT count(*) FROM `+table).Scan(&n))
	return n
}

func TestFeedback(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		again, other, odd := rating0, rating0, rating0
		again.Good = false
		other.Person = "tg:1"
		odd.Question = "a\x00b\xff"
		for _, f := range []chat.Feedback{rating0, other, again, odd} {
			must(t, s.Feedback(t.Context(), f))
		}
		var good int
		must(t, s.db.QueryRowContext(t.Context(), `SELECT sum(good) FROM ratings`).Scan(&good))
		if n := count(t, s, "ratings"); n != 3 || good != 2 {
			t.Errorf("%d ratings, %d good; want 3, one for each person and question, and 2", n, good)
		}
	})
}

func TestLanguage(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		for _, want := range []string{"zh", "ru", ""} {
			must(t, s.SetLanguage(t.Context(), "tg:1", want))
			if got, err := s.Language(t.Context(), "tg:1"); err != nil || got != want {
				t.Errorf("language %q, %v; want %q", got, err, want)
			}
		}
		must(t, s.SetLanguage(t.Context(), "tg:2", "es"))
		if got, _ := s.Language(t.Context(), "tg:1"); got != "" {
			t.Errorf("another's choice is %q", got)
		}
		if p.Path == "" && p.URL == "" {
			return
		}
		must(t, s.Close())
		if got, err := p.open(t).Language(t.Context(), "tg:2"); err != nil || got != "es" {
			t.Errorf("after a restart: %q, %v", got, err)
		}
	})
}

func TestConversation(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		check := func(key, want string) {
			t.Helper()
			if got, err := s.Recall(t.Context(), key); err != nil || string(got) != want {
				t.Errorf("recalled %q, %v; want %q", got, err, want)
			}
		}
		check("tg:1", "")
		must(t, s.Remember(t.Context(), "tg:1", []byte("first")))
		must(t, s.Remember(t.Context(), "tg:1", []byte("second \x00")))
		check("tg:1", "second \x00")
		check("tg:2", "")
		p.clock.pass(defaultIdle)
		check("tg:1", "second \x00")
		p.clock.pass(time.Millisecond)
		check("tg:1", "")
	})
}

func TestForget(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		for _, person := range []string{"tg:1", "tg:2"} {
			f, u := rating0, unknown
			f.Person, u.Person = person, person
			must(t, errors.Join(s.Feedback(t.Context(), f), s.Unanswered(t.Context(), u), s.SetLanguage(t.Context(), person, "ru"),
				s.Remember(t.Context(), person, []byte("state"))))
		}
		finish(t, s, take(t, s, 1, "tg:1"), "call")
		finish(t, s, take(t, s, 2, "tg:-5"), "call that answers another one of a group")
		must(t, errors.Join(s.Forget(t.Context(), "tg:1", "tg:1"), s.Forget(t.Context(), "tg:1", "tg:-5")))
		for table, want := range map[string]int{"ratings": 1, "unanswered": 1, "choices": 1, "conversations": 1, "outbox": 1} {
			if n := count(t, s, table); n != want {
				t.Errorf("%d rows in %s, want the other person's %d", n, table, want)
			}
		}
		if got, _ := s.Language(t.Context(), "tg:2"); got != "ru" {
			t.Errorf("the other person's language is %q", got)
		}
	})
}

func TestNothingIsKeptTooLong(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		rows := func(want map[string]int) {
			t.Helper()
			must(t, s.Prune(t.Context()))
			for table, n := range want {
				if got := count(t, s, table); got != n {
					t.Errorf("%d rows in %s, want %d", got, table, n)
				}
			}
		}
		must(t, errors.Join(s.Feedback(t.Context(), rating0), s.Unanswered(t.Context(), unknown),
			s.SetLanguage(t.Context(), "tg:1", "ru"), s.Remember(t.Context(), "tg:1", []byte("state")),
			s.KeepChosen(t.Context(), "what of dragons?", []byte("{}"))))
		c := take(t, s, 1, "tg:1")
		finish(t, s, c, "call")
		rows(map[string]int{"ratings": 1, "unanswered": 1, "chosen": 1, "choices": 1, "conversations": 1, "updates": 1, "outbox": 1})
		p.clock.pass(defaultIdle + time.Millisecond)
		rows(map[string]int{"conversations": 0, "updates": 1, "outbox": 1})
		p.clock.pass(keepUpdates)
		rows(map[string]int{"updates": 0, "outbox": 0, "ratings": 1, "unanswered": 1, "chosen": 1})
		p.clock.pass(defaultKeep)
		rows(map[string]int{"ratings": 0, "unanswered": 0, "chosen": 0, "choices": 1})
	})
}

func TestOnlySoMuchIsKept(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		s.most = 3
		for i := range 10 {
			u := unknown
			u.Question = fmt.Sprint("question ", i)
			must(t, s.Unanswered(t.Context(), u))
			p.clock.pass(time.Second)
		}
		must(t, s.Prune(t.Context()))
		var oldest string
		must(t, s.db.QueryRowContext(t.Context(), `SELECT question FROM unanswered ORDER BY at LIMIT 1`).Scan(&oldest))
		if n := count(t, s, "unanswered"); n > 4 || oldest < "question 6" {
			t.Errorf("%d questions, from %q on; want the last ones", n, oldest)
		}
	})
}

func TestUpdateIsHandledOnce(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		take(t, s, 7, "tg:1")
		c, err := s.Take(t.Context(), 7, "tg:1")
		if err != nil {
			t.Fatalf("its own update again: %v", err)
		}
		out, err := s.Finish(t.Context(), c, [][]byte{[]byte("one"), []byte("two")})
		if err != nil || len(out) != 2 || string(out[1].Call) != "two" {
			t.Fatalf("finish: %v, %v", out, err)
		}
		if _, err := s.Take(t.Context(), 7, "tg:1"); !errors.Is(err, ErrHandled) {
			t.Errorf("a handled update: %v", err)
		}
		if _, err := s.Finish(t.Context(), c, nil); !errors.Is(err, ErrLost) {
			t.Errorf("finished twice: %v", err)
		}
		must(t, s.Sent(t.Context(), out[0]))
		next := take(t, s, 8, "tg:1")
		turn, err := s.Ahead(t.Context(), next, 0)
		left := turn.First
		if err != nil || turn.Busy || len(left) != 1 || string(left[0].Call) != "two" || left[0].Part != 1 {
			t.Errorf("left to send: %+v, %v", turn, err)
		}
		chats, err := s.Unsent(t.Context())
		if err != nil || !slices.Equal(chats, []string{"tg:1"}) {
			t.Errorf("chats to send to: %q, %v", chats, err)
		}
	})
}

// dies makes the others believe that a process is dead, as when it was stopped
// for longer than a beat is good for.
func dies(t testing.TB, s *Store) {
	t.Helper()
	must(t, s.db.Exec(t.Context(), "strike off", `DELETE FROM replicas WHERE id = $1`, s.id))
}

func TestAnotherTakesOver(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a := p.open(t)
		b := p.twin(t, a)
		must(t, a.Beat(t.Context()))
		if a.Replicas() != 2 || a.Alone() {
			t.Errorf("%d replicas, want 2", a.Replicas())
		}
		sent := take(t, a, 1, "tg:1")
		finish(t, a, sent, "unsent")
		paused := take(t, a, 2, "tg:1")
		if _, err := b.Take(t.Context(), 2, "tg:1"); !errors.Is(err, ErrElsewhere) {
			t.Errorf("an update that a living process handles: %v", err)
		}
		third := take(t, b, 3, "tg:1")
		if turn, err := b.Ahead(t.Context(), third, 0); err != nil || !turn.Busy || len(turn.First) != 0 {
			t.Errorf("before its turn: %+v, %v", turn, err)
		}
		elsewhere := take(t, b, 4, "tg:2")
		if turn, err := b.Ahead(t.Context(), elsewhere, 0); err != nil || turn.Busy {
			t.Errorf("another chat waits: %+v, %v", turn, err)
		}

		dies(t, a)
		second := take(t, b, 2, "tg:1")
		turn, err := b.Ahead(t.Context(), second, 0)
		if err != nil || turn.Busy || len(turn.First) != 1 || string(turn.First[0].Call) != "unsent" {
			t.Errorf("what the dead left: %+v, %v", turn, err)
		}
		if _, err := a.Finish(t.Context(), paused, [][]byte{[]byte("late")}); !errors.Is(err, ErrLost) {
			t.Errorf("one that came back finished what is another's: %v", err)
		}
		if out, err := a.Outbox(t.Context(), "tg:1"); err != nil || len(out) != 0 {
			t.Errorf("one that came back sends what is another's: %v, %v", out, err)
		}
		if n := count(t, b, "outbox"); n != 1 {
			t.Errorf("%d calls to make, want 1", n)
		}
	})
}

func TestWhatIsGivenUpIsFree(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a := p.open(t)
		b := p.twin(t, a)
		c := take(t, a, 1, "tg:1")
		take(t, a, 2, "tg:2")
		take(t, a, 3, "tg:3")
		a.db.Rest(time.Hour)
		a.Release(t.Context(), 1, 3)
		a.db.Rest(0)
		if _, err := b.Take(t.Context(), 1, "tg:1"); !errors.Is(err, ErrElsewhere) {
			t.Errorf("before the next beat: %v", err)
		}
		must(t, a.Beat(t.Context()))
		if _, err := b.Take(t.Context(), 1, "tg:1"); err != nil {
			t.Error(err)
		}
		if _, err := b.Take(t.Context(), 3, "tg:3"); err != nil {
			t.Error(err)
		}
		if _, err := b.Take(t.Context(), 2, "tg:2"); !errors.Is(err, ErrElsewhere) {
			t.Errorf("what was not given up: %v", err)
		}
		if _, err := a.Finish(t.Context(), c, nil); !errors.Is(err, ErrLost) {
			t.Errorf("finished what was given up: %v", err)
		}
	})
}

// keep has an update kept.
func keep(s *Store, update int64, chat, raw string) error {
	of, err := s.TakeAll(context.Background(), []Arrival{{Update: update, Chat: chat, Person: "the sender in " + chat, Raw: []byte(raw)}})
	return cmp.Or(err, of[update])
}

// TestWhatWaitsIsKept: an update that is kept is found by its process, and by another
// once that is gone, until it is handled; in its chat's turn the earlier come first.
func TestWhatWaitsIsKept(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a := p.open(t)
		b := p.twin(t, a)
		wants := func(s *Store, what string, want ...string) {
			t.Helper()
			raws, err := s.Kept(t.Context())
			must(t, err)
			if got := fmt.Sprintf("%s", raws); got != fmt.Sprint(want) {
				t.Errorf("%s: kept %s, want %s", what, got, want)
			}
		}
		must(t, keep(a, 7, "tg:1", "seven"))
		must(t, keep(a, 5, "tg:1", "five"))
		must(t, keep(a, 6, "tg:2", "six"))
		if err := keep(b, 5, "tg:1", "not mine"); !errors.Is(err, ErrElsewhere) {
			t.Errorf("another keeps it, too: %v", err)
		}
		wants(a, "its own", "five", "six", "seven")
		wants(b, "of one that lives")
		c := take(t, a, 5, "tg:1") // which does not forget what it is
		wants(a, "taken", "five", "six", "seven")
		finish(t, a, c)
		wants(a, "handled", "six", "seven")
		if err := keep(a, 5, "tg:1", "five"); !errors.Is(err, ErrHandled) {
			t.Errorf("kept though it is handled: %v", err)
		}
		for span, want := range map[[2]int64]string{{0, 7}: "", {0, 8}: "7 seven", {6, 8}: "7 seven", {7, 8}: ""} {
			if got := keptBetween(t, a, span[0], span[1], "tg:1"); got != want {
				t.Errorf("between %d: %q, want %q", span, got, want)
			}
		}
		dies(t, a)
		wants(b, "left behind", "six", "seven")
		finish(t, b, take(t, b, 6, "tg:2"))
		wants(b, "handled by the other", "seven")
		must(t, b.Forget(t.Context(), "somebody else", "tg:9"))
		wants(b, "after others were forgotten", "seven")
		must(t, keep(b, 9, "tg:2", "nine"))
		must(t, b.Forget(t.Context(), "the sender in tg:2", "tg:9"))
		wants(b, "of one who was forgotten", "seven")
		finish(t, b, take(t, b, 9, "tg:2")) // which this process has in mind still
		p.clock.pass(keepRaw + time.Second)
		must(t, b.Prune(t.Context()))
		wants(b, "of yesterday")
	})
}

// keptBetween returns the updates of a chat that s is to handle, with their numbers.
func keptBetween(t *testing.T, s *Store, since, before int64, chat string) string {
	t.Helper()
	all, err := s.KeptBefore(t.Context(), before, chat, since)
	must(t, err)
	var out []string
	for _, a := range all {
		out = append(out, fmt.Sprintf("%d %s", a.Update, a.Raw))
	}
	return strings.Join(out, ", ")
}

// TestWhatIsLeftBehindComesFirst: an update that waits for another process learns, when
// that has gone, of what it had kept and not handled.
func TestWhatIsLeftBehindComesFirst(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a := p.open(t)
		b := p.twin(t, a)
		must(t, keep(a, 5, "tg:1", "five"))
		must(t, keep(a, 6, "tg:1", "six"))
		must(t, keep(a, 7, "tg:2", "seven"))
		finish(t, b, take(t, b, 4, "tg:1"), "unsent")
		c := take(t, b, 8, "tg:1")
		wants := func(when string, since int64, busy, behind bool) {
			t.Helper()
			turn, err := b.Ahead(t.Context(), c, since)
			must(t, err)
			if turn.Busy != busy || turn.Behind != behind || (len(turn.First) == 0) == !(busy || behind) {
				t.Errorf("%s: %+v", when, turn)
			}
		}
		wants("the other lives", 0, true, false)
		dies(t, a)
		wants("the other has gone", 0, false, true)
		if got := keptBetween(t, b, 0, 8, "tg:1"); got != "5 five, 6 six" {
			t.Errorf("left behind: %q", got)
		}
		finish(t, b, take(t, b, 5, "tg:1"))
		wants("one of two is handled", 0, false, true)
		wants("the other was tried", 6, false, false)
		finish(t, b, take(t, b, 6, "tg:1"))
		wants("all are handled", 0, false, false)
	})
}

// TestATakeWhoseAnswerIsLost: the update is not kept from the others, unless it was this
// process's before.
func TestATakeWhoseAnswerIsLost(t *testing.T) {
	lost := errors.New("connection reset")
	conforms(t, func(t *testing.T, p place) {
		a := p.open(t)
		b := p.twin(t, a)
		unknowing := func(update int64) { // takes it, and hears nothing of that
			take(t, a, update, "tg:1")
			delete(a.held, update)
			a.noteTaken(update, lost)
		}
		unknowing(1)
		must(t, a.Beat(t.Context()))
		if _, err := b.Take(t.Context(), 1, "tg:1"); err != nil {
			t.Error(err)
		}
		unknowing(2)
		c := take(t, a, 2, "tg:1")
		must(t, a.Beat(t.Context()))
		if _, err := b.Take(t.Context(), 2, "tg:1"); !errors.Is(err, ErrElsewhere) {
			t.Errorf("taken again, and given up: %v", err)
		}
		a.noteTaken(2, lost) // to keep it failed, while it is at hand
		must(t, a.Beat(t.Context()))
		finish(t, a, c)
		if len(a.held) != 0 || len(a.owed) != 0 {
			t.Errorf("in mind still: %v, %v", a.held, a.owed)
		}
	})
}

// TestWhatWasHandledWithoutTheDatabase is noted when that answers, so that no other waits
// for it.
func TestWhatWasHandledWithoutTheDatabase(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a := p.open(t)
		b := p.twin(t, a)
		take(t, a, 1, "tg:1")
		second := take(t, b, 2, "tg:1")
		if turn, err := b.Ahead(t.Context(), second, 0); err != nil || !turn.Busy {
			t.Errorf("an earlier one is at hand: %+v, %v", turn, err)
		}
		a.Settle(1)
		a.Settle(3) // which it never had
		must(t, a.Beat(t.Context()))
		if turn, err := b.Ahead(t.Context(), second, 0); err != nil || turn.Busy {
			t.Errorf("the earlier one is handled: %+v, %v", turn, err)
		}
		if _, err := b.Take(t.Context(), 1, "tg:1"); !errors.Is(err, ErrHandled) {
			t.Errorf("to be handled again: %v", err)
		}
		take(t, b, 3, "tg:1")
	})
}

// TestWhatIsOwedIsToldAtTheEnd: one that ends in order leaves nothing to be handled again.
func TestWhatIsOwedIsToldAtTheEnd(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a := p.open(t)
		b := p.twin(t, a)
		take(t, a, 1, "tg:1")
		a.Settle(1)
		a.db.Rest(time.Hour) // until then nobody could be told
		must(t, a.Close())
		if !a.db.Server() {
			return // nobody is left to see it: the file was one handle's
		}
		if _, err := b.Take(t.Context(), 1, "tg:1"); !errors.Is(err, ErrHandled) {
			t.Errorf("to be handled again: %v", err)
		}
	})
}

func TestLease(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		a := p.open(t)
		b := p.twin(t, a)
		lead := func(s *Store, want int64) {
			t.Helper()
			if fence, err := s.Lead(t.Context(), "poll"); err != nil || fence != want {
				t.Errorf("fence %d, %v; want %d", fence, err, want)
			}
		}
		lead(a, 1)
		lead(a, 1)
		lead(b, 0)
		dies(t, a)
		lead(b, 2)
		must(t, a.Beat(t.Context()))
		lead(a, 0)
		lead(b, 2)
	})
}

// TestOneOfManyTakes lets many processes ask for the same at the same time.
func TestOneOfManyTakes(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		stores := []*Store{p.open(t)}
		for range 3 {
			stores = append(stores, p.twin(t, stores[0]))
		}
		var mu sync.Mutex
		taken, leaders := map[int64]int{}, 0
		var wait sync.WaitGroup
		for _, s := range stores {
			wait.Go(func() {
				fence, err := s.Lead(t.Context(), "poll")
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				if fence > 0 {
					leaders++
				}
				mu.Unlock()
				for id := range int64(20) {
					switch _, err := s.Take(t.Context(), id, "tg:1"); {
					case err == nil:
						mu.Lock()
						taken[id]++
						mu.Unlock()
					case !errors.Is(err, ErrElsewhere):
						t.Error(err)
					}
				}
			})
		}
		wait.Wait()
		for id := range int64(20) {
			if taken[id] != 1 {
				t.Errorf("update %d was taken %d times", id, taken[id])
			}
		}
		if leaders != 1 {
			t.Errorf("%d leaders", leaders)
		}
	})
}

func TestPersonsAreNotNamed(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		must(t, errors.Join(s.Feedback(t.Context(), rating0), s.Unanswered(t.Context(), unknown), s.SetLanguage(t.Context(), "tg:4711", "es"),
			s.Remember(t.Context(), "tg:4711", []byte("state"))))
		take(t, s, 1, "tg:4711")
		for _, query := range []string{
			`SELECT person FROM ratings`, `SELECT person FROM unanswered`, `SELECT owner FROM choices`,
			`SELECT key FROM conversations`, `SELECT chat FROM updates`,
		} {
			var got []byte
			must(t, s.db.QueryRowContext(t.Context(), query).Scan(&got))
			if len(got) != sha256.Size || bytes.Contains(got, []byte("4711")) {
				t.Errorf("%s: %q", query, got)
			}
		}
		if other := (&Store{key: digest([]byte("456:other"), "pincite store")}); bytes.Equal(other.hash("tg:1"), s.hash("tg:1")) {
			t.Error("two tokens know a person by the same hash")
		}
	})
}

func TestRead(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		if p.Path == "" && p.URL == "" {
			t.Skip("memory is read by nobody else") // and there is nothing to name it by
		}
		s := p.open(t)
		again := rating0
		again.Good = false
		first := p.clock.now()
		for _, keep := range []func() error{
			func() error { return s.Feedback(t.Context(), rating0) },
			func() error { return s.Unanswered(t.Context(), unknown) },
			func() error { return s.SetLanguage(t.Context(), "tg:1", "ru") },
			func() error { return s.Feedback(t.Context(), again) },
		} {
			must(t, keep())
			p.clock.pass(time.Minute)
		}
		got := records(t, p.Options)
		if len(got) != 2 {
			t.Fatalf("%+v, want the question and the later rating", got)
		}
		u, f := got[0], got[1]
		if u.Kind != kindUnanswered || u.Question != unknown.Question || u.Reason != string(unknown.Reason) ||
			u.Answer != string(unknown.Kind) || u.Good != nil || !u.At.Equal(first.Add(time.Minute)) {
			t.Errorf("question %+v", u)
		}
		if f.Kind != kindFeedback || f.Section != rating0.Section || f.Good == nil || *f.Good || f.Digest != rating0.Digest {
			t.Errorf("rating %+v, want the later one", f)
		}
		full := errors.New("full")
		if err := Read(t.Context(), p.Options, func(Record) error { return full }); err == nil {
			t.Error("the visitor's error is lost")
		}
	})
}

func records(t *testing.T, o Options) []Record {
	t.Helper()
	var out []Record
	must(t, Read(t.Context(), o, func(r Record) error {
		out = append(out, r)
		return nil
	}))
	return out
}

func TestConcurrentUse(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		var wait sync.WaitGroup
		for worker := range 8 {
			wait.Go(func() {
				person := fmt.Sprint("tg:", worker)
				for i := range 20 {
					u := unknown
					u.Question = fmt.Sprint(worker, i)
					got := ""
					inTime(t, func() error { return s.Unanswered(t.Context(), u) })
					inTime(t, func() error { return s.SetLanguage(t.Context(), person, "en") })
					inTime(t, func() error { return s.Prune(t.Context()) })
					inTime(t, func() (err error) { got, err = s.Language(t.Context(), person); return err })
					if got != "en" {
						t.Errorf("language %q", got)
					}
				}
			})
		}
		wait.Wait()
		if n := count(t, s, "unanswered"); n < 160 { // one that is kept too late is kept again
			t.Errorf("%d questions, want 160", n)
		}
	})
}

// inTime does an operation until the database has answered in time: that is no matter of who
// uses it at once but of what else the machine does.
func inTime(t *testing.T, do func() error) {
	err := do()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end) && (errors.Is(err, database.ErrAway) || errors.Is(err, context.DeadlineExceeded)); time.Sleep(20 * time.Millisecond) {
		err = do()
	}
	if err != nil {
		t.Error(err)
	}
}

// TestOneThatRefuses: a database that may only be read is told until something is kept
// again, though it answers; what could not be kept is counted.
func TestOneThatRefuses(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		p.Metrics = metrics.New()
		s := p.open(t)
		well := s.State()
		s.db.SetMaxIdleConns(1)
		s.db.SetMaxOpenConns(1)
		set := func(pragma, setting string) {
			t.Helper()
			query := "PRAGMA query_only(" + pragma + ")"
			if p.URL != "" {
				query = "SET default_transaction_read_only = " + setting
			}
			_, err := s.db.ExecContext(t.Context(), query)
			must(t, err)
		}
		set("1", "on")
		if err := s.Feedback(t.Context(), rating0); err == nil {
			t.Error("a rating was kept")
		}
		if _, err := s.Take(t.Context(), 1, "tg:1"); err == nil {
			t.Error("an update was taken")
		}
		for range 2 {
			if _, err := s.Language(t.Context(), "tg:1"); err != nil {
				t.Errorf("what is there cannot be read: %v", err)
			}
			if got := s.State(); s.Answers() || !strings.HasPrefix(got, "keeps nothing for 0s: ") || strings.Contains(got, "\n") {
				t.Errorf("state %q, answers %v", got, s.Answers())
			}
		}
		w := httptest.NewRecorder()
		p.Metrics.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		if !strings.Contains(w.Body.String(), `pincite_store_failures_total{operation="keep a rating"} 1`) {
			t.Error("it is not counted")
		}
		set("0", "off")
		must(t, s.Feedback(t.Context(), rating0))
		if got := s.State(); !s.Answers() || got != well {
			t.Errorf("afterwards: state %q, want %q", got, well)
		}
	})
}

func TestClosed(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		for range 2 {
			must(t, s.Close())
		}
		if err := s.Feedback(t.Context(), rating0); err == nil {
			t.Error("kept in a closed database")
		}
	})
}

// TestTablesAreBroughtUpToDate opens a database again and again, and one that a
// later program made.
func TestTablesAreBroughtUpToDate(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		if p.Path == "" && p.URL == "" {
			t.Skip("memory is new each time")
		}
		s := p.open(t)
		must(t, s.SetLanguage(t.Context(), "tg:1", "ru"))
		must(t, s.Close())
		s = p.open(t)
		if got, _ := s.Language(t.Context(), "tg:1"); got != "ru" {
			t.Errorf("the second migration lost the language: %q", got)
		}
		_, err := s.db.ExecContext(t.Context(), `UPDATE pincite_store SET version = 99`)
		must(t, errors.Join(err, s.Close()))
		if _, err := Open(t.Context(), p.Options); err == nil || !bytes.Contains([]byte(err.Error()), []byte("newer program")) {
			t.Errorf("error %v, want one that asks for a newer program", err)
		}
	})
}
