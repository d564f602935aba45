package model

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const key = "sk-verysecretkey"

// good is the body of a chat completion with a reply of its own.
func good(text string) string {
	content, _ := json.Marshal(text) // a string: it cannot fail
	return fmt.Sprintf(`{"choices":[{"message":{"content":%s},"finish_reason":"stop"}],"usage":{"prompt_tokens":12,"completion_tokens":3}}`, content)
}

// fake is a server that goes through its handlers, one for each call, and repeats
// the last; and a client that calls it and notes its waits instead of waiting.
func fake(t *testing.T, handlers ...http.HandlerFunc) (*Client, *[]time.Duration) {
	t.Helper()
	calls := make(chan int, 1)
	calls <- 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := <-calls
		calls <- n + 1
		handlers[min(n, len(handlers)-1)](w, r)
	}))
	t.Cleanup(s.Close)
	c, err := New(Options{URL: s.URL, Name: "m", Key: key, Headers: http.Header{"X-Team": {"teamsecret"}}, Tries: 3})
	if err != nil {
		t.Fatal(err)
	}
	var waits []time.Duration
	c.o.Wait = func(ctx context.Context, d time.Duration) error {
		waits = append(waits, d)
		return ctx.Err()
	}
	return c, &waits
}

func says(code int, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		io.WriteString(w, body)
	}
}

func TestNewRefuses(t *testing.T) {
	for _, o := range []Options{
		{},
		{URL: "localhost:8080", Name: "m"},
		{URL: "ftp://host", Name: "m"},
		{URL: "http://", Name: "m"},
		{URL: "http://host\x7f", Name: "m"},
		{URL: "http://host", Name: ""},
		{URL: "http://host", Name: "m", Key: "two words"},
		{URL: "http://host", Name: "m", Key: "line\n"},
	} {
		if _, err := New(o); err == nil || o.Key != "" && strings.Contains(err.Error(), o.Key) {
			t.Errorf("New(%+v): %v", o, err)
		}
	}
}

// TestFaults: what a broken server or model says is an error in one line, without
// the key; those of a single reply are told from those of the server.
func TestFaults(t *testing.T) {
	echo := func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprintf(w, `{"error":"bad key %s of %s"}`, r.Header.Get("Authorization"), r.Header.Get("X-Team"))
	}
	tests := []struct {
		name    string
		handler http.HandlerFunc
		want    string
		reply   bool // concerns one reply
		waits   int
	}{
		{"key in the error", echo, "401 Unauthorized (the key is missing or wrong): {\"error\":\"bad key Bearer [hidden] of [hidden]\"}", false, 0},
		{"no such model", says(404, "model not found"), "404 Not Found", false, 0},
		{"busy for ever", says(429, "slow down"), "429 Too Many Requests: slow down", false, 2},
		{"broken for ever", says(500, "<html>oops"), "500 Internal Server Error: an HTML page", false, 2},
		{"moved", says(302, "", "Location", "http://elsewhere.invalid/"), "302 Found", false, 0},
		{"an HTML page", says(200, "<html>Log in</html>"), "is the address right?", false, 0},
		{"half a response", says(200, `{"choices":[{"mess`), "is the address right?", false, 0},
		{"too long", says(200, strings.Repeat("x", maxReplyBytes+1)), "longer than 8 MB", false, 0},
		{"no choices", says(200, `{"choices":[]}`), "holds none", true, 0},
		{"empty", says(200, good(" ")), "empty", true, 0},
		{"null", says(200, `{"choices":[{"message":{"content":null}}]}`), "empty", true, 0},
		{"refusal", says(200, `{"choices":[{"message":{"content":null,"refusal":"no"}}]}`), "refused", true, 0},
		{"cut off", says(200, `{"choices":[{"message":{"content":"{"},"finish_reason":"length"}]}`), "cut off", true, 0},
		{"rejected in every manner", says(400, "context too long"), "400 Bad Request: context too long", true, 0},
		{"connection torn", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "call 127.0.0.1", false, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, waits := fake(t, tt.handler)
			_, err := c.Complete(t.Context(), Request{User: "u", Schema: json.RawMessage(`{}`)})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v, want %q", err, tt.want)
			}
			for _, secret := range []string{key, "teamsecret", "\n"} {
				if strings.Contains(err.Error(), secret) {
					t.Errorf("the error holds %q: %v", secret, err)
				}
			}
			if errors.Is(err, ErrReply) != tt.reply || len(*waits) != tt.waits {
				t.Errorf("ErrReply %v, want %v; waits %v, want %d", !tt.reply, tt.reply, *waits, tt.waits)
			}
		})
	}
}

