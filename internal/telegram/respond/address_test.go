package respond

import (
	"testing"

	"pincite/internal/telegram/botapi"
)

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
