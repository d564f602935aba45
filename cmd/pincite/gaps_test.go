package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/eval"
	"pincite/internal/store"
)

// keptQuestions makes a database of unanswered questions, written "person: question".
func keptQuestions(t *testing.T, now func() time.Time, questions ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "pincite.db")
	s, err := store.Open(t.Context(), store.Options{Path: name, Secret: token, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		person, text, _ := strings.Cut(q, ": ")
		if err := s.Unanswered(t.Context(), chat.Unanswered{Person: person, Question: text, Language: "en", Kind: answer.KindNone, Document: "house"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

func gapsOf(t *testing.T, path string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &out, errs: &errs, args: append([]string{"gaps", "--document", "testdata/house"}, args...)}
	if path != "" {
		p.env = []string{"PINCITE_STORE_PATH=" + path}
	}
	status = p.run(t.Context())
	return status, out.String(), errs.String()
}

func TestGapsRefuses(t *testing.T) {
	for _, tt := range []struct {
		path, want string
		args       []string
		status     int
	}{
		{"", "nothing is kept", nil, misused},
		{"x", "--people must be 1 or more", []string{"--people", "0"}, misused},
		{filepath.Join(t.TempDir(), "absent.db"), "no such file", nil, failure},
	} {
		if status, out, errs := gapsOf(t, tt.path, tt.args...); status != tt.status || !strings.Contains(errs, tt.want) || out != "" {
			t.Errorf("%q %v: status %d: %s%s", tt.path, tt.args, status, out, errs)
		}
	}
}

// TestGaps: what several people asked for is told with its counts, what one asked for
// is not, what is too old is not looked at, and what is exported can be read as a
// question set.
func TestGaps(t *testing.T) {
	path := keptQuestions(t, nil, "tg:1: is there a sauna?", "tg:2: when does the sauna open", "tg:2: sauna temperature", "tg:3: my boat Zebulon needs a berth")
	status, out, errs := gapsOf(t, path)
	if status != success || !strings.HasPrefix(out, "4 questions not answered in 30 days; 1 not shown") ||
		!strings.Contains(out, "sauna") || !strings.Contains(out, "(3 times by 2 askers; last 7 days: 3, the 7 before: 0)") || strings.Contains(out, "Zebulon") || strings.Contains(out, "tg:") {
		t.Errorf("status %d: %s%s", status, out, errs)
	}
	if _, out, _ := gapsOf(t, path, "--people", "1"); !strings.Contains(out, "Zebulon") {
		t.Errorf("--people 1: %s", out)
	}
	file := filepath.Join(t.TempDir(), "gaps.jsonl")
	if status, _, errs := gapsOf(t, path, "--export", file); status != success {
		t.Fatalf("export: status %d: %s", status, errs)
	}
	if status, _, errs := gapsOf(t, path, "--export", file); status != failure || !strings.Contains(errs, "exists") {
		t.Errorf("export over a file: status %d: %s", status, errs)
	}
	_, out, _ = gapsOf(t, path, "--export", "-")
	set, err := eval.ReadSet(strings.NewReader(out), "gaps")
	if err != nil || len(set) != 3 || set[0].Document != "house" || set[0].Answerable {
		t.Errorf("%v, %+v", err, set)
	}
	if status, out, errs := exec1(t, "", "eval", "--document", "testdata/house", file); status != success {
		t.Errorf("eval of what was exported: status %d: %s%s", status, out, errs)
	}
	old := func() time.Time { return time.Now().Add(-31 * 24 * time.Hour) }
	path = keptQuestions(t, old, "tg:1: is there a sauna?", "tg:2: sauna")
	if _, out, _ := gapsOf(t, path); !strings.HasPrefix(out, "0 questions") {
		t.Errorf("of those that are too old: %s", out)
	}
}
