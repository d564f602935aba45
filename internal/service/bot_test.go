package service

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pincite/internal/config"
)

// A said is a log that passes its messages on.
type said chan string

// Enabled implements slog.Handler.
func (said) Enabled(context.Context, slog.Level) bool { return true }

// Handle implements slog.Handler.
func (s said) Handle(_ context.Context, r slog.Record) error { s <- r.Message; return nil }

// WithAttrs implements slog.Handler.
func (s said) WithAttrs([]slog.Attr) slog.Handler { return s }

// WithGroup implements slog.Handler.
func (s said) WithGroup(string) slog.Handler { return s }

const token = "PINCITE_TELEGRAM_TOKEN=110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"

// TestARefusedTokenLeavesTheReader: the reader goes on without the bot, and tells.
func TestARefusedTokenLeavesTheReader(t *testing.T) {
	refusing := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
		io.WriteString(w, `{"ok":false,"error_code":401,"description":"Unauthorized"}`)
	}))
	t.Cleanup(refusing.Close)
	s := serviceWith(t, token, "PINCITE_TELEGRAM_API_URL="+refusing.URL)
	log := make(said, 100)
	s.log = slog.New(log)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.runBot(ctx) }()
	select {
	case err := <-ended:
		t.Fatalf("the bot's end is that of all: %v", err)
	case <-log:
	}
	if state := strings.Join(s.state(), "\n"); !strings.Contains(state, "store: ") || !strings.Contains(state, "bot api: does not answer") || !strings.Contains(state, "401") {
		t.Errorf("state %q", state)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestWebhookNeedsAPath: a webhook on the reader's address is not one of the reader's own.
func TestWebhookNeedsAPath(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org": "needs a path of its own", "https://example.org/": "needs a path of its own", "https://example.org/search": "web server's own", "https://example.org/telegram": "",
	} {
		c, err := config.Load(config.Options{Env: []string{token, "PINCITE_TELEGRAM_WEBHOOK_URL=" + address}})
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(t.Context(), options(c))
		if err == nil {
			s.Close()
		}
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", address, err, want)
		}
	}
}
