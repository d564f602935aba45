package store

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"pincite/internal/request"
	"pincite/internal/store/database"
)

// asideSuffix names what is set aside, and sqliteHead begins every SQLite database.
const (
	asideSuffix = ".damaged"
	sqliteHead  = "SQLite format 3\x00"
)

// hurt are ways in which a database may be damaged; each changes the file.
var hurt = map[string]func(b []byte) []byte{
	"cut within a page":   func(b []byte) []byte { return b[:5000] },
	"cut to its head":     func(b []byte) []byte { return b[:100] },
	"a page of noise":     func(b []byte) []byte { copy(b[4096:], strings.Repeat("\xff\x01", 2048)); return b },
	"noise after its end": func(b []byte) []byte { copy(b[100:], strings.Repeat("\x7f", 900)); return b },
	"nothing but a head":  func([]byte) []byte { return []byte(sqliteHead + strings.Repeat("x", 5000)) },
}

// TestDamageIsSetAside opens databases that are damaged: each is set aside, in the
// same state, and the store works.
func TestDamageIsSetAside(t *testing.T) {
	for name, change := range hurt {
		t.Run(name, func(t *testing.T) {
			p := filePlace(t)
			s := p.open(t)
			for i := range 50 {
				must(t, s.SetLanguage(t.Context(), fmt.Sprint("tg:", i), "ru"))
			}
			must(t, s.Close())
			b, err := os.ReadFile(p.Path)
			must(t, err)
			b = change(b)
			must(t, os.WriteFile(p.Path, b, 0o644))
			must(t, os.Chmod(p.Path, 0o644))
			s = p.open(t)
			must(t, s.SetLanguage(t.Context(), "tg:1", "zh"))
			if got, err := s.Language(t.Context(), "tg:1"); got != "zh" || err != nil {
				t.Errorf("language %q, %v", got, err)
			}
			if aside, err := os.ReadFile(p.Path + asideSuffix); err != nil || string(aside) != string(b) {
				t.Errorf("set aside: %d bytes, %v; want the %d that were there", len(aside), err, len(b))
			}
			if info, err := os.Stat(p.Path + asideSuffix); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("set aside: %v, %v; it is its owner's alone", info.Mode(), err)
			}
			if _, err := Open(t.Context(), p.Options); err == nil || !strings.Contains(err.Error(), "in use") {
				t.Errorf("a second process: %v", err)
			}
			p.clock.pass(defaultKeep + thinEvery)
			must(t, s.Prune(t.Context()))
			if _, err := os.Stat(p.Path + asideSuffix); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("after its time it is still there: %v", err)
			}
		})
	}
}

