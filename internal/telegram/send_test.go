package telegram

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"context"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/telegram/botapi"
)

// apiFault is a refusal by the Bot API.
func apiFault(method string, times, code int, description, parameters string) fault {
	return fault{method: method, times: times, status: code,
		body: `{"ok":false,"error_code":` + strconv.Itoa(code) + `,"description":"` + description + `"` + parameters + `}`}
}

func TestFailuresThatPass(t *testing.T) {
	for name, x := range map[string]fault{
		"429":             apiFault("sendMessage", 3, 429, "Too Many Requests: retry after 3", `,"parameters":{"retry_after":3}`),
		"500":             apiFault("sendMessage", 2, 500, "Internal Server Error", ""),
		"502 with HTML":   {method: "sendMessage", times: 2, status: 502, body: "<html><h1>502 Bad Gateway</h1></html>"},
		"200 with HTML":   {method: "sendMessage", times: 2, status: 200, body: "<html>hotel wifi</html>"},
		"200, no ok":      {method: "sendMessage", times: 2, status: 200, body: "{}"},
		"not ok, no code": {method: "sendMessage", times: 2, status: 503, body: `{"ok":false}`},
		"redirect":        {method: "sendMessage", times: 2, status: 302, body: ""},
		"reset":           {method: "sendMessage", times: 2, reset: true},
		"slow body":       {method: "sendMessage", times: 1, hang: true},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			r := newRun(t, f, nil)
			r.hurry(t, 200*time.Millisecond)
			r.start(t)
			f.introduced(t)
			f.fail(x)
			f.asks(t, anna, "1")
			f.arrive(t, 1)
			if got := f.texts(); len(got) != 1 || !strings.Contains(got[0], "Rule 1") {
				t.Errorf("texts %q, want the answer once", got)
			}
			if n := len(f.recorded("sendMessage")); n != x.times+1 {
				t.Errorf("%d attempts, want %d", n, x.times+1)
			}
		})
	}
}

// TestWhatWaitsIsSentInOrder: what could not be sent comes before the next answer.
func TestWhatWaitsIsSentInOrder(t *testing.T) {
	for name, x := range map[string]fault{
		"told to wait":      apiFault("sendMessage", 1, 429, "Too Many Requests: retry after 300", `,"parameters":{"retry_after":300}`),
		"away for a while":  {method: "sendMessage", times: 20, status: 502, body: "<html>"},
		"refused the token": apiFault("sendMessage", 2, 401, "Unauthorized", ""),
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			startBot(t, f)
			f.fail(x)
			f.say(anna, anna.id, "1", nil)
			f.asks(t, anna, "2")
			f.arrive(t, 2)
			if got := f.texts(); !strings.Contains(got[0], "Rule 1") {
				t.Errorf("texts %q, want rule 1 and then rule 2", got)
			}
		})
	}
}

// TestWhatIsRefusedForGoodIsDropped: the next answer does not wait for it.
func TestWhatIsRefusedForGoodIsDropped(t *testing.T) {
	f := newFake(t)
	r := startBot(t, f)
	f.fail(apiFault("sendMessage", 1, 400, "Bad Request: chat not found", ""))
	f.asks(t, anna, "1")
	r.logs(t, "update not answered", "chat not found")
	f.asks(t, anna, "2")
	if got := f.texts(); len(got) != 1 || !strings.Contains(got[0], "Rule 2") {
		t.Errorf("texts %q, want rule 2", got)
	}
	if chats, err := r.opt.Store.Unsent(t.Context()); err != nil || len(chats) != 0 {
		t.Errorf("still to send to %q, %v", chats, err)
	}
}

