package telegram

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
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
	spoil func(answer []byte) []byte                       // what comes of an answer; nil for no harm

	mu   sync.Mutex
	sent map[int64][]time.Time // what writes to a chat and was let through
}

// refuses limits all chats for so long, with so many seconds to wait each time.
func refuses(length time.Duration, retryAfter int) func(int64, time.Time) int {
	start := time.Now()
	return func(_ int64, now time.Time) int {
		if now.Sub(start) < length {
			return retryAfter
		}
		return 0
	}
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
				answerWith(w, apiAnswer{Code: 429, Description: "Too Many Requests: retry after " + strconv.Itoa(wait), Parameters: map[string]any{"retry_after": wait}})
				return w.response(r), nil
			}
		}
		s.note(chat)
	}
	s.fake.serve(w, served)
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if s.spoil != nil {
		w.Buffer = *bytes.NewBuffer(s.spoil(w.Bytes()))
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

// to returns when something was written to a chat.
func (s *sky) to(chat int64) []time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.sent[chat])
}

// all returns when something was written to any chat, in order.
func (s *sky) all() []time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []time.Time
	for _, sent := range s.sent {
		out = append(out, sent...)
	}
	slices.SortFunc(out, time.Time.Compare)
	return out
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
	return r.begin(t, s, change)
}

// begin starts a bot of a run below a sky.
func (r *run) begin(t *testing.T, s *sky, change func(*Options)) *run {
	t.Helper()
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

// weathers are the ways in which updates come.
var weathers = map[string]bool{"polled": false, "pushed": true}

// in runs a test for updates that are polled and for updates that are pushed.
func in(t *testing.T, name string, test func(t *testing.T, pushed bool)) {
	for how, pushed := range weathers {
		t.Run(strings.TrimSpace(name+" "+how), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { test(t, pushed) })
		})
	}
}

// startIn starts a bot below a sky, to which updates are pushed or which polls.
func startIn(t *testing.T, s *sky, pushed bool, change func(*Options)) *run {
	r := under(t, s, func(o *Options) {
		if change != nil {
			change(o)
		}
		if pushed {
			o.Webhook = WebhookOptions{URL: "https://bot.example/hook", Secret: webhookSecret}
		}
	})
	if pushed {
		p := &platform{to: r.Handler(), fake: r.fake}
		ctx, cancel := context.WithCancel(t.Context())
		var wait sync.WaitGroup
		wait.Go(func() { p.push(ctx) })
		t.Cleanup(func() { cancel(); wait.Wait() })
	}
	return r
}

// A platform pushes updates as Telegram does: over forty connections, those of a chat
// in order, and what is not taken again.
type platform struct {
	to   http.Handler
	fake *fake
}

func (p *platform) push(ctx context.Context) {
	connections := make(chan struct{}, 40)
	queues := map[int64][]rawUpdate{}
	freed := make(chan int64)
	busy := map[int64]bool{}
	deliver := func(chat int64, u rawUpdate) {
		defer func() {
			select {
			case freed <- chat:
			case <-ctx.Done():
			}
		}()
		for wait := time.Second; ctx.Err() == nil; wait = min(2*wait, time.Minute) {
			connections <- struct{}{}
			taken := p.once(ctx, u)
			<-connections
			if taken {
				return
			}
			_ = botapi.Sleep(ctx, wait) // ended: the loop sees it
		}
	}
	for ctx.Err() == nil {
		p.fake.mu.Lock()
		changed := p.fake.changed
		for _, u := range p.fake.updates {
			d, err := botapi.Decode([]byte(u.body))
			if err != nil {
				panic(err)
			}
			queues[d.Mailbox()] = append(queues[d.Mailbox()], u)
		}
		p.fake.updates = nil
		p.fake.mu.Unlock()
		for chat, queue := range queues {
			if !busy[chat] && len(queue) > 0 {
				busy[chat], queues[chat] = true, queue[1:]
				go deliver(chat, queue[0])
			}
		}
		select {
		case chat := <-freed:
			busy[chat] = false
		case <-changed:
		case <-ctx.Done():
		}
	}
}

func (p *platform) once(ctx context.Context, u rawUpdate) bool {
	w := newResponse()
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/hook", strings.NewReader(u.body))
	r.Header.Set(botapi.SecretHeader, webhookSecret)
	p.to.ServeHTTP(w, r)
	return w.status == http.StatusOK
}
