package answer_test

import (
	"cmp"
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"
	"unsafe"

	"pincite/internal/answer"
)

// messages is how many messages the search for the most expensive one tries: few in
// the daily tests.
var messages = flag.Int("messages", 200, "messages that the search for the most expensive one tries")

const (
	// longest is the length in runes of the messages that are tried.
	longest = 500

	// kept is how many of the most expensive messages are changed further.
	kept = 20

	// mostAtHome bounds the CPU time of one message to the default document.
	mostAtHome = 20 * time.Millisecond
)

// TestWorstMessage looks for the message that costs most, and holds the bound.
// CPU time of the thread is what counts, so that it does not matter what else the
// machine does; the race detector makes everything dearer.
func TestWorstMessage(t *testing.T) {
	found := searchWorst(t, ready(t), tried(), mostAtHome)
	for _, c := range found[:5] {
		t.Logf("%6.2f ms: %.160q", float64(c.cost)/1e6, c.message)
	}
	if worst := found[0]; worst.cost > mostAtHome && !raceDetector {
		t.Errorf("%v for %q, want at most %v", worst.cost, worst.message, mostAtHome)
	}
}

// tried is how many messages are tried, after how many seeds, and how often one that may be
// among the worst is measured, at first and in the end. With the race detector, which holds
// no bound and is there for the races, a tenth is tried, and nothing is done again.
func tried() effort {
	if raceDetector {
		return effort{messages: *messages / 10, seeds: 1, first: 1}
	}
	return effort{messages: *messages, seeds: 4, first: 3, last: 10}
}

type effort struct{ messages, seeds, first, last int }

// A costly message is one with the least CPU time that it took in several attempts.
type costly struct {
	message string
	cost    time.Duration
}

// searchWorst tries crafted messages, then random ones and changes of the worst so
// far, and returns the worst, the most expensive first. It begins again for each seed,
// so as not to stay with what it found first. The same seeds always try the same, as far
// as the costs order the same. most is the bound that the worst are held against.
func searchWorst(tb testing.TB, a *answer.Answerer, e effort, most time.Duration) []costly {
	all := &hunt{tb: tb, answerer: a, effort: e}
	for seed := range uint64(e.seeds) {
		s := &hunt{tb: tb, answerer: a, effort: e, rand: rand.New(rand.NewPCG(1, seed)), words: append(slices.Clone(telling), strings.Fields(a.Document().Text)...)}
		for _, m := range crafted {
			s.try(cut(m))
		}
		for i := range e.messages / e.seeds {
			if i%500 == 0 && s.told(i, seed) {
				break
			}
			s.try(s.next())
		}
		all.worst = append(all.worst, s.worst...)
	}
	all.sort()
	all.worst = all.worst[:min(len(all.worst), kept)]
	return all.settled(most)
}

// told logs how far the search is, for one that is cut off, and reports whether its time is
// nearly over: what was found is then to be measured again.
func (s *hunt) told(n int, seed uint64) bool {
	s.tb.Logf("seed %d: %d messages, the dearest so far %.2f ms for %q", seed, n, float64(s.worst[0].cost)/1e6, s.worst[0].message)
	t, ok := s.tb.(*testing.T)
	if !ok {
		return false
	}
	deadline, ok := t.Deadline()
	return ok && time.Until(deadline) < 2*time.Minute
}

// settled measures the worst more often: among thousands, those that something
// disturbed each time are kept as well. What is above most is measured until it is not,
// at most 300 times: beside a busy thread of the same core everything takes twice as long.
func (s *hunt) settled(most time.Duration) []costly {
	for i := range s.worst {
		for n := 0; n < s.effort.last || n < 300 && s.worst[i].cost > most && !raceDetector; n++ {
			s.worst[i].cost = min(s.worst[i].cost, s.cost(s.worst[i].message))
		}
	}
	s.sort()
	return s.worst
}

func (s *hunt) sort() {
	slices.SortStableFunc(s.worst, func(x, y costly) int { return cmp.Compare(y.cost, x.cost) })
}

type hunt struct {
	tb       testing.TB
	answerer *answer.Answerer
	effort   effort
	rand     *rand.Rand
	words    []string
	worst    []costly
}

