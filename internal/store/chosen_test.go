package store

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"testing"
	"time"
)

// TestChosen: what a model chose is known to the next process, for as long as stated, and
// the last choice counts.
func TestChosen(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		recall := func(key, want string) {
			t.Helper()
			if got, err := s.Chosen(t.Context(), key); err != nil || string(got) != want || (want == "") != (got == nil) {
				t.Errorf("%q: %q, %v; want %q", key, got, err, want)
			}
		}
		recall("a", "")
		must(t, s.KeepChosen(t.Context(), "a", []byte("one")))
		must(t, s.KeepChosen(t.Context(), "b", []byte("two")))
		must(t, s.KeepChosen(t.Context(), "a", []byte("three")))
		if s.Lasting() {
			must(t, s.Close())
			s = p.open(t)
		}
		recall("a", "three")
		recall("b", "two")
		must(t, s.Forget(t.Context(), "tg:1", "tg:1")) // it is nobody's
		recall("a", "three")
		p.clock.pass(defaultKeep + time.Millisecond)
		recall("a", "") // though it is not deleted yet
	})
}

// TestChosenNamesNoQuestion: the key is kept as a hash that only who has the secret can
// make, and no more choices are kept than of anything.
func TestChosenNamesNoQuestion(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		s.most = 3
		for i := range 10 {
			must(t, s.KeepChosen(t.Context(), fmt.Sprint("dragons ", i), []byte("{}")))
			p.clock.pass(time.Second)
		}
		var key []byte
		must(t, s.db.QueryRowContext(t.Context(), `SELECT key FROM chosen LIMIT 1`).Scan(&key))
		if len(key) != sha256.Size || bytes.Contains(key, []byte("dragons")) {
			t.Errorf("key %q", key)
		}
		must(t, s.Prune(t.Context()))
		if n := count(t, s, "chosen"); n > 4 {
			t.Errorf("%d choices are kept", n)
		}
	})
}
