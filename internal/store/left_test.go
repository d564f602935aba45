package store

import (
	"fmt"
	"testing"
)

// TestNoChatHidesBehindOthers: however many chats what was not sent waits for, all of them
// are told of, over some looks.
func TestNoChatHidesBehindOthers(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		const chats = 2*mostUnsent + 10
		s := p.open(t)
		for n := range int64(chats) {
			key := fmt.Sprintf("tg:%d", n)
			finish(t, s, take(t, s, n, key), "call")
		}
		seen := map[string]bool{}
		for range 3 {
			got, err := s.Unsent(t.Context())
			must(t, err)
			if len(got) > mostUnsent {
				t.Errorf("%d at once, want at most %d", len(got), mostUnsent)
			}
			for _, chat := range got {
				seen[chat] = true
			}
		}
		if len(seen) != chats {
			t.Errorf("told of %d chats, want %d", len(seen), chats)
		}
		got, err := s.Unsent(t.Context())
		if must(t, err); len(got) != mostUnsent {
			t.Errorf("from the first again: %d, want %d", len(got), mostUnsent)
		}
	})
}

// TestNoLookIsInVain: where the last look has ended with the last chat, the next begins
// with the first.
func TestNoLookIsInVain(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		for n := range int64(mostUnsent) {
			finish(t, s, take(t, s, n, fmt.Sprintf("tg:%d", n)), "call")
		}
		for look := range 3 {
			if got, err := s.Unsent(t.Context()); err != nil || len(got) != mostUnsent {
				t.Errorf("look %d: %d chats, %v; want %d", look, len(got), err, mostUnsent)
			}
		}
	})
}