// try measures a message, and again where it may be among the worst.
func (s *hunt) try(message string) {
	cost := s.cost(message)
	for range s.effort.first - 1 {
		if len(s.worst) == kept && cost <= s.worst[kept-1].cost {
			return
		}
		cost = min(cost, s.cost(message))
	}
	s.worst = append(s.worst, costly{message, cost})
	s.sort()
	s.worst = s.worst[:min(len(s.worst), kept)]
}

// cost answers a message, as a list of mentions if it begins with /find, and
// returns the CPU time that it took.
func (s *hunt) cost(message string) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := threadTime(s.tb)
	if topic, ok := strings.CutPrefix(message, "/find "); ok {
		mentions(s.tb, s.answerer, topic)
	} else {
		ask(s.tb, s.answerer, message)
	}
	return threadTime(s.tb) - before
}

// threadTime is the CPU time of the calling thread, to the nanosecond; what getrusage
// says of it lags by as much as a tick.
func threadTime(tb testing.TB) time.Duration {
	const clock = 3 // CLOCK_THREAD_CPUTIME_ID, which package syscall does not name
	var now syscall.Timespec
	if _, _, err := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clock, uintptr(unsafe.Pointer(&now)), 0); err != 0 {
		tb.Fatal(err)
	}
	return time.Duration(now.Nano())
}

func (s *hunt) next() string {
	if s.rand.IntN(4) == 0 {
		return s.random()
	}
	return s.changed(s.worst[s.rand.IntN(len(s.worst))].message)
}

// random strings words together, often few different ones, sometimes unspaced.
func (s *hunt) random() string {
	from := s.words
	if s.rand.IntN(2) == 0 {
		from = telling
	}
	few := from[s.rand.IntN(len(from)):]
	few = few[:min(len(few), 1+s.rand.IntN(20))]
	gap := []string{" ", " ", ", ", "? ", " or ", " and ", ""}[s.rand.IntN(7)]
	var out []string
	for range 1 + s.rand.IntN(longest/4) {
		out = append(out, few[s.rand.IntN(len(few))])
	}
	return cut(strings.Join(out, gap))
}

// changed replaces, adds, drops and repeats words of a message.
func (s *hunt) changed(message string) string {
	w := strings.Fields(message)
	for range 1 + s.rand.IntN(4) {
		if len(w) == 0 {
			return s.random()
		}
		i, other := s.rand.IntN(len(w)), s.words[s.rand.IntN(len(s.words))]
		switch s.rand.IntN(6) {
		case 0:
			w[i] = other
		case 1:
			w = slices.Insert(w, i, other)
		case 2:
			w = append(w, w[i:]...)
		case 3:
			w[i] += string(rune('a' + s.rand.IntN(26)))
		case 4:
			w = slices.Delete(w, i, i+1)
		case 5: // half of another of the worst
			half := strings.Fields(s.worst[s.rand.IntN(len(s.worst))].message)
			w = append(w[:i:i], half[len(half)/2:]...)
		}
	}
	return cut(strings.Join(w, " "))
}

func cut(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), longest)])
}

// telling are words that messages are read by: joints, frames of questions, numbers,
// names of levels, in several languages, and words misspelt.
var telling = strings.Fields(`or and , ? . ! ; : ( ) - which measures mention how many often who when where why
	what is the of 1 2 3 10-15 part measure section Part through 15 1,2,3,4 7 第七条 或 和 、 哪些 部分 提到 几 多少 领导 理论
	学习 中心 组 или и какие меры сколько o y qué medidas 12 500 5kW a_b_c grass-roots check-ups theoreticl lerning
	comittee zzzzzz discpline bureaucrasy it next previous first second last paragraph sentence in not every all /find`)

var crafted = []string{
	"", "/find ", "/find " + strings.Repeat("a,b,c,d,e,f,g,h or ", 8),
	"/find " + strings.Repeat("budget and salary and tax and fee and car and dog and cat and sun or ", 8),
	"/find " + strings.Repeat("party and cadres and study and work and people and school and plan or ", 8),
	"/find party or study or member or year or must or plan or work or report or week or many or cadre or leader or topic or theory or group or the",
	"/find must work and plan or study week and year or member report and party or many and must or of and week or plan and report or party and member or study and of",
	"which measures mention " + strings.Repeat("budget and salary and tax and fee and car and dog or ", 9),
	strings.Repeat("measure 7 ", 50), strings.Repeat("1-15, ", 84), strings.Repeat("articles 1-99999, ", 27), strings.Repeat("who 1-99999, ", 38), strings.Repeat("III.3 ", 83), manyNamed, manyAsked, strings.Repeat("who ", 125), strings.Repeat("党", longest),
	strings.Repeat("領導幹部", 125), strings.Repeat("zqxjkv ", 72), strings.Repeat("theoreticl ", 46),
	strings.Repeat("how many? ", 50), strings.Repeat("who is it? ", 46), strings.Repeat("a.b.c.d.", 63),
	strings.Repeat("-", longest), strings.Repeat("(", longest), strings.Repeat("1.1.", 125), strings.Repeat("a_", 250),
	strings.Repeat("\u0301", longest), strings.Repeat("12 500 ", 72), strings.Repeat("5kW ", 125),
}

