package library_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// passages says how large the texts of TestGrowth are. The table of the README is
//
//	go test ./internal/library -run TestGrowth -v -timeout 2h -passages 1000,10000,100000,1000000
var passages = flag.String("passages", "1000", "sentences of the texts that TestGrowth makes, separated by commas")

const (
	growthQuestions = 300
	growthClients   = 8
)

// An asked is a question made of words of one sentence.
type asked struct {
	Words   []string
	Passage int
}

// Files of a made text: the text, its sentences, one a line, and questions.
const textFile, passagesFile, questionsFile = "made.txt", "passages.txt", "questions.json"

// makeText makes a text of n sentences in articles of four, in a folder. Words are as
// frequent as in natural texts (Zipf), and the commonest are those of English.
func makeText(t *testing.T, n int, dir string) {
	r := rand.New(rand.NewPCG(uint64(n), 17))
	words := append(strings.Fields("the of and to in a is that for it on with be by as at this from or are which not have an"), inventWords(r, 1000+n/2)...)
	frequent := rand.NewZipf(r, 1.15, 6, uint64(len(words)-1))
	var passages []string
	var questions []asked
	var text strings.Builder
	some := func(n int) string {
		picked := make([]string, n)
		for i := range picked {
			picked[i] = words[frequent.Uint64()]
		}
		return strings.Join(picked, " ")
	}
	for i := range n {
		if i%4 == 0 {
			fmt.Fprintf(&text, "\n\nArticle %d. %s\n\n", i/4+1, title(some(4)))
		}
		s := title(some(12+r.IntN(9))) + "."
		passages = append(passages, s)
		text.WriteString(s + " ")
	}
	for range growthQuestions {
		questions = append(questions, askAbout(r, passages))
	}
	encoded, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{textFile: text.String(), passagesFile: strings.Join(passages, "\n"), questionsFile: string(encoded)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// inventWords returns n different words of two to four syllables.
func inventWords(r *rand.Rand, n int) []string {
	seen := map[string]bool{}
	for len(seen) < n {
		var w strings.Builder
		for range 2 + r.IntN(3) {
			w.WriteString(string("bcdfghklmnprstvw"[r.IntN(16)]) + string("aeiou"[r.IntN(5)]) + []string{"", "", "n", "r", "s"}[r.IntN(5)])
		}
		seen[w.String()] = true
	}
	out := make([]string, 0, n)
	for w := range seen {
		out = append(out, w)
	}
	slices.Sort(out)
	r.Shuffle(n, func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// askAbout asks with three to five longer words of a sentence.
func askAbout(r *rand.Rand, passages []string) asked {
	for {
		a := asked{Passage: r.IntN(len(passages))}
		all := strings.Fields(strings.TrimSuffix(strings.ToLower(passages[a.Passage]), "."))
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, w := range all {
			if len(w) > 4 && !slices.Contains(a.Words, w) && len(a.Words) < 5 {
				a.Words = append(a.Words, w)
			}
		}
		if len(a.Words) >= 3 {
			return a
		}
	}
}

// An engine is what is measured. build indexes the made text of a folder, in the folder;
// open gives what returns the passage that answers best, -1 for none or one that cannot
// be told.
type engine struct {
	build func(dir string) error
	open  func(dir string) (ask func(asked) (int, error), done func() error, err error)
}

// Figures are what a process that builds or asks finds out.
type figures struct {
	Seconds  float64 // to build, or to open
	Resident float64 // MB, the most while building, or after all questions
	Right    float64 // share of questions whose passage comes first
	One      [2]float64
	Many     [2]float64 // ms at p50 and p99: of one client, and of several
	Work     float64    // CPU seconds of the process
}

// TestGrowth builds texts of several sizes and asks them, beside what a Go program
// would use instead, each in a process of its own.
func TestGrowth(t *testing.T) {
	if job := os.Getenv("PINCITE_GROWTH"); job != "" {
		growthJob(t, job)
		return
	}
	if testing.Short() {
		t.Skip("indexes some texts")
	}
	t.Logf("| %-8s | %-11s | %11s | %9s | %9s | %9s | %9s | %10s | %10s | %14s | %15s | %7s |", "passages", "engine",
		"built per s", "CPU s", "MB, most", "MB, disk", "open, ms", "MB, asking", "CPU ms", "p50 / p99, ms", fmt.Sprintf("%d at a time", growthClients), "right")
	for _, size := range strings.Split(*passages, ",") {
		n, err := strconv.Atoi(size)
		if err != nil || n < 1 {
			t.Fatalf("-passages: %q is not a number of sentences", size)
		}
		right := map[string]float64{}
		for _, name := range []string{"pincite", "bleve", "SQLite FTS5"} {
			dir := t.TempDir()
			makeText(t, n, dir)
			before := megabytes(t, dir)
			built, asking := runJob(t, "build", name, dir), runJob(t, "ask", name, dir)
			right[name] = asking.Right
			t.Logf("| %8d | %-11s | %11.0f | %9.1f | %9.0f | %9.1f | %9.0f | %10.0f | %10.2f | %14s | %15s | %6.1f%% |", n, name,
				float64(n)/built.Seconds, built.Work, built.Resident, megabytes(t, dir)-before, 1000*asking.Seconds, asking.Resident,
				1000*asking.Work/(5*growthQuestions), both(asking.One), both(asking.Many), 100*asking.Right)
		}
		if right["pincite"] < 0.9 || right["pincite"] < right["bleve"]-0.05 {
			t.Errorf("%d passages: %.3f of the questions find their passage, %.3f with bleve alone", n, right["pincite"], right["bleve"])
		}
	}
}

func both(ms [2]float64) string { return fmt.Sprintf("%.2f / %.2f", ms[0], ms[1]) }

// megabytes is the size of the files in a folder.
func megabytes(t *testing.T, dir string) float64 {
	var all int64
	err := filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			all += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return float64(all) / 1e6
}

// runJob runs a job in a process of its own.
func runJob(t *testing.T, what, engine, dir string) figures {
	t.Helper()
	out := filepath.Join(t.TempDir(), "figures")
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestGrowth$", "-test.timeout=1h")
	cmd.Env = append(os.Environ(), "PINCITE_GROWTH="+strings.Join([]string{what, engine, dir, out}, "|"))
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", what, engine, err, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var f figures
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	f.Work = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	return f
}

func growthJob(t *testing.T, job string) {
	p := strings.Split(job, "|")
	e, dir, out := engines[p[1]], p[2], p[3]
	var f figures
	start := time.Now()
	if p[0] == "build" {
		if err := e.build(dir); err != nil {
			t.Fatal(err)
		}
		f.Seconds, f.Resident = time.Since(start).Seconds(), status("VmHWM")
	} else {
		f = askAll(t, e, dir)
	}
	data, err := json.Marshal(f)
	if err == nil {
		err = os.WriteFile(out, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// askAll opens an engine and asks it all questions, by one client and by several.
func askAll(t *testing.T, e engine, dir string) (f figures) {
	var questions []asked
	data, err := os.ReadFile(filepath.Join(dir, questionsFile))
	if err == nil {
		err = json.Unmarshal(data, &questions)
	}
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	ask, done, err := e.open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	f.Seconds = time.Since(start).Seconds()
	right := 0
	for _, q := range questions { // once for the system to have read the files
		found, err := ask(q)
		if err != nil {
			t.Fatal(err)
		}
		if found == q.Passage {
			right++
		}
	}
	f.Right = float64(right) / float64(len(questions))
	f.One, f.Many = clients(t, 1, questions, ask), clients(t, growthClients, questions, ask)
	f.Resident = status("VmRSS")
	return f
}

// clients returns the ms of p50 and p99 with so many clients at a time.
func clients(t *testing.T, n int, questions []asked, ask func(asked) (int, error)) [2]float64 {
	took := make([]float64, 2*len(questions))
	var next atomic.Int64
	var all sync.WaitGroup
	for range n {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(took); i = int(next.Add(1)) - 1 {
				start := time.Now()
				if _, err := ask(questions[i%len(questions)]); err != nil {
					t.Error(err)
				}
				took[i] = float64(time.Since(start).Microseconds()) / 1000
			}
		})
	}
	all.Wait()
	slices.Sort(took)
	at := func(share float64) float64 { return took[int(math.Ceil(share*float64(len(took))))-1] }
	return [2]float64{at(0.5), at(0.99)}
}

// status returns a line of what the system says of this process, in MB; 0 where it
// says nothing.
func status(name string) float64 {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1000
		}
	}
	return 0
}
