package telegram

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pincite/internal/store"
	"pincite/internal/store/database"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
	"pincite/internal/telegram/queue"
)

// errWeather is what a store in bad weather says.
var errWeather = errors.New("bad weather")

// badWeather returns what has a store fail for a while again and again, as on a machine
// that is starved: what is asked of it then is not done, or is done and its answer is lost.
// A kind "" means good weather.
func badWeather(kind string) database.Via {
	if kind == "" {
		return nil
	}
	const longest = 400 * time.Millisecond
	var mu sync.Mutex
	begins, ends := time.Now(), time.Now()
	bad := func() bool {
		mu.Lock()
		defer mu.Unlock()
		now := time.Now()
		if now.After(ends) {
			begins = now.Add(rand.N(longest))
			ends = begins.Add(rand.N(longest))
		}
		return now.After(begins)
	}
	var begun atomic.Bool
	return func(ctx context.Context, what string, do func(context.Context) error) error {
		if strings.HasPrefix(what, "take ") {
			begun.Store(true) // before that the store is being opened
		}
		if !begun.Load() || !bad() {
			return do(ctx)
		}
		if rand.IntN(4) == 0 {
			do(ctx)
		}
		return errWeather
	}
}

// A failing store fails while it is told to, at one operation or, where none is named, at all.
type failing struct {
	now atomic.Bool
	at  string
}

func (x *failing) via(ctx context.Context, what string, do func(context.Context) error) error {
	if x.now.Load() && (x.at == "" || what == x.at) {
		return errWeather
	}
	return do(ctx)
}

// afterKill opens what a process that is killed now leaves of a state: its files as they
// are on the disk.
func afterKill(t *testing.T, path string, o store.Options) *store.Store {
	t.Helper()
	o.Path = filepath.Join(t.TempDir(), "state")
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + suffix)
		if err == nil {
			err = os.WriteFile(o.Path+suffix, b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return openStore(t, o)
}

// TestAFailingStoreConfirmsNothing: what crowds others out is not confirmed while the store
// fails, as if memory were all there is, and is kept when it answers again.
func TestAFailingStoreConfirmsNothing(t *testing.T) {
	x := new(failing)
	o := testOptions(t, newFake(t), new(buffer))
	o.Store = openStore(t, store.Options{Path: filepath.Join(t.TempDir(), "state"), Via: x.via})
	b, submit := stuck(t, o)
	var jobs []*queue.Job
	for n := range 2 * maxHeld {
		jobs = append(jobs, submit(n+1))
	}
	for _, fails := range []bool{true, false} {
		x.now.Store(fails)
		b.keep(true, jobs...)
		for _, j := range jobs {
			if j.Kept.Load() == fails || j.Loose.Load() {
				t.Fatalf("the store fails: %t; update %d need not come again: %t, and memory alone has it: %t", fails, j.ID, j.Kept.Load(), j.Loose.Load())
			}
		}
	}
}

// TestAReplyThatOnlyMemoryHas: its update is not confirmed, however long it waits, until
// the store has it; a process that is killed then leaves it to the next, which sends it once.
func TestAReplyThatOnlyMemoryHas(t *testing.T) {
	f, x := newFake(t), new(failing)
	path := filepath.Join(t.TempDir(), "state")
	r, server := pushed(t, f, func(o *Options) { o.Store = openStore(t, store.Options{Path: path, Via: x.via}) })
	r.listen(t)
	f.fail(apiFault("sendMessage", 1<<30, 429, "Too Many Requests: retry after 5", `,"parameters":{"retry_after":5}`))
	x.now.Store(true)
	status := make(chan int, 1)
	go func() { status <- carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(2, 11, "2"))) }()
	f.wait(t, "a refusal", func() bool {
		return slices.ContainsFunc(f.calls, func(c apiRecord) bool { return c.method == "sendMessage" })
	})
	r.skip(time.Minute)
	if !r.post.Holds(2, true) {
		t.Error("it is confirmed while memory alone has its reply")
	}
	x.now.Store(false)
	if got := <-status; got != http.StatusOK {
		t.Errorf("status %d though the store has the reply", got)
	}
	next := newFake(t)
	s, again := pushed(t, next, func(o *Options) { o.Store = afterKill(t, path, store.Options{}) })
	s.listen(t)
	push(t, again, questionBody(2, 11, "2"))
	push(t, again, questionBody(3, 11, "3"))
	if said := next.texts(); len(said) != 2 || !strings.Contains(said[0], "Rule 2") || !strings.Contains(said[1], "Rule 3") {
		t.Errorf("the next process said %q, want rules 2 and 3", said)
	}
}

