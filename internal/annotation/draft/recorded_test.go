package draft_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode"

	"pincite/internal/annotation"
	"pincite/internal/annotation/draft"
	"pincite/internal/folder"
)

var (
	update  = flag.Bool("update", false, "rewrite the annotations of the test documents from the recorded replies")
	missing = flag.String("missing", "", "append the prompts that have no recorded reply to this file, one JSON object a line")
)

// documents is where the documents stand whose aids are made from recorded replies.
const documents = "../../eval/testdata/documents"

// A recording is what a model replied to one prompt.
type recording struct {
	Section string   `json:"section,omitempty"`
	Asks    []string `json:"asks"` // the numbered sentences of a draft, the questions of a check
	Reply   string   `json:"reply"`
}

// An entry is what a reply says of one sentence.
type entry map[string]json.RawMessage

// A tape has the recordings of a document. A prompt is known by the letters of its
// sentences or questions alone: when the outline or the markup is read otherwise, the
// replies still hold, and are put together sentence by sentence.
type tape struct {
	By, Date string
	drafts   map[string]recording        // letters of all sentences
	lines    map[string]func() recording // letters of a sentence -> the recording that has it
	open     map[string]json.Number      // letters of a question -> the sentence that answers it, or 0
	mu       sync.Mutex
	unknown  []string
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func readTape(t *testing.T, name string) *tape {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tp := &tape{drafts: map[string]recording{}, lines: map[string]func() recording{}, open: map[string]json.Number{}}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if n == 1 {
			if err := json.Unmarshal(lines.Bytes(), tp); err != nil || tp.By == "" || tp.Date == "" {
				t.Fatalf("%s does not say who made it, and when: %v", name, err)
			}
			continue
		}
		var r recording
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatalf("%s, line %d: %v", name, n, err)
		}
		tp.add(t, r)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return tp
}

func (tp *tape) add(t *testing.T, r recording) {
	var check struct {
		Answers []struct {
			Q int
			N json.Number
		}
	}
	if err := json.Unmarshal([]byte(r.Reply), &check); err != nil {
		t.Fatalf("reply on %q: %v", r.Asks, err)
	}
	for _, a := range check.Answers {
		tp.open[letters(r.Asks[a.Q-1])] = a.N
	}
	if check.Answers != nil {
		return
	}
	tp.drafts[letters(strings.Join(r.Asks, ""))] = r
	for _, s := range r.Asks {
		tp.lines[letters(s)] = func() recording { return r }
	}
}

// says answers a call from the tape.
func (tp *tape) says(_ int, c call, _ http.ResponseWriter) (string, bool) {
	text, ok := tp.draft(c.sentences)
	if c.questions != nil {
		text, ok = tp.check(c.questions)
	}
	if !ok {
		tp.mu.Lock()
		tp.unknown = append(tp.unknown, c.user)
		tp.mu.Unlock()
	}
	return text, false
}

func (tp *tape) check(questions []string) (string, bool) {
	var answers []string
	for i, q := range questions {
		if n, ok := tp.open[letters(q)]; ok {
			answers = append(answers, fmt.Sprintf(`{"q":%d,"n":%s}`, i+1, n))
		}
	}
	return `{"answers":[` + strings.Join(answers, ",") + `]}`, len(answers) == len(questions)
}

// draft returns the reply to those sentences, or one that is put together from the
// replies that have them.
func (tp *tape) draft(sentences []string) (string, bool) {
	if r, ok := tp.drafts[letters(strings.Join(sentences, ""))]; ok {
		return r.Reply, true
	}
	whole := map[string]any{}
	all := []entry{}
	for i, s := range sentences {
		from, ok := tp.lines[letters(s)]
		if !ok {
			return `{"sentences":[]}`, false
		}
		r := from()
		var reply map[string]any
		var parts struct{ Sentences []entry }
		if json.Unmarshal([]byte(r.Reply), &reply) != nil || json.Unmarshal([]byte(r.Reply), &parts) != nil {
			return "", false
		}
		if len(whole) == 0 {
			whole = reply
		}
		for _, e := range parts.Sentences {
			var n int
			if json.Unmarshal(e["n"], &n) == nil && n >= 1 && n <= len(r.Asks) && letters(r.Asks[n-1]) == letters(s) {
				e["n"] = json.RawMessage(fmt.Sprint(i + 1))
				all = append(all, e)
			}
		}
	}
	whole["sentences"] = all
	data, err := json.Marshal(whole)
	return string(data), err == nil
}

// TestRecordedReplies makes the annotations of two documents from what a language
// model replied to the prompts, and compares them with those beside the documents.
func TestRecordedReplies(t *testing.T) {
	for _, name := range []string{"rowing-club", "dehumidifier-manual"} {
		t.Run(name, func(t *testing.T) {
			b, err := folder.Load(os.DirFS(documents), name)
			if err != nil {
				t.Fatal(err)
			}
			tp := readTape(t, name)
			dir := t.TempDir()
			job, _ := newJob(t, b.Document, dir, tp.says)
			job.Parallel, job.Model, job.Date = 4, tp.By, tp.Date
			find, err := draft.NewFinder(t.Context(), b.Document)
			if err != nil {
				t.Fatal(err)
			}
			defer find.Close()
			job.Find = find.Sections
			report, err := job.Run(t.Context())
			if err != nil || len(report.Failed) > 0 {
				t.Fatalf("%v, %v", err, report.Failed)
			}
			t.Logf("%+v", report)
			note(t, tp.unknown)
			got, golden := content(t, dir), filepath.Join(documents, name, "annotations.yaml")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(golden); err != nil || got != string(want) {
				t.Errorf("%s is not what the replies make (-update rewrites it): %v", golden, err)
			}
			a, err := annotation.Read(strings.NewReader(got), golden)
			if err != nil {
				t.Fatal(err)
			}
			findings, reach := annotation.Check(b.Document, []annotation.Aids{*a})
			if len(findings) > 0 || reach[0].Sentences*10 < reach[0].All*9 {
				t.Errorf("findings %v, coverage %+v", findings, reach)
			}
		})
	}
}

// note tells of prompts without a recorded reply.
func note(t *testing.T, prompts []string) {
	t.Helper()
	if len(prompts) == 0 {
		return
	}
	t.Errorf("%d prompts have no recorded reply (-missing FILE writes them), the first:\n%s", len(prompts), prompts[0])
	if *missing == "" {
		return
	}
	f, err := os.OpenFile(*missing, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, p := range prompts {
		if err := json.NewEncoder(f).Encode(map[string]any{"prompt": p, "asks": listed(p, "Questions:")}); err != nil {
			t.Fatal(err)
		}
	}
}
