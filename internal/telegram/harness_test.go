package telegram

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pincite/internal/chat"
	"pincite/internal/metrics"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
)

// A run is a bot at work against a fake.
type run struct {
	*Bot
	fake *fake
	log  *buffer
	stop func() error        // ends Run and returns its error
	skip func(time.Duration) // moves the bot's clock on
	done chan struct{}
}

// A buffer is a bytes.Buffer for several goroutines.
type buffer struct {
	mu    sync.Mutex
	buf   bytes.Buffer
	grown chan struct{} // closed when something is written; nil if nobody waits for it
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.grown != nil {
		close(b.grown)
		b.grown = nil
	}
	return b.buf.Write(p)
}

// until waits until what was written is as wanted, but no longer than patience. It
// reports whether it is.
func (b *buffer) until(patience time.Duration, wanted func(all string) bool) bool {
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		b.mu.Lock()
		all := b.buf.String()
		if b.grown == nil {
			b.grown = make(chan struct{})
		}
		grown := b.grown
		b.mu.Unlock()
		if wanted(all) {
			return true
		}
		select {
		case <-grown:
		case <-late.C:
			return false
		}
	}
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// testOptions are options for a bot of the fake; its polls end soon after
// those that wait for it.
func testOptions(t testing.TB, f *fake, out io.Writer) Options {
	log := slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: slog.LevelDebug}))
	return Options{
		Token: testToken, APIURL: f.address(), Metrics: metrics.New(), Workers: 4,
		Chat:  chat.New(chat.Options{Library: asLibrary(t, newLibrary(t)), Log: log}),
		Store: openStore(t, store.Options{}),
		Log:   log,
	}
}

// openStore opens a store for as long as the test runs.
func openStore(t testing.TB, o store.Options) *store.Store {
	t.Helper()
	o.Secret = testToken
	s, err := store.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// newRun makes a bot whose pauses take no time; start it with start.
func newRun(t testing.TB, f *fake, change func(*Options)) *run {
	t.Helper()
	r := &run{fake: f, log: new(buffer), done: make(chan struct{})}
	o := testOptions(t, f, r.log)
	if change != nil {
		change(&o)
	}
	b, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	r.Bot, r.skip = b, hasten(b)
	return r
}

// hasten makes a bot's pauses take no time: its clock jumps to their end. It returns
// what makes it jump.
func hasten(b *Bot) (skip func(time.Duration)) {
	var skipped atomic.Int64
	skip = func(d time.Duration) { skipped.Add(int64(d)) }
	b.now = func() time.Time { return time.Now().Add(time.Duration(skipped.Load())) }
	b.sleep = func(ctx context.Context, _ time.Duration) error { return ctx.Err() }
	b.after = func(d time.Duration, f func()) {
		skip(d)
		time.AfterFunc(time.Millisecond, f)
	}
	return skip
}

// hurry gives the bot a client whose calls end after timeout, polls excepted.
func (r *run) hurry(t testing.TB, timeout time.Duration) {
	t.Helper()
	var err error
	r.client, err = botapi.New(botapi.Options{Token: testToken, Address: r.fake.address(), Timeout: timeout})
	if err != nil {
		t.Fatal(err)
	}
}

// start runs the bot until the test ends or stop is called.
func (r *run) start(t testing.TB) *run {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	var err error
	go func() {
		defer close(r.done)
		err = r.Run(ctx)
	}()
	r.stop = func() error {
		cancel()
		<-r.done
		return err
	}
	t.Cleanup(func() {
		if err := r.stop(); err != nil && !t.Failed() {
			t.Logf("Run ended with %v", err)
		}
	})
	return r
}

// startBot is a bot with no change to its options, past its introduction.
func startBot(t testing.TB, f *fake) *run {
	t.Helper()
	r := newRun(t, f, nil).start(t)
	f.introduced(t)
	return r
}

// introduced waits until the bot has polled and registered all its menus, and
// forgets the calls so far.
func (f *fake) introduced(t testing.TB) {
	t.Helper()
	f.wait(t, "the introduction", func() bool {
		n := 0
		for _, c := range f.calls {
			if strings.HasPrefix(c.method, "getMy") {
				n++
			}
		}
		return n >= 16 && len(f.settings) == 16 && f.waiting
	})
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls = nil
}

// logs waits until the log holds a line with all the words.
func (r *run) logs(t testing.TB, words ...string) {
	t.Helper()
	has := func(all string) bool {
		for line := range strings.Lines(all) {
			if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(line, w) }) {
				return true
			}
		}
		return false
	}
	if r.log.until(10*time.Second, has) {
		return
	}
	t.Fatalf("no line with %q in the log:\n%s", words, r.log)
}

