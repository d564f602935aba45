package limit

import (
	"testing"
	"time"

	"pincite/internal/store"
)

// limits returns Limits on a store in memory, and their clock.
func limits(t *testing.T, perMinute int) (*Limits, *time.Time) {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	now := time.Unix(0, 0)
	return New(s, perMinute, func() time.Time { return now }), &now
}

func TestMessages(t *testing.T) {
	l, now := limits(t, 2)
	for i, want := range []store.Verdict{store.Pass, store.Pass, store.Tell, store.Ignore, store.Ignore} {
		if got, _ := l.Message(t.Context(), "tg:1"); got != want {
			t.Errorf("message %d: %d, want %d", i+1, got, want)
		}
	}
	for range 10 {
		if got, _ := l.Message(t.Context(), ""); got != store.Pass {
			t.Errorf("nobody: %d", got)
		}
	}
	if got, _ := l.Message(t.Context(), "tg:2"); got != store.Pass {
		t.Errorf("another person: %d", got)
	}
	*now = now.Add(time.Minute)
	for i, want := range []store.Verdict{store.Pass, store.Pass, store.Tell} {
		if got, _ := l.Message(t.Context(), "tg:1"); got != want {
			t.Errorf("a minute later, message %d: %d, want %d", i+1, got, want)
		}
	}
}

func TestWhatIsNoQuestion(t *testing.T) {
	for _, perMinute := range []int{0, 2} {
		l, _ := limits(t, perMinute)
		for name, count := range map[string]func(person string) time.Duration{
			"buttons":        func(person string) time.Duration { return l.Press(t.Context(), person) },
			"inline queries": func(person string) time.Duration { return l.Inline(t.Context(), person) },
		} {
			for n := range 2*perMinute*Factor + 1 {
				if wait := count("tg:1"); (wait > 0) != (perMinute > 0 && n >= perMinute*Factor) {
					t.Errorf("%s, %d a minute: the one after %d must wait %s", name, perMinute, n, wait)
				}
			}
			if count("tg:2") > 0 || count("") > 0 {
				t.Errorf("%s: others must wait as well", name)
			}
		}
	}
}
