package telegram

import (
	"testing"
	"time"

	"pincite/internal/chat"
	"pincite/internal/gate"
	"pincite/internal/recent"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
)

// limitedBot is a bot that only counts and remembers, and its clock.
func limitedBot(perMinute int) (*Bot, *time.Time) {
	now := time.Unix(0, 0)
	return &Bot{
		opt:     Options{PerUserPerMinute: perMinute},
		quiet:   recent.NewMap[int64, time.Time](maxPeople),
		limits:  recent.NewLimiter[int64](perMinute, maxPeople),
		replies: recent.NewMap[asked, sentReply](maxReplies),
		now:     func() time.Time { return now },
	}, &now
}

func TestJudge(t *testing.T) {
	b, now := limitedBot(2)
	for i, want := range []store.Verdict{store.Pass, store.Pass, store.Tell, store.Ignore, store.Ignore} {
		if got, _ := b.judge(t.Context(), 1); got != want {
			t.Errorf("message %d: %d, want %d", i+1, got, want)
		}
	}
	for range 10 {
		if got, _ := b.judge(t.Context(), 0); got != store.Pass {
			t.Errorf("nobody: %d", got)
		}
	}
	if got, _ := b.judge(t.Context(), 2); got != store.Pass {
		t.Errorf("another person: %d", got)
	}
	*now = now.Add(time.Minute)
	for i, want := range []store.Verdict{store.Pass, store.Pass, store.Tell} {
		if got, _ := b.judge(t.Context(), 1); got != want {
			t.Errorf("a minute later, message %d: %d, want %d", i+1, got, want)
		}
	}
}

func TestRepliesAreRememberedForEdits(t *testing.T) {
	b, _ := limitedBot(0)
	for i := range 3 * maxReplies {
		b.rememberReply(t.Context(), &botapi.Message{ID: i + 1, Chat: botapi.Chat{ID: 1}}, "question", i)
	}
	if n := b.replies.Len(); n != maxReplies {
		t.Errorf("%d replies remembered, want %d", n, maxReplies)
	}
	last := &botapi.Message{ID: 3 * maxReplies, Chat: botapi.Chat{ID: 1}}
	if _, ok := b.replyTo(t.Context(), last, "question"); ok {
		t.Error("the same text counts as an edit")
	}
	if id, ok := b.replyTo(t.Context(), last, "another"); !ok || id != 3*maxReplies-1 {
		t.Errorf("reply %d, %v", id, ok)
	}
}

// While as many questions are answered as may be, a person is told so, and neither
// a button nor an inline query reaches the chat.
func TestTooManyAtOnce(t *testing.T) {
	b, _ := limitedBot(0)
	b.opt.Gate = gate.New(1, 0)
	leave, err := b.enter(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	r := b.ask(t.Context(), &botapi.Message{From: &botapi.User{ID: 2, LanguageCode: "es"}}, "cuadros")
	if got := r.Blocks[0].Runs[0].Text; got != chat.Busy("es") {
		t.Errorf("a message: %q", got)
	}
	if _, err := b.press(t.Context(), &botapi.Callback{From: botapi.User{ID: 2}}, nil); err == nil {
		t.Error("a button got through")
	}
	if _, err := b.offer(t.Context(), &botapi.Inline{From: botapi.User{ID: 2}}); err == nil {
		t.Error("an inline query got through")
	}
}
