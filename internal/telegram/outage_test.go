package telegram

import (
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// outageBeats is how many heartbeats of each bot fail while the database is away: one
// every two seconds, so that it is away for some 5 s, or for half a minute:
//
//	PINCITE_E2E_OUTAGE=1 go test ./internal/telegram -run Outage -v
var outageBeats = outageRun()

func outageRun() int {
	if os.Getenv("PINCITE_E2E_OUTAGE") != "" {
		return 15
	}
	return 3
}

// TestOutage takes the database away from three bots behind a webhook for a while, under
// load. Meanwhile none of them takes an update, so that the platform repeats it; when it
// is back everything is answered, in order.
func TestOutage(t *testing.T) {
	t.Parallel()
	wire := newWire(t, postgresURL(t), 0)
	f := newFleet(t, "PINCITE_TEST_STORE_URL="+wire.url, "PINCITE_TEST_WEBHOOK=1")
	p := &pusher{addresses: map[int]string{}}
	for range 3 {
		life := f.start()
		p.add(life, address(t, f.bots[life]))
	}
	for _, bot := range f.bots {
		hasSaid(t, bot, "replicas=3", 1)
	}
	f.ask(fleetUpdates)
	var pushing sync.WaitGroup
	var away, refused atomic.Int64         // of which the second is what was refused meanwhile
	connections := make(chan struct{}, 40) // as many as the platform opens
	back := make(chan struct{})            // closed when the database is back
	for chat, queue := range f.fake.byChat() {
		pushing.Go(func() {
			for n, u := range queue {
				connections <- struct{}{}
				for try := n; !p.pushed(p.to(int(chat)+try), u.body); try++ {
					<-connections
					if again(); refused.Add(away.Load()) > 0 && try-n > 3 { // the platform waits longer each time
						<-back
					}
					connections <- struct{}{}
				}
				<-connections
			}
		})
	}
	f.leaderAt(300)
	wire.cut(true)
	away.Store(1)
	f.ends += len(f.bots)
	began := time.Now()
	f.beatsFail(1)
	before := f.seen.count()
	f.beatsFail(outageBeats - 1)
	during := f.seen.count() - before
	long := time.Since(began)
	wire.cut(false)
	began = time.Now()
	close(back)
	f.leaderAt(before + during + 1)
	t.Logf("away for %s: %d updates refused, %d answered; answers again after %s",
		long.Round(time.Second), refused.Load(), during, time.Since(began).Round(10*time.Millisecond))
	if refused.Load() == 0 || long < time.Duration(outageBeats-1)*2*time.Second {
		t.Error("the database was not missed")
	}
	pushing.Wait()
	f.fake.confirmAll()
	f.stop()
	f.check()
	if t.Failed() {
		return
	}
	var lives []int
	for _, all := range f.seen.answers {
		for _, a := range all {
			if !slices.Contains(lives, a.life) {
				lives = append(lives, a.life)
			}
		}
	}
	t.Logf("answered by %d replicas", len(lives))
}
