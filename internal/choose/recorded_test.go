package choose_test

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pincite/internal/answer"
	"pincite/internal/choose"
	"pincite/internal/eval"
	"pincite/internal/library"
	"pincite/internal/model"
)

var (
	documents = flag.String("documents", "../eval/testdata/documents", "folder of documents with judged questions")
	tapes     = flag.String("tapes", "testdata", "folder with the recorded replies, NAME.jsonl for the document NAME")
	missing   = flag.String("missing", "", "write the prompts that have no recorded reply into this folder, one file a document")
)

// A recording is what a model chose for one question: sentences rather than their
// numbers, so that it holds when a document is numbered otherwise.
type recording struct {
	Question  string   `json:"question"`
	Before    string   `json:"before,omitempty"`
	Sentences []string `json:"sentences"`
	Uncovered string   `json:"uncovered"`
}

// A tape answers prompts with what was recorded for a document.
type tape struct {
	said    map[string]recording // by question and the one before
	unknown []string             // the prompts that nothing was recorded for
	t       *testing.T
}

// readTape reads a tape, whose first line says who replied, and when; an empty one if
// there is none.
func readTape(t *testing.T, name string) *tape {
	tp := &tape{said: map[string]recording{}, t: t}
	f, err := os.Open(filepath.Join(*tapes, name+".jsonl"))
	if err != nil {
		return tp
	}
	defer f.Close() // opened to read: nothing is lost
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	lines.Scan()
	for lines.Scan() {
		var r recording
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		tp.said[r.Before+"\n"+r.Question] = r
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return tp
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// Complete implements model.Completer.
func (tp *tape) Complete(_ context.Context, r model.Request) (model.Reply, error) {
	lines := strings.Split(r.User, "\n")
	var key recording
	numbers := map[string]string{} // letters of a sentence -> its number
	for _, line := range lines {
		key.Question = cutPrefix(line, "Question: ", key.Question)
		key.Before = cutPrefix(line, "Asked before: ", key.Before)
		if n, sentence, ok := strings.Cut(line, ". "); ok && numbers[letters(sentence)] == "" {
			numbers[letters(sentence)] = n
		}
	}
	got, ok := tp.said[key.Before+"\n"+key.Question]
	if !ok {
		tp.unknown = append(tp.unknown, r.System+"\n\n"+r.User)
		return model.Reply{}, model.ErrReply
	}
	chosen := []json.Number{}
	for _, s := range got.Sentences {
		n := numbers[letters(s)]
		if n == "" {
			tp.t.Errorf("%q was chosen for %q and is not shown", s, key.Question)
			continue
		}
		chosen = append(chosen, json.Number(n))
	}
	text, err := json.Marshal(map[string]any{"sentences": chosen, "uncovered": got.Uncovered})
	return model.Reply{Text: string(text)}, err
}

func cutPrefix(line, prefix, otherwise string) string {
	if rest, ok := strings.CutPrefix(line, prefix); ok {
		return rest
	}
	return otherwise
}

// TestRecorded puts the judged questions of documents to a model whose replies were
// recorded, and prints the figures beside those without it.
func TestRecorded(t *testing.T) {
	cases, err := eval.ReadCases(os.DirFS(*documents))
	if err != nil {
		t.Fatal(err)
	}
	var before, after []eval.Outcome
	for _, c := range cases {
		tp := readTape(t, c.Name)
		if len(tp.said) == 0 && *missing == "" {
			continue
		}
		a, err := answer.New(t.Context(), answer.Options{Document: c.Bundle.Document}) // no finding aids
		if err != nil {
			t.Fatal(err)
		}
		l, err := library.New(a)
		if err != nil {
			t.Fatal(err)
		}
		before = append(before, judged(t, l, c.Set)...)
		after = append(after, judged(t, with(l, tp, choose.Options{Context: 100_000}), c.Set)...)
		if err := l.Close(); err != nil {
			t.Error(err)
		}
		tp.keep(c.Name)
	}
	if len(after) == 0 {
		t.Fatal("nothing is recorded")
	}
	var out strings.Builder
	for name, outcomes := range map[string][]eval.Outcome{"without": before, "with a model": after} {
		if err := eval.WriteCase(&out, name, outcomes, testing.Verbose() && name != "without"); err != nil {
			t.Fatal(err)
		}
	}
	t.Log("\n" + out.String())
}

func judged(t *testing.T, l *library.Library, set []eval.Judged) []eval.Outcome {
	t.Helper()
	outcomes, err := eval.Ask(t.Context(), l, set, 1)
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

// keep writes the prompts that had no reply, and fails unless that was asked for.
func (tp *tape) keep(name string) {
	tp.t.Helper()
	if len(tp.unknown) == 0 {
		return
	}
	if *missing == "" {
		tp.t.Errorf("%s: %d prompts have no recorded reply, such as\n%s", name, len(tp.unknown), tp.unknown[0])
		return
	}
	var b strings.Builder
	b.WriteString(tp.unknown[0])
	for _, p := range tp.unknown[1:] { // of one document: they differ in the end
		fmt.Fprintf(&b, "\n----\n%s", p[strings.LastIndex(p, "]\n"):])
	}
	if err := os.WriteFile(filepath.Join(*missing, name+".txt"), []byte(b.String()), 0o600); err != nil {
		tp.t.Error(err)
	}
}
