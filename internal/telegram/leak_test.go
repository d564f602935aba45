package telegram

import (
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"pincite/internal/metrics"
	"pincite/internal/telegram/botapi"
)

func scrapeText(m *metrics.Metrics) string {
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return w.Body.String()
}

// leaks reports whether s holds the token or the half of it that is secret.
func leaks(s string) bool {
	_, secret, _ := strings.Cut(testToken, ":")
	return strings.Contains(s, secret)
}

// everyFailure makes each kind of failure happen, with bodies that hold the
// token wherever the far side might repeat it.
var everyFailure = []fault{
	{status: 409, body: `{"ok":false,"error_code":409,"description":"Conflict: %s webhook"}`},
	{status: 429, body: `{"ok":false,"error_code":429,"description":"Too Many Requests: %s","parameters":{"retry_after":1}}`},
	{status: 500, body: `{"ok":false,"error_code":500,"description":"%s"}`},
	{status: 502, body: `<html>/bot%s/sendMessage</html>`},
	{status: 301, body: `/bot%s/`},
	{status: 200, body: `{"ok":true,"result":"%s"}`},
	{status: 200, body: `{"ok":true,"result":{"%s":`},
	{status: 200, body: `%s`},
	{reset: true},
	{hang: true},
	{status: 400, body: `{"ok":false,"error_code":400,"description":"Bad Request: /bot%s/x"}`},
	{status: 403, body: `{"ok":false,"error_code":403,"description":"Forbidden: %s"}`},
	{status: 401, body: `{"ok":false,"error_code":401,"description":"Unauthorized: %s"}`}, // the last: it ends the run
}

// TestTheTokenStaysSecret runs a bot through every failure of every method and
// searches all that it put out.
func TestTheTokenStaysSecret(t *testing.T) {
	t.Parallel()
	var text, json buffer
	m := metrics.New()
	handler := slog.NewMultiHandler(
		slog.NewTextHandler(&text, &slog.HandlerOptions{Level: slog.LevelDebug, AddSource: true}),
		slog.NewJSONHandler(&json, &slog.HandlerOptions{Level: slog.LevelDebug}),
	)
	methods := append(slices.Collect(maps.Keys(botMethods)), "download")
	for _, method := range methods {
		f := newFake(t)
		f.mu.Lock()
		for _, x := range everyFailure {
			if method == "getUpdates" && x.hang || (method == "setWebhook" || method == "download") && x.status == http.StatusOK {
				continue // takes a whole long poll; is a success, since the result is not read
			}
			x.method, x.times = method, 1
			if x.status == http.StatusUnauthorized {
				x.times = refusals
			}
			f.faults = append(f.faults, &x)
		}
		if method == "getWebhookInfo" { // asked only to explain a conflict
			f.faults = append(f.faults, &fault{method: "getUpdates", times: len(everyFailure) + refusals, status: 409,
				body: `{"ok":false,"error_code":409,"description":"Conflict: webhook is active"}`})
		}
		f.mu.Unlock()
		f.files = map[string]string{"a": "sound"}
		r := newRun(t, f, func(o *Options) { o.Log, o.Metrics = slog.New(handler), m })
		r.hurry(t, 20*time.Millisecond)
		if method == "setWebhook" {
			r.opt.Webhook.URL = "https://bot.example/hook"
		}
		provoke(t, r)
		if s := fmt.Sprintf("%v", r.Bot); leaks(s) {
			t.Errorf("printing a %T prints the token", r.Bot)
		}
		f.mu.Lock()
		f.violations = nil // faults make calls be missing, which is not the point here
		f.mu.Unlock()
	}
	for name, s := range map[string]string{"text log": text.String(), "JSON log": json.String(), "metrics": scrapeText(m)} {
		if leaks(s) {
			t.Errorf("the token is in the %s:\n%s", name, linesThat(s, leaks))
		}
		if len(s) < 1000 {
			t.Errorf("the %s holds next to nothing: the failures did not happen", name)
		}
	}
}

