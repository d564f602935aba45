package telegram

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"pincite/internal/chat"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/outbox"
	"pincite/internal/telegram/post"
	"pincite/internal/telegram/queue"
)

// A ledger notes when each question was put and when it was answered.
type ledger struct {
	mu    sync.Mutex
	asked map[string]time.Time
	took  map[string]time.Duration
	order map[int64][]int
	again int // answers to what was answered, or never asked

	manner string // what the questions begin with; see [rulesLibrary]
}

// keep notes the answers of a fake.
func (l *ledger) keep(f *fake) {
	l.asked, l.took, l.order = map[string]time.Time{}, map[string]time.Duration{}, map[int64][]int{}
	f.onSend = func(chat int64, text string) {
		m := questionNumber.FindStringSubmatch(text)
		if m == nil {
			return
		}
		n, _ := strconv.Atoi(m[1])
		key := fmt.Sprint(chat, "/", n)
		l.mu.Lock()
		defer l.mu.Unlock()
		if _, known := l.took[key]; known || l.asked[key].IsZero() {
			l.again++
			return
		}
		l.took[key] = time.Since(l.asked[key])
		l.order[chat] = append(l.order[chat], n)
	}
}

// ask puts a question of a person in a chat.
func (l *ledger) ask(f *fake, person, chat int64, n int) {
	l.mu.Lock()
	l.asked[fmt.Sprint(chat, "/", n)] = time.Now()
	l.mu.Unlock()
	more := map[string]any{}
	if chat < 0 {
		more["reply_to_message"] = map[string]any{"message_id": 1, "date": 1, "chat": chatObject(chat), "text": "x",
			"from": user{testBotID, testBotName, "", true}.object()}
	}
	f.say(user{id: person, name: "u", language: "en"}, chat, fmt.Sprintf("%secho number %d of many", l.manner, n), more)
}

// check wants so many answers, each once and in order within its chat.
func (l *ledger) check(t *testing.T, want int) {
	t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.took) != want || l.again != 0 {
		t.Errorf("%d of %d answered, %d of them again", len(l.took), want, l.again)
	}
	for chat, order := range l.order {
		if !slices.IsSorted(order) {
			t.Errorf("chat %d: answered in the order %v", chat, order)
		}
	}
}

// strangers are chats that nobody attacks from.
const strangers = 5_000_000

// p99 returns how long the slowest but one in a hundred strangers waited.
func (l *ledger) p99() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	var took []time.Duration
	for key, d := range l.took {
		if chat, _ := strconv.ParseInt(strings.Split(key, "/")[0], 10, 64); chat >= strangers {
			took = append(took, d)
		}
	}
	slices.Sort(took)
	return took[(len(took)*99-1)/100]
}

// fairness is the most that a stranger waits, but for one in a hundred, whatever
// others do.
const fairness = 200 * time.Millisecond

// crowd has strangers ask, ten a second for half a minute, and waits until all is
// answered.
func (l *ledger) crowd(f *fake) {
	for n := range 300 {
		time.Sleep(100 * time.Millisecond)
		l.ask(f, strangers+int64(n), strangers+int64(n), n)
	}
	time.Sleep(5 * time.Minute)
}

// trickle has twenty strangers ask 400 questions in turn, one a second.
func (l *ledger) trickle(f *fake) {
	for n := range 400 {
		time.Sleep(time.Second)
		chat := strangers + int64(n%20)
		l.ask(f, chat, chat, n/20)
	}
}

// fair holds what strangers waited against what is promised.
func (l *ledger) fair(t *testing.T) {
	t.Helper()
	took := l.p99()
	t.Logf("p99 of strangers %s", took)
	if took > fairness {
		t.Errorf("p99 of strangers %s, want at most %s", took, fairness)
	}
}

