package telegram

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"pincite/internal/telegram/botapi"
)

// postgresURL makes a schema of the test's own and returns its address.
func postgresURL(t testing.TB) string {
	t.Helper()
	server := os.Getenv("PINCITE_E2E_POSTGRES")
	if server == "" {
		if os.Getenv("PINCITE_REQUIRE_POSTGRES") != "" {
			t.Fatal("PINCITE_E2E_POSTGRES names no PostgreSQL")
		}
		t.Skip("PINCITE_E2E_POSTGRES names no PostgreSQL to test with")
	}
	raw := make([]byte, 8)
	rand.Read(raw)
	schema := "replicas_" + hex.EncodeToString(raw)
	run := func(query string) {
		db, err := pgx.Connect(context.Background(), server)
		if err == nil {
			_, err = db.Exec(context.Background(), query)
			db.Close(context.Background())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	run("CREATE SCHEMA " + schema)
	t.Cleanup(func() { run("DROP SCHEMA " + schema + " CASCADE") })
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", schema)
	u.RawQuery = q.Encode()
	return u.String()
}

// fleetUpdates are put to a fleet in the end.
const fleetUpdates = 2000

// A fleet is several bots that share a database and the fake.
type fleet struct {
	t      *testing.T
	fake   *fake
	seen   *witness
	env    []string
	bots   map[int]*process // by life
	rolled []*process       // that were ended in order
	lives  int
	ends   int // kills and pauses, at each of which so many sends may be in flight
}

func newFleet(t *testing.T, env ...string) *fleet {
	f := newFake(t)
	w := &witness{chats: killChats, updates: fleetUpdates, answers: map[int64][]answered{}, kill: make(chan struct{})}
	f.mu.Lock() // a bot of the test before, being killed, may call an address used again
	f.silent = true
	f.onSend = func(chat int64, text string) { w.see(chat, text, f.caller) }
	f.mu.Unlock()
	out := &fleet{t: t, fake: f, seen: w, env: env, bots: map[int]*process{}}
	t.Cleanup(func() {
		for _, p := range append(slices.Collect(maps.Values(out.bots)), out.rolled...) {
			if said := p.output.String(); t.Failed() {
				t.Logf("a bot said at last:\n%s", said[max(0, len(said)-4000):])
			}
		}
	})
	return out
}

// ask queues questions of [TestKill], so many more of them.
func (f *fleet) ask(questions int) { f.seen.ask(f.fake, questions) }

// lead asks more questions, waits until half as many are answered, and returns who gave
// the last answer. However fast the bots are, that comes.
func (f *fleet) lead(questions int) int {
	f.t.Helper()
	half := f.seen.count() + questions/2
	f.ask(questions)
	return f.leaderAt(half)
}

// start starts one more bot and returns its number.
func (f *fleet) start() int {
	f.lives++
	f.bots[f.lives] = startProcess(f.t, fmt.Sprintf("%s/life%d", f.fake.address(), f.lives), testToken, f.env...)
	return f.lives
}

// leaderAt waits until so many answers are seen in all, and returns who gave the last.
func (f *fleet) leaderAt(answers int) int {
	f.t.Helper()
	f.fake.wait(f.t, "answers", func() bool { return f.seen.count() >= answers })
	f.seen.mu.Lock()
	defer f.seen.mu.Unlock()
	return f.seen.lastLife
}

// successor asks more, now that life cannot answer, waits until another does, and
// returns how long that took.
func (f *fleet) successor(life, questions int) time.Duration {
	f.t.Helper()
	begun := time.Now()
	f.ask(questions)
	f.fake.wait(f.t, "another to take over", func() bool {
		f.seen.mu.Lock()
		defer f.seen.mu.Unlock()
		return f.seen.lastLife != life
	})
	return time.Since(begun)
}

// beatsFail waits until so many more heartbeats of each bot have failed.
func (f *fleet) beatsFail(more int) {
	f.t.Helper()
	const late = "tell the database that this process lives"
	said := map[int]int{} // before: under load a beat may be late without an outage
	for life, p := range f.bots {
		said[life] = p.said(late)
	}
	for life, p := range f.bots {
		hasSaid(f.t, p, late, said[life]+more)
	}
}

// count returns how many answers there were.
func (w *witness) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.sent
}

// complete reports whether every question was answered.
func (w *witness) complete() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	for chat := int64(1000); chat < int64(1000+w.chats); chat++ {
		if !slices.ContainsFunc(w.answers[chat], func(a answered) bool { return a.question == w.each()-1 }) {
			return false
		}
	}
	return true
}