func TestAChatThatBlockedTheBotIsLeftAlone(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.fail(apiFault("sendMessage", 1, 403, "Forbidden: bot was kicked from the supergroup chat", ""))
	for range 3 {
		f.say(anna, -1001, "/rule 1", nil)
	}
	f.settle(t)
	if n := len(f.recorded("sendMessage")); n != 1 {
		t.Errorf("%d messages tried, want 1", n)
	}
	f.push(botapi.KindMember, map[string]any{
		"chat": chatObject(-1001), "from": anna.object(), "date": 1,
		"old_chat_member": map[string]any{"status": "left"}, "new_chat_member": map[string]any{"status": "member"},
	})
	f.say(anna, -1001, "/rule 2", nil)
	f.settle(t)
	if got := f.texts(); len(got) != 1 {
		t.Errorf("texts %q after the bot was let in again, want one", got)
	}
}

func TestWhoWritesAgainHasUnblocked(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.fail(apiFault("sendMessage", 1, 403, "Forbidden: bot was blocked by the user", ""))
	f.asks(t, anna, "1")
	f.asks(t, anna, "2")
	if got := f.texts(); len(got) != 1 || !strings.Contains(got[0], "Rule 2") {
		t.Errorf("texts %q, want rule 2", got)
	}
}

func TestAMovedGroupIsFollowed(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.fail(apiFault("sendMessage", 1, 400, "Bad Request: group chat was upgraded to a supergroup chat",
		`,"parameters":{"migrate_to_chat_id":-100777}`))
	f.say(anna, -5, "/rule 1", nil)
	f.settle(t)
	calls := f.recorded("sendMessage")
	if len(calls) != 2 || calls[1].fields["chat_id"] != "-100777" {
		t.Fatalf("calls %v, want a second one to the new chat", calls)
	}
	if to := calls[1].fields["reply_parameters"]; to != "" {
		t.Errorf("in reply to %s, which is another message in the new chat", to)
	}
}

// TestAnEditInAMovedGroup: messages are counted anew where a group has moved to. What
// would have replaced a message of the old one is sent anew, and replaces none there that
// has the same number.
func TestAnEditInAMovedGroup(t *testing.T) {
	const from, to = int64(-5), int64(-100777)
	f := newFake(t)
	startBot(t, f)
	f.say(anna, from, "/toc", nil)
	f.settle(t)
	shown := f.last(from)
	other := messageKey{to, shown.id}
	f.mu.Lock()
	f.messages[other] = stored{plain: "another answer", from: testBotID}
	f.mu.Unlock()
	moved := func(method string) fault {
		return apiFault(method, 1, 400, "Bad Request: group chat was upgraded to a supergroup chat", `,"parameters":{"migrate_to_chat_id":-100777}`)
	}
	f.fail(moved("editMessageText"))
	f.fail(moved("sendMessage"))
	f.press(anna, shown, f.firstData(t))
	f.settle(t)
	f.mu.Lock()
	defer f.mu.Unlock()
	if got := f.messages[other].plain; got != "another answer" {
		t.Errorf("another message is replaced by %q", got)
	}
	n := 0
	for key := range f.messages {
		if key.chat == to {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d messages in the new chat, want one more", n)
	}
}

// TestGroupsThatHaveMovedInARound are not followed for ever.
func TestGroupsThatHaveMovedInARound(t *testing.T) {
	f := newFake(t)
	r := startBot(t, f)
	moved := func(to int64) apiAnswer {
		a := refused(400, "Bad Request: group chat was upgraded to a supergroup chat")
		a.Parameters = map[string]any{"migrate_to_chat_id": to}
		return a
	}
	f.mu.Lock()
	f.shut = map[int64]apiAnswer{-5: moved(-6), -6: moved(-5)}
	f.mu.Unlock()
	f.say(anna, -5, "/rule 1", nil)
	f.settle(t)
	if n := len(f.recorded("sendMessage")); n > 5 {
		t.Errorf("%d calls", n)
	}
	r.logs(t, "update not answered", "upgraded to a supergroup")
}

// TestButtonsOfAMovedGroup: buttons sent to a group while it moves, and those from
// before, do what they did; those of another group do not.
func TestButtonsOfAMovedGroup(t *testing.T) {
	const from, to = int64(-5), int64(-100777)
	tell := map[string]func(f *fake){
		"a refused message tells": func(f *fake) {
			f.fail(apiFault("sendMessage", 1, 400, "Bad Request: group chat was upgraded to a supergroup chat",
				`,"parameters":{"migrate_to_chat_id":-100777}`))
		},
		"the old group tells": func(f *fake) { f.say(anna, from, "", map[string]any{"migrate_to_chat_id": to}) },
		"the new group tells": func(f *fake) { f.say(anna, to, "", map[string]any{"migrate_from_chat_id": from}) },
	}
	for name, tell := range tell {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			startBot(t, f)
			f.say(anna, from, "/toc", nil)
			f.settle(t)
			before := f.firstData(t)
			tell(f)
			f.settle(t)
			f.say(anna, from, "/toc", nil)
			f.settle(t)
			data := map[string]bool{before: true}
			for _, c := range f.recorded("sendMessage") {
				if c.fields["chat_id"] == fmt.Sprint(to) {
					data[rowsOf(c.fields["reply_markup"])[0][0]["callback_data"]] = true
				}
			}
			if want := name == "a refused message tells"; want != (len(data) == 2) {
				t.Errorf("%d kinds of signature", len(data))
			}
			f.say(wei, -6, "/toc", nil)
			f.settle(t)
			other := f.last(-6)
			for d := range data {
				f.mu.Lock()
				f.messages[messageKey{to, other.id}] = f.messages[other]
				f.calls = nil
				f.mu.Unlock()
				f.press(anna, messageKey{to, other.id}, d)
				f.press(anna, other, d)
				f.settle(t)
				expired := 0
				for _, c := range f.recorded("answerCallbackQuery") {
					if strings.Contains(c.fields["text"], "expired") {
						expired++
					}
				}
				if expired != 1 {
					t.Errorf("%q has expired in %d of two groups, want in the other one alone", d, expired)
				}
			}
		})
	}
}

