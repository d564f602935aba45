package telegram

import (
	"testing"

	"pincite/internal/telegram/botapi"
)

func TestCut(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{{"", 3, ""}, {"abc", 3, "abc"}, {"abcd", 3, "abc"}, {"жёлтый", 2, "жё"}, {"\xff\xffx", 2, "\xff\xff"}, {"x", 0, ""}} {
		if got := cut(c.in, c.n); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

func TestConversationKeys(t *testing.T) {
	chat := botapi.Chat{ID: -5, Type: "supergroup"}
	keys := map[string]bool{}
	for _, m := range []*botapi.Message{
		{Chat: chat},
		{Chat: chat, Thread: 7, InTopic: true},
		{Chat: chat, Thread: 8, InTopic: true},
		{Chat: botapi.Chat{ID: 5, Type: "private"}},
	} {
		keys[conversation(m)] = true
	}
	if len(keys) != 4 {
		t.Errorf("keys %v, want four", keys)
	}
	if m := (&botapi.Message{Chat: chat, Thread: 7}); conversation(m) != "tg:-5" || m.Topic() != 0 {
		t.Error("a reply in a plain group is taken for a topic")
	}
}