// TestOneChatStallsNobody has one person send 110 messages, to whom the platform
// then takes nothing for 30 s, while strangers ask.
func TestOneChatStallsNobody(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		var refused time.Time
		s := &sky{
			slow: func(string, params) time.Duration { return 20 * time.Millisecond },
			limit: func(chat int64, now time.Time) int {
				if chat != 66 {
					return 0
				}
				if refused.IsZero() {
					refused = now
				}
				return int((30*time.Second - now.Sub(refused)).Seconds())
			},
		}
		r := startIn(t, s, pushed, nil)
		var l ledger
		l.keep(r.fake)
		for n := range 110 {
			l.ask(r.fake, 66, 66, n)
		}
		l.crowd(r.fake)
		l.check(t, 410)
		l.fair(t)
	})
}

// TestSlowAnswersStallNobody has one person send 110 messages, each of which takes
// three seconds to answer and three to send, in one chat or in many groups, while
// strangers ask.
func TestSlowAnswersStallNobody(t *testing.T) {
	for name, chats := range map[string]int{"one chat": 1, "forty groups": 40} {
		for kept, path := range stores {
			in(t, name+" "+kept, func(t *testing.T, pushed bool) {
				s := &sky{slow: func(_ string, fields params) time.Duration {
					if chat, _ := strconv.ParseInt(fields["chat_id"], 10, 64); chat != 0 && chat < strangers {
						return 3 * time.Second
					}
					return 20 * time.Millisecond
				}}
				r := startIn(t, s, pushed, func(o *Options) { o.Store = openStore(t, store.Options{Path: path(t)}) })
				var l ledger
				l.keep(r.fake)
				l.manner = "ponder "
				for n := range 110 {
					l.ask(r.fake, 66, int64(66-1000*(n%chats)), n)
				}
				l.manner = ""
				l.crowd(r.fake)
				time.Sleep(10 * time.Minute)
				l.check(t, 410)
				l.fair(t)
			})
		}
	}
}

// TestWhatWaitsOutlivesTheProcess ends a bot that has confirmed sixty messages of a chat
// and answered some. The next one answers the rest, and what comes to it meanwhile after
// them. What memory alone had is lost, and told.
func TestWhatWaitsOutlivesTheProcess(t *testing.T) {
	for kept, path := range stores {
		t.Run(kept, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, at := new(sky), path(t)
				state, err := store.Open(t.Context(), store.Options{Path: at, Secret: testToken})
				if err != nil {
					t.Fatal(err)
				}
				r := under(t, s, func(o *Options) { o.Store = state })
				l := ledger{manner: "ponder "}
				l.keep(r.fake)
				for n := range 60 {
					l.ask(r.fake, 66, 66, n)
				}
				time.Sleep(19 * time.Second) // so that the end cuts an answer off
				if left := r.fake.left(); at != "" && left != 0 {
					t.Errorf("%d updates are not confirmed", left)
				}
				if err := errors.Join(r.stop(), state.Close()); err != nil {
					t.Fatal(err)
				}
				l.ask(r.fake, 66, 66, 60)
				next := &run{fake: r.fake, log: new(buffer), done: make(chan struct{})}
				next.begin(t, s, func(o *Options) { o.Store = openStore(t, store.Options{Path: at}) })
				time.Sleep(10 * time.Minute)
				if at == "" {
					r.logs(t, "level=WARN", "lost; with store.path they would be kept")
					return
				}
				l.check(t, 61)
			})
		})
	}
}

// TestWhatWasHandledIsNotKept: an update that was kept and then handled while the store
// failed does not come again with the next process.
func TestWhatWasHandledIsNotKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := under(t, new(sky), func(o *Options) { o.Store = openStore(t, store.Options{Path: stores["in a file"](t)}) })
		time.Sleep(time.Second)
		r.handled.Add(77, struct{}{})
		body := `{"update_id":77,"message":{"message_id":1,"date":1,"chat":{"id":66,"type":"private"},"from":{"id":66,"first_name":"a"},"text":"1"}}`
		_, err := r.opt.Store.TakeAll(t.Context(), []store.Arrival{{Update: 77, Chat: post.Conversation(66, 0), Raw: []byte(body)}})
		must(t, err)
		time.Sleep(2 * post.SweepEvery)
		if raws, err := r.opt.Store.Kept(t.Context()); err != nil || len(raws) != 0 {
			t.Errorf("kept %s, %v", raws, err)
		}
		if n := len(r.fake.texts()); n != 0 {
			t.Errorf("%d answers", n)
		}
	})
}

