package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"pincite/data"
	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/folder"
	"pincite/internal/importer/pdf"
	"pincite/internal/importer/pdf/pdftest"
	"pincite/internal/render"
)

// beProgram makes the test binary the program itself, for tests that need a
// process of its own.
const beProgram = "BE_PINCITE"

func TestMain(m *testing.M) {
	if os.Getenv(beProgram) != "" || len(os.Args) > 1 && os.Args[1] == pdf.Verb {
		main()
	}
	pdftest.Main(m.Run)
}

// patience is how long a test waits for what should take milliseconds.
const patience = 30 * time.Second

// exec1 runs one command line and returns what it prints.
func exec1(t *testing.T, in string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	p := &program{in: strings.NewReader(in), out: &out, errs: &errs, args: args}
	status = p.run(context.Background())
	return status, out.String(), errs.String()
}

// TestQuotesAreVerbatim asks every question that comes with the program, the
// hostile ones among them, and holds each answer to the contract.
func TestQuotesAreVerbatim(t *testing.T) {
	in, out := questions(t), allAnswers(t)
	source, err := fs.ReadFile(data.FS, data.Default+"/source.txt")
	if err != nil {
		t.Fatal(err)
	}
	b, err := folder.Load(data.FS, data.Default)
	if err != nil {
		t.Fatal(err)
	}
	several := 0
	if n, m := strings.Count(out, "\n"), strings.Count(in, "\n"); n != m {
		t.Fatalf("%d answers to %d questions", n, m)
	}
	kinds := map[string]bool{"answer": true, "closest": true, "none": true, "section": true, "outline": true, "list": true, "help": true}
	for line := range strings.Lines(out) {
		var o render.Object
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if !kinds[string(o.Kind)] || o.Text == "" || o.Language == "" || o.Citations == nil {
			t.Errorf("%s: incomplete: %s", o.ID, line)
		}
		if (o.Kind == "answer" || o.Kind == "closest") && (len(o.Citations) == 0 || len(o.Citations) > 3) {
			t.Errorf("%s: %s with %d citations", o.ID, o.Kind, len(o.Citations))
		}
		for _, c := range o.Citations {
			if want := string(source[c.Span.Start:c.Span.End]); c.Quote != want {
				t.Errorf("%s: quote %q, text %q", o.ID, c.Quote, want)
			}
			if !covers(b.Document, c) {
				t.Errorf("%s: sentences %v of %s are not all of %q", o.ID, c.Sentences, c.ID, c.Quote)
			}
			if c.Sentences[1] > c.Sentences[0] {
				several++
			}
		}
	}
	if several == 0 {
		t.Error("no quote has several sentences")
	}
	if _, again, _ := exec1(t, in, "ask", "--json", "-"); again != out {
		t.Error("the same questions got other answers the second time")
	}
}

// toAll is what ask --json - says to all questions, which takes long, once for all tests.
var toAll struct {
	once          sync.Once
	status        int
	answers, errs string
}

// allAnswers returns the answers to the questions of [questions], one a line.
func allAnswers(t *testing.T) string {
	t.Helper()
	in := questions(t)
	toAll.once.Do(func() { toAll.status, toAll.answers, toAll.errs = exec1(t, in, "ask", "--json", "-") })
	if toAll.status != success || toAll.errs != "" {
		t.Fatalf("status %d, %s", toAll.status, toAll.errs)
	}
	return toAll.answers
}

// covers reports whether the sentences that a citation names, if any, are all that its
// quote has of them.
func covers(d *document.Document, c answer.Citation) bool {
	i, ok := d.ByID(c.ID)
	first, last := c.Sentences[0], c.Sentences[1]
	if !ok || first == 0 {
		return ok && last == 0
	}
	all := d.Sentences(i)
	return first <= last && last <= len(all) && all[first-1].Start <= c.Span.Start && all[last-1].End >= c.Span.End
}

// questions returns the lines of all question sets, for ask --json -.
func questions(t *testing.T) string {
	t.Helper()
	files, err := fs.Glob(data.FS, data.Questions+"/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no question sets: %v", err)
	}
	var out strings.Builder
	for _, f := range files {
		lines, err := fs.ReadFile(data.FS, f)
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(strings.TrimSuffix(string(lines), "\n") + "\n")
	}
	return out.String()
}

// TestAnswersAsTheyCome: a program on the other end of a pipe gets each answer
// before it asks the next question.
func TestAnswersAsTheyCome(t *testing.T) {
	in, ask := io.Pipe()
	answers, out := io.Pipe()
	p := &program{in: in, out: out, errs: io.Discard, args: []string{"ask", "--document", "testdata/house", "--json", "-"}}
	ended := make(chan int, 1)
	go func() { ended <- p.run(t.Context()) }()
	lines := bufio.NewScanner(answers)
	for _, id := range []string{"first", "second"} {
		if _, err := io.WriteString(ask, `{"id":"`+id+`","question":"article 2"}`+"\n"); err != nil {
			t.Fatal(err)
		}
		if !lines.Scan() || !strings.HasPrefix(lines.Text(), `{"id":"`+id+`"`) {
			t.Fatalf("got %q", lines.Text())
		}
	}
	ask.Close()
	if status := <-ended; status != success {
		t.Errorf("status %d", status)
	}
}