// TestNoLogNamesAPerson: whatever goes wrong with what a person asks, no log tells who
// it was, or what was asked.
func TestNoLogNamesAPerson(t *testing.T) {
	const id = 987_654_321_987
	for _, x := range append(everyFailure[:len(everyFailure)-1:len(everyFailure)-1], fault{status: 400, body: `{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}`}) {
		if x.hang {
			continue
		}
		f := newFake(t)
		r := startBot(t, f)
		for _, method := range []string{"sendMessage", "answerCallbackQuery"} {
			x.method, x.times = method, 3
			f.fail(x)
		}
		f.say(user{id: id, name: "u", language: "en"}, id, "echo secret words", nil)
		f.say(user{id: id, name: "u", language: "en"}, id, "boom", nil)
		f.press(user{id: id, name: "u"}, messageKey{id, 1}, "zzz")
		f.settle(t)
		if err := r.stop(); err != nil {
			t.Fatal(err)
		}
		if s := r.log.String(); strings.Contains(s, "987654321987") || strings.Contains(s, "secret words") {
			t.Errorf("status %d: the log names a person or a question:\n%s", x.status, s)
		}
		f.mu.Lock()
		f.violations = nil
		f.mu.Unlock()
	}
}

// provoke gives the bot something of every kind to do, and checks the error
// that ends it, if one does.
func provoke(t *testing.T, r *run) {
	t.Helper()
	f := r.fake
	for i := range len(everyFailure) + 3 {
		chat := int64(i + 100) // one that has not blocked the bot
		f.say(anna, chat, "1", nil)
		f.say(anna, chat, "boom", nil) // its panic holds the token, too
		f.press(anna, messageKey{chat, 1}, "zzz")
		f.press(anna, messageKey{chat, 1}, r.signer.Sign(chat, "t"+newLibrary(t).doc.Digest()[:8]+"0:"))
		f.inquire(user{id: chat, name: "u", language: "en"}, "1")
	}
	f.pushRaw(f.nextUpdate+1, `{"update_id":`+fmt.Sprint(f.nextUpdate+1)+`,"message":"`+testToken+`"}`)
	r.start(t)
	for {
		f.mu.Lock()
		changed := f.changed
		quiet := len(f.updates) == 0 && f.waiting
		spent := f.spent()
		// Where a refusal came later than the client waits for it, the one after the last is
		// taken, and nothing is polled.
		registered := f.webhook["url"] != ""
		f.mu.Unlock()
		if quiet && !spent { // methods that are called once in a run
			r.DocumentsChanged()
			(&poller{bot: r.Bot}).clearWebhook(t.Context())
			var f botapi.File
			err := r.client.Do(t.Context(), botapi.GetFile("a"), &f)
			if err == nil {
				_, err = r.client.Download(t.Context(), f, 1<<20)
			}
			if err != nil && leaks(err.Error()) {
				t.Errorf("the error of a download holds the token: %v", err)
			}
			if err := r.client.Do(t.Context(), botapi.Typing(botapi.Place{Chat: anna.id}), nil); err != nil && leaks(err.Error()) {
				t.Errorf("the error of a call holds the token: %v", err)
			}
			continue
		}
		if quiet || registered && spent {
			break
		}
		select {
		case <-r.done:
		case <-changed:
			continue
		}
		break
	}
	if err := r.stop(); err != nil && leaks(err.Error()+fmt.Sprintf("%+v %#v", err, err)) {
		t.Errorf("the error of Run holds the token: %v", err)
	}
}

// spent reports whether every fault has happened. f.mu is held.
func (f *fake) spent() bool {
	for _, x := range f.faults {
		if x.times != 0 {
			return false
		}
	}
	return true
}

func linesThat(s string, holds func(string) bool) string {
	var out []string
	for line := range strings.Lines(s) {
		if holds(line) {
			out = append(out, line)
		}
	}
	return strings.Join(out[:min(len(out), 5)], "")
}

// TestTheProcessKeepsTheTokenSecret looks at all that a real process prints,
// through whichever library.
func TestTheProcessKeepsTheTokenSecret(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	for _, x := range everyFailure {
		x.method, x.times = "sendMessage", 1
		if x.status != 429 { // whose second would be waited out
			f.fail(x)
		}
	}
	f.say(anna, anna.id, "1", nil)
	f.say(anna, 12, "boom", nil)
	f.say(anna, 13, "2", nil)
	p := startProcess(t, f.address(), testToken)
	f.settle(t)
	if err := p.terminate(); err != nil {
		t.Errorf("ended with %v\n%s", err, p.output)
	}
	if s := p.output.String(); leaks(s) || !strings.Contains(s, "a message panicked") || !strings.Contains(s, "pincite_panics_recovered_total 1") {
		t.Errorf("the process printed\n%s", s)
	}
	for _, bad := range []string{testToken + " x", "x" + testToken, testToken[:len(testToken)-1] + "\n\n/"} {
		p := startProcess(t, f.address(), bad)
		if err := p.cmd.Wait(); err == nil || leaks(p.output.String()) || strings.Contains(p.output.String(), bad) {
			t.Errorf("with a bad token: %v\n%s", err, p.output)
		}
	}
}
