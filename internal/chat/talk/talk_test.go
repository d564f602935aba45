package talk

import (
	"testing"
	"time"
)

func TestConversationsForget(t *testing.T) {
	now := time.Unix(0, 0)
	c := New(Options{Most: 2, Idle: time.Minute, Now: func() time.Time { return now }})
	set := func(key string) {
		c.Update(t.Context(), key, func(Conversation) Conversation { return Conversation{Turns: []Exchange{{Asked: key}}} })
	}
	known := func(key string) bool { return len(c.Get(t.Context(), key).Turns) > 0 }
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
