package telegram

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/telegram/post"
)

const (
	killChats = 200
	fewChats  = 8 // each of which asks more than has a place

	// stillFor is for how long nothing happens where nothing is to come.
	stillFor = 5 * time.Minute
)

// killUpdates are put while a bot is killed about killTimes times. A longer run:
//
//	PINCITE_KILLS=45 go test ./internal/telegram -run Kill -v
var killUpdates, killTimes = killRun()

func killRun() (updates, kills int) {
	if n, err := strconv.Atoi(os.Getenv("PINCITE_KILLS")); err == nil && n > 0 {
		return 6000, n
	}
	if underRace {
		return 1000, 6
	}
	return 2000, 13
}

// A witness sees what was answered. Its fields are guarded by mu.
type witness struct {
	mu       sync.Mutex
	chats    int // who asks
	updates  int // all that is asked in the end
	asked    int // so far
	answers  map[int64][]answered
	sent     int
	lastLife int // who answered last
	life     int // number of the newest process
	killAt   int // sent messages after which to kill
	kill     chan struct{}
	unheard  map[int]int          // sends by process that it has seen no answer to, and repeated though the fake may have taken them
	badStore bool                 // what is not confirmed may be answered without the store
	beside   func(f *fake, n int) // puts something else beside the nth question; nil for nothing
}

type answered struct{ question, life int }

var questionNumber = regexp.MustCompile(`echo number (\d+) of`)

// see notes an answer. What a killed process has sent may be read after its
// successor has begun; caller tells them apart.
func (w *witness) see(chat int64, text, caller string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	m := questionNumber.FindStringSubmatch(text)
	if m == nil {
		return
	}
	n, _ := strconv.Atoi(m[1])
	life, _ := strconv.Atoi(strings.TrimPrefix(caller, "/life"))
	w.answers[chat] = append(w.answers[chat], answered{n, life})
	w.lastLife = life
	if w.sent++; w.sent == w.killAt {
		close(w.kill)
	}
}

// aim sets the next kill a random number of answers ahead.
func (w *witness) aim() (life int, reached <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.life++
	w.killAt = w.sent + 1 + rand.IntN(2*w.updates/killTimes)
	w.kill = make(chan struct{})
	return w.life, w.kill
}

// each returns how many questions each chat asks.
func (w *witness) each() int { return w.updates / w.chats }

// ask queues the next questions, so many of them.
func (w *witness) ask(f *fake, questions int) {
	for n := w.asked; n < w.asked+questions; n++ {
		if w.beside != nil {
			w.beside(f, n)
		}
		chat := int64(1000 + n%w.chats)
		f.say(user{id: chat, name: "u", language: "en"}, chat, fmt.Sprintf("echo number %d of %d", n/w.chats, w.each()), nil)
	}
	w.asked += questions
}

// TestKill kills the bot's process at random points while thousands of updates of 200
// chats, or of a few that crowd others out, are under way. Every question is answered, in order within its chat,
// and only what was in flight at a kill is answered twice: with state in memory
// what was not confirmed, with a database what was just being sent.
func TestKill(t *testing.T) {
	t.Parallel()
	of := func(chats int) *witness { return &witness{chats: chats, updates: killUpdates} }
	t.Run("memory", func(t *testing.T) { killed(t, newFake(t), of(killChats)) })
	kept := func(t *testing.T) string { return "PINCITE_TEST_STORE_PATH=" + filepath.Join(t.TempDir(), "state") }
	t.Run("sqlite", func(t *testing.T) { killed(t, newFake(t), of(killChats), kept(t)) })
	if os.Getenv("PINCITE_KILLS") != "" { // which takes long: the next goes on when it has seen for some seconds that none beats
		t.Run("postgres", func(t *testing.T) { killed(t, newFake(t), of(killChats), "PINCITE_TEST_STORE_URL="+postgresURL(t)) })
	}
	t.Run("sqlite, few chats", func(t *testing.T) { killed(t, newFake(t), of(fewChats), kept(t)) })
	for _, chats := range []int{killChats, fewChats} {
		t.Run(fmt.Sprintf("sqlite that fails, %d chats", chats), func(t *testing.T) {
			w := of(chats)
			w.badStore = true
			killed(t, newFake(t), w, kept(t), "PINCITE_TEST_STORE_WEATHER=bad")
		})
	}
	t.Run("sqlite that fails, replies waiting", func(t *testing.T) {
		f := newFake(t)
		f.fail(apiFault("sendMessage", killUpdates/2, 429, "Too Many Requests: retry after 1", `,"parameters":{"retry_after":1}`))
		w := of(killChats)
		w.badStore = true
		killed(t, f, w, kept(t), "PINCITE_TEST_STORE_WEATHER=bad")
	})
	t.Run("sqlite, replies waiting", func(t *testing.T) {
		f := newFake(t)
		f.fail(apiFault("sendMessage", killUpdates/2, 429, "Too Many Requests: retry after 1", `,"parameters":{"retry_after":1}`))
		killed(t, f, of(killChats), kept(t))
	})
}

