package telegram

import (
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestOneOfTwoStops stops one of two bots, as a machine does that swaps or is moved, for
// longer than it is believed to live: the other goes on with what it had, also where that
// polled. When it goes on it sends nothing that the other has sent, but for what it was
// about to send at that moment. No other test runs beside it: on a machine that is starved
// one that goes on may be late by as much, and be believed to have stopped as well.
func TestOneOfTwoStops(t *testing.T) {
	t.Run("polled", func(t *testing.T) {
		f := twoBots(t)
		stopped := f.lead(600)
		f.signal(stopped, syscall.SIGSTOP)
		t.Logf("after the one that polls has stopped, the other answers in %s", f.successor(stopped, 300).Round(10*time.Millisecond))
		f.lead(300)
		f.signal(stopped, syscall.SIGCONT)
		polls := f.lead(300)
		f.signal(3-polls, syscall.SIGSTOP)
		begun := time.Now()
		f.lead(300)
		t.Logf("after the other one has stopped, 150 are answered in %s", time.Since(begun).Round(10*time.Millisecond))
		f.signal(3-polls, syscall.SIGCONT)
		f.ask(fleetUpdates - f.seen.asked)
		f.fake.wait(t, "all updates to be confirmed", func() bool { return len(f.fake.updates) == 0 })
		f.stop()
		f.check()
	})
	t.Run("pushed", func(t *testing.T) {
		f := twoBots(t, "PINCITE_TEST_WEBHOOK=1")
		p := &pusher{addresses: map[int]string{}}
		for life, bot := range f.bots {
			p.add(life, address(t, bot))
		}
		f.ask(fleetUpdates)
		var pushing sync.WaitGroup
		connections := make(chan struct{}, 40) // as many as the platform opens
		for chat, queue := range f.fake.byChat() {
			pushing.Go(func() {
				for n, u := range queue {
					connections <- struct{}{}
					p.push(int(chat)+n, u.body)
					<-connections
				}
			})
		}
		stopped := f.leaderAt(600)
		f.signal(stopped, syscall.SIGSTOP)
		hasSaid(t, f.bots[3-stopped], "replicas=1", 1) // it takes over from then on
		f.leaderAt(min(f.seen.count()+100, fleetUpdates))
		f.signal(stopped, syscall.SIGCONT)
		pushing.Wait()
		f.fake.confirmAll()
		f.stop()
		f.check()
	})
}

// twoBots starts two bots that know of each other.
func twoBots(t *testing.T, env ...string) *fleet {
	f := newFleet(t, append(env, "PINCITE_TEST_STORE_URL="+postgresURL(t))...)
	f.start()
	f.start()
	for _, p := range f.bots {
		hasSaid(t, p, "replicas=2", 1)
	}
	return f
}

// signal stops a bot, or lets it go on.
func (f *fleet) signal(life int, s syscall.Signal) {
	f.t.Helper()
	must(f.t, f.bots[life].cmd.Process.Signal(s))
	if s == syscall.SIGSTOP {
		f.ends++
	}
}
