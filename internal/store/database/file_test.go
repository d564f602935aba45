package database

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// steps are the tables of the tests.
var steps = []string{`CREATE TABLE words (word text)`}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestAPowerCutLosesASecond: whatever is written is on the disk a second later.
func TestAPowerCutLosesASecond(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		var flushed [][]byte // the log of changes, each time that it reaches the disk
		db, err := Open(t.Context(), Options{Path: path, Steps: steps, Now: time.Now, Log: slog.New(slog.DiscardHandler), Flush: func(log string) error {
			b, err := os.ReadFile(log)
			mu.Lock()
			defer mu.Unlock()
			flushed = append(flushed, b)
			return errors.Join(err, flush(log))
		}})
		must(t, err)
		defer db.Close()
		for n := range 5 {
			words := fmt.Sprint("question number ", n)
			must(t, db.Exec(t.Context(), "keep", `INSERT INTO words (word) VALUES ($1)`, words))
			time.Sleep(time.Second)
			synctest.Wait()
			mu.Lock()
			if len(flushed) == 0 || !bytes.Contains(flushed[len(flushed)-1], []byte(words)) {
				t.Errorf("%q is not on the disk after a second", words)
			}
			mu.Unlock()
		}
	})
}

// TestErasingIsBounded: all pages are looked at once a minute at most, however often it is
// asked for, and nothing is broken by it.
func TestErasingIsBounded(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	db, err := Open(t.Context(), Options{Path: filepath.Join(t.TempDir(), "state"), Steps: steps, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler)})
	must(t, err)
	defer db.Close()
	for n := range 1000 {
		must(t, db.Exec(t.Context(), "keep", `INSERT INTO words (word) VALUES ($1)`, strings.Repeat("word", n%97)))
	}
	must(t, db.Exec(t.Context(), "delete", `DELETE FROM words WHERE rowid % 3 = 0`))
	must(t, db.Erase(t.Context()))
	done := db.scrubbed.Load()
	if done != db.now() {
		t.Error("the pages were not looked at")
	}
	for range 30 {
		now = now.Add(time.Second)
		must(t, db.Erase(t.Context()))
	}
	if db.scrubbed.Load() != done || !db.demanded.Load() {
		t.Error("the pages were looked at again, or will not be")
	}
	must(t, db.Tidy(t.Context()))
	if db.scrubbed.Load() != db.now() || db.demanded.Load() {
		t.Error("the pages were not looked at in the end")
	}
	if err := whole(t.Context(), db.DB); err != nil {
		t.Error(err)
	}
}

// TestClockThatIsSetBack: what is done now and then is done again, however far ahead the
// clock was when it was done last.
func TestClockThatIsSetBack(t *testing.T) {
	const century = 100 * 365 * 24 * time.Hour
	now := time.Date(2126, 1, 2, 3, 4, 5, 0, time.UTC)
	db, err := Open(t.Context(), Options{Path: filepath.Join(t.TempDir(), "state"), Steps: steps, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler)})
	must(t, err)
	defer db.Close()
	must(t, db.Tidy(t.Context()))
	must(t, db.Erase(t.Context()))
	now = now.Add(-century)
	must(t, db.Erase(t.Context()))
	if db.scrubbed.Load() != db.now() || db.demanded.Load() {
		t.Error("who is forgotten stays on the disk")
	}
	now = now.Add(-time.Hour)
	must(t, db.Tidy(t.Context()))
	if db.scrubbed.Load() != db.now() {
		t.Error("the pages are not looked at every hour")
	}
}
