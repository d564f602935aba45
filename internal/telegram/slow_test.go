package telegram

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// slowChats ask two bots one question each, at once.
const slowChats = 110

// A stopwatch takes the time that each chat waits for its answer.
type stopwatch struct {
	mu    sync.Mutex
	since map[int64]time.Time
	took  []time.Duration
}

func (s *stopwatch) begin(chat int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.since[chat] = time.Now()
}

func (s *stopwatch) end(chat int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.took = append(s.took, time.Since(s.since[chat]))
}

// pushAtOnce puts a question of each chat to two bots behind a webhook, whose database is
// at an address, repeats what is refused, and wants each answered once. It returns how
// long the longest waited.
func pushAtOnce(t *testing.T, address2 string, meanwhile func()) time.Duration {
	t.Helper()
	f := newFleet(t, "PINCITE_TEST_STORE_URL="+address2, "PINCITE_TEST_WEBHOOK=1")
	f.seen.chats, f.seen.updates = slowChats, slowChats
	watch := stopwatch{since: map[int64]time.Time{}}
	f.fake.mu.Lock()
	f.fake.onSend = func(chat int64, text string) {
		watch.end(chat)
		f.seen.see(chat, text, f.fake.caller)
	}
	f.fake.mu.Unlock()
	p := &pusher{addresses: map[int]string{}}
	for range 2 {
		life := f.start()
		p.add(life, address(t, f.bots[life]))
	}
	for _, bot := range f.bots {
		hasSaid(t, bot, "replicas=2", 1)
	}
	f.ask(slowChats)
	var pushing sync.WaitGroup
	connections := make(chan struct{}, 40) // as many as the platform opens
	for chat, queue := range f.fake.byChat() {
		pushing.Go(func() {
			watch.begin(1000 + chat)
			connections <- struct{}{}
			p.push(int(chat), queue[0].body)
			<-connections
		})
	}
	meanwhile()
	pushing.Wait()
	f.fake.confirmAll()
	f.stop()
	left := 0
	for _, bot := range f.bots {
		left += bot.said("left for later")
	}
	if repeated := checkOrder(t, f.seen); repeated > 0 {
		t.Errorf("%d answered again", repeated)
	}
	slices.Sort(watch.took)
	longest := watch.took[len(watch.took)-1]
	t.Logf("%d answered; the median waited %s, the longest %s; %d left for later, and repeated",
		len(watch.took), watch.took[len(watch.took)/2].Round(10*time.Millisecond), longest.Round(10*time.Millisecond), left)
	return longest
}

// TestReplicasAndASlowDatabase: two bots whose database is far away, or locked for a
// while, answer each question once, and soon after the database keeps up.
func TestReplicasAndASlowDatabase(t *testing.T) {
	t.Parallel()
	t.Run("each reply takes 90 ms", func(t *testing.T) {
		pushAtOnce(t, newWire(t, postgresURL(t), 90*time.Millisecond).url, func() {})
	})
	t.Run("locked for 2 s", func(t *testing.T) {
		address := postgresURL(t)
		pushAtOnce(t, address, func() {
			db, err := pgx.Connect(t.Context(), address)
			must(t, err)
			defer db.Close(context.WithoutCancel(t.Context()))
			tx, err := db.Begin(t.Context())
			must(t, err)
			for _, query := range []string{`LOCK TABLE updates`, `SELECT pg_sleep(2)`} {
				_, err := tx.Exec(t.Context(), query)
				must(t, err)
			}
			must(t, tx.Rollback(t.Context()))
		})
	})
}