// stop waits until everything is answered, replies that were left over included,
// and ends all bots in order.
func (f *fleet) stop() {
	f.fake.wait(f.t, "all answers", f.seen.complete)
	for life, p := range f.bots {
		if err := p.terminate(); err != nil {
			f.t.Errorf("bot %d: %v\n%s", life, err, p.output)
		}
	}
}

// check holds what was answered against the promise.
func (f *fleet) check() {
	f.t.Helper()
	repeated := checkOrder(f.t, f.seen)
	f.t.Logf("%d kills and pauses, %d of %d answered again", f.ends, repeated, fleetUpdates)
	if repeated > f.ends*processWorkers {
		f.t.Errorf("%d answered again, at most %d were being sent", repeated, f.ends*processWorkers)
	}
}

// checkOrder wants every question of every chat answered, none before those
// that came before it, and returns how many were answered again.
func checkOrder(t *testing.T, w *witness) (repeated int) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for chat := int64(1000); chat < int64(1000+w.chats); chat++ {
		next := 0
		for _, a := range w.answers[chat] {
			switch {
			case a.question == next:
				next++
			case a.question < next:
				repeated++
			default:
				t.Errorf("chat %d: question %d was answered before %d", chat, a.question, next)
			}
		}
		if next != w.each() {
			t.Errorf("chat %d: answered up to question %d", chat, next)
		}
	}
	return repeated
}

// TestPollingReplicas runs three bots that poll. Whoever polls is killed, then
// stopped for longer than it is believed to live; another goes on.
func TestPollingReplicas(t *testing.T) {
	t.Parallel()
	t.Run("many chats", func(t *testing.T) { polledBySeveral(t, killChats) })
	t.Run("few chats", func(t *testing.T) { polledBySeveral(t, fewChats) })
}