// killed has the chats of a witness ask what they ask while the processes that answer are
// killed. env says where those keep their state; without it they have memory alone.
func killed(t *testing.T, f *fake, w *witness, env ...string) {
	w.answers, w.unheard = map[int64][]answered{}, map[int]int{}
	f.mu.Lock() // a bot of the test before, being killed, may call an address used again
	f.silent = true
	f.onSend = func(chat int64, text string) { w.see(chat, text, f.caller) }
	f.mu.Unlock()
	w.ask(f, w.updates)
	kills, inFlight := 0, 0
	for over := false; !over; {
		life, reached := w.aim()
		p := startProcess(t, fmt.Sprintf("%s/life%d", f.address(), life), testToken, env...)
		over = f.settledOr(reached, w)
		if strings.Contains(p.output.String(), "stack=") {
			t.Errorf("a panic:\n%s", p.output)
		}
		if !over {
			p.kill()
			w.hear(life, p)
			kills++
			if len(env) > 0 {
				inFlight += processWorkers
				if w.badStore {
					inFlight += post.MostUnstruck + len(f.inFlight())
				}
			} else {
				inFlight += len(f.inFlight())
			}
			continue
		}
		p.output.until(stillFor, func(all string) bool { return strings.Contains(all, "polling for updates") }) // nothing may be left that it would do before
		if err := p.terminate(); err != nil {
			t.Errorf("the last process: %v\n%s", err, p.output)
		}
		w.hear(life, p)
	}
	unheard := 0
	for _, n := range w.unheard {
		unheard += n
	}
	repeated := checkAnswers(t, w)
	t.Logf("%d kills; %d updates in flight at them, %d sends without an answer, %d answered again", kills, inFlight, unheard, repeated)
	inFlight += unheard
	if repeated > inFlight {
		t.Errorf("%d answered again, only %d were in flight", repeated, inFlight)
	}
	if kills < killTimes/4 {
		t.Errorf("only %d kills", kills)
	}
}

// hear counts the sends to which a process that has ended saw no answer: on a machine that
// is starved the fake may take longer than a bot waits.
func (w *witness) hear(life int, p *process) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for line := range strings.Lines(p.output.String()) {
		if strings.Contains(line, `msg="a reply waits"`) && !strings.Contains(line, "Too Many Requests") {
			w.unheard[life]++
		}
	}
}

// settledOr waits until every update is confirmed and every question answered, what the
// store keeps for later included, or until c is closed; it reports which.
func (f *fake) settledOr(c <-chan struct{}, w *witness) bool {
	for {
		f.mu.Lock()
		changed, left := f.changed, len(f.updates)
		f.mu.Unlock()
		if left == 0 && w.complete() {
			return true
		}
		select {
		case <-c:
			return false
		case <-changed:
		case <-time.After(stillFor): // what is missing is lost
			return true
		}
	}
}

// checkAnswers holds the answers of every chat to the promise and returns how
// many were given more than once.
func checkAnswers(t *testing.T, w *witness) (repeated int) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for chat := int64(1000); chat < int64(1000+w.chats); chat++ {
		next := 0             // the first question that is not answered
		last := map[int]int{} // question by process
		for _, a := range w.answers[chat] {
			switch before, ok := last[a.life]; {
			case !ok || a.question == before+1:
			case a.question == before && w.unheard[a.life] > 0:
				w.unheard[a.life]--
			default:
				t.Errorf("chat %d: one process answered %d after %d", chat, a.question, before)
			}
			last[a.life] = a.question
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