// TestAFloodIsBounded: of what a person sends faster than it is answered, so much
// waits, and the rest is counted.
func TestAFloodIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := under(t, new(sky), nil)
		l := ledger{manner: "ponder "}
		l.keep(r.fake)
		for n := range queue.MaxWaiting + 50 {
			l.ask(r.fake, 66, int64(66-1000*(n%2)), n)
		}
		l.manner = ""
		l.crowd(r.fake)
		l.fair(t)
		if scraped := scrapeText(r.opt.Metrics); !strings.Contains(scraped, `pincite_telegram_replies_dropped_total{reason="too many"}`) {
			t.Error("what was dropped is not counted")
		}
	})
}

// stores are where state may be kept: the path, by what it is.
var stores = map[string]func(t *testing.T) string{
	"in memory": func(*testing.T) string { return "" },
	"in a file": func(t *testing.T) string { return filepath.Join(t.TempDir(), "state") },
}

// TestSlowInlineQueriesStallNobody has one person, and then many, type inline
// queries whose answers are slow on their way.
func TestSlowInlineQueriesStallNobody(t *testing.T) {
	for name, people := range map[string]int{"one person": 1, "220 people": 220} {
		in(t, name, func(t *testing.T, pushed bool) {
			s := &sky{slow: func(method string, _ params) time.Duration {
				if method == "answerInlineQuery" {
					return 830 * time.Millisecond
				}
				return 20 * time.Millisecond
			}}
			r := startIn(t, s, pushed, nil)
			var l ledger
			l.keep(r.fake)
			for n := range 220 {
				r.fake.inquire(user{id: int64(66 + n%people), name: "u", language: "en"}, "card "+strconv.Itoa(n))
			}
			l.crowd(r.fake)
			l.check(t, 300)
			l.fair(t)
		})
	}
}

// TestOutages takes the Bot API away for a while, from polling and from sending. What
// is asked before and meanwhile is answered once, and in order.
func TestOutages(t *testing.T) {
	for _, length := range []time.Duration{10 * time.Second, 40 * time.Second, 10 * time.Minute} {
		in(t, length.String(), func(t *testing.T, pushed bool) {
			start := time.Now().Add(length / 10)
			s := &sky{down: func(now time.Time) bool { return now.After(start) && now.Before(start.Add(length)) }}
			r := startIn(t, s, pushed, nil)
			var l ledger
			l.keep(r.fake)
			for n := range 200 {
				time.Sleep(length / 200)
				chat := strangers + int64(n%20)
				l.ask(r.fake, chat, chat, n/20)
			}
			time.Sleep(length + time.Minute)
			l.check(t, 200)
			if n := r.post.Waiting(); n != 0 {
				t.Errorf("%d replies still wait", n)
			}
		})
	}
}

// TestSendingAloneIsOut for ten minutes, while updates arrive.
func TestSendingAloneIsOut(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		s := &sky{limit: refuses(10*time.Minute, 7)}
		r := startIn(t, s, pushed, nil)
		var l ledger
		l.keep(r.fake)
		l.trickle(r.fake)
		time.Sleep(15 * time.Minute)
		l.check(t, 400)
	})
}

// TestALongWait has the platform ask for more time than an update may take.
func TestALongWait(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		var refused time.Time
		s := &sky{limit: func(chat int64, now time.Time) int {
			if chat == 66 && refused.IsZero() {
				refused = now
				return 70
			}
			return 0
		}}
		r := startIn(t, s, pushed, nil)
		var l ledger
		l.keep(r.fake)
		for n := range 5 {
			l.ask(r.fake, 66, 66, n)
		}
		time.Sleep(69 * time.Second)
		if n := len(s.to(66)); n != 0 {
			t.Errorf("%d sent before the time that the platform asks for", n)
		}
		time.Sleep(10 * time.Second)
		l.check(t, 5)
		if scraped := scrapeText(r.opt.Metrics); !strings.Contains(scraped, `pincite_telegram_api_errors_total{class="429"} 1`) {
			t.Error("the refusal is not counted")
		}
		r.logs(t, "a reply waits", "wait=1m10s")
	})
}

