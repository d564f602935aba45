package telegram

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"pincite/internal/metrics"
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
	var text, json buffer
	m := metrics.New()
	for _, handler := range []slog.Handler{
		slog.NewTextHandler(&text, &slog.HandlerOptions{Level: slog.LevelDebug, AddSource: true}),
		slog.NewJSONHandler(&json, &slog.HandlerOptions{Level: slog.LevelDebug}),
	} {
		for method := range botMethods {
			f := newFake(t)
			f.mu.Lock()
			for _, x := range everyFailure {
				if method == "getUpdates" && x.hang || method == "setWebhook" && strings.HasPrefix(x.body, `{"ok":true,`) {
					continue // takes a whole long poll; is a success, since the result is not read
				}
				x.method, x.times = method, 1
				f.faults = append(f.faults, &x)
			}
			if method == "getWebhookInfo" { // asked only to explain a conflict
				f.faults = append(f.faults, &fault{method: "getUpdates", times: len(everyFailure), status: 409,
					body: `{"ok":false,"error_code":409,"description":"Conflict: webhook is active"}`})
			}
			f.mu.Unlock()
			r := newRun(t, f, func(o *Options) { o.Log, o.Metrics = slog.New(handler), m })
			r.client.timeout = 20 * time.Millisecond
			if method == "setWebhook" {
				r.opt.Webhook.URL = "https://bot.example/hook"
			}
			provoke(t, r)
			for _, v := range []any{r.Bot, *r.client.http} {
				if s := fmt.Sprintf("%v", v); leaks(s) {
					t.Errorf("printing a %T prints the token", v)
				}
			}
			f.mu.Lock()
			f.violations = nil // faults make calls be missing, which is not the point here
			f.mu.Unlock()
		}
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
		f.press(anna, messageKey{chat, 1}, "t"+newLibrary(t).doc.Digest()[:8]+"0:")
		f.inquire(anna, "1")
	}
	f.pushRaw(f.nextUpdate+1, `{"update_id":`+fmt.Sprint(f.nextUpdate+1)+`,"message":"`+testToken+`"}`)
	r.start(t)
	for {
		f.mu.Lock()
		changed := f.changed
		quiet := len(f.updates) == 0 && f.waiting
		spent := f.spent()
		f.mu.Unlock()
		if quiet && !spent { // methods that are called once in a run
			r.introduce(t.Context())
			_ = (&poller{bot: r.Bot}).clearWebhook(t.Context())
			continue
		}
		if quiet {
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

// TestNoServerAtAll: the errors of the network itself hold the address, and so
// the token, unless they are rebuilt.
func TestNoServerAtAll(t *testing.T) {
	gone := httptest.NewServer(nil)
	gone.Close()
	for name, address := range map[string]string{
		"refused": gone.URL, "no host": "http://no-such-host.invalid", "no TLS": strings.Replace(gone.URL, "http:", "https:", 1),
	} {
		c, err := newClient(testToken, address, 1)
		if err != nil {
			t.Fatal(err)
		}
		err = c.call(t.Context(), "getMe", nil, nil)
		if err == nil || leaks(fmt.Sprintf("%v %+v %#v", err, err, err)) {
			t.Errorf("%s: error %#v", name, err)
		}
		var u *url.Error
		if errors.As(err, &u) {
			t.Errorf("%s: the address is still within reach: %v", name, u)
		}
	}
}

// TestTheProcessKeepsTheTokenSecret looks at all that a real process prints,
// through whichever library.
func TestTheProcessKeepsTheTokenSecret(t *testing.T) {
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
	p := startProcess(t, f.server.URL, testToken)
	f.settle(t)
	if err := p.terminate(); err != nil {
		t.Errorf("ended with %v", err)
	}
	if s := p.output.String(); leaks(s) || !strings.Contains(s, "panic while handling") || !strings.Contains(s, "pincite_panics_recovered_total 1") {
		t.Errorf("the process printed\n%s", s)
	}
	for _, bad := range []string{testToken + " x", "x" + testToken, testToken[:len(testToken)-1] + "\n\n/"} {
		p := startProcess(t, f.server.URL, bad)
		if err := p.cmd.Wait(); err == nil || leaks(p.output.String()) || strings.Contains(p.output.String(), bad) {
			t.Errorf("with a bad token: %v\n%s", err, p.output)
		}
	}
}

func TestRedact(t *testing.T) {
	type inner struct{ Address string }
	type outer struct{ In *inner }
	var out bytes.Buffer
	for _, handler := range []slog.Handler{
		slog.NewJSONHandler(&out, nil), slog.NewTextHandler(&out, nil),
	} {
		log := slog.New(Redact(handler, testToken, "another secret"))
		secret := "https://api.telegram.org/bot" + testToken + "/getMe"
		log.Info(secret, "plain", secret, "error", errors.New(secret), "wrapped", fmt.Errorf("x: %w", &url.Error{Op: "Post", URL: secret, Err: errors.New("y")}))
		log.Info("m", "struct", inner{secret}, "pointer", outer{&inner{secret}}, "slice", []string{secret}, "map", map[string]any{secret: secret})
		log.Info("m", "bytes", []byte(secret), "escaped", url.QueryEscape(secret), "half", testToken[10:], "url", &url.URL{Scheme: "https", Host: "x", Path: "/bot" + testToken})
		log.Info("m", slog.Group("group", "x", secret, slog.Group(secret, "y", secret)), "valuer", valuer{secret}, secret, 1)
		log.With("with", secret).WithGroup("g").With(slog.Any("e", errors.New(secret))).Info("m", "k", "another secret")
	}
	if leaks(out.String()) || strings.Contains(out.String(), "another secret") {
		t.Errorf("not redacted:\n%s", linesThat(out.String(), leaks))
	}
	out.Reset()
	log := slog.New(Redact(slog.NewTextHandler(&out, nil), testToken, "", "a", " "))
	log.Info("nothing to hide", "n", 7, "d", time.Second, "v", inner{"a place"})
	if want := `msg="nothing to hide" n=7 d=1s v="{Address:a place}"`; !strings.Contains(out.String(), want) {
		t.Errorf("%s, want %s", out.String(), want)
	}
}

type valuer struct{ s string }

func (v valuer) LogValue() slog.Value { return slog.StringValue(v.s) }