func TestWhatCannotBeParsedIsSentPlain(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.fail(apiFault("sendMessage", 1, 400, "Bad Request: can't parse entities: Unsupported start tag", ""))
	f.asks(t, anna, "1")
	calls := f.recorded("sendMessage")
	if len(calls) != 2 || calls[1].fields["parse_mode"] != "" {
		t.Fatalf("calls %v, want a second one without markup", calls)
	}
	if text := calls[1].fields["text"]; !strings.Contains(text, "& never <later>") || strings.Contains(text, "<b>") {
		t.Errorf("plain text is %q", text)
	}
}

func TestAMessageThatCannotBeEditedIsSentAnew(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.asks(t, anna, "/toc")
	key := f.last(anna.id)
	f.mu.Lock()
	delete(f.messages, key)
	f.mu.Unlock()
	f.press(anna, key, f.firstData(t))
	f.settle(t)
	if n := len(f.texts()); n != 2 {
		t.Errorf("%d messages, want the contents anew", n)
	}
}

// firstData returns the data of the first button ever sent.
func (f *fake) firstData(t *testing.T) string {
	t.Helper()
	for _, c := range f.recorded("sendMessage") {
		for _, row := range rowsOf(c.fields["reply_markup"]) {
			for _, b := range row {
				if b["callback_data"] != "" {
					return b["callback_data"]
				}
			}
		}
	}
	t.Fatal("no button was sent")
	return ""
}

func TestOldCallbacksAreSwallowed(t *testing.T) {
	f := newFake(t)
	r := startBot(t, f)
	f.asks(t, anna, "1")
	f.fail(apiFault("answerCallbackQuery", 1, 400, "Bad Request: query is too old and response timeout expired or query ID is invalid", ""))
	f.press(anna, f.last(anna.id), f.firstData(t))
	f.settle(t)
	if got := f.recorded("editMessageText"); len(got) != 1 {
		t.Errorf("%d edits, want one even so", len(got))
	}
	if strings.Contains(r.log.String(), "not answered") {
		t.Errorf("logged as a failure:\n%s", r.log)
	}
}