// TestWhatIsTooOldIsDropped: a reply is kept for as long as the settings say.
func TestWhatIsTooOldIsDropped(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		s := &sky{limit: refuses(30*time.Minute, 60)}
		r := startIn(t, s, pushed, func(o *Options) { o.KeepUnsent = 10 * time.Minute })
		var l ledger
		l.keep(r.fake)
		l.ask(r.fake, 66, 66, 0)
		time.Sleep(25 * time.Minute)
		l.ask(r.fake, 66, 66, 1)
		time.Sleep(25 * time.Minute)
		l.check(t, 1)
		if got := l.order[66]; len(got) != 1 || got[0] != 1 {
			t.Errorf("answered %v, want the second question", got)
		}
		if scraped := scrapeText(r.opt.Metrics); !strings.Contains(scraped, `pincite_telegram_replies_dropped_total{reason="expired"} 1`) {
			t.Error("what was dropped is not counted")
		}
		r.logs(t, "level=WARN", "could not be sent in time")
	})
}

// TestThePaceIsKept floods a person's chat, a group, and the bot from many chats; the
// platform never has to complain.
func TestThePaceIsKept(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		s := &sky{slow: func(string, params) time.Duration { return 20 * time.Millisecond }}
		r := startIn(t, s, pushed, nil)
		var l ledger
		l.keep(r.fake)
		for n := range 60 {
			l.ask(r.fake, 66, 66, n)
			l.ask(r.fake, int64(100+n), -1001, n)
		}
		for n := range 600 {
			l.ask(r.fake, strangers+int64(n), strangers+int64(n), 0)
		}
		time.Sleep(10 * time.Minute)
		l.check(t, 720)
		for _, c := range []struct {
			what   string
			sent   []time.Time
			within time.Duration
			most   int
		}{
			{"to all", s.all(), 10 * time.Second, 330}, {"to a person", s.to(66), 10 * time.Second, 13},
			{"to a group", s.to(-1001), time.Minute, 20},
		} {
			if n := mostWithin(c.sent, c.within); n > c.most {
				t.Errorf("%d %s within %s, want at most %d", n, c.what, c.within, c.most)
			}
		}
	})
}

// mostWithin returns how many times lie within a stretch at most.
func mostWithin(at []time.Time, stretch time.Duration) (most int) {
	for first, last := 0, 0; last < len(at); last++ {
		for at[last].Sub(at[first]) >= stretch {
			first++
		}
		most = max(most, last-first+1)
	}
	return most
}

// TestAChatIsBounded: what nobody will read is not kept.
func TestAChatIsBounded(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		start := time.Now()
		s := &sky{limit: func(chat int64, now time.Time) int {
			if chat == 66 && now.Sub(start) < time.Minute {
				return 60
			}
			return 0
		}}
		r := startIn(t, s, pushed, nil)
		var l ledger
		l.keep(r.fake)
		for n := range outbox.MaxWaiting + 10 {
			l.ask(r.fake, 66, 66, n)
		}
		time.Sleep(10 * time.Minute)
		l.check(t, outbox.MaxWaiting)
		if scraped := scrapeText(r.opt.Metrics); !strings.Contains(scraped, `pincite_telegram_replies_dropped_total{reason="too many"} 10`) {
			t.Error("what was dropped is not counted")
		}
	})
}

