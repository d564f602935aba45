package telegram

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/folder"
	"pincite/internal/library"
	"pincite/internal/telegram/queue"
)

const loadChats = 200

// A meter measures the time from the arrival of an update at the fake to the
// sendMessage that answers it. The answers of a chat come in the order of its
// questions, one message each.
type meter struct {
	fake      *fake
	questions []string
	slots     chan struct{} // bounds what is under way

	mu    sync.Mutex
	begun map[int64][]time.Time // by chat
	took  []time.Duration
	extra int // answers to nothing
}

// loaded starts a bot with the defaults of production, nothing logged, for
// measuring; most is how many updates may be under way.
func loaded(tb testing.TB, most int, answerer library.Answerer, questions []string) *meter {
	tb.Helper()
	m := &meter{fake: newFake(tb), questions: questions, begun: map[int64][]time.Time{}, slots: make(chan struct{}, most)}
	if answerer == nil {
		answerer = newLibrary(tb)
	}
	m.fake.silent = true
	m.fake.onSend = func(chat int64, _ string) { m.end(chat) }
	newRun(tb, m.fake, func(o *Options) {
		o.Workers, o.Log = 0, nil
		// what is remembered of conversations is full before a soak is half over
		o.Chat = chat.New(chat.Options{Library: asLibrary(tb, answerer), Conversations: 5 * loadChats})
	}).start(tb)
	m.fake.wait(tb, "the first poll", func() bool { return m.fake.waiting })
	return m
}

func (m *meter) ask(n int) {
	m.slots <- struct{}{}
	chat := int64(1000 + n%loadChats)
	m.mu.Lock()
	m.begun[chat] = append(m.begun[chat], time.Now())
	m.mu.Unlock()
	m.fake.say(user{id: chat, name: "u", language: "en"}, chat, m.questions[n%len(m.questions)], nil)
}

// warmUp asks every question once, so that what the answerer makes at the
// first question of its kind is not measured.
func (m *meter) warmUp(b *testing.B) {
	for n := range m.questions {
		m.ask(n)
	}
	m.fake.settle(b)
	m.mu.Lock()
	m.took = nil
	m.mu.Unlock()
}

func (m *meter) end(chat int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.begun[chat]) == 0 {
		m.extra++
		return
	}
	m.took = append(m.took, time.Since(m.begun[chat][0]))
	m.begun[chat] = m.begun[chat][1:]
	<-m.slots
}

func (m *meter) report(b *testing.B, elapsed time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.took) != b.N || m.extra != 0 {
		b.Errorf("%d of %d answered, and %d answers to nothing", len(m.took), b.N, m.extra)
		return
	}
	slices.Sort(m.took)
	at := func(q float64) float64 { return float64(m.took[int(q*float64(len(m.took)-1))]) / 1e6 }
	b.ReportMetric(at(.5), "p50-ms")
	b.ReportMetric(at(.99), "p99-ms")
	b.ReportMetric(at(1), "max-ms")
	b.ReportMetric(float64(b.N)/elapsed.Seconds(), "updates/s")
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(heapMiB(), "heap-MiB")
}

func heapMiB() float64 {
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return float64(s.HeapAlloc) / (1 << 20)
}

// BenchmarkPaced asks at a steady 500 updates/s from 200 chats: fake and bot
// share the machine and the process. With 10,000 updates of each:
//
//	go test ./internal/telegram -run xxx -bench . -benchtime 10000x
func BenchmarkPaced(b *testing.B) {
	b.Run("carrier", func(b *testing.B) { paced(b, loaded(b, 100_000, nil, carrierOnly)) })
	b.Run("document", func(b *testing.B) {
		answerer, questions := defaultDocument(b)
		paced(b, loaded(b, 100_000, answerer, questions))
	})
}

// BenchmarkBurst has all 200 chats ask at once, again and again, as fast as
// they are answered.
func BenchmarkBurst(b *testing.B) {
	b.Run("carrier", func(b *testing.B) { burst(b, loaded(b, loadChats, nil, carrierOnly)) })
	b.Run("document", func(b *testing.B) {
		answerer, questions := defaultDocument(b)
		burst(b, loaded(b, loadChats, answerer, questions))
	})
}

// carrierOnly are questions that cost the answerer of the tests nothing.
var carrierOnly = []string{"1", "when does it close?", "card renewed", "/toc", "dragons"}

// defaultDocument returns the answerer of the default document and the
// questions of its development sets.
func defaultDocument(b testing.TB) (*answer.Answerer, []string) {
	b.Helper()
	data := os.DirFS(filepath.Join("..", "..", "data"))
	bundle, err := folder.Load(data, "opinions-2024")
	if err != nil {
		b.Fatal(err)
	}
	a, err := answer.New(b.Context(), answer.Options{Document: bundle.Document, Annotations: bundle.Annotations})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { a.Close() })
	var questions []string
	for _, name := range []string{"dev-en", "dev-zh", "dev-ru-es"} {
		lines, err := fs.ReadFile(data, "questions/"+name+".jsonl")
		if err != nil {
			b.Fatal(err)
		}
		for line := range bytes.Lines(lines) {
			var q struct{ Question string }
			if err := json.Unmarshal(line, &q); err != nil {
				b.Fatal(err)
			}
			questions = append(questions, q.Question)
		}
	}
	return a, questions
}

func paced(b *testing.B, m *meter) {
	m.warmUp(b)
	b.ResetTimer()
	start := time.Now()
	for n := range b.N {
		time.Sleep(time.Until(start.Add(time.Duration(n) * time.Second / 500)))
		m.ask(n)
	}
	m.fake.settle(b)
	m.report(b, time.Since(start))
}

func burst(b *testing.B, m *meter) {
	m.warmUp(b)
	b.ResetTimer()
	start := time.Now()
	for n := range b.N {
		m.ask(n)
	}
	m.fake.settle(b)
	m.report(b, time.Since(start))
}

// TestSoak answers as many updates as PINCITE_SOAK says and looks for growth of
// memory or goroutines over the second half: in the first, what is bounded fills, at last
// the numbers of updates:
//
//	PINCITE_SOAK=100000 go test ./internal/telegram -run Soak -v -timeout 20m
func TestSoak(t *testing.T) {
	updates, err := strconv.Atoi(os.Getenv("PINCITE_SOAK"))
	if err != nil || updates < 2*queue.Remembered {
		t.Skipf("set PINCITE_SOAK to a number of updates, %d or more", 2*queue.Remembered)
	}
	m := loaded(t, loadChats, nil, carrierOnly)
	var heap, goroutines []float64
	start := time.Now()
	for n := range updates {
		m.ask(n)
		if (n+1)%(updates/10) == 0 {
			m.fake.settle(t)
			m.mu.Lock()
			m.took = nil
			m.mu.Unlock()
			heap, goroutines = append(heap, heapMiB()), append(goroutines, float64(runtime.NumGoroutine()))
		}
	}
	t.Logf("%d updates in %s; MiB of heap at each tenth: %.1f; goroutines: %v", updates, time.Since(start).Round(time.Second), heap, goroutines)
	half := len(heap) / 2
	if last := heap[len(heap)-1]; last > heap[half]+2 {
		t.Errorf("the heap grew from %.1f to %.1f MiB", heap[half], last)
	}
	if last := goroutines[len(goroutines)-1]; last > goroutines[half]+10 {
		t.Errorf("goroutines grew from %v to %v", goroutines[half], last)
	}
}