func polledBySeveral(t *testing.T, chats int) {
	f := newFleet(t, "PINCITE_TEST_STORE_URL="+postgresURL(t))
	f.seen.chats = chats
	const more = 200                         // questions, for each successor
	const part = (fleetUpdates - 3*more) / 4 // for each leader
	for range 3 {
		f.start()
	}
	killed := f.lead(part)
	f.bots[killed].kill()
	delete(f.bots, killed)
	f.ends++
	t.Logf("after a kill another answers in %s", f.successor(killed, more).Round(10*time.Millisecond))

	paused := f.lead(part)
	must(t, f.bots[paused].cmd.Process.Signal(syscall.SIGSTOP))
	f.ends++
	t.Logf("after a pause another answers in %s", f.successor(paused, more).Round(10*time.Millisecond))
	f.lead(part)
	must(t, f.bots[paused].cmd.Process.Signal(syscall.SIGCONT))

	rolled := f.lead(part) // a rolling restart: one comes, one goes
	f.start()
	must(t, f.bots[rolled].terminate())
	f.rolled = append(f.rolled, f.bots[rolled])
	delete(f.bots, rolled)
	t.Logf("after a stop another answers in %s", f.successor(rolled, more).Round(10*time.Millisecond))

	f.fake.wait(t, "all updates to be confirmed", func() bool { return len(f.fake.updates) == 0 })
	f.stop()
	f.check()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestPushedReplicas pushes updates to three bots behind a webhook, each update to
// another, and repeats what is not taken, as the platform does; bots are killed
// and stopped meanwhile.
func TestPushedReplicas(t *testing.T) {
	t.Parallel()
	f := newFleet(t, "PINCITE_TEST_STORE_URL="+postgresURL(t), "PINCITE_TEST_WEBHOOK=1")
	for range 3 {
		f.start()
	}
	p := &pusher{addresses: map[int]string{}}
	for life, bot := range f.bots {
		p.add(life, address(t, bot))
	}
	f.ask(fleetUpdates)
	var pushing sync.WaitGroup
	connections := make(chan struct{}, 40) // as many as the platform opens
	for chat, queue := range f.fake.byChat() {
		pushing.Go(func() {
			for n, u := range queue {
				connections <- struct{}{}
				p.push(int(chat)+n, u.body)
				<-connections
			}
		})
	}
	for kill := range 2 {
		killed := f.leaderAt(200 + 300*kill)
		f.bots[killed].kill()
		p.drop(killed)
		delete(f.bots, killed)
		f.ends++
		life := f.start()
		p.add(life, address(t, f.bots[life]))
	}
	paused := f.leaderAt(800)
	must(t, f.bots[paused].cmd.Process.Signal(syscall.SIGSTOP))
	f.ends++
	f.leaderAt(1200)
	must(t, f.bots[paused].cmd.Process.Signal(syscall.SIGCONT))
	pushing.Wait()
	f.fake.confirmAll()
	f.stop()
	f.check()
}

// TestRollingRestartWithANewDocument replaces two bots behind a webhook by two with a
// later edition, one after another, in the midst of a conversation: what follows on
// what was said of the one is never answered from the other.
func TestRollingRestartWithANewDocument(t *testing.T) {
	t.Parallel()
	f := newFleet(t, "PINCITE_TEST_STORE_URL="+postgresURL(t), "PINCITE_TEST_WEBHOOK=1")
	said := make(chan string, 10)
	f.fake.mu.Lock()
	f.fake.onSend = func(_ int64, text string) { said <- text }
	f.fake.mu.Unlock()
	p := &pusher{}
	ask := func(life int, question, want string) {
		t.Helper()
		f.fake.say(anna, anna.id, question, nil)
		f.fake.mu.Lock()
		body := f.fake.updates[len(f.fake.updates)-1].body
		f.fake.mu.Unlock()
		if !p.pushed(address(t, f.bots[life]), body) {
			t.Fatalf("bot %d does not take %q", life, question)
		}
		if got := <-said; !strings.Contains(got, want) {
			t.Errorf("bot %d answers %q with %q, want %q", life, question, got, want)
		}
	}
	old, other := f.start(), f.start()
	ask(old, "rule 2", "Rule 2: Cards")
	ask(other, "the next one", "Rule 3: Silence")
	f.env = append(f.env, "PINCITE_TEST_REISSUED=1")
	young := f.start()
	must(t, f.bots[old].terminate())
	delete(f.bots, old)
	ask(other, "rule 2", "Rule 2: Cards")
	const unknown = "nothing about this" // rather than the rule after another rule 2
	ask(young, "the next one", unknown)
	ask(young, "rule 2", "Rule 2: Bags")
	ask(other, "the next one", unknown)
	last := f.start()
	must(t, f.bots[other].terminate())
	delete(f.bots, other)
	ask(young, "rule 2", "Rule 2: Bags")
	ask(last, "the next one", "Rule 3: Cards")
	f.fake.confirmAll()
	for _, bot := range f.bots {
		must(t, bot.terminate())
	}
}

// byChat returns the updates of each chat, in order.
func (f *fake) byChat() map[int64][]rawUpdate {
	f.mu.Lock()
	defer f.mu.Unlock()
	queues := map[int64][]rawUpdate{}
	for n, u := range f.updates {
		chat := int64(n % killChats)
		queues[chat] = append(queues[chat], u)
	}
	return queues
}

// A pusher is the platform's side of a webhook behind a load balancer.
type pusher struct {
	mu        sync.Mutex
	addresses map[int]string // by life
}

func (p *pusher) add(life int, address string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.addresses[life] = address
}

func (p *pusher) drop(life int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.addresses, life)
}

// to returns the address of one of the bots.
func (p *pusher) to(n int) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all []string
	for _, a := range p.addresses {
		all = append(all, a)
	}
	slices.Sort(all)
	return all[n%len(all)]
}

// push pushes an update until one of the bots has taken it. One that does not
// answer in time is tried again elsewhere.
func (p *pusher) push(n int, body string) {
	for ; !p.pushed(p.to(n), body); n++ {
		again()
	}
}

// again waits before an update is pushed again, as the platform does, but shorter: a bot
// that refuses for a second would be asked thousands of times.
func again() { time.Sleep(50 * time.Millisecond) }

