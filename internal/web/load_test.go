package web

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"pincite/internal/listen"
)

// loadTime is how long load lasts: longer than the collector's cycles, shorter
// than anybody's patience.
const loadTime = 5 * time.Second

// TestLoad drives GET /api/ask of the real program, in a process of its own, at
// PINCITE_LOAD requests a second, and reports what they took. The loop is open:
// a request is sent when it is due, whether the ones before it have been
// answered or not, and is timed from when it was due, so that a server that
// falls behind cannot hide it. The figures are for whoever reads them; only
// failures fail.
func TestLoad(t *testing.T) {
	rate, err := strconv.Atoi(os.Getenv("PINCITE_LOAD"))
	if err != nil || rate < 1 {
		t.Skip("set PINCITE_LOAD to a number of questions a second, such as 1000")
	}
	base := startProgram(t)
	client := &http.Client{Timeout: listen.WriteTime, Transport: &http.Transport{MaxIdleConnsPerHost: rate}}
	for _, q := range loadQuestions { // connections and caches are warm in a service that runs
		if err := ask(client, base, q); err != nil {
			t.Fatal(err)
		}
	}
	took, errs := drive(rate, func(i int) error { return ask(client, base, loadQuestions[i%len(loadQuestions)]) })
	slices.Sort(took)
	at := func(share float64) time.Duration {
		return took[int(share*float64(len(took)-1))].Round(10 * time.Microsecond)
	}
	t.Logf("%d questions at %d/s: p50 %v, p99 %v, longest %v", len(took), rate, at(0.5), at(0.99), at(1))
	if len(errs) > 0 {
		t.Errorf("%d of %d questions were not answered: %v", len(errs), len(took), errs[0])
	}
}

// loadQuestions are of every kind: an answer, a number, a list, three
// languages, nothing.
var loadQuestions = []string{question, "measure 7", "which measures mention cadres", "党课多久讲一次", "¿Quién es responsable?",
	"сколько мер в документе", "what is the budget", "list the measures"}

// drive calls f when each call is due, and returns how long each took from then,
// and the errors.
func drive(rate int, f func(i int) error) (took []time.Duration, errs []error) {
	took = make([]time.Duration, rate*int(loadTime/time.Second))
	errs = make([]error, len(took))
	var wait sync.WaitGroup
	began := time.Now()
	for i := range took {
		due := began.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(due))
		wait.Go(func() {
			errs[i] = f(i)
			took[i] = time.Since(due)
		})
	}
	wait.Wait()
	return took, slices.DeleteFunc(errs, func(err error) bool { return err == nil })
}

func ask(c *http.Client, base, q string) error {
	r, err := c.Get(base + "/api/ask?q=" + url.QueryEscape(q))
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if _, err := io.Copy(io.Discard, r.Body); err != nil { // or the connection is not used again
		return err
	}
	if r.StatusCode != http.StatusOK {
		return fmt.Errorf("ask %s: %s", q, r.Status)
	}
	return nil
}

// startProgram builds the command, serves without a limit on a free port, and
// returns the address that it logs. The program is told to stop at the end.
func startProgram(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "pincite")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "pincite/cmd/pincite").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	ctx, cancel := context.WithCancel(context.Background()) // t.Context ends before the cleanup
	cmd := exec.CommandContext(ctx, program, "serve")
	cmd.Env = []string{"PINCITE_WEB_ADDR=127.0.0.1:0", "PINCITE_WEB_ASK_PER_MINUTE=0", "PINCITE_ADMIN_ADDR=off"}
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); cmd.Wait() })
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		if _, rest, found := strings.Cut(lines.Text(), "address="); found {
			go io.Copy(io.Discard, log) // or the program waits for a reader
			return strings.Fields(rest)[0]
		}
	}
	t.Fatal("the program ended without an address")
	return ""
}