// TestARestartInBadWeather ends the bot while its replies wait; the next process sends
// them, in order.
func TestARestartInBadWeather(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	synctest.Test(t, func(t *testing.T) {
		s := &sky{limit: refuses(5*time.Minute, 10)}
		kept, err := store.Open(t.Context(), store.Options{Path: path, Secret: testToken})
		if err != nil {
			t.Fatal(err)
		}
		r := under(t, s, func(o *Options) { o.Store = kept })
		var l ledger
		l.keep(r.fake)
		for n := range 40 {
			l.ask(r.fake, int64(66+n%4), int64(66+n%4), n/4)
		}
		time.Sleep(time.Minute)
		if err := errors.Join(r.stop(), kept.Close()); err != nil {
			t.Fatal(err)
		}
		if len(l.took) != 0 || r.fake.left() != 0 {
			t.Fatalf("%d answered, %d updates not confirmed", len(l.took), r.fake.left())
		}
		time.Sleep(time.Minute)
		next := &run{fake: r.fake, log: new(buffer), done: make(chan struct{})}
		next.begin(t, s, func(o *Options) { o.Store = openStore(t, store.Options{Path: path}) })
		time.Sleep(10 * time.Minute)
		l.check(t, 40)
	})
}

// TestAGroupIsNotForgotten: an administrator who writes in the name of a group and wants to
// be forgotten takes no answer from the others.
func TestAGroupIsNotForgotten(t *testing.T) {
	for kept, path := range stores {
		in(t, kept, func(t *testing.T, pushed bool) {
			s := &sky{limit: refuses(time.Minute, 10)}
			r := startIn(t, s, pushed, func(o *Options) {
				o.Store = openStore(t, store.Options{Path: path(t)})
				o.Chat = chat.New(chat.Options{Library: asLibrary(t, newLibrary(t)), Recorder: o.Store, Memory: o.Store})
			})
			var l ledger
			l.keep(r.fake)
			for n := range 4 {
				l.ask(r.fake, int64(66+n), -1001, n)
			}
			time.Sleep(5 * time.Second)
			r.fake.say(user{1087968824, "Group", "", true}, -1001, "/forgetme", map[string]any{"sender_chat": chatObject(-1001)})
			time.Sleep(5 * time.Minute)
			l.check(t, 4)
		})
	}
}

// TestAnUnreadablePollIsOvercome puts among 100 updates one that makes the answer to a
// poll too long, or no JSON: it alone is given up, and told.
func TestAnUnreadablePollIsOvercome(t *testing.T) {
	for name, spoil := range map[string]func([]byte) []byte{
		"40 MB": func(answer []byte) []byte {
			return bytes.Replace(answer, []byte("THE ONE"), bytes.Repeat([]byte("x"), 40<<20), 1)
		},
		"no JSON": func(answer []byte) []byte { return bytes.Replace(answer, []byte("THE ONE"), []byte("\x00\""), 1) },
		"cut off": func(answer []byte) []byte { before, _, _ := bytes.Cut(answer, []byte("THE ONE")); return before },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &sky{spoil: func(answer []byte) []byte {
					if !bytes.Contains(answer, []byte("THE ONE")) {
						return answer
					}
					return spoil(answer)
				}}
				r := under(t, s, nil)
				var l ledger
				l.keep(r.fake)
				for n := range 100 {
					l.ask(r.fake, int64(100+n), int64(100+n), 0)
					if n == 41 {
						r.fake.say(anna, anna.id, "THE ONE", nil)
					}
				}
				time.Sleep(time.Minute)
				l.check(t, 100)
				if n := r.fake.left(); n != 0 {
					t.Errorf("%d updates are not confirmed", n)
				}
				r.logs(t, "level=ERROR", "is given up")
			})
		})
	}
}

