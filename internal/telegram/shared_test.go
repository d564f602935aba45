package telegram

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/limit"
	"pincite/internal/telegram/outbox"
	"pincite/internal/telegram/post"
	"pincite/internal/telegram/queue"
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
	if got := carry(t, server.URL, webhookSecret, strings.NewReader(body)); got != http.StatusOK {
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
		{Update: 1, Chat: post.Conversation(11, 0), Person: post.Person(11), Raw: []byte(questionBody(1, 11, "1"))},
		{Update: 2, Chat: post.Conversation(11, 0), Person: post.Person(11), Raw: []byte(questionBody(2, 11, "2"))},
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
	r.listen(t)
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

// TestWhatAnotherHandlesHoldsUpNobody polls a message that another process handles, then
// those of others: they are answered, none is confirmed before that one is handled.
func TestWhatAnotherHandlesHoldsUpNobody(t *testing.T) {
	f := newFake(t)
	address := postgresURL(t)
	other := openStore(t, store.Options{URL: address})
	first := f.nextUpdate + 1
	claim, err := other.Take(t.Context(), int64(first), post.Conversation(anna.id, 0))
	if err != nil {
		t.Fatal(err)
	}
	f.say(anna, anna.id, "1", nil)
	f.say(user{id: 12, name: "b", language: "en"}, 12, "2", nil)
	r := newRun(t, f, func(o *Options) { o.Store = openStore(t, store.Options{URL: address}) }).start(t)
	f.wait(t, "the other's answer", func() bool { return len(f.messages) == 1 })
	if got := f.texts(); !strings.Contains(got[0], "Rule 2") || f.unconfirmed() != 2 {
		t.Errorf("answered %q, and %d updates wait to be confirmed, want 2", got, f.unconfirmed())
	}
	if _, err := other.Finish(t.Context(), claim, nil); err != nil {
		t.Error(err)
	}
	f.wait(t, "both to be confirmed", func() bool { return len(f.updates) == 0 })
	if err := r.stop(); err != nil || len(f.texts()) != 1 {
		t.Errorf("%v; answered %q", err, f.texts())
	}
}

// unconfirmed returns how many updates are not confirmed.
func (f *fake) unconfirmed() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.updates)
}

// TestAChatThatIsBusyElsewhereHoldsNoWorker: a message waits as long as another process has
// a reply to its chat that waits, and the only worker answers others meanwhile.
func TestAChatThatIsBusyElsewhereHoldsNoWorker(t *testing.T) {
	f := newFake(t)
	address := postgresURL(t)
	other := openStore(t, store.Options{URL: address})
	r, server := pushed(t, f, func(o *Options) {
		o.Store, o.Workers = openStore(t, store.Options{URL: address}), 1
	})
	waits := make(chan struct{})
	var once sync.Once
	r.sleep = func(ctx context.Context, d time.Duration) error {
		if d == turnPause {
			once.Do(func() { close(waits) })
		}
		return botapi.Sleep(ctx, d)
	}
	r.listen(t)
	claim, err := other.Take(t.Context(), 1, post.Conversation(21, 0))
	if err == nil {
		_, err = other.Finish(t.Context(), claim, [][]byte{botapi.SendMessage(botapi.Place{Chat: 21}, botapi.Content{Text: "the other's reply"}).Encode()})
	}
	if err != nil {
		t.Fatal(err)
	}
	answered := make(chan int, 1)
	go func() { answered <- carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(2, 21, "1"))) }()
	<-waits
	push(t, server, questionBody(3, 98, "2"))
	if said := f.texts(); len(said) != 1 || !strings.Contains(said[0], "Rule 2") {
		t.Errorf("meanwhile answered %q, want rule 2", said)
	}
	if err := other.Close(); err != nil { // from now on its reply is this one's to send
		t.Error(err)
	}
	if status, said := <-answered, f.texts(); status != http.StatusOK || len(said) != 3 || said[1] != "the other's reply" || !strings.Contains(said[2], "Rule 1") {
		t.Errorf("status %d, answered %q", status, said)
	}
}

