package telegram

import (
	"testing"
	"time"

	"pincite/internal/telegram/botapi"
)

func TestLimiter(t *testing.T) {
	l := newLimiter(2)
	now := time.Unix(0, 0)
	for i, want := range []verdict{pass, pass, tell, ignore, ignore} {
		if got := l.judge(1, now); got != want {
			t.Errorf("message %d: %d, want %d", i+1, got, want)
		}
	}
	if got := l.judge(2, now); got != pass {
		t.Errorf("another person: %d", got)
	}
	if got := l.judge(1, now.Add(time.Minute)); got != pass {
		t.Errorf("a minute later: %d", got)
	}
	for range 10 {
		if got := newLimiter(0).judge(1, now); got != pass {
			t.Errorf("without a limit: %d", got)
		}
	}
}

func TestLimiterForgets(t *testing.T) {
	l := newLimiter(1)
	now := time.Unix(0, 0)
	for person := range int64(3 * maxLimited) {
		l.judge(person+1, now.Add(time.Duration(person)*time.Millisecond))
	}
	if len(l.people) > maxLimited {
		t.Errorf("%d people remembered, want at most %d", len(l.people), maxLimited)
	}
}

func TestGoneChatsComeBack(t *testing.T) {
	g, now := newGoneChats(), time.Unix(0, 0)
	g.add(1, now)
	if !g.has(1, now) || g.has(2, now) || g.has(1, now.Add(goneFor)) {
		t.Error("a chat is gone for one hour")
	}
	for id := range int64(2 * maxGone) {
		g.add(id, now)
	}
	if len(g.until) > maxGone {
		t.Errorf("%d chats remembered", len(g.until))
	}
}

func TestReplyLogIsBounded(t *testing.T) {
	l := newReplyLog()
	for i := range 3 * maxReplies {
		l.add(&botapi.Message{ID: i + 1, Chat: botapi.Chat{ID: 1}}, "question", i)
	}
	if len(l.byKey) != maxReplies {
		t.Errorf("%d replies remembered, want %d", len(l.byKey), maxReplies)
	}
	last := &botapi.Message{ID: 3 * maxReplies, Chat: botapi.Chat{ID: 1}}
	if _, ok := l.find(last, "question"); ok {
		t.Error("the same text counts as an edit")
	}
	if id, ok := l.find(last, "another"); !ok || id != 3*maxReplies-1 {
		t.Errorf("reply %d, %v", id, ok)
	}
}
