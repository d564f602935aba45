package telegram

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/telegram/botapi"
)

// A sky is the way between a bot and the fake, without a network, so that a test
// in a bubble of package synctest sees hours of bad weather in no time. It
// refuses what the platform would refuse.
type sky struct {
	fake  *fake
	slow  func(method string, fields params) time.Duration // on its way; nil for no time
	down  func(now time.Time) bool                         // no connection then; nil for never
	limit func(chat int64, now time.Time) (retryAfter int) // of what writes to a chat; nil for none

	mu   sync.Mutex
	sent map[int64][]time.Time // what writes to a chat and was let through
}

// RoundTrip carries a call to the fake and back.
func (s *sky) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	served := r.Clone(r.Context())
	served.Body = io.NopCloser(bytes.NewReader(body))
	method := r.URL.Path[strings.LastIndexByte(r.URL.Path, '/')+1:]
	if err := r.ParseForm(); err != nil {
		return nil, err
	}
	fields := params{}
	for name := range r.PostForm {
		fields[name] = r.PostForm.Get(name)
	}
	if s.slow != nil {
		if err := botapi.Sleep(r.Context(), s.slow(method, fields)); err != nil {
			return nil, err
		}
	}
	if s.down != nil && s.down(time.Now()) {
		return nil, errors.New("connection refused")
	}
	w := newResponse()
	if chat, err := strconv.ParseInt(fields["chat_id"], 10, 64); err == nil {
		if s.limit != nil {
			if wait := s.limit(chat, time.Now()); wait > 0 {
				respond(w, apiAnswer{Code: 429, Description: "Too Many Requests: retry after " + strconv.Itoa(wait), Parameters: map[string]any{"retry_after": wait}})
				return w.response(r), nil
			}
		}
		s.note(chat)
	}
	s.fake.serve(w, served)
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	return w.response(r), nil
}

// note notes that something was written to a chat.
func (s *sky) note(chat int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sent == nil {
		s.sent = map[int64][]time.Time{}
	}
	s.sent[chat] = append(s.sent[chat], time.Now())
}

// A response is an http.ResponseWriter that keeps all.
type response struct {
	bytes.Buffer
	status int
	header http.Header
}

func newResponse() *response               { return &response{status: http.StatusOK, header: http.Header{}} }
func (w *response) Header() http.Header    { return w.header }
func (w *response) WriteHeader(status int) { w.status = status }
func (w *response) response(r *http.Request) *http.Response {
	return &http.Response{StatusCode: w.status, Header: w.header, Body: io.NopCloser(&w.Buffer), Request: r}
}

// under starts a bot of production's settings below a sky.
func under(t *testing.T, s *sky, change func(*Options)) *run {
	t.Helper()
	s.fake = newFakeWithin(t)
	s.fake.silent = true
	r := &run{fake: s.fake, log: new(buffer), done: make(chan struct{})}
	o := testOptions(t, s.fake, r.log)
	o.Workers, o.SendsPerSecond, o.Metrics = 0, 30, metrics.New()
	if change != nil {
		change(&o)
	}
	var err error
	if r.Bot, err = New(o); err != nil {
		t.Fatal(err)
	}
	if r.client, err = botapi.New(botapi.Options{Token: testToken, Address: s.fake.address(), Transport: s}); err != nil {
		t.Fatal(err)
	}
	return r.start(t)
}

// A ledger notes when each question was put and when it was answered.
type ledger struct {
	mu    sync.Mutex
	asked map[string]time.Time
	took  map[string]time.Duration
	order map[int64][]int
	again int // answers to what was answered, or never asked
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
	f.say(user{id: person, name: "u", language: "en"}, chat, fmt.Sprintf("echo number %d of many", n), more)
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

// TestOneChatStallsNobody has one person send 110 messages, to whom the platform
// then takes nothing for 30 s, while strangers ask.
func TestOneChatStallsNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
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
		r := under(t, s, nil)
		var l ledger
		l.keep(r.fake)
		for n := range 110 {
			l.ask(r.fake, 66, 66, n)
		}
		for n := range 300 {
			time.Sleep(100 * time.Millisecond)
			l.ask(r.fake, strangers+int64(n), strangers+int64(n), n)
		}
		time.Sleep(5 * time.Minute)
		l.check(t, 410)
		if took := l.p99(); took > fairness {
			t.Errorf("p99 of strangers %s, want at most %s", took, fairness)
		} else {
			t.Logf("p99 of strangers %s", took)
		}
	})
}

// TestSlowInlineQueriesStallNobody has one person, and then many, type inline
// queries whose answers are slow on their way.
func TestSlowInlineQueriesStallNobody(t *testing.T) {
	for name, people := range map[string]int{"one person": 1, "220 people": 220} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &sky{slow: func(method string, _ params) time.Duration {
					if method == "answerInlineQuery" {
						return 830 * time.Millisecond
					}
					return 20 * time.Millisecond
				}}
				r := under(t, s, nil)
				var l ledger
				l.keep(r.fake)
				for n := range 220 {
					r.fake.inquire(user{id: int64(66 + n%people), name: "u", language: "en"}, "card "+strconv.Itoa(n))
				}
				for n := range 300 {
					time.Sleep(100 * time.Millisecond)
					l.ask(r.fake, strangers+int64(n), strangers+int64(n), n)
				}
				time.Sleep(5 * time.Minute)
				l.check(t, 300)
				if took := l.p99(); took > fairness {
					t.Errorf("p99 of strangers %s, want at most %s", took, fairness)
				} else {
					t.Logf("p99 of strangers %s", took)
				}
			})
		})
	}
}

// TestOutages takes the Bot API away for a while, from polling and from sending.
func TestOutages(t *testing.T) {
	for _, length := range []time.Duration{10 * time.Second, 40 * time.Second, 10 * time.Minute} {
		t.Run(length.String(), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now().Add(20 * time.Second)
				s := &sky{down: func(now time.Time) bool { return now.After(start) && now.Before(start.Add(length)) }}
				r := under(t, s, nil)
				var l ledger
				l.keep(r.fake)
				for n := range 200 {
					time.Sleep(length/200 + 100*time.Millisecond)
					chat := strangers + int64(n%20)
					l.ask(r.fake, chat, chat, n/20)
				}
				time.Sleep(length + time.Minute)
				l.check(t, 200)
			})
		})
	}
}
