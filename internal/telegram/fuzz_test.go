package telegram

import (
	"io"
	"log/slog"
	"strings"
	"testing"

	"pincite/internal/chat"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
)

// directBot is a bot that knows who it is and is wired to a fake.
func directBot(t testing.TB) (*Bot, *fake, *buffer) {
	t.Helper()
	f := newFakeWithin(t)
	log := new(buffer)
	b, err := New(Options{
		Token: testToken, APIURL: f.address(), Chat: chat.New(chat.Options{Library: asLibrary(t, newLibrary(t))}),
		Log: slog.New(slog.NewTextHandler(io.Writer(log), nil)), Store: openStore(t, store.Options{}),
	})
	if err != nil {
		t.Fatal(err)
	}
	b.client, err = botapi.New(botapi.Options{Token: testToken, Address: f.address(), Transport: &sky{fake: f}})
	if err != nil {
		t.Fatal(err)
	}
	b.self.Store(&botapi.User{ID: testBotID, UserName: testBotName, SupportsInlineQueries: true})
	return b, f, log
}

// harmless are refusals that come of what the fuzzer makes up, not of the bot.
var harmless = []string{"message is not modified", "query is too old", "message to edit not found"}

// handleAny handles an update and checks that nothing but the library's own
// panic goes wrong, and that the platform would accept every call.
func handleAny(t *testing.T, u *botapi.Update) {
	b, f, log := directBot(t)
	b.handle(t.Context(), u, 0)
	for _, v := range f.violations {
		t.Errorf("misuse: %s", v)
	}
	for _, c := range f.calls {
		ok := c.refuse == ""
		for _, h := range harmless {
			ok = ok || strings.Contains(c.refuse, h)
		}
		if !ok {
			t.Errorf("%s refused: %s\n%q", c.method, c.refuse, c.fields)
		}
	}
	if s := log.String(); strings.Contains(s, "panic") && !strings.Contains(s, "(*rulesLibrary)") {
		t.Errorf("panic:\n%s", s)
	}
}

// FuzzUpdate: whatever comes as an update, it is decoded and handled, or
// refused, without a panic and without a call that the platform would refuse.
func FuzzUpdate(f *testing.F) {
	for _, seed := range []string{
		`{}`, `[]`, `null`, `{"update_id":1}`, `{"update_id":"1"}`, `{"update_id":1e99}`, "\xff",
		`{"update_id":1,"message":null}`, `{"update_id":1,"message":{}}`,
		questionBody(1, 11, "when does it close?"), questionBody(1, -11, "/rule@pincite_bot 7"),
		`{"update_id":1,"message":{"message_id":1,"chat":{"id":-5,"type":"supergroup"},"text":"@pincite_bot x","entities":[{"type":"mention","offset":0,"length":12},{"type":"mention","offset":9,"length":-1}],"is_topic_message":true,"message_thread_id":7}}`,
		`{"update_id":1,"message":{"message_id":1,"chat":{"id":5,"type":"private"},"text":"","caption":"1","reply_to_message":{"text":"Rule 2: Cards"},"quote":{"text":"x"}}}`,
		`{"update_id":1,"edited_message":{"message_id":1,"chat":{"id":5,"type":"private"},"text":"x"}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"s00000000rule-1","message":{"message_id":1,"chat":{"id":5,"type":"private"}}}}`,
		`{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"x","inline_message_id":"AA"}}`,
		`{"update_id":1,"inline_query":{"id":"1","from":{"id":5},"query":"cards"}}`,
		`{"update_id":1,"my_chat_member":{"chat":{"id":5},"new_chat_member":{"status":"kicked"}}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		u, err := botapi.Decode(raw)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %q", err)
			}
			return
		}
		handleAny(t, u)
	})
}

// FuzzText: whatever is asked and quoted, replied to and pressed, the messages
// that come of it are well-formed and within the platform's limits.
func FuzzText(f *testing.F) {
	f.Add("when does it close?", "", "s5d052389rule-1", int64(1))
	f.Add("echo <b>&amp;</i> "+strings.Repeat("<", 5000), "Rule 1: Hours", "", int64(-1))
	f.Add("/find "+strings.Repeat("🙂", 300), "x", "t5d0523890:part-1", int64(1))
	f.Add("/ask", "echo "+strings.Repeat("long words. ", 900), "l5d052389ru", int64(-1))
	f.Add("\u202e\x00\xff", "\u0301", "e5d052389en:9", int64(5))
	f.Fuzz(func(t *testing.T, text, replyTo, data string, id int64) {
		c := botapi.Chat{ID: id, Type: "private"}
		if id < 0 {
			c.Type = "group"
		}
		m := &botapi.Message{ID: 1, Chat: c, From: &botapi.User{ID: 7}, Text: text}
		if replyTo != "" {
			m.ReplyTo = &botapi.Message{ID: 2, Chat: c, From: &botapi.User{ID: testBotID}, Text: replyTo}
		}
		for i, u := range []*botapi.Update{
			{Message: m}, {Edited: m},
			{Callback: &botapi.Callback{ID: "1", From: botapi.User{ID: 7}, Message: m, Data: data}},
			{Inline: &botapi.Inline{ID: "1", From: botapi.User{ID: 7}, Query: text}},
		} {
			u.ID = i + 1
			handleAny(t, u)
		}
	})
}

// FuzzPlainText: what is left of a message without its markup is what the
// platform would have shown.
func FuzzPlainText(f *testing.F) {
	f.Add("<b>a &amp; b</b> &lt;c&gt;")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parseHTML(s)
		if err != nil || strings.Contains(s, "&") && strings.ContainsAny(s, "#\r") {
			return // numeric references may name runes that have no text
		}
		if got := botapi.PlainText(s); got != p.plain {
			t.Errorf("%q: %q, want %q", s, got, p.plain)
		}
	})
}
