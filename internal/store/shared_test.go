package store

import (
	"crypto/sha256"
	"errors"
	"testing"
	"time"
)

const rest = 10 * time.Second

// counted sends messages of a person to several processes in turn and returns what
// became of each.
func counted(t *testing.T, person string, perMinute, n int, processes ...*Store) (out []Verdict) {
	t.Helper()
	for i := range n {
		v, wait, err := processes[i%len(processes)].Admit(t.Context(), person, perMinute, rest)
		must(t, err)
		if (v == Tell) != (wait != 0) || v == Tell && (wait < rest || wait > time.Minute || wait%time.Second != 0) {
			t.Errorf("message %d: %d, to wait %s", i+1, v, wait)
		}
		out = append(out, v)
	}
	return out
}

// TestAdmit: processes count together, who is over the limit is told once, and all is
// forgotten when there is room again.
func TestAdmit(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		other := p.twin(t, s)
		got := counted(t, "tg:1", 3, 7, s, other)
		for i, want := range []Verdict{Pass, Pass, Pass, Tell, Ignore, Ignore, Ignore} {
			if got[i] != want {
				t.Errorf("message %d: %d, want %d", i+1, got[i], want)
			}
		}
		if got := counted(t, "tg:2", 3, 3, other); got[2] != Pass {
			t.Errorf("another person: %v", got)
		}
		must(t, s.Prune(t.Context()))
		if n := count(t, s, "limits"); n != 2 {
			t.Errorf("%d people are counted", n)
		}
		if _, err := s.db.DB.Exec(`UPDATE limits SET full_at = full_at - 60000, quiet_until = 0`); err != nil {
			t.Fatal(err) // a minute later
		}
		if got := counted(t, "tg:1", 3, 4, other, s); got[2] != Pass || got[3] != Tell {
			t.Errorf("a minute later: %v", got)
		}
		if _, err := s.db.DB.Exec(`UPDATE limits SET full_at = full_at - 120000, quiet_until = 0`); err != nil {
			t.Fatal(err)
		}
		must(t, s.Prune(t.Context()))
		if n := count(t, s, "limits"); n != 0 {
			t.Errorf("%d people are remembered for ever", n)
		}
	})
}

// TestDatabaseClockIsSet: when the clock of a database is set forward or back, nobody is
// silenced until it is as late again, and who lives lives.
func TestDatabaseClockIsSet(t *testing.T) {
	const day = 24 * 60 * 60 * 1000
	for _, by := range []int{day, -day} {
		conforms(t, func(t *testing.T, p place) {
			s := p.open(t)
			other := p.twin(t, s)
			counted(t, "tg:1", 3, 4, s)
			take(t, other, 7, "tg:1")
			must(t, s.db.Exec(t.Context(), "set", `UPDATE limits SET full_at = full_at + $1, quiet_until = quiet_until + $1`, by))
			must(t, s.db.Exec(t.Context(), "set", `UPDATE replicas SET valid_until = valid_until + $1`, by))
			must(t, s.Prune(t.Context()))
			must(t, s.Beat(t.Context()))
			if got := counted(t, "tg:1", 3, 1, s); got[0] != Pass {
				t.Errorf("one who was told to wait: %v", got)
			}
			if _, err := s.Take(t.Context(), 7, "tg:1"); !errors.Is(err, ErrElsewhere) || s.Replicas() != 2 {
				t.Errorf("an update that a living process handles: %v; replicas: %d", err, s.Replicas())
			}
		})
	}
}

// TestReplyTo: what answers a message is known to any process, for an hour, and names
// nobody.
func TestReplyTo(t *testing.T) {
	conforms(t, func(t *testing.T, p place) {
		s := p.open(t)
		other := p.twin(t, s)
		look := func(s *Store, chat string, message int, text string, wantReply int, wantChanged bool) {
			t.Helper()
			reply, changed, err := s.ReplyTo(t.Context(), chat, message, text)
			must(t, err)
			if reply != wantReply || changed != wantChanged {
				t.Errorf("message %d, %q: answered by %d, changed %t; want %d, %t", message, text, reply, changed, wantReply, wantChanged)
			}
		}
		look(s, "tg:1", 7, "dragons", 0, false)
		must(t, s.Answered(t.Context(), "tg:1", 7, "dragons", 8))
		look(other, "tg:1", 7, "dragons", 8, false)
		look(other, "tg:1", 7, "dragons?", 8, true)
		look(other, "tg:2", 7, "dragons?", 0, false)
		look(other, "tg:1", 8, "dragons?", 0, false)
		must(t, other.Answered(t.Context(), "tg:1", 7, "dragons?", 8))
		look(s, "tg:1", 7, "dragons?", 8, false)
		var text, question, chat []byte
		must(t, s.db.QueryRow(`SELECT question, chat, text FROM replies`).Scan(&question, &chat, &text))
		if len(text) != sha256.Size || len(question) != sha256.Size || len(chat) != sha256.Size {
			t.Errorf("kept in the clear: %q %q %q", question, chat, text)
		}
		p.clock.pass(keepReplies + time.Millisecond)
		look(s, "tg:1", 7, "other", 0, false)
		must(t, s.Prune(t.Context()))
		if n := count(t, s, "replies"); n != 0 {
			t.Errorf("%d replies are kept too long", n)
		}
		must(t, s.Answered(t.Context(), "tg:1", 9, "dragons", 10))
		must(t, s.Answered(t.Context(), "tg:2", 9, "dragons", 10))
		must(t, s.Forget(t.Context(), "tg:1", "tg:1"))
		look(s, "tg:1", 9, "other", 0, false)
		look(s, "tg:2", 9, "other", 10, true)
	})
}
