package respond

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"pincite/internal/gate"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
)

// idle is a Responder that only counts and remembers.
func idle(t *testing.T) *Responder {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return New(Options{Store: s, Now: time.Now})
}

func TestRepliesAreRememberedForEdits(t *testing.T) {
	rs := idle(t)
	for i := range 3 * maxReplies {
		rs.rememberReply(t.Context(), &botapi.Message{ID: i + 1, Chat: botapi.Chat{ID: 1}}, "question", i)
	}
	if n := rs.replies.Len(); n != maxReplies {
		t.Errorf("%d replies remembered, want %d", n, maxReplies)
	}
	last := &botapi.Message{ID: 3 * maxReplies, Chat: botapi.Chat{ID: 1}}
	if _, ok := rs.replyTo(t.Context(), last, "question"); ok {
		t.Error("the same text counts as an edit")
	}
	if id, ok := rs.replyTo(t.Context(), last, "another"); !ok || id != 3*maxReplies-1 {
		t.Errorf("reply %d, %v", id, ok)
	}
}

// While as many questions are answered as may be, a person is told so, and neither
// a button nor an inline query reaches the chat.
func TestTooManyAtOnce(t *testing.T) {
	rs := idle(t)
	rs.opt.Gate = gate.New(1, 0)
	leave, err := rs.enter(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	r := rs.ask(t.Context(), &botapi.Message{From: &botapi.User{ID: 2, LanguageCode: "es"}}, "cuadros")
	if got := r.Blocks[0].Runs[0].Text; got != wordsIn("es").Busy {
		t.Errorf("a message: %q", got)
	}
	if _, err := rs.press(t.Context(), &botapi.Callback{From: botapi.User{ID: 2}}, nil); err == nil {
		t.Error("a button got through")
	}
	if _, err := rs.offer(t.Context(), &botapi.Inline{From: botapi.User{ID: 2}}); err == nil {
		t.Error("an inline query got through")
	}
}

// A panic over a reply that is drawn is told to the person, and logged without the reply.
func TestAPanicOverAReply(t *testing.T) {
	var log bytes.Buffer
	burns := true
	rs := New(Options{Log: slog.New(slog.NewTextHandler(&log, nil)), Self: func() *botapi.User {
		if burns {
			burns = false
			panic("the whistle burns")
		}
		return &botapi.User{}
	}})
	r := own("the secret reply")
	r.Language = "es"
	calls := rs.drawn(t.Context(), botapi.Place{Chat: 1}, r)
	if got := fmt.Sprint(calls); len(calls) != 1 || !strings.Contains(got, wordsIn("es").CannotAnswer) {
		t.Errorf("%d calls, %s", len(calls), got)
	}
	if s := log.String(); !strings.Contains(s, "panic while drawing") || !strings.Contains(s, "stack=") || strings.Contains(s, "whistle") || strings.Contains(s, "secret") {
		t.Errorf("log %q", s)
	}
}
