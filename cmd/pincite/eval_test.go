package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEvalTimes: times differ from run to run, so only a flag prints them.
func TestEvalTimes(t *testing.T) {
	args := []string{"eval", "--document", "testdata/house", "testdata/house.jsonl"}
	_, plain, _ := exec1(t, "", args...)
	status, out, errs := exec1(t, "", append(args, "--times")...)
	times, ok := strings.CutPrefix(out, plain)
	if status != success || !ok || !strings.HasPrefix(times, "time for an answer, ms: p50 ") || !strings.HasSuffix(times, "; 3 questions\n") {
		t.Errorf("status %d: %s%s", status, out, errs)
	}
}

func TestEvalAbstain(t *testing.T) {
	dir := t.TempDir()
	for name, lines := range map[string]string{
		"corpus.jsonl":  `{"_id":"1","doc_id":"d","text":"The pond has carp in it."}` + "\n" + `{"_id":"2","doc_id":"d","text":"Ducks nest in the reeds."}`,
		"queries.jsonl": `{"_id":"q","text":"carp in the pond","context_doc":"d"}` + "\n" + `{"_id":"r","text":"bankruptcy of airlines","context_doc":"d"}`,
		"qrels.tsv":     "q\t1\t1\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(lines), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status, out, errs := exec1(t, "", "eval", "--abstain", dir)
	if status != success || !strings.HasPrefix(out, "1 document, 1 query with an answer, 1 without\nright passage first                      1.000\n") {
		t.Errorf("status %d: %s%s", status, out, errs)
	}
}
