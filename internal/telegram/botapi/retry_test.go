package botapi

import (
	"errors"
	"testing"
	"time"
)

func TestPause(t *testing.T) {
	for attempt, most := range []time.Duration{500 * time.Millisecond, time.Second, 2 * time.Second, 4 * time.Second} {
		for range 100 {
			if d := Pause(errors.New("x"), attempt); d < most/2 || d > most {
				t.Fatalf("attempt %d: %s, want %s to %s", attempt, d, most/2, most)
			}
		}
	}
	if d := Pause(errors.New("x"), 1000); d > longestPause {
		t.Errorf("%s is longer than %s", d, longestPause)
	}
	if d := Pause(&Error{Code: 429, RetryAfter: 3 * time.Second}, 0); d != 3*time.Second {
		t.Errorf("%s, want the 3 s asked for", d)
	}
}
