package telegram

import (
	"fmt"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/queue"
)

// TestAFloodOfEditsStallsNobody has one person edit a question, and messages that nobody
// has seen, a hundred times a second for twenty seconds, while strangers ask. More than a
// hundred come with no poll: two thousand at once take what twenty polls take.
func TestAFloodOfEditsStallsNobody(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		s := &sky{slow: func(string, params) time.Duration { return 20 * time.Millisecond }}
		const perMinute = 20
		r := startIn(t, s, pushed, func(o *Options) { o.PerUserPerMinute = perMinute })
		var l ledger
		l.keep(r.fake)
		edit := func(message, n int) {
			r.fake.push(botapi.KindEdited, map[string]any{
				"message_id": message, "date": 1, "edit_date": 2, "from": user{id: 66, name: "u"}.object(), "chat": chatObject(66),
				"text": "rule " + strconv.Itoa(n%5+1),
			})
		}
		first := r.fake.say(user{id: 66, name: "u"}, 66, "rule 1", nil)
		time.Sleep(time.Second)
		go func() {
			for n := range 1000 {
				edit(first, n)
				edit(1_000_000+n, n)
				time.Sleep(20 * time.Millisecond)
			}
		}()
		l.crowd(r.fake)
		l.check(t, 300)
		l.fair(t)
		if n := len(s.to(66)); n < 3 || n > 1+6*perMinute {
			t.Errorf("%d messages and edits to one who may have %d a minute", n, perMinute)
		}
	})
}

// TestAThousandInlineQueriesStallNobody has a thousand people type at the same moment.
// All are answered while it is of use to them, and so are those who write.
func TestAThousandInlineQueriesStallNobody(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		var answered atomic.Int64
		s := &sky{slow: func(method string, _ params) time.Duration {
			if method == "answerInlineQuery" {
				answered.Add(1)
			}
			return 20 * time.Millisecond
		}}
		r := startIn(t, s, pushed, nil)
		var l ledger
		l.keep(r.fake)
		for n := range 1000 {
			r.fake.inquire(user{id: int64(100 + n), name: "u", language: "en"}, "card "+strconv.Itoa(n))
		}
		time.Sleep(10 * time.Second)
		if n := answered.Load(); n != 1000 {
			t.Errorf("%d of 1000 are answered within ten seconds", n)
		}
		l.crowd(r.fake)
		l.check(t, 300)
		l.fair(t)
	})
}

// TestSlowAnswersToManyStallNobody: twelve people ask what takes long to answer, as when a
// model hangs, and two hundred more ask at the same moment. All updates that the platform
// hands out at once are open then; those that take long give way, at once to what a
// store keeps, and after two seconds to what memory alone has, however many workers there
// are.
func TestSlowAnswersToManyStallNobody(t *testing.T) {
	for kept, path := range stores {
		for _, workers := range []int{0, 40} {
			in(t, fmt.Sprintf("%s, %d workers", kept, workers), func(t *testing.T, pushed bool) {
				s := &sky{slow: func(string, params) time.Duration { return 5 * time.Millisecond }}
				r := startIn(t, s, pushed, func(o *Options) {
					o.Store, o.SendsPerSecond, o.Workers = openStore(t, store.Options{Path: path(t)}), 0, workers
				})
				var l ledger
				l.keep(r.fake)
				l.manner = "ponder "
				for n := range 12 {
					l.ask(r.fake, int64(66+n), int64(66+n), 0)
				}
				l.manner = ""
				for n := range 200 {
					l.ask(r.fake, int64(1000+n), int64(1000+n), 0)
				}
				l.crowd(r.fake)
				l.check(t, 512)
				took := l.p99()
				t.Logf("p99 of strangers %s", took)
				if most := map[string]time.Duration{"in a file": fairness, "in memory": queue.OpenFor + fairness}[kept]; took > most {
					t.Errorf("p99 of strangers %s, want at most %s", took, most)
				}
			})
		}
	}
}

// TestChatsThatWaitHoldNobody: people may not be written to for half a minute, more of
// them than there are workers, and than there are places for updates that are not
// confirmed. Their answers wait; no worker does, and no place, wherever state is kept.
func TestChatsThatWaitHoldNobody(t *testing.T) {
	for kept, path := range stores {
		for _, refused := range []int{30, 120} {
			in(t, fmt.Sprintf("%d, %s", refused, kept), func(t *testing.T, pushed bool) {
				begin := time.Now()
				s := &sky{limit: func(chat int64, now time.Time) int {
					if chat >= strangers {
						return 0
					}
					return int((30*time.Second - now.Sub(begin)).Seconds())
				}}
				r := startIn(t, s, pushed, func(o *Options) {
					o.Store, o.SendsPerSecond = openStore(t, store.Options{Path: path(t)}), 1000 // not to be what is waited for
				})
				var l ledger
				l.keep(r.fake)
				for n := range refused {
					l.ask(r.fake, int64(66+n), int64(66+n), 0)
				}
				l.crowd(r.fake)
				l.check(t, refused+300)
				l.fair(t)
			})
		}
	}
}

// TestAClockThatJumps: the computer's time goes back and forth by hours, five times a
// second, while strangers ask and nothing can be sent for five minutes. What is counted in
// seconds is counted by a clock that does not jump; what is kept has the other one's.
func TestAClockThatJumps(t *testing.T) {
	for kept, path := range stores {
		in(t, kept, func(t *testing.T, pushed bool) {
			jumps := []time.Duration{0, 3 * time.Hour, -5 * time.Hour, 11 * time.Hour, -20 * time.Minute}
			begin := time.Now()
			jumping := func() time.Time {
				now := time.Now()
				return now.Add(jumps[int(now.Sub(begin)/(200*time.Millisecond))%len(jumps)]).Round(0)
			}
			s := &sky{limit: refuses(5*time.Minute, 7)}
			r := startIn(t, s, pushed, func(o *Options) { o.Store = openStore(t, store.Options{Path: path(t), Now: jumping}) })
			var l ledger
			l.keep(r.fake)
			l.trickle(r.fake)
			time.Sleep(15 * time.Minute)
			l.check(t, 400)
			if n := r.post.Waiting(); n != 0 {
				t.Errorf("%d replies still wait", n)
			}
		})
	}
}

// TestHostileDeepLinks: what follows a link's start is whatever somebody has written there.
func TestHostileDeepLinks(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	for n, payload := range []string{
		"../../etc/passwd", "javascript:alert(1)", "<b>x</b>", "%00", "\u202egnp.exe", "measure-99999999999999999999",
		"reading-room.rule-1.rule-2.rule-3", "-", fmt.Sprint(1 << 62), "reading-room.\x00", "=?!&", "_____",
	} {
		u := user{id: int64(900 + n), name: "u", language: "en"}
		f.asks(t, u, "/start "+payload)
		if len(f.recorded("sendMessage")) != n+1 {
			t.Errorf("%q: %q", payload, f.texts())
		}
	}
}