// manyAsked is one of the worst for a single section of 5 MB: several questions of many
// words, none of which says enough.
const manyAsked = "how many? how many? many? howb ren The benon godigan talano limeran debon.s memberz bilan. rofank ofjmh of ren fin of " +
	"studyr of of study member modanq ragoman nen tidan len studyx lenr leno report lens must gafen tidan rifan The tadan report bafan " +
	"len len ron report len must ron badifan bolin? study member? bolin? bon?h member? member? bon? bolin? bon? lefan peden? peden? " +
	"member? bolin? member? bolin? study and nifan tidan domidan report len len tagan bimefa must gafen tidan study report bafan l"

// manyNamed is the worst of 100,000 for the default document: one section again and
// again, in three questions, between words that no rule explains.
var manyNamed = strings.Repeat("III.3 ", 10) + "education sparrows III.3 in-service III.3 the them. their III.3 problem. III.3 whole, III.3 by III.3 party " +
	strings.Repeat("III.3 ", 18) + "interpretation, 4. III.3 III.3 on III.3 III.3 III.3 III.3 III.3 work III.3, III.3 ? III.3 III.3 out III.3 " +
	"III.3x III.3 III.3 III.3 improve and III.3 I III.3py ? clarify III.3 III.3 III.3 III. out III.3 I"

// bytesOfLarge is the size of the document made up for TestWorstMessageLarge, whose
// bound is meant for 5 MB.
var bytesOfLarge = flag.Int("bytes", 200_000, "size of the large document that messages are put to")

// mostOfLarge bounds the CPU time of one message to a document of 5 MB.
const mostOfLarge = 100 * time.Millisecond

// TestWorstMessageLarge does the same with large documents: one of many articles, and
// one that is a single section.
func TestWorstMessageLarge(t *testing.T) {
	for name, article := range map[string]int{"articles": 12, "flat": 1 << 30} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := answererIn(t, fstest.MapFS{"text": {Data: []byte(madeUp(*bytesOfLarge, article))}}, "text")
			found := searchWorst(t, a, tried(), mostOfLarge)
			for _, c := range found[:3] {
				t.Logf("%6.2f ms: %.160q", float64(c.cost)/1e6, c.message)
			}
			if worst := found[0]; worst.cost > mostOfLarge && !raceDetector {
				t.Errorf("%v for %q, want at most %v", worst.cost, worst.message, mostOfLarge)
			}
		})
	}
}

// madeUp writes a text of so many bytes, with an article every so many sentences.
// Words are as frequent as Zipf has it.
func madeUp(size, article int) string {
	r := rand.New(rand.NewPCG(3, 4))
	zipf := rand.NewZipf(r, 1.1, 4, 20_000)
	var b strings.Builder
	b.WriteString("Rules of the House\n\n")
	for n := 0; b.Len() < size; n++ {
		if article < 1<<30 && n%article == 0 {
			fmt.Fprintf(&b, "\n\nArticle %d. %s\n\n", n/article+1, syllables(zipf.Uint64()))
		}
		for w := range 8 + r.IntN(20) {
			if w == 0 {
				b.WriteString("The")
			}
			b.WriteByte(' ')
			b.WriteString(syllables(zipf.Uint64()))
		}
		b.WriteString(". ")
	}
	return b.String()
}

// syllables spells a number as a word; the first are common English ones.
func syllables(n uint64) string {
	common := []string{"of", "and", "party", "study", "member", "year", "must", "plan", "work", "report", "how", "many", "who", "week"}
	if n < uint64(len(common)) {
		return common[n]
	}
	var b strings.Builder
	for ; n > 0; n /= 40 {
		b.WriteByte("bdfglmnprt"[n%10])
		b.WriteByte("aeio"[n/10%4])
	}
	return b.String() + "n"
}
