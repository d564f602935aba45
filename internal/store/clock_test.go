package store

import (
	"testing"
	"time"
)

// TestClocksThatDiffer: of processes that share a server each goes by the server's clock,
// whatever its own says: what another keeps is neither older nor younger than it is.
func TestClocksThatDiffer(t *testing.T) {
	for _, by := range []time.Duration{0, 50 * time.Minute, -50 * time.Minute, 30 * time.Hour, -30 * time.Hour} {
		t.Run(by.String(), func(t *testing.T) {
			right := Options{URL: postgresURL(t), Secret: "123:token", Idle: 30 * time.Minute}
			a := place{Options: right}.open(t)
			b := place{Options: right}.open(t)
			b.opt.Now = func() time.Time { return time.Now().Add(by) }
			finish(t, a, take(t, a, 1, "tg:1"), "call of a")
			finish(t, b, take(t, b, 2, "tg:2"), "call of b")
			for _, s := range []*Store{a, b} {
				must(t, s.Remember(t.Context(), string(s.id), []byte("said")))
			}
			for _, s := range []*Store{a, b, a} {
				must(t, s.Prune(t.Context()))
			}
			for _, s := range []*Store{a, b} {
				for _, of := range []*Store{a, b} {
					if got, err := s.Recall(t.Context(), string(of.id)); err != nil || len(got) == 0 {
						t.Errorf("a conversation is forgotten: %v", err)
					}
				}
			}
			must(t, a.Close())
			must(t, b.Beat(t.Context()))
			for _, chat := range []string{"tg:1", "tg:2"} {
				out, err := b.Outbox(t.Context(), chat)
				if err != nil || len(out) != 1 {
					t.Fatalf("%s: %d replies are left, %v; want one", chat, len(out), err)
				}
				if waited := b.opt.Now().Sub(out[0].At()); waited < -time.Second || waited > time.Minute {
					t.Errorf("%s: the reply has waited for %v", chat, waited)
				}
			}
		})
	}
}