// texts returns the texts sent, without markup, in order.
func (f *fake) texts() []string {
	var out []string
	for _, c := range f.recorded("sendMessage") {
		if c.refuse == "" {
			p, _ := checkText(c.fields["text"], c.fields["parse_mode"])
			out = append(out, p.plain)
		}
	}
	return out
}

// A user of the tests.
type user struct {
	id       int64
	name     string
	language string
	bot      bool
}

var (
	anna = user{11, "anna", "en", false}
	wei  = user{12, "wei", "zh-hans", false}
	oleg = user{13, "oleg", "ru", false}
	inez = user{14, "inez", "es", false}
)

func (u user) object() map[string]any {
	return map[string]any{"id": u.id, "is_bot": u.bot, "first_name": u.name, "username": u.name, "language_code": u.language}
}

// say sends a message from u to a chat: u's own for private chats. more holds
// further fields of the message. It returns the number of the message.
func (f *fake) say(u user, chat int64, text string, more map[string]any) int {
	m := map[string]any{
		"message_id": f.id(), "date": 1, "from": u.object(), "chat": chatObject(chat), "text": text,
	}
	for k, v := range more {
		m[k] = v
	}
	f.push(botapi.KindMessage, m)
	return m["message_id"].(int)
}

func chatObject(id int64) map[string]any {
	if id > 0 {
		return map[string]any{"id": id, "type": "private"}
	}
	return map[string]any{"id": id, "type": "supergroup", "title": "Readers"}
}

// asks sends a message to u's private chat and waits for what comes of it.
func (f *fake) asks(t testing.TB, u user, text string) {
	t.Helper()
	f.say(u, u.id, text, nil)
	f.settle(t)
}

// finish waits until the bot is done with an update, which it may confirm before.
func (r *run) finish(t testing.TB, update int) {
	t.Helper()
	r.fake.settle(t)
	if j := r.queue.Load().Job(update); j != nil {
		<-j.Done()
	}
}

// left returns how many updates are not confirmed.
func (f *fake) left() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.updates)
}

// arrive waits until the bot has sent so many messages in all.
func (f *fake) arrive(t testing.TB, n int) {
	t.Helper()
	f.wait(t, strconv.Itoa(n)+" messages", func() bool { return len(f.messages) >= n })
}

// press presses a button with that data below a message.
func (f *fake) press(u user, key messageKey, data string) {
	f.mu.Lock()
	f.nextID++
	id := f.nextID
	f.open[strconv.Itoa(id)] = true
	text := f.messages[key].plain
	f.mu.Unlock()
	f.push(botapi.KindCallback, map[string]any{
		"id": strconv.Itoa(id), "from": u.object(), "chat_instance": "1", "data": data,
		"message": map[string]any{
			"message_id": key.id, "date": 1, "chat": chatObject(key.chat), "text": text,
			"from": user{testBotID, testBotName, "", true}.object(),
		},
	})
}

// inquire sends an inline query and returns the number of its update.
func (f *fake) inquire(u user, text string) int {
	f.mu.Lock()
	f.nextID++
	id := f.nextID
	f.open[strconv.Itoa(id)] = true
	f.mu.Unlock()
	return f.push(botapi.KindInline, map[string]any{"id": strconv.Itoa(id), "from": u.object(), "query": text, "offset": ""})
}

// last returns the newest message of the bot in a chat.
func (f *fake) last(chat int64) messageKey {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := messageKey{chat: chat}
	for k, m := range f.messages {
		if k.chat == chat && k.id > key.id && m.from == testBotID {
			key = k
		}
	}
	return key
}