func TestRetries(t *testing.T) {
	late := time.Date(2026, 1, 2, 3, 4, 25, 0, time.UTC).Format(http.TimeFormat)
	c, waits := fake(t, says(429, "", "Retry-After", "7"), says(503, "", "Retry-After", late), says(200, good("hello")))
	c.now = func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }
	got, err := c.Complete(t.Context(), Request{User: "u"})
	if err != nil || got.Text != "hello" || got.Usage != (Usage{12, 3}) {
		t.Fatalf("got %+v, %v", got, err)
	}
	if fmt.Sprint(*waits) != "[7s 20s]" {
		t.Errorf("waited %v", *waits)
	}
}

func TestWaitIsBounded(t *testing.T) {
	c, waits := fake(t, says(429, "", "Retry-After", "86400"), says(200, good("hello")))
	if _, err := c.Complete(t.Context(), Request{}); err != nil || fmt.Sprint(*waits) != "[1m0s]" {
		t.Errorf("waited %v, %v", *waits, err)
	}
}

func TestCancelEndsTheWait(t *testing.T) {
	c, _ := fake(t, says(500, "broken"))
	ctx, cancel := context.WithCancel(t.Context())
	c.o.Tries = 1 << 20
	c.o.Wait = func(ctx context.Context, d time.Duration) error {
		cancel()
		return sleep(ctx, d)
	}
	if _, err := c.Complete(ctx, Request{}); err == nil {
		t.Error("no error")
	}
}

// TestSlowServer: the limit of time holds while the body is on its way, too.
func TestSlowServer(t *testing.T) {
	c, waits := fake(t, func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "{")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	c.o.Timeout = 20 * time.Millisecond
	_, err := c.Complete(t.Context(), Request{})
	if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, ErrReply) || len(*waits) > 0 {
		t.Errorf("got %v after %d waits", err, len(*waits))
	}
}

// TestManners: a server that does not know a field is asked without it, and from then
// on never with it.
func TestManners(t *testing.T) {
	var asked []string
	handler := func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			Format struct {
				Type   string `json:"type"`
				Schema struct {
					Schema json.RawMessage `json:"schema"`
				} `json:"json_schema"`
			} `json:"response_format"`
			Temperature *float64 `json:"temperature"`
			Model       string   `json:"model"`
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil || body.Model != "m" {
			t.Errorf("%v, model %q", err, body.Model)
		}
		asked = append(asked, fmt.Sprintf("%s:%s:%v", body.Format.Type, body.Format.Schema.Schema, body.Temperature != nil))
		if body.Format.Type != "" {
			says(400, "response_format is unknown")(w, r)
			return
		}
		says(200, good("{}"))(w, r)
	}
	c, _ := fake(t, handler)
	for range 2 {
		if _, err := c.Complete(t.Context(), Request{Schema: json.RawMessage(`{"type":"object"}`)}); err != nil {
			t.Fatal(err)
		}
	}
	want := `json_schema:{"type":"object"}:true json_object::true ::true ::true`
	if got := strings.Join(asked, " "); got != want || c.Manner() != "plain text" {
		t.Errorf("asked %s\nwant  %s\nmanner %s", got, want, c.Manner())
	}
}

func TestEndpoints(t *testing.T) {
	for base, want := range map[string]string{
		"http://h:1":              "http://h:1/v1/models",
		"http://h:1/":             "http://h:1/v1/models",
		"http://h/v1/":            "http://h/v1/models",
		"https://h/api/openai":    "https://h/api/openai/models",
		"https://h/v1?version=3":  "https://h/v1/models?version=3",
		"https://h/v1beta/openai": "https://h/v1beta/openai/models",
	} {
		c, err := New(Options{URL: base, Name: "m"})
		if err != nil || c.endpoint("models") != want {
			t.Errorf("%s: %s, %v; want %s", base, c.endpoint("models"), err, want)
		}
	}
}

func TestModels(t *testing.T) {
	c, _ := fake(t, says(200, `{"object":"list","data":[{"id":"a"},{"id":"b"}]}`))
	names, err := c.Models(t.Context())
	if err != nil || fmt.Sprint(names) != "[a b]" {
		t.Errorf("got %v, %v", names, err)
	}
}