func TestCallbacksWithoutTheirMessage(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.asks(t, anna, "/toc")
	data := f.firstData(t)
	f.mu.Lock()
	f.open["i1"], f.open["i2"], f.open["i3"] = true, true, true
	f.calls = nil
	f.mu.Unlock()
	f.push(botapi.KindCallback, map[string]any{"id": "i1", "from": anna.object(), "chat_instance": "1", "data": data, "inline_message_id": "AAA"})
	f.push(botapi.KindCallback, map[string]any{"id": "i2", "from": anna.object(), "chat_instance": "1", "data": data})
	f.push(botapi.KindCallback, map[string]any{"id": "i3", "from": anna.object(), "chat_instance": "1", "game_short_name": "chess"})
	f.settle(t)
	if got := f.recorded("answerCallbackQuery"); len(got) != 3 {
		t.Errorf("%d callbacks answered, want 3", len(got))
	}
	for _, c := range f.recorded("answerCallbackQuery") {
		if !strings.Contains(c.fields["text"], "expired") {
			t.Errorf("said %q, want that the button has expired", c.fields["text"])
		}
	}
	if got := f.recorded("editMessageText"); len(got) != 0 {
		t.Errorf("edits %v, want none", got)
	}
	if got := f.recorded("sendMessage"); len(got) != 0 {
		t.Errorf("sent %v, want nothing", got)
	}
}

func TestWithoutInlineModeNoShareButton(t *testing.T) {
	f := newFake(t)
	f.noInline = true
	startBot(t, f)
	f.asks(t, anna, "1")
	for _, c := range f.recorded("sendMessage") {
		if strings.Contains(c.fields["reply_markup"], "switch_inline_query") {
			t.Errorf("a button that the platform refuses: %s", c.fields["reply_markup"])
		}
	}
}

func TestFailedIntroductionStopsNothing(t *testing.T) {
	f := newFake(t)
	f.fail(fault{method: "getMyCommands", times: -1, status: 500, body: "no such method"})
	r := newRun(t, f, nil).start(t)
	f.asks(t, anna, "1")
	r.logs(t, "menu and descriptions are not registered")
	if len(f.texts()) != 1 {
		t.Error("not answered")
	}
}

func TestAllowList(t *testing.T) {
	f := newFake(t)
	r := newRun(t, f, func(o *Options) { o.AllowUsers = []int64{anna.id}; o.AllowChats = []int64{-1001} }).start(t)
	f.introduced(t)
	f.asks(t, oleg, "1")
	f.say(oleg, -1002, "/rule 1", nil)
	r.finish(t, f.inquire(oleg, "1"))
	if got := f.recorded(""); len(got) != 0 {
		t.Errorf("a stranger was answered: %v", got)
	}
	f.asks(t, anna, "1")
	f.say(oleg, -1001, "/rule 1", nil)
	r.finish(t, f.inquire(anna, "1"))
	if got := f.recorded(""); len(got) != 3 {
		t.Errorf("calls %v, want three", got)
	}
}

func TestMessagesFromNobodyToAnswer(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	bot := user{66, "robot", "en", true}
	f.say(bot, bot.id, "1", nil)
	f.say(anna, anna.id, "1", map[string]any{"via_bot": user{testBotID, testBotName, "", true}.object()})
	f.say(anna, -1001, "/rule 1", map[string]any{"is_automatic_forward": true})
	f.say(anna, -1001, "", map[string]any{"new_chat_title": "x"})
	f.say(anna, anna.id, "", map[string]any{"pinned_message": map[string]any{"message_id": 1}})
	f.settle(t)
	if got := f.recorded(""); len(got) != 0 {
		t.Errorf("answered: %v", got)
	}
	anonymous := map[string]any{"sender_chat": chatObject(-1001)}
	f.say(user{1087968824, "Group", "", true}, -1001, "/rule 1", anonymous)
	f.settle(t)
	f.say(anna, anna.id, "", map[string]any{"photo": []any{}, "caption": "rule 2"})
	f.settle(t)
	if got := f.texts(); len(got) != 2 || !strings.Contains(got[1], "Rule 2") {
		t.Errorf("texts %q, want an answer to the anonymous administrator, and rule 2", got)
	}
}