// TestNoFile refuses what is no file at once, and leaves it as it is.
func TestNoFile(t *testing.T) {
	dir := t.TempDir()
	pipe, link, device := filepath.Join(dir, "pipe"), filepath.Join(dir, "link"), filepath.Join(dir, "device")
	must(t, errors.Join(syscall.Mkfifo(pipe, 0o600), os.Symlink(dir, link), os.Symlink(os.DevNull, device)))
	for path, want := range map[string]string{dir: "folder", pipe: "pipe", link: "folder", device: "device"} {
		s, err := Open(t.Context(), Options{Path: path})
		if err == nil {
			s.Close()
		}
		if err == nil || !strings.Contains(err.Error(), "no file but a "+want) || !strings.Contains(err.Error(), "store.path") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestFileIsItsOwners: whatever the file was, and whatever a crash left beside it.
func TestFileIsItsOwners(t *testing.T) {
	p := filePlace(t)
	must(t, p.open(t).Close())
	must(t, os.Chmod(p.Path, 0o666))
	left := []string{p.Path + ".new-123", p.Path + ".new-123-journal"}
	other := filepath.Join(filepath.Dir(p.Path), "other.new-1")
	for _, name := range append(left, other) {
		must(t, os.WriteFile(name, []byte("half"), 0o600))
	}
	p.open(t)
	for _, name := range []string{p.Path, p.Path + "-wal"} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	for _, name := range left {
		if _, err := os.Stat(name); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is still there", name)
		}
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("another's file: %v", err)
	}
}

// TestAnothersFileIsNotTouched: what is refused keeps its bytes, its mode and its time,
// and nothing beside it comes or goes.
func TestAnothersFileIsNotTouched(t *testing.T) {
	foreign := func(journal string) func(path string) error {
		return func(path string) error {
			db, err := sql.Open("sqlite", path)
			if err != nil {
				return err
			}
			_, err = db.Exec(`PRAGMA journal_mode(` + journal + `); CREATE TABLE recipes (name text)`)
			return errors.Join(err, db.Close(), os.Chmod(path, 0o644))
		}
	}
	text := func(words string) func(path string) error {
		return func(path string) error { return os.WriteFile(path, []byte(words), 0o644) }
	}
	for name, make := range map[string]func(path string) error{
		"a database": foreign("delete"), "a database with a log": foreign("wal"),
		"words": text("Dear diary,\n"), "JSON": text(`{"key":"x"}` + "\n"),
	} {
		for what, open := range map[string]func(Options) error{
			"open":    func(o Options) error { _, err := Open(t.Context(), o); return err },
			"inspect": func(o Options) error { _, err := Inspect(t.Context(), o); return err },
		} {
			t.Run(name+", "+what, func(t *testing.T) {
				p := filePlace(t)
				long := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
				must(t, make(p.Path))
				for _, beside := range []string{p.Path + ".new-1", p.Path + asideSuffix} {
					must(t, errors.Join(os.WriteFile(beside, nil, 0o644), os.Chtimes(beside, long, long)))
				}
				before := listed(t, p.Path)
				if err := open(p.Options); err == nil && !(what == "inspect" && name == "JSON") { // which is read when it is taken over
					t.Error("not refused")
				}
				if after := listed(t, p.Path); after != before {
					t.Errorf("before:\n%s\nafter:\n%s", before, after)
				}
			})
		}
	}
}

// listed describes the files of a folder.
func listed(t *testing.T, path string) string {
	t.Helper()
	var out strings.Builder
	for name, data := range filesOf(t, path) {
		info, err := os.Stat(filepath.Join(filepath.Dir(path), name))
		must(t, err)
		fmt.Fprintf(&out, "%s %s %s %x\n", name, info.Mode(), info.ModTime(), sha256.Sum256(data))
	}
	lines := strings.Split(out.String(), "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// TestToLookLeavesNothing: what looks at a database and reads it leaves the folder as
// it is.
func TestToLookLeavesNothing(t *testing.T) {
	p := filePlace(t)
	s := p.open(t)
	must(t, s.Feedback(t.Context(), rating0))
	must(t, s.Close())
	before := listed(t, p.Path)
	found, err := Inspect(t.Context(), p.Options)
	if err != nil || found.Ratings != 1 || found.InUse {
		t.Errorf("found %+v, %v", found, err)
	}
	if got := records(t, p.Options); len(got) != 1 {
		t.Errorf("read %+v", got)
	}
	if after := listed(t, p.Path); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
	s = p.open(t) // while it is in use, what is in its log is seen
	must(t, s.Unanswered(t.Context(), unknown))
	if found, err := Inspect(t.Context(), p.Options); err != nil || found.Questions != 1 || !found.InUse {
		t.Errorf("in use: found %+v, %v", found, err)
	}
}

// TestAsideOfTheFuture: what was set aside while the clock was ahead is kept no longer
// than the rest.
func TestAsideOfTheFuture(t *testing.T) {
	p := filePlace(t)
	s := p.open(t)
	must(t, os.WriteFile(p.Path+asideSuffix, []byte("x"), 0o600))
	future := p.clock.now().AddDate(100, 0, 0)
	must(t, os.Chtimes(p.Path+asideSuffix, future, future))
	for range 2 {
		p.clock.pass(defaultKeep)
		must(t, s.Prune(t.Context()))
	}
	if _, err := os.Stat(p.Path + asideSuffix); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
}

// TestTakeOverThroughALink replaces what a link leads to, not the link: the old lines
// would outlive all that is promised.
func TestTakeOverThroughALink(t *testing.T) {
	p := filePlace(t)
	to := filepath.Join(t.TempDir(), "lines")
	linesFile(t, to, oldLines(p.clock.now())...)
	must(t, os.Symlink(to, p.Path))
	p.open(t)
	b, err := os.ReadFile(to)
	if err != nil || !strings.HasPrefix(string(b), sqliteHead) {
		t.Errorf("the link leads to %.20q, %v", b, err)
	}
}

// TestClockThatWasWrong: what was kept while the clock was ahead is not kept for longer.
func TestClockThatWasWrong(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		p.clock.pass(100 * 365 * 24 * time.Hour)
		must(t, s.Unanswered(t.Context(), unknown))
		p.clock.pass(-100 * 365 * 24 * time.Hour)
		must(t, s.Prune(t.Context()))
		if n := count(t, s, "unanswered"); n != 1 {
			t.Errorf("%d questions", n)
		}
		p.clock.pass(defaultKeep + time.Minute)
		must(t, s.Prune(t.Context()))
		if n := count(t, s, "unanswered"); n != 0 {
			t.Errorf("%d questions outlive what is promised", n)
		}
	})
}

// TestOnePersonIsBounded, and choices, which do not grow old, are in all.
func TestOnePersonIsBounded(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		for i := range mostOfOne + 50 {
			u := unknown
			u.Question = fmt.Sprint("question ", i)
			must(t, s.Unanswered(t.Context(), u))
			p.clock.pass(time.Millisecond)
		}
		other := unknown
		other.Person = "tg:other"
		must(t, s.Unanswered(t.Context(), other))
		s.most = 2000
		for i := range 20 {
			must(t, s.SetLanguage(t.Context(), fmt.Sprint("web:", i), "zh"))
			p.clock.pass(time.Millisecond)
		}
		p.clock.pass(thinEvery)
		must(t, s.Prune(t.Context()))
		if n := count(t, s, "unanswered"); n != mostOfOne+1 {
			t.Errorf("%d questions, want %d", n, mostOfOne+1)
		}
		s.most = 5
		p.clock.pass(thinEvery)
		must(t, s.Prune(t.Context()))
		if n := count(t, s, "choices"); n > 6 {
			t.Errorf("%d choices", n)
		}
		if got, err := s.Language(t.Context(), "web:19"); got != "zh" || err != nil {
			t.Errorf("the last choice is %q, %v", got, err)
		}
	})
}

