package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
)

// clock is a clock that a test sets.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

func mustOpen(t testing.TB, path string, c *clock) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func newStore(t testing.TB) (*Store, *clock, string) {
	t.Helper()
	c := &clock{time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	path := filepath.Join(t.TempDir(), "a file with ? and %.db")
	return mustOpen(t, path, c), c, path
}

func (s *Store) count(t *testing.T, query string) int {
	t.Helper()
	var n int
	if err := s.db.QueryRow(`SELECT count(*) FROM ` + query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

var (
	rating  = chat.Feedback{Conversation: "tg:4711", Person: "tg:4711", Question: "how often?", Section: "rule-2", Digest: "d1", Good: true}
	unknown = chat.Unanswered{Question: "what of dragons?", Language: "en", Kind: answer.KindNone, Reason: answer.ReasonUnknown, Digest: "d1"}
)

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, c := range map[string]struct{ path, want string }{
		"no folder":       {filepath.Join(dir, "none", "x.db"), "store.path"},
		"a folder":        {dir, "store.path"},
		"no database":     {write("text.db", bytes.Repeat([]byte("this is no database. "), 500)), "move it away"},
		"damaged":         {write("damaged.db", damaged(t)), "move it away"},
		"a later version": {later(t, filepath.Join(dir, "later.db")), "newer program"},
		"locked":          {locked(t, filepath.Join(dir, "locked.db")), "locked by another process"},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := Open(t.Context(), c.path, Options{})
			if err == nil {
				s.Close()
				t.Fatal("opened")
			}
			if !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), "store: ") {
				t.Errorf("error %q, want one line with %q", err, c.want)
			}
		})
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "x.db"), Options{}); err == nil || !strings.Contains(err.Error(), "store.path") {
		t.Errorf("error %v, want one that names the setting", err)
	}
}

// damaged returns a database whose pages are overwritten behind its head.
func damaged(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	s := mustOpen(t, path, &clock{time.Now()})
	for i := range 500 {
		u := unknown
		u.Question = fmt.Sprint(i, strings.Repeat("x", 100))
		if err := s.Unanswered(t.Context(), u); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(data); i++ {
		data[i] = byte(i * 7)
	}
	return data
}

func later(t *testing.T, path string) string {
	t.Helper()
	s := mustOpen(t, path, &clock{time.Now()})
	if _, err := s.db.Exec(`PRAGMA user_version = 999`); err != nil {
		t.Fatal(err)
	}
	s.Close()
	return path
}

func locked(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=locking_mode(EXCLUSIVE)")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	if _, err := db.Exec(`CREATE TABLE t (x); BEGIN EXCLUSIVE; INSERT INTO t VALUES (1)`); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFeedback(t *testing.T) {
	s, _, _ := newStore(t)
	again, other := rating, rating
	again.Good = false
	other.Person = "tg:1"
	for _, f := range []chat.Feedback{rating, again, other} {
		if err := s.Feedback(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	if n := s.count(t, `feedback`); n != 2 {
		t.Errorf("%d ratings, want one for each person", n)
	}
	if n := s.count(t, `feedback WHERE good`); n != 1 {
		t.Errorf("%d good ones, want 1: the second rating of a person counts", n)
	}
}

func TestLanguage(t *testing.T) {
	s, c, path := newStore(t)
	check := func(want string) {
		t.Helper()
		got, err := s.Language(t.Context(), "tg:1")
		if err != nil || got != want {
			t.Errorf("language %q, %v; want %q", got, err, want)
		}
	}
	set := func(language string) {
		t.Helper()
		if err := s.SetLanguage(t.Context(), "tg:1", language); err != nil {
			t.Fatal(err)
		}
	}
	check("")
	set("zh")
	check("zh")
	set("ru")
	check("ru")
	if got, _ := s.Language(t.Context(), "tg:2"); got != "" {
		t.Errorf("another person has %q", got)
	}
	s.Close()
	s = mustOpen(t, path, c)
	check("ru")
	set("")
	check("")
}

func TestNothingIsKeptTooLong(t *testing.T) {
	s, c, path := newStore(t)
	secret := "a question to be forgotten"
	u := unknown
	u.Question = secret
	f := rating
	f.Question = secret
	for range 3 {
		if err := s.Unanswered(t.Context(), u); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Feedback(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	c.t = c.t.Add(defaultKeep)
	if err := s.Prune(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := s.count(t, `unanswered`) + s.count(t, `feedback`); n != 4 {
		t.Fatalf("%d rows after exactly the time stated, want 4", n)
	}
	c.t = c.t.Add(time.Second)
	s.Close()
	s = mustOpen(t, path, c) // prunes
	if n := s.count(t, `unanswered`) + s.count(t, `feedback`); n != 0 {
		t.Errorf("%d rows after that, want none", n)
	}
	for name, data := range filesOf(t, path) {
		if bytes.Contains(data, []byte(secret)) {
			t.Errorf("%s still holds the words", name)
		}
	}
}

// filesOf reads the database and what lies beside it.
func filesOf(t *testing.T, path string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(filepath.Dir(path), e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = data
	}
	return files
}

func TestPersonsAreNotNamed(t *testing.T) {
	s, _, path := newStore(t)
	if err := s.Feedback(t.Context(), rating); err != nil {
		t.Fatal(err)
	}
	if err := s.SetLanguage(t.Context(), rating.Person, "es"); err != nil {
		t.Fatal(err)
	}
	for name, data := range filesOf(t, path) {
		if bytes.Contains(data, []byte("4711")) {
			t.Errorf("%s holds the id", name)
		}
	}
	another, _, _ := newStore(t)
	if bytes.Equal(s.person("tg:4711"), another.person("tg:4711")) {
		t.Error("two files know a person by the same hash")
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v; want 0600", info.Mode(), err)
	}
}

func TestConcurrentUse(t *testing.T) {
	s, c, path := newStore(t)
	second := mustOpen(t, path, c) // as another process would
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			for i := range 25 {
				store := []*Store{s, second}[worker%2]
				u, person := unknown, fmt.Sprint("tg:", worker)
				u.Question = fmt.Sprint(worker, i)
				if err := store.Unanswered(t.Context(), u); err != nil {
					t.Error(err)
				}
				if err := store.SetLanguage(t.Context(), person, "en"); err != nil {
					t.Error(err)
				}
				if got, err := store.Language(t.Context(), person); err != nil || got != "en" {
					t.Errorf("language %q, %v", got, err)
				}
			}
		})
	}
	wg.Wait()
	if n := s.count(t, `unanswered`); n != 200 {
		t.Errorf("%d questions, want 200", n)
	}
}

func TestClosedAndCancelled(t *testing.T) {
	s, _, _ := newStore(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Unanswered(ctx, unknown); err == nil {
		t.Error("kept under a context that has ended")
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := s.Feedback(t.Context(), rating); err == nil {
		t.Error("kept in a closed file")
	}
}

func BenchmarkLanguage(b *testing.B) {
	s, _, _ := newStore(b)
	for b.Loop() {
		if _, err := s.Language(b.Context(), "tg:1"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnanswered(b *testing.B) {
	s, _, _ := newStore(b)
	for b.Loop() {
		if err := s.Unanswered(b.Context(), unknown); err != nil {
			b.Fatal(err)
		}
	}
}
