package telegram

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/reply/words"
	"pincite/internal/store"
)

func TestUndecodableUpdatesAreSkipped(t *testing.T) {
	f := newFake(t)
	r := startBot(t, f)
	f.pushRaw(2001, `{"update_id":2001,"message":"not an object"}`)
	f.pushRaw(2002, `{"update_id":2002,"message":{"message_id":"x"}}`)
	f.pushRaw(2003, `{"update_id":2003,"message":{"unheard_of":[1,2]}}`)
	f.asks(t, anna, "1")
	if got := f.texts(); len(got) != 1 || !strings.Contains(got[0], "Rule 1") {
		t.Errorf("texts %q, want rule 1 alone", got)
	}
	r.logs(t, "update skipped", "update=2001")
	r.logs(t, "update skipped", "update=2002")
}

func TestAnUpdateWithoutNumberStopsNobody(t *testing.T) {
	f := newFake(t)
	r := startBot(t, f)
	f.pushRaw(2001, `["neither", "number", "nor", "object"]`)
	f.say(anna, anna.id, "1", nil)
	f.wait(t, "the answer", func() bool { return len(f.messages) == 1 })
	r.logs(t, "update skipped", "no update_id")
	f.confirmAll() // the platform would never send one; nothing can confirm it
}

func (f *fake) confirmAll() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.updates = nil
}

func TestDuplicatesAreDropped(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.asks(t, anna, "1")
	f.mu.Lock()
	id := f.nextUpdate
	f.mu.Unlock()
	body := fmt.Sprintf(`{"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":11,"type":"private"},"from":{"id":11,"first_name":"a"},"text":"1"}}`, id)
	f.pushRaw(id, body)
	f.pushRaw(id, body)
	f.asks(t, anna, "2")
	if got := f.texts(); len(got) != 2 {
		t.Errorf("%d replies, want 2: %q", len(got), got)
	}
}