// TestWhatHasNoWords gets a line of its own, or nothing where it is a gesture.
func TestWhatHasNoWords(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	for _, x := range []struct{ field, want string }{
		{"sticker", ""}, {"dice", ""},
		{"voice", "listen"}, {"audio", "listen"}, {"video_note", "listen"},
		{"photo", "pictures"}, {"video", "pictures"}, {"document", "files"},
		{"location", "type a question"}, {"contact", "type a question"}, {"poll", "type a question"},
	} {
		before := len(f.texts())
		f.say(anna, anna.id, "", map[string]any{x.field: map[string]any{"file_id": "x"}})
		f.settle(t)
		got := f.texts()[before:]
		if x.want == "" && len(got) != 0 || x.want != "" && (len(got) != 1 || !strings.Contains(got[0], x.want)) {
			t.Errorf("%s: %q", x.field, got)
		}
	}
	for _, s := range []string{"👍", "👍🏽👍", "👨‍👩‍👧 ❤️"} {
		f.say(anna, anna.id, s, nil)
	}
	f.say(anna, anna.id, "?", nil)
	f.settle(t)
	if got := f.texts(); len(got) != 10 {
		t.Errorf("%d texts: %q", len(got), got)
	}
}

// TestAnAlbumIsAnsweredOnce: pictures that are sent together come as messages of their
// own, and one of them may have words.
func TestAnAlbumIsAnsweredOnce(t *testing.T) {
	for name, c := range map[string]struct {
		captions []string
		want     []string
	}{
		"no words":         {[]string{"", "", "", ""}, []string{"pictures"}},
		"words first":      {[]string{"rule 2", "", "", ""}, []string{"Rule 2"}},
		"words later":      {[]string{"", "", "rule 2", ""}, []string{"pictures", "Rule 2"}},
		"words everywhere": {[]string{"rule 1", "rule 2"}, []string{"Rule 1", "Rule 2"}},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			startBot(t, f)
			for _, who := range []user{anna, wei} { // each has an album of that name
				who.language = "en"
				before := len(f.texts())
				for _, caption := range c.captions {
					f.say(who, who.id, "", map[string]any{"photo": []any{}, "media_group_id": "7", "caption": caption})
				}
				f.settle(t)
				got := f.texts()[before:]
				if len(got) != len(c.want) {
					t.Fatalf("%q", got)
				}
				for i, want := range c.want {
					if !strings.Contains(got[i], want) {
						t.Errorf("%q, want %q in it", got[i], want)
					}
				}
			}
		})
	}
}

// A slowLibrary answers when it is let.
type slowLibrary struct {
	*rulesLibrary
	until func()
}

func (l slowLibrary) Answer(ctx context.Context, message string, c answer.Context) (answer.Answer, error) {
	l.until()
	return l.rulesLibrary.Answer(ctx, message, c)
}

// While an answer takes its time the chat shows that it is on its way.
func TestTyping(t *testing.T) {
	f := newFake(t)
	typing := func() bool { // it is shown again
		n := 0
		for _, c := range f.calls {
			if c.method == "sendChatAction" {
				n++
			}
		}
		return n > 1
	}
	slow := slowLibrary{newLibrary(t), func() { f.wait(t, "typing", typing) }}
	r := newRun(t, f, func(o *Options) {
		o.Thinks, o.Chat = true, chat.New(chat.Options{Library: asLibrary(t, slow)})
	}).start(t)
	f.introduced(t)
	f.asks(t, anna, "silent")
	shown := f.recorded("sendChatAction")
	if len(f.recorded("sendMessage")) != 1 || shown[0].fields["action"] != "typing" || shown[0].fields["chat_id"] != strconv.FormatInt(anna.id, 10) {
		t.Errorf("%d replies, %v", len(f.recorded("sendMessage")), shown[0].fields)
	}
	if err := r.stop(); err != nil {
		t.Error(err)
	}
}
