package telegram

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/store"
)

// twins are two bots behind a webhook that share a database.
func twins(t *testing.T, f *fake, perMinute int) (servers [2]*httptest.Server) {
	t.Helper()
	address := postgresURL(t)
	for i := range servers {
		r, server := pushed(t, f, func(o *Options) {
			o.Store, o.PerUserPerMinute = openStore(t, store.Options{URL: address}), perMinute
		})
		r.start(t)
		f.wait(t, "the bot to take updates", func() bool { // which it does before it says so
			n := 0
			for _, c := range f.calls {
				if c.method == "setWebhook" {
					n++
				}
			}
			return n > i
		})
		servers[i] = server
	}
	return servers
}

func push(t *testing.T, server *httptest.Server, body string) {
	t.Helper()
	if got := post(t, server.URL, webhookSecret, strings.NewReader(body)); got != http.StatusOK {
		t.Fatalf("status %d", got)
	}
}

// TestWhatIsLeftBehindWhileAnotherWaits: a message waits for an earlier one of its chat,
// which another process has kept; when that goes, the earlier is answered first.
func TestWhatIsLeftBehindWhileAnotherWaits(t *testing.T) {
	f := newFake(t)
	address := postgresURL(t)
	other := openStore(t, store.Options{URL: address})
	kept := []store.Arrival{
		{Update: 1, Chat: conversationKey(11, 0), Person: personKey(11), Raw: []byte(questionBody(1, 11, "1"))},
		{Update: 2, Chat: conversationKey(11, 0), Person: personKey(11), Raw: []byte(questionBody(2, 11, "2"))},
	}
	if of, err := other.TakeAll(t.Context(), kept); err != nil || of[1] != nil || of[2] != nil {
		t.Fatalf("kept: %v, %v", of, err)
	}
	r, server := pushed(t, f, func(o *Options) { o.Store = openStore(t, store.Options{URL: address}) })
	waits, gone := make(chan struct{}), make(chan struct{})
	var once sync.Once
	r.sleep = func(ctx context.Context, d time.Duration) error {
		if d == turnPause {
			once.Do(func() { close(waits) })
			<-gone
		}
		return ctx.Err()
	}
	r.start(t)
	f.wait(t, "the registration", func() bool { return f.webhook["url"] != "" })
	go func() {
		<-waits
		if err := other.Close(); err != nil {
			t.Error(err)
		}
		close(gone)
	}()
	push(t, server, questionBody(3, 11, "3"))
	var said []string
	for _, c := range f.recorded("sendMessage") {
		said = append(said, c.fields["text"])
	}
	if len(said) != 3 || !strings.Contains(said[0], "Rule 1") || !strings.Contains(said[1], "Rule 2") || !strings.Contains(said[2], "Rule 3") {
		t.Errorf("answered %q, want rules 1 to 3", said)
	}
}

// TestAnEditElsewhere answers a question at one replica and its edit at the other: the
// answer is replaced, not repeated.
func TestAnEditElsewhere(t *testing.T) {
	f := newFake(t)
	bots := twins(t, f, 0)
	push(t, bots[0], questionBody(1, 11, "1"))
	edited := strings.Replace(strings.Replace(questionBody(2, 11, "2"), `"message":`, `"edited_message":`, 1), `"message_id":2`, `"message_id":1`, 1)
	push(t, bots[1], edited)
	if sent, edits := f.recorded("sendMessage"), f.recorded("editMessageText"); len(sent) != 1 || len(edits) != 1 || !strings.Contains(edits[0].fields["text"], "Rule 2") {
		t.Errorf("sent %v, edited %v", sent, edits)
	}
	push(t, bots[0], strings.Replace(edited, `"update_id":2`, `"update_id":3`, 1)) // the same words again
	if edits := f.recorded("editMessageText"); len(edits) != 1 {
		t.Errorf("edited for nothing: %v", edits)
	}
}

// TestReplicasCountTogether sends more than the limit, each message to another replica:
// together they answer as many as one would, and say once that it is too much.
func TestReplicasCountTogether(t *testing.T) {
	f := newFake(t)
	bots := twins(t, f, 4)
	for n := range 8 {
		push(t, bots[n%2], questionBody(n+1, 11, fmt.Sprint(1+n%2)))
	}
	sent := f.recorded("sendMessage")
	if len(sent) != 5 || strings.Contains(sent[3].fields["text"], "wait") || !strings.Contains(sent[4].fields["text"], "wait") {
		t.Errorf("%d messages: %v", len(sent), sent)
	}
	inline := `{"update_id":%d,"inline_query":{"id":"%[1]d","from":{"id":11,"is_bot":false,"first_name":"a","language_code":"en"},"query":"card","offset":""}}`
	press := `{"update_id":%d,"callback_query":{"id":"%[1]d","from":{"id":11,"is_bot":false,"first_name":"a","language_code":"en"},"chat_instance":"1","data":"x"}}`
	for method, body := range map[string]string{"answerInlineQuery": inline, "answerCallbackQuery": press} {
		first := map[string]int{"answerInlineQuery": 100, "answerCallbackQuery": 200}[method]
		for n := range 4*inlineFactor + 8 {
			f.mu.Lock()
			f.open[fmt.Sprint(first+n)] = true
			f.mu.Unlock()
			push(t, bots[n%2], fmt.Sprintf(body, first+n))
		}
	}
	f.wait(t, "the buttons' answers", func() bool {
		n := 0
		for _, c := range f.calls {
			if c.method == "answerCallbackQuery" {
				n++
			}
		}
		return n == 4*inlineFactor+8
	})
	told := 0
	for _, c := range f.recorded("answerCallbackQuery") {
		if strings.Contains(c.fields["text"], "wait") {
			told++
		}
	}
	if offers := len(f.recorded("answerInlineQuery")); offers > 4*inlineFactor+2 || told < 6 {
		t.Errorf("%d inline queries answered, %d buttons told to wait", offers, told)
	}
	push(t, bots[0], questionBody(20, 12, "1"))
	if n := len(f.recorded("sendMessage")); n != 6 {
		t.Errorf("another person: %d messages", n)
	}
}