// TestUpdatesOutOfOrder delivers updates in any order: each is answered once, and what
// is not handled is not confirmed.
func TestUpdatesOutOfOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var polls atomic.Int64
		s := &sky{slow: func(method string, fields params) time.Duration {
			if method == "getUpdates" {
				polls.Add(1)
			}
			if chat := fields["chat_id"]; chat == "100" || chat == "115" { // of which the latter comes first
				return 5 * time.Second
			}
			return 0
		}}
		r := under(t, s, nil)
		var l ledger
		l.keep(r.fake)
		r.fake.mu.Lock()
		r.fake.hold = true
		r.fake.mu.Unlock()
		for n := range 30 {
			l.ask(r.fake, int64(100+n), int64(100+n), 0)
		}
		r.fake.mu.Lock()
		slices.Reverse(r.fake.updates)
		r.fake.hold = false
		r.fake.notify()
		r.fake.mu.Unlock()
		time.Sleep(4 * time.Second)
		if left := r.fake.left(); left != 30 {
			t.Errorf("%d updates left, want all while the first is not handled", left)
		}
		time.Sleep(time.Minute)
		l.check(t, 30)
		before := polls.Load()
		time.Sleep(10 * time.Minute)
		if n := polls.Load() - before; n > 13 {
			t.Errorf("%d polls in ten minutes of nothing", n)
		}
	})
}

// TestUpdatesThatNothingConfirms: an update without a number comes with every poll. It
// is not asked for without end, and who writes meanwhile is answered.
func TestUpdatesThatNothingConfirms(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var polls atomic.Int64
		s := &sky{slow: func(method string, _ params) time.Duration {
			if method == "getUpdates" {
				polls.Add(1)
			}
			return 0
		}}
		r := under(t, s, nil)
		r.fake.pushRaw(1<<40, `["neither", "number", "nor", "object"]`)
		time.Sleep(time.Minute)
		if n := polls.Load(); n > 40 {
			t.Errorf("%d polls in a minute", n)
		}
		var l ledger
		l.keep(r.fake)
		l.ask(r.fake, 66, 66, 0)
		time.Sleep(10 * time.Second)
		l.check(t, 1)
		r.fake.confirmAll()
	})
}

// TestFairnessOnTheClock is [TestOneChatStallsNobody] in real time, over a network, for
// figures:
//
//	PINCITE_WEATHER=1 go test ./internal/telegram -run OnTheClock -v
func TestFairnessOnTheClock(t *testing.T) {
	if os.Getenv("PINCITE_WEATHER") == "" {
		t.Skip("set PINCITE_WEATHER for a run of 40 s")
	}
	f := newFake(t)
	f.silent = true
	r := newRun(t, f, func(o *Options) { o.Workers, o.SendsPerSecond, o.Log = 0, 30, nil })
	r.now, r.sleep, r.after = time.Now, botapi.Sleep, func(d time.Duration, f func()) { time.AfterFunc(d, f) }
	r.start(t)
	var l ledger
	l.keep(f)
	f.fail(apiFault("sendMessage", 1, 429, "Too Many Requests: retry after 30", `,"parameters":{"retry_after":30}`))
	for n := range 110 {
		l.ask(f, 66, 66, n)
	}
	for n := range 300 {
		time.Sleep(100 * time.Millisecond)
		if n%2 == 0 {
			f.inquire(user{id: int64(1000 + n), name: "u", language: "en"}, "card "+strconv.Itoa(n))
		}
		l.ask(f, strangers+int64(n), strangers+int64(n), n)
	}
	f.wait(t, "the strangers' answers", func() bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		return len(l.took) >= 300
	})
	l.fair(t)
}

// TestTypingBesideAReply: what somebody types into an inline query, whose number is that
// of their private chat, has no part in the reply that is on its way there.
func TestTypingBesideAReply(t *testing.T) {
	in(t, "", func(t *testing.T, pushed bool) {
		s := &sky{slow: func(method string, _ params) time.Duration {
			if method == "sendMessage" {
				return 2 * time.Second
			}
			return 0
		}}
		r := startIn(t, s, pushed, nil)
		var l ledger
		l.keep(r.fake)
		l.ask(r.fake, 66, 66, 0)
		time.Sleep(500 * time.Millisecond)
		r.fake.inquire(user{id: 66, name: "u", language: "en"}, "1")
		time.Sleep(10 * time.Second)
		l.check(t, 1)
	})
}