func TestNumbersMayStartAgainLower(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.asks(t, anna, "1")
	f.pushRaw(7, `{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":11,"type":"private"},"from":{"id":11,"first_name":"a"},"text":"2"}}`)
	f.mu.Lock()
	f.offset = 0
	f.mu.Unlock()
	f.settle(t)
	if got := f.texts(); len(got) != 2 || !strings.Contains(got[1], "Rule 2") {
		t.Errorf("texts %q, want rules 1 and 2", got)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.offset != 8 {
		t.Errorf("the bot asks from %d on, want 8", f.offset)
	}
}

func TestASlowChatHoldsUpNobody(t *testing.T) {
	f := newFake(t)
	r := newRun(t, f, nil)
	release := make(chan struct{})
	r.after = func(d time.Duration, again func()) {
		go func() {
			<-release
			r.skip(d)
			again()
		}()
	}
	r.start(t)
	f.introduced(t)
	f.fail(fault{method: "sendMessage", times: 1, status: 429,
		body: `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}`})
	slow := f.say(anna, anna.id, "1", nil)
	f.wait(t, "the 429", func() bool { return len(f.calls) > 0 })
	f.say(wei, wei.id, "2", nil)
	f.wait(t, "the quick chat", func() bool { return len(f.messages) == 1 })
	if len(f.inFlight()) == 0 {
		t.Errorf("message %d is confirmed and not answered", slow)
	}
	close(release)
	f.arrive(t, 2)
	if got := f.texts(); len(got) != 2 || !strings.Contains(got[1], "Rule 1") {
		t.Errorf("texts %q, want rule 2 and then rule 1", got)
	}
}

func TestARivalPollIsNamed(t *testing.T) {
	f := newFake(t)
	f.fail(fault{method: "getUpdates", times: 1, status: 409,
		body: `{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"}`})
	r := newRun(t, f, nil).start(t)
	r.logs(t, "level=ERROR", "another process polls with the same token")
	f.asks(t, anna, "1")
	if len(f.texts()) != 1 {
		t.Error("the bot did not recover from the conflict")
	}
}

func TestAForeignWebhookIsNamed(t *testing.T) {
	f := newFake(t)
	r := startBot(t, f)
	f.mu.Lock()
	f.webhook = params{"url": "https://other.example/secret-path"}
	f.notify()
	f.mu.Unlock()
	r.logs(t, "level=ERROR", "to other.example")
	if strings.Contains(r.log.String(), "secret-path") {
		t.Error("the log holds the path of the webhook, which may be a secret")
	}
	f.mu.Lock()
	f.webhook = nil
	f.mu.Unlock()
	f.asks(t, anna, "1")
}

func TestARefusedTokenEndsTheRun(t *testing.T) {
	f := newFake(t)
	f.token = "987654321:BBtestTESTtestTESTtestTESTtestTESTx"
	r := newRun(t, f, nil).start(t)
	<-r.done
	if err := r.stop(); err == nil || !strings.Contains(err.Error(), "PINCITE_TELEGRAM_TOKEN") {
		t.Errorf("error %v, want one that names the setting", err)
	}
}

// TestARefusalThatPassesEndsNothing: a slip of the platform costs a minute.
func TestARefusalThatPassesEndsNothing(t *testing.T) {
	f := newFake(t)
	f.fail(apiFault("getMe", refusals-1, 401, "Unauthorized", ""))
	r := newRun(t, f, nil)
	r.start(t)
	f.introduced(t)
	f.fail(apiFault("getUpdates", 3, 401, "Unauthorized", ""))
	f.asks(t, anna, "1")
	f.arrive(t, 1)
	r.logs(t, "level=ERROR", "the token was refused", "wait=1m0s")
}

func TestTheServerMayBeAwayAtFirst(t *testing.T) {
	f := newFake(t)
	f.fail(fault{method: "getMe", times: 3, reset: true})
	f.fail(fault{method: "getMe", times: 2, status: 502, body: "<html>Bad Gateway</html>"})
	newRun(t, f, nil).start(t)
	f.asks(t, anna, "1")
	if len(f.texts()) != 1 {
		t.Error("not answered")
	}
}

func TestStoppingDrainsAndConfirms(t *testing.T) {
	f := newFake(t)
	r := newRun(t, f, func(o *Options) { o.Workers = 2 })
	started, release := make(chan struct{}, 100), make(chan struct{})
	f.onSend = func(int64, string) { started <- struct{}{}; <-release }
	for i := range 20 {
		f.say(anna, int64(100+i), "1", nil)
	}
	r.start(t)
	<-started
	stopped := make(chan error)
	go func() { stopped <- r.stop() }()
	close(release)
	if err := <-stopped; err != nil {
		t.Fatal(err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if answered := len(f.messages); answered == 0 || answered+len(f.updates) != 20 {
		t.Errorf("%d answered, %d left for the next process, of 20", answered, len(f.updates))
	}
}

func TestWhatDrainingCutsOffComesAgain(t *testing.T) {
	f := newFake(t)
	r := newRun(t, f, func(o *Options) { o.DrainTimeout = time.Millisecond; o.Workers = 1 })
	f.fail(fault{method: "sendMessage", times: -1, hang: true})
	r.start(t)
	f.introduced(t)
	f.say(anna, anna.id, "1", nil)
	f.say(anna, anna.id, "2", nil)
	f.wait(t, "the first send", func() bool { return len(f.calls) > 0 })
	if err := r.stop(); err != nil {
		t.Fatal(err)
	}
	f.mu.Lock()
	f.faults = nil
	f.mu.Unlock()
	if n := len(f.inFlight()); n != 2 {
		t.Fatalf("%d updates left, want both", n)
	}
	newRun(t, f, nil).start(t)
	f.settle(t)
	if got := f.texts(); len(got) != 2 || !strings.Contains(got[0], "Rule 1") {
		t.Errorf("texts %q, want rules 1 and 2 in order", got)
	}
}

// TestAPanicCostsOneUpdate: what the program panics over gets a line, and comes no more; it
// is counted and logged, but for the person's words.
func TestAPanicCostsOneUpdate(t *testing.T) {
	f := newFake(t)
	counted := metrics.New()
	r := newRun(t, f, func(o *Options) { o.Metrics = counted }).start(t)
	f.asks(t, anna, "boom goes the whistle")
	f.asks(t, anna, "1")
	if got := f.texts(); len(got) != 2 || got[0] != words.In("en").CannotAnswer || !strings.Contains(got[1], "Rule 1") {
		t.Errorf("texts %q, want a line and an answer", got)
	}
	r.logs(t, "a message panicked", "(*rulesLibrary).Answer", "stack=")
	if s := r.log.String(); strings.Contains(s, "whistle") || strings.Contains(s, "burns") {
		t.Errorf("the log has what was asked:\n%s", s)
	}
	if s := scrapeText(counted); !strings.Contains(s, "pincite_panics_recovered_total 1\n") || len(f.inFlight()) != 0 {
		t.Errorf("%d updates left, metrics\n%s", len(f.inFlight()), s)
	}
}

// TestAPanicOfTheCarrierCostsOneUpdate: a panic outside the chat leaves an update without an
// answer, and no more.
func TestAPanicOfTheCarrierCostsOneUpdate(t *testing.T) {
	f := newFake(t)
	r := newRun(t, f, func(o *Options) { o.Thinks = true })
	after, burns := r.after, true
	r.after = func(d time.Duration, f func()) {
		if d == 700*time.Millisecond && burns { // when somebody is to be told that an answer is on its way
			burns = false
			panic("the carrier burns")
		}
		after(d, f)
	}
	r.start(t)
	f.asks(t, anna, "2")
	f.asks(t, anna, "1")
	if got := f.texts(); len(got) != 1 || !strings.Contains(got[0], "Rule 1") {
		t.Errorf("texts %q, want the second answer", got)
	}
	r.logs(t, "panic while handling an update", "stack=")
}

func TestNewRefusesWhatCannotWork(t *testing.T) {
	chat, state := newTestChat(t), openStore(t, store.Options{})
	for name, o := range map[string]Options{
		"no store":             {Token: testToken, Chat: chat},
		"no chat":              {Token: testToken, Store: state},
		"no token":             {Store: state, Chat: chat},
		"half a token":         {Store: state, Chat: chat, Token: "987654321"},
		"token with a space":   {Store: state, Chat: chat, Token: "123456789:AA testTESTtestTESTtestTESTtestTESTx"},
		"token with a path":    {Store: state, Chat: chat, Token: "123456789:../../testTESTtestTESTtestTESTtest"},
		"address without host": {Store: state, Chat: chat, Token: testToken, APIURL: "localhost:8081"},
		"address of a file":    {Store: state, Chat: chat, Token: testToken, APIURL: "file:///etc/passwd"},
		"plain webhook":        {Store: state, Chat: chat, Token: testToken, Webhook: WebhookOptions{URL: "http://bot.example/x"}},
		"secret with a space":  {Store: state, Chat: chat, Token: testToken, Webhook: WebhookOptions{URL: "https://bot.example/x", Secret: "a b"}},
		"certificate, no key":  {Store: state, Chat: chat, Token: testToken, Webhook: WebhookOptions{URL: "https://bot.example/x", TLSCert: "c"}},
	} {
		b, err := New(o)
		if err == nil {
			t.Errorf("%s: %v accepted", name, b)
			continue
		}
		if o.Token != "" && strings.Contains(err.Error(), o.Token) {
			t.Errorf("%s: the error holds the token", name)
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than one line: %v", name, err)
		}
	}
	if _, err := New(Options{Store: state, Chat: chat, Token: " " + testToken + "\n"}); err != nil {
		t.Errorf("white space around the token: %v", err)
	}
}
