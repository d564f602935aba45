package telegram

import (
	"testing"

	"pincite/internal/chat"
	"pincite/internal/gate"
	"pincite/internal/recent"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
)

// idleBot is a bot that only counts and remembers.
func idleBot(t *testing.T) *Bot {
	return &Bot{
		opt:     Options{Store: openStore(t, store.Options{})},
		replies: recent.NewMap[asked, sentReply](maxReplies),
	}
}

func TestRepliesAreRememberedForEdits(t *testing.T) {
	b := idleBot(t)
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
	b := idleBot(t)
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