// TestABudgetForARequest: however often a slow database is asked, it holds a request up
// no longer than stated; the last of the time is for what is vital; and others are asked
// for as if nothing had been.
func TestABudgetForARequest(t *testing.T) {
	for name, each := range map[string]time.Duration{"slow": 300 * time.Millisecond, "too slow": time.Hour} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, err := Open(t.Context(), Options{})
				must(t, err)
				defer s.Close()
				ctx, began := request.With(t.Context(), "r"), time.Now()
				failed := 0
				for range 10 {
					if _, err := whileBusy(t, s, each, func() (string, error) { return s.Language(ctx, "tg:1") }); err != nil {
						failed++
					}
				}
				if took := time.Since(began); took > database.Budget-database.Patience || failed < 5 {
					t.Errorf("ten questions took %s, and %d failed", took, failed)
				}
				whileBusy(t, s, each, func() (Claim, error) { return s.Take(ctx, 1, "tg:1") })
				if took := time.Since(began); took > database.Budget || took < database.Budget-database.Patience {
					t.Errorf("with what is vital they took %s", took)
				}
				if _, err := s.Language(request.With(t.Context(), "another"), "tg:1"); err != nil {
					t.Errorf("another request: %v", err)
				}
			})
		})
	}
}

// whileBusy does something while another has the only connection for a time.
func whileBusy[T any](t *testing.T, s *Store, busy time.Duration, do func() (T, error)) (T, error) {
	t.Helper()
	held, err := s.db.Conn(t.Context())
	must(t, err)
	timer := time.AfterFunc(busy, func() { held.Close() })
	out, err := do()
	if timer.Stop() {
		held.Close()
	}
	return out, err
}

// TestPruneThatFails does not keep a store from being opened: it is tried again.
func TestPruneThatFails(t *testing.T) {
	p := filePlace(t)
	s := p.open(t)
	finish(t, s, take(t, s, 1, "tg:1"), "a call")
	_, err := s.db.ExecContext(t.Context(), `CREATE TRIGGER full BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`)
	must(t, errors.Join(err, s.Close()))
	p.clock.pass(keepOutbox + time.Second)
	s = p.open(t)
	if err := s.Prune(t.Context()); err == nil {
		t.Error("it does not fail")
	}
	must(t, s.SetLanguage(t.Context(), "tg:1", "zh"))
}
