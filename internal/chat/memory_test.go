package chat

import (
	"testing"
	"time"
)

func TestConversationsForget(t *testing.T) {
	now := time.Unix(0, 0)
	c := newConversations(2, time.Minute, func() time.Time { return now })
	set := func(key string) {
		c.update(key, func(conversation) conversation { return conversation{turns: []exchange{{asked: key}}} })
	}
	known := func(key string) bool { return len(c.get(key).turns) > 0 }
	set("a")
	set("b")
	known("a")
	set("c")
	if !known("a") || known("b") || !known("c") {
		t.Error("the conversation unused for longest should go first")
	}
	now = now.Add(50 * time.Second)
	known("a")
	now = now.Add(50 * time.Second)
	if !known("a") || known("c") {
		t.Error("an idle conversation should go, a used one stay")
	}
}
