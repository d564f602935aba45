package telegram

import (
	"testing"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

func TestSplitCommand(t *testing.T) {
	for _, c := range []struct {
		in, name, bot, rest string
		ok                  bool
	}{
		{"", "", "", "", false},
		{"/", "", "", "", false},
		{"//toc", "", "", "", false},
		{"/toc,", "", "", "", false},
		{"/ярлык", "", "", "", false},
		{"/toc@", "", "", "", false},
		{" /toc", "", "", "", false},
		{"/toc", "toc", "", "", true},
		{"/toc@pincite_bot", "toc", "pincite_bot", "", true},
		{"/measure 7", "measure", "", "7", true},
		{"/ask@b\nhow\nmany", "ask", "b", "how\nmany", true},
		{"/ask\u00a0how", "ask", "", "how", true},
		{"/7", "7", "", "", true},
	} {
		name, bot, rest, ok := splitCommand(c.in)
		if name != c.name || bot != c.bot || rest != c.rest || ok != c.ok {
			t.Errorf("%q: %q, %q, %q, %v", c.in, name, bot, rest, ok)
		}
	}
}

func TestCutMentions(t *testing.T) {
	self := &tgbotapi.User{ID: testBotID, UserName: testBotName}
	at := func(kind string, offset, length int) tgbotapi.MessageEntity {
		return tgbotapi.MessageEntity{Type: kind, Offset: offset, Length: length}
	}
	byID := at("text_mention", 0, 3)
	byID.User = self
	for _, c := range []struct {
		in, out  string
		entities []tgbotapi.MessageEntity
		found    bool
	}{
		{"no mention", "no mention", nil, false},
		{"@pincite_bot hello", "@pincite_bot hello", nil, false}, // as code, say
		{"x", "x", []tgbotapi.MessageEntity{at("mention", -1, 5), at("mention", 0, 9999), at("mention", 5, 1), at("mention", 0, 0)}, false},
		{"x", "x", []tgbotapi.MessageEntity{at("mention", 1<<62, 1<<62)}, false},
		{"@pincite_bot hello", "hello", []tgbotapi.MessageEntity{at("mention", 0, 12)}, true},
		{"@PINCITE_BOT: hello", "hello", []tgbotapi.MessageEntity{at("mention", 0, 12)}, true},
		{"🙂🙂 @pincite_bot why?", "🙂🙂  why?", []tgbotapi.MessageEntity{at("mention", 5, 12)}, true},
		{"@pincite_bots hi", "@pincite_bots hi", []tgbotapi.MessageEntity{at("mention", 0, 13)}, false},
		{"Bot, tell me", "tell me", []tgbotapi.MessageEntity{byID}, true},
	} {
		out, found := cutMentions(c.in, c.entities, self)
		if out != c.out || found != c.found {
			t.Errorf("%q: %q, %v; want %q, %v", c.in, out, found, c.out, c.found)
		}
	}
}

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
	if got := cutUnits("a🙂b", 2); got != "a" {
		t.Errorf("cutUnits split a surrogate pair: %q", got)
	}
}

func TestConversationKeys(t *testing.T) {
	chat := chatRef{ID: -5, Type: "supergroup"}
	keys := map[string]bool{}
	for _, m := range []*message{
		{Chat: chat},
		{Chat: chat, Thread: 7, InTopic: true},
		{Chat: chat, Thread: 8, InTopic: true},
		{Chat: chatRef{ID: 5, Type: "private"}},
	} {
		keys[m.conversation()] = true
	}
	if len(keys) != 4 {
		t.Errorf("keys %v, want four", keys)
	}
	if m := (&message{Chat: chat, Thread: 7}); m.conversation() != "tg:-5" || m.thread() != 0 {
		t.Error("a reply in a plain group is taken for a topic")
	}
}