// TestWhatWasSentIsNotSentAgain though the store, whose word that it has a reply was lost
// on the way, has it.
func TestWhatWasSentIsNotSentAgain(t *testing.T) {
	f := newFake(t)
	s := openStore(t, store.Options{Path: filepath.Join(t.TempDir(), "state")})
	r, server := pushed(t, f, func(o *Options) { o.Store = s })
	r.listen(t)
	push(t, server, questionBody(1, 11, "1"))
	claim, err := s.Take(t.Context(), 2, post.Conversation(11, 0))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Finish(t.Context(), claim, [][]byte{botapi.SendMessage(botapi.Place{Chat: 11}, botapi.Content{Text: "again"}).Encode()}); err != nil {
		t.Fatal(err)
	}
	r.post.Strike(t.Context(), &outbox.Letter{Loose: true, Outgoing: store.Outgoing{Update: 2}}) // memory alone had it, and has sent it
	push(t, server, questionBody(3, 11, "3"))
	if said := f.texts(); len(said) != 2 || !strings.Contains(said[1], "Rule 3") {
		t.Errorf("said %q, want rules 1 and 3", said)
	}
	if chats, err := s.Unsent(t.Context()); err != nil || len(chats) != 0 {
		t.Errorf("unsent still: %q, %v", chats, err)
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
		for n := range 4*limit.Factor + 8 {
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
		return n == 4*limit.Factor+8
	})
	told := 0
	for _, c := range f.recorded("answerCallbackQuery") {
		if strings.Contains(c.fields["text"], "wait") {
			told++
		}
	}
	if offers := len(f.recorded("answerInlineQuery")); offers > 4*limit.Factor+2 || told < 6 {
		t.Errorf("%d inline queries answered, %d buttons told to wait", offers, told)
	}
	push(t, bots[0], questionBody(20, 12, "1"))
	if n := len(f.recorded("sendMessage")); n != 6 {
		t.Errorf("another person: %d messages", n)
	}
}

// TestWhatWasHandledIsHandledOnce: an update that was answered while the store failed is
// not answered again before a later one of its chat, though the store still has it.
func TestWhatWasHandledIsHandledOnce(t *testing.T) {
	f := newFake(t)
	s := openStore(t, store.Options{Path: filepath.Join(t.TempDir(), "state")})
	r, server := pushed(t, f, func(o *Options) { o.Store = s })
	r.listen(t)
	push(t, server, questionBody(1, 11, "1"))
	raw := []byte(questionBody(2, 11, "2"))
	if of, err := s.TakeAll(t.Context(), []store.Arrival{{Update: 2, Chat: post.Conversation(11, 0), Person: post.Person(11), Raw: raw}}); err != nil || of[2] != nil {
		t.Fatalf("kept: %v, %v", of, err)
	}
	r.handled.Add(2, struct{}{}) // without the store
	push(t, server, questionBody(3, 11, "3"))
	if said := f.texts(); len(said) != 2 || !strings.Contains(said[1], "Rule 3") {
		t.Errorf("answered %q, want rules 1 and 3", said)
	}
	if kept, err := s.Kept(t.Context()); err != nil || len(kept) != 0 {
		t.Errorf("kept still: %s, %v", kept, err)
	}
}

// stuck returns a bot that gets to handle nothing before the test is over, and what submits
// a question to it.
func stuck(t *testing.T, o Options) (b *Bot, submit func(update int) *queue.Job) {
	t.Helper()
	b, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	busy := make(chan struct{})
	q := queue.New(1, func(context.Context, *botapi.Update) bool { <-busy; return true }, func(string) {})
	b.queue.Store(q)
	t.Cleanup(func() {
		close(busy)
		q.Drain(time.Minute)
	})
	return b, func(update int) *queue.Job {
		t.Helper()
		raw := []byte(questionBody(update, 11, "1"))
		u, err := botapi.Decode(raw)
		if err != nil {
			t.Fatal(err)
		}
		j, _, err := q.Submit(u, raw, 0)
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
}

// TestTheStoreKeepsWhatMemoryHeld: what memory alone had while the store failed is the
// store's when that answers again, so that the next process finds it.
func TestTheStoreKeepsWhatMemoryHeld(t *testing.T) {
	o := testOptions(t, newFake(t), new(buffer))
	o.Store = openStore(t, store.Options{Path: filepath.Join(t.TempDir(), "state")})
	b, submit := stuck(t, o)
	j := submit(7)
	j.Kept.Store(true)
	b.keepLoose() // the store has it already, as far as is known
	if kept, err := o.Store.Kept(t.Context()); err != nil || len(kept) != 0 {
		t.Errorf("kept for nothing: %s, %v", kept, err)
	}
	j.Loose.Store(true)
	b.keepLoose()
	if kept, err := o.Store.Kept(t.Context()); err != nil || len(kept) != 1 || string(kept[0]) != questionBody(7, 11, "1") || j.Loose.Load() {
		t.Errorf("kept: %s, %v; in memory alone: %v", kept, err, j.Loose.Load())
	}
}
