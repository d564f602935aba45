package botapi

import (
	"strings"
	"testing"
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
		name, bot, rest, ok := SplitCommand(c.in)
		if name != c.name || bot != c.bot || rest != c.rest || ok != c.ok {
			t.Errorf("%q: %q, %q, %q, %v", c.in, name, bot, rest, ok)
		}
	}
}

func TestCutMentions(t *testing.T) {
	self := &User{ID: 123456789, UserName: "pincite_bot"}
	at := func(kind string, offset, length int) Entity {
		return Entity{Type: kind, Offset: offset, Length: length}
	}
	byID := at("text_mention", 0, 3)
	byID.User = self
	for _, c := range []struct {
		in, out  string
		entities []Entity
		found    bool
	}{
		{"no mention", "no mention", nil, false},
		{"@pincite_bot hello", "@pincite_bot hello", nil, false}, // as code, say
		{"x", "x", []Entity{at("mention", -1, 5), at("mention", 0, 9999), at("mention", 5, 1), at("mention", 0, 0)}, false},
		{"x", "x", []Entity{at("mention", 1<<62, 1<<62)}, false},
		{"@pincite_bot hello", "hello", []Entity{at("mention", 0, 12)}, true},
		{"@PINCITE_BOT: hello", "hello", []Entity{at("mention", 0, 12)}, true},
		{"🙂🙂 @pincite_bot why?", "🙂🙂  why?", []Entity{at("mention", 5, 12)}, true},
		{"@pincite_bots hi", "@pincite_bots hi", []Entity{at("mention", 0, 13)}, false},
		{"Bot, tell me", "tell me", []Entity{byID}, true},
	} {
		out, found := CutMentions(c.in, c.entities, self)
		if out != c.out || found != c.found {
			t.Errorf("%q: %q, %v; want %q, %v", c.in, out, found, c.out, c.found)
		}
	}
}

func TestCutUnits(t *testing.T) {
	if got := CutUnits("a🙂b", 2); got != "a" {
		t.Errorf("cutUnits split a surrogate pair: %q", got)
	}
}

// FuzzSplitCommand: a command and its rest are parts of the message.
func FuzzSplitCommand(f *testing.F) {
	f.Add("/ask@pincite_bot\u00a0why?")
	f.Fuzz(func(t *testing.T, s string) {
		name, bot, rest, ok := SplitCommand(s)
		if !ok {
			return
		}
		head := "/" + name
		if bot != "" {
			head += "@" + bot
		}
		if !strings.HasPrefix(s, head) || !strings.Contains(s, rest) || strings.TrimSpace(rest) != rest {
			t.Errorf("%q: %q %q %q", s, name, bot, rest)
		}
	})
}