func (p *pusher) pushed(address, body string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+address+"/hook", strings.NewReader(body))
	if err != nil {
		return false
	}
	req.Header.Set(botapi.SecretHeader, webhookSecret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// address waits until a bot tells where it listens.
func address(t *testing.T, p *process) string {
	t.Helper()
	hasSaid(t, p, listensOn, 1)
	_, after, _ := strings.Cut(p.output.String(), listensOn)
	address, _, _ := strings.Cut(after, "\n")
	return address
}

// hasSaid waits until a bot has said something so many times, each on a line.
func hasSaid(t *testing.T, p *process, what string, times int) {
	t.Helper()
	if p.output.until(patienceOfTests, func(string) bool { return p.said(what) >= times }) {
		return
	}
	t.Fatalf("the bot has not said %q %d times:\n%s", what, times, p.output)
}

// said returns how many whole lines of a bot have that.
func (p *process) said(what string) (n int) {
	for line := range strings.Lines(p.output.String()) {
		if strings.Contains(line, what) && strings.HasSuffix(line, "\n") {
			n++
		}
	}
	return n
}

// TestDatabaseAway takes the database away from two bots that poll, for longer
// than either is believed to live: nothing is lost, and when it is back they go
// on. A bot that has the database to itself goes on meanwhile.
func TestDatabaseAway(t *testing.T) {
	t.Parallel()
	for _, bots := range []int{1, 2} {
		t.Run(fmt.Sprint(bots), func(t *testing.T) {
			wire := newWire(t, postgresURL(t), 0)
			f := newFleet(t, "PINCITE_TEST_STORE_URL="+wire.url)
			for range bots {
				f.start()
			}
			for _, p := range f.bots {
				if bots > 1 {
					hasSaid(t, p, fmt.Sprint("replicas=", bots), 1)
				}
			}
			const later = 600
			f.ask(fleetUpdates - later)
			f.leaderAt(300)
			wire.cut(true)
			f.ends += bots
			before := f.seen.count()
			if bots == 1 {
				f.leaderAt(800)
				t.Logf("%d answers while the database was away", f.seen.count()-before)
			} else {
				f.beatsFail(4) // longer than a bot is believed to live
				t.Logf("%d answers while the database was away", f.seen.count()-before)
			}
			wire.cut(false)
			begun := time.Now()
			f.lead(later)
			t.Logf("answers again after %s", time.Since(begun).Round(10*time.Millisecond))
			f.fake.wait(t, "all updates to be confirmed", func() bool { return len(f.fake.updates) == 0 })
			f.stop()
			f.check()
		})
	}
}

// TestDatabaseRefuses has the database of one bot refuse what is to be kept, as one does
// that is full or may only be read: the bot goes on, and says what is wrong.
func TestDatabaseRefuses(t *testing.T) {
	t.Parallel()
	address := postgresURL(t)
	f := newFleet(t, "PINCITE_TEST_STORE_URL="+address)
	life := f.start()
	f.ask(fleetUpdates)
	f.leaderAt(300)
	db, err := pgx.Connect(t.Context(), address)
	must(t, err)
	defer db.Close(context.WithoutCancel(t.Context()))
	run := func(query string) {
		t.Helper()
		_, err := db.Exec(t.Context(), query)
		must(t, err)
	}
	run("ALTER TABLE updates RENAME TO elsewhere")
	f.ends++
	before := f.seen.count()
	f.leaderAt(800)
	hasSaid(t, f.bots[life], "the store keeps nothing", 1)
	t.Logf("%d answers while the database refused", f.seen.count()-before)
	run("ALTER TABLE elsewhere RENAME TO updates")
	f.fake.wait(t, "all updates to be confirmed", func() bool { return len(f.fake.updates) == 0 })
	hasSaid(t, f.bots[life], "the store works again", 1)
	f.stop()
	f.check()
}

// A wire carries connections to the database, until it is cut.
type wire struct {
	url             string
	network, target string
	late            time.Duration // each reply of the database

	mu    sync.Mutex
	dead  bool
	conns []net.Conn
}

func newWire(t *testing.T, address string, late time.Duration) *wire {
	t.Helper()
	u, err := url.Parse(address)
	must(t, err)
	q := u.Query()
	c, err := pgx.ParseConfig(address)
	must(t, err)
	w := &wire{late: late}
	w.network, w.target = pgconn.NetworkAddress(c.Host, c.Port)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	t.Cleanup(func() { listener.Close() })
	q.Del("host")
	q.Del("port")
	q.Set("sslmode", "disable")
	u.Host, u.RawQuery = listener.Addr().String(), q.Encode()
	w.url = u.String()
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			go w.carry(c)
		}
	}()
	return w
}

func (w *wire) carry(c net.Conn) {
	defer c.Close()
	server, err := net.Dial(w.network, w.target)
	if err != nil {
		return
	}
	defer server.Close()
	w.mu.Lock()
	if w.dead {
		w.mu.Unlock()
		return
	}
	w.conns = append(w.conns, c, server)
	w.mu.Unlock()
	go func() {
		io.Copy(server, c)
		server.Close()
	}()
	if w.late == 0 {
		io.Copy(c, server)
		return
	}
	reply := make([]byte, 1<<16)
	for {
		n, err := server.Read(reply)
		time.Sleep(w.late)
		if _, failed := c.Write(reply[:n]); err != nil || failed != nil {
			return
		}
	}
}

// cut ends all connections and lets no more through, or lets them through again.
func (w *wire) cut(dead bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.dead = dead
	if dead {
		for _, c := range w.conns {
			c.Close()
		}
		w.conns = nil
	}
}
