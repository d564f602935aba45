package telegram

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"pincite/internal/telegram/botapi"
)

// Chats to which nothing can be written, each for a reason of its own.
const (
	blocked   = int64(9001) // its person has shut the bot out
	noChat    = int64(9002) // it is not there
	unwritten = int64(9003) // what is said there is always refused
	oldGroup  = int64(-9004)
	newGroup  = int64(-1009004) // where that has moved to
	thrownOut = int64(-1009005)
)

// shutChats has a fake refuse what is written to those chats.
func shutChats(f *fake) {
	moved := refused(400, "Bad Request: group chat was upgraded to a supergroup chat")
	moved.Parameters = map[string]any{"migrate_to_chat_id": newGroup}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.shut = map[int64]apiAnswer{
		blocked: refused(403, "Forbidden: bot was blocked by the user"), noChat: refused(400, "Bad Request: chat not found"),
		unwritten: refused(400, "Bad Request: ENTITIES_TOO_LONG"), oldGroup: moved,
		thrownOut: refused(403, "Forbidden: bot was kicked from the supergroup chat"),
	}
}

// strangeMessages are what a message may be besides a person's words in a chat of their own.
var strangeMessages = []map[string]any{
	{"text": "", "photo": []any{}, "media_group_id": "1", "caption": strings.Repeat("🙂 rule 1 ", 400)},
	{"text": "", "photo": []any{}, "media_group_id": "1"},
	{"text": "", "sticker": map[string]any{}},
	{"text": "", "new_chat_title": strings.Repeat("x", 255)},
	{"text": "правило 1 第二条 regla 3 und what is rule 2?"},
	{"text": strings.Repeat("\U0001F469\u200D\U0001F469\u200D\U0001F467", 500)},
	{"text": "/start " + strings.Repeat("x", 64)},
	{"text": "/start reading-room_rule-1_rule-2_rule-3_rule-4_rule-5_rule-6_1-2"},
	{"text": "rule 1", "entities": []any{map[string]any{"type": "mention", "offset": -5, "length": 1 << 30}}},
	{"text": "@" + testBotName + " rule 1", "entities": []any{map[string]any{"type": "mention", "offset": 1 << 30, "length": -1}}},
	{"text": "rule 1", "forward_origin": map[string]any{"type": "hidden_user", "date": 1, "sender_user_name": "x"}},
	{"text": "rule 1", "forward_origin": map[string]any{"type": "channel", "date": 1, "message_id": 1, "chat": chatObject(-1)}},
	{"text": "rule 1", "quote": map[string]any{"text": strings.Repeat("x ", 512), "position": -1}},
	{"text": "rule 1", "reply_to_message": map[string]any{"message_id": 1, "date": 0, "chat": chatObject(1)}},
	{"text": "rule 1", "via_bot": user{7, "other_bot", "", true}.object()},
	{"text": "rule 1", "from": nil},
	{"text": "rule 1", "from": nil, "sender_chat": map[string]any{"id": -1, "type": "channel"}},
	{"text": "rule 1", "is_topic_message": true, "message_thread_id": 1 << 30},
	{"text": "rule 1", "date": -1, "message_id": 0},
	{"text": "rule 1\x00\u202e\ufeff"},
}

// strange puts the nth thing that an ordinary chat does not, or asks where no answer can be
// written to.
func strange(f *fake, n int) {
	chats := []int64{blocked, noChat, unwritten, oldGroup, newGroup, thrownOut, 9100, -1009100}
	chat := chats[n%len(chats)]
	who := user{id: 9200 + int64(n%50), name: "u", language: []string{"en", "ru", "", "xx-Zz"}[n%4]}
	below := map[string]any{"message_id": n, "date": 0, "chat": chatObject(chat)} // deleted, or too old to be shown
	switch n % 9 {
	case 0, 1, 2:
		f.say(who, chat, "/rule 1", strangeMessages[n/9%len(strangeMessages)])
	case 3:
		f.say(who, chat, "/toc@"+testBotName, nil)
	case 4:
		f.push(botapi.KindEdited, map[string]any{"message_id": n - 1, "date": 1, "edit_date": 2, "from": who.object(), "chat": chatObject(chat), "text": "/rule 2"})
	case 5:
		f.push(botapi.KindCallback, map[string]any{"id": fmt.Sprint(n), "from": who.object(), "message": below, "data": strings.Repeat("7", n%65)})
	case 6:
		f.push(botapi.KindInline, map[string]any{"id": fmt.Sprint(n), "from": who.object(), "query": "rule 1", "offset": strings.Repeat("9", 64)})
	case 7:
		status := []string{"kicked", "member", "restricted", "?"}[n/9%4]
		f.push(botapi.KindMember, map[string]any{"chat": chatObject(chat), "from": who.object(), "date": 1, "new_chat_member": map[string]any{"status": status}})
	case 8:
		f.say(who, oldGroup, "", map[string]any{"migrate_to_chat_id": newGroup})
		f.say(who, newGroup, "", map[string]any{"migrate_from_chat_id": oldGroup})
	}
}

// TestStrangeUpdates: whatever comes between the questions of ordinary chats, and whatever
// chats refuse, those are answered, in order, over kills; and the bot never asks the
// platform for what it does not grant.
func TestStrangeUpdates(t *testing.T) {
	t.Parallel()
	for name, env := range map[string]func(t *testing.T) []string{
		"memory": func(*testing.T) []string { return nil },
		"sqlite": func(t *testing.T) []string {
			return []string{"PINCITE_TEST_STORE_PATH=" + filepath.Join(t.TempDir(), "state")}
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			shutChats(f)
			killed(t, f, &witness{chats: 50, updates: 500, beside: strange}, env(t)...)
		})
	}
}