// TestReadmeNamesEveryVerb keeps the front page complete.
func TestReadmeNamesEveryVerb(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range (&program{}).root().Commands() {
		if name := verb.Name(); !strings.Contains(string(readme), "| `"+name+" ") && !strings.Contains(string(readme), "| `"+name+"`") {
			t.Errorf("README.md has no row for %s", name)
		}
	}
}

// TestFlagsAreSettings: every flag that sets a key sets one that there is.
func TestFlagsAreSettings(t *testing.T) {
	for _, keys := range []map[string]string{flagKeys, serveKeys} {
		for key := range keys {
			status, _, errs := exec1(t, "", "serve", "--"+flagName(key), "x", "--web-addr", "off")
			if status == success || strings.Contains(errs, "no key") || strings.Contains(errs, "unknown flag") {
				t.Errorf("%s: status %d: %s", key, status, errs)
			}
		}
	}
}

func TestExplain(t *testing.T) {
	status, out, _ := exec1(t, "", "ask", "--explain", "young", "cadres")
	if status != success || !strings.Contains(out, "\nkind ") || !strings.Contains(out, "measure-7") {
		t.Errorf("status %d: %s", status, out)
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[evidence.Params]()) {
		if !strings.Contains(out, f.Name+":") {
			t.Errorf("the tuned number %s is not printed:\n%s", f.Name, out)
		}
	}
}

func TestRunFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out.run")
	status, out, errs := exec1(t, "", "eval", "--run", file, "testdata/beir")
	run, err := os.ReadFile(file)
	if status != success || err != nil {
		t.Fatalf("status %d, %s, %v", status, errs, err)
	}
	if !strings.Contains(out, "nDCG@10    1.0000") || !strings.HasPrefix(string(run), "q1 Q0 d2 1 ") {
		t.Errorf("metrics:\n%s\nrun:\n%s", out, run)
	}
}

func TestAnnotateWrites(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "source.txt"), []byte("One thought. Another thought.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"annotations.yaml", "annotations.zh.yaml"} {
		args := []string{"annotate", "--write", dir}
		if want != "annotations.yaml" {
			args = append(args, "--language", "zh")
		}
		status, out, errs := exec1(t, "", args...)
		if status != success || !strings.Contains(out, want) {
			t.Fatalf("status %d: %s%s", status, out, errs)
		}
		if status, _, errs := exec1(t, "", args...); status != failure || !strings.Contains(errs, "not touched") {
			t.Errorf("written over: status %d: %s", status, errs)
		}
	}
	if status, out, errs := exec1(t, "", "annotate", dir); status != success || !strings.Contains(out, "zh: 0 of 1 section, 0 of 2 sentences") {
		t.Errorf("status %d: %s%s", status, out, errs)
	}
}

// logs gathers what a service logs and waits for words in it.
type logs struct {
	mu   sync.Mutex
	text strings.Builder
	more chan struct{}
}

func newLogs() *logs { return &logs{more: make(chan struct{}, 1)} }

func (l *logs) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case l.more <- struct{}{}:
	default:
	}
	return l.text.Write(b)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// cutWord returns s up to white space; false without any.
func cutWord(s string) (string, bool) {
	i := strings.IndexAny(s, " \n")
	return s[:max(i, 0)], i >= 0
}

// after waits for words and returns what follows them up to white space.
func (l *logs) after(t *testing.T, words string) string {
	t.Helper()
	deadline := time.After(patience)
	for {
		if _, rest, ok := strings.Cut(l.String(), words); ok {
			if value, whole := cutWord(rest); whole {
				return value
			}
		}
		select {
		case <-l.more:
		case <-deadline:
			t.Fatalf("%q was not logged:\n%s", words, l)
		}
	}
}

const token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"

// botAPI is a Bot API with nothing to say.
func botAPI(t *testing.T) *httptest.Server {
	t.Helper()
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path, "/getMe"):
			io.WriteString(w, `{"ok":true,"result":{"id":110201543,"is_bot":true,"first_name":"p","username":"pincite_bot"}}`)
		case strings.HasSuffix(r.URL.Path, "/getUpdates"):
			select { // a long poll
			case <-r.Context().Done():
			case <-time.After(100 * time.Millisecond):
			}
			io.WriteString(w, `{"ok":true,"result":[]}`)
		default:
			io.WriteString(w, `{"ok":true,"result":true}`)
		}
	}))
	t.Cleanup(api.Close)
	return api
}