// TestWhatComesFirstIsWaitedFor: a store that fails may have a reply of an earlier process,
// or an update that is kept, and what comes after it in the chat waits; another chat, of
// which it has nothing, does not.
func TestWhatComesFirstIsWaitedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	before := openStore(t, store.Options{Path: path})
	claim, err := before.Take(t.Context(), 1, post.Conversation(11, 0))
	if err == nil {
		_, err = before.Finish(t.Context(), claim, [][]byte{botapi.SendMessage(botapi.Place{Chat: 11}, botapi.Content{Text: "the earlier reply"}).Encode()})
	}
	if err == nil {
		_, err = before.TakeAll(t.Context(), []store.Arrival{{Update: 2, Chat: post.Conversation(11, 0), Person: post.Person(11), Raw: []byte(questionBody(2, 11, "2"))}})
	}
	if err != nil {
		t.Fatal(err)
	}
	f, x := newFake(t), new(failing)
	r, server := pushed(t, f, func(o *Options) { o.Store = afterKill(t, path, store.Options{Via: x.via}) })
	x.now.Store(true)
	r.listen(t)
	status := make(chan int, 1)
	go func() { status <- carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(3, 11, "3"))) }()
	push(t, server, questionBody(4, 12, "1"))
	r.logs(t, "the store is waited for", "update=3")
	if said := f.texts(); len(said) != 1 || !strings.Contains(said[0], "Rule 1") {
		t.Errorf("while the store fails it said %q, want rule 1 to the other chat", said)
	}
	x.now.Store(false)
	if got := <-status; got != http.StatusOK {
		t.Errorf("status %d", got)
	}
	said := f.texts()
	if len(said) != 4 || said[1] != "the earlier reply" || !strings.Contains(said[2], "Rule 2") || !strings.Contains(said[3], "Rule 3") {
		t.Errorf("said %q, want the earlier reply, then rules 2 and 3", said)
	}
}

// TestWhatWasSentIsStruckOffFirst: while a store that fails still lists a reply that was sent,
// the next of its chat is not, which the next process would otherwise send before it again.
func TestWhatWasSentIsStruckOffFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	before := openStore(t, store.Options{Path: path})
	claim, err := before.Take(t.Context(), 1, post.Conversation(11, 0))
	if err == nil {
		said := func(s string) []byte {
			return botapi.SendMessage(botapi.Place{Chat: 11}, botapi.Content{Text: s}).Encode()
		}
		_, err = before.Finish(t.Context(), claim, [][]byte{said("the first reply"), said("the second reply")})
	}
	if err != nil {
		t.Fatal(err)
	}
	f, x := newFake(t), &failing{at: "note what was sent"}
	r, server := pushed(t, f, func(o *Options) { o.Store = afterKill(t, path, store.Options{Via: x.via}) })
	x.now.Store(true)
	r.listen(t)
	status := make(chan int, 1)
	go func() { status <- carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(3, 11, "3"))) }()
	r.logs(t, "the store fails still")
	if said := f.texts(); len(said) != 1 || said[0] != "the first reply" {
		t.Errorf("while the store fails it said %q, want the first reply alone", said)
	}
	x.now.Store(false)
	if got := <-status; got != http.StatusOK {
		t.Errorf("status %d", got)
	}
	f.wait(t, "what waits in the store", func() bool { // it may go on waiting though the update is confirmed
		sent := 0
		for _, c := range f.calls {
			if c.method == "sendMessage" {
				sent++
			}
		}
		return sent >= 3
	})
	if said := f.texts(); len(said) != 3 || said[1] != "the second reply" || !strings.Contains(said[2], "Rule 3") {
		t.Errorf("said %q, want the second reply, then rule 3", said)
	}
}