// TestServe runs the whole service: the reader answers, a webhook without its
// own address is taken by the reader's, and no log has the token.
func TestServe(t *testing.T) {
	api := botAPI(t)
	out := newLogs()
	p := &program{in: strings.NewReader(""), out: out, errs: out, args: []string{"serve", "--log-level", "debug"}, env: []string{
		"PINCITE_WEB_ADDR=127.0.0.1:0", "PINCITE_ADMIN_ADDR=127.0.0.1:0", "PINCITE_TELEGRAM_TOKEN=" + token, "PINCITE_TELEGRAM_API_URL=" + api.URL,
		"PINCITE_TELEGRAM_WEBHOOK_URL=https://bot.example.org/hook", "PINCITE_STORE_PATH=" + filepath.Join(t.TempDir(), "pincite.db"),
	}}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() { ended <- p.run(ctx) }()
	address := out.after(t, `msg="the reader is open" address=`)
	for path, want := range map[string]int{"/healthz": 200, "/": 200, "/api/ask?q=measure+7": 200, "/metrics": 404, "/nowhere": 404} {
		if got := status(t, http.MethodGet, address+path); got != want {
			t.Errorf("GET %s: %d, want %d", path, got, want)
		}
	}
	if got := status(t, http.MethodGet, out.after(t, `msg="metrics are served" address=`)); got != 200 {
		t.Errorf("the metrics: %d", got)
	}
	if got := status(t, http.MethodPost, address+"/hook"); got == http.StatusNotFound || got < 400 {
		t.Errorf("POST /hook without the secret: %d, want a refusal by the bot", got)
	}
	stop()
	if got := <-ended; got != success {
		t.Errorf("status %d:\n%s", got, out)
	}
	if strings.Contains(out.String(), "AAHdq") {
		t.Errorf("the token was logged:\n%s", out)
	}
}

func status(t *testing.T, method, url string) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return resp.StatusCode
}

// TestServeRefuses: what cannot be served is one line, with no log that says
// otherwise before it.
func TestServeRefuses(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, tt := range []struct {
		env    string
		status int
		want   string
	}{
		{"PINCITE_WEB_ADDR=x", misused, "must be like 127.0.0.1:8080"},
		{"PINCITE_WEB_ADDR=0.0.0.0:80", misused, "PINCITE_WEB_PUBLIC_URL"},
		{"PINCITE_WEB_PUBLIC_URL=x", misused, "must be like https://example.org"},
		{"PINCITE_WEB_ADDR=" + taken.Addr().String(), failure, "is taken by another program"},
	} {
		var out bytes.Buffer
		p := &program{out: io.Discard, errs: &out, args: []string{"serve", "--document", "testdata/house"}, env: []string{tt.env}}
		got, said := p.run(t.Context()), out.String()
		if got != tt.status || !strings.Contains(said, tt.want) || strings.Contains(said, "serves") || strings.Contains(said, "stopped") {
			t.Errorf("%s: status %d, want %d with %q: %s", tt.env, got, tt.status, tt.want, said)
		}
	}
}

// TestServeWithATokenThatIsRefused fails where there is nothing else to serve; the
// reader goes on without its bot.
func TestServeWithATokenThatIsRefused(t *testing.T) {
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
		io.WriteString(w, `{"ok":false,"error_code":401,"description":"Unauthorized"}`)
	}))
	defer api.Close()
	for addr, want := range map[string]int{"off": failure, "127.0.0.1:0": success} {
		ctx, cancel := context.WithCancel(t.Context())
		out := &told{word: "the reader does", tell: cancel}
		p := &program{out: io.Discard, errs: out, args: []string{"serve", "--document", "testdata/house", "--log-level", "error", "--web-addr", addr},
			env: []string{"PINCITE_TELEGRAM_TOKEN=" + token, "PINCITE_TELEGRAM_API_URL=" + api.URL, "PINCITE_ADMIN_ADDR=off"}}
		if got := p.run(ctx); got != want || !strings.Contains(out.String(), "token was refused") || strings.Contains(out.String(), "AAHdq") {
			t.Errorf("web.addr %s: status %d: %s", addr, got, out)
		}
		cancel()
	}
}

// told is a log that calls tell when a line with a word comes.
type told struct {
	mu   sync.Mutex
	buf  bytes.Buffer
	word string
	tell func()
}

func (w *told) Write(line []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if bytes.Contains(line, []byte(w.word)) {
		w.tell()
	}
	return w.buf.Write(line)
}

func (w *told) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.buf.String()
}

// TestServeStopsAtASignal runs a process and ends it as an operator does.
func TestServeStopsAtASignal(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), os.Args[0], "serve", "--document", "testdata/house")
	cmd.Env = append(os.Environ(), beProgram+"=1", "PINCITE_WEB_ADDR=127.0.0.1:0", "PINCITE_ADMIN_ADDR=off")
	out := newLogs()
	cmd.Stderr = out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	out.after(t, `msg="the reader is open" address=`)
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
}
