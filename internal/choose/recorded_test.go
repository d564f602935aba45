package choose_test

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
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

// A recording is what a model said to the prompts for one question: the words to search
// for, where it was asked for some, and sentences rather than their numbers, so that it
// holds when a document is numbered otherwise.
type recording struct {
	Question  string   `json:"question"`
	Before    string   `json:"before,omitempty"`
	Words     []string `json:"words,omitempty"`
	Sentences []string `json:"sentences"` // null where it was not asked to choose yet
	Uncovered string   `json:"uncovered"`
}

// A tape answers prompts with what was recorded for a document.
type tape struct {
	Context int `json:"context"` // bytes of the text that a call shows; 0 for all

	said    map[string]recording // by question and the one before
	unknown []string             // the prompts that nothing was recorded for
	unshown int                  // sentences that were chosen and are not found by a search any more
	t       *testing.T
}

// readTape reads a tape, whose first line says who replied, and when; an empty one if
// there is none.
func readTape(t *testing.T, folder, name string) *tape {
	tp := &tape{said: map[string]recording{}, t: t}
	f, err := os.Open(filepath.Join(folder, name+".jsonl"))
	if err != nil {
		return tp
	}
	defer f.Close() // opened to read: nothing is lost
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	if lines.Scan() {
		if err := json.Unmarshal(lines.Bytes(), tp); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
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
	got := tp.said[key.Before+"\n"+key.Question]
	search := strings.Contains(r.User, "\nWords of the document:\n")
	if search && got.Words == nil || !search && got.Sentences == nil {
		tp.unknown = append(tp.unknown, r.System+"\n\n"+r.User)
		return model.Reply{}, model.ErrReply
	}
	said := map[string]any{"words": got.Words}
	if !search {
		said = map[string]any{"sentences": tp.numbers(got, numbers), "uncovered": got.Uncovered}
	}
	text, err := json.Marshal(said)
	return model.Reply{Text: string(text)}, err
}

// numbers returns the numbers of the sentences that were chosen, among those shown. What a
// search does not find any more cannot be chosen any more.
func (tp *tape) numbers(got recording, shown map[string]string) []json.Number {
	chosen := []json.Number{}
	for _, s := range got.Sentences {
		switch n := shown[letters(s)]; {
		case n != "":
			chosen = append(chosen, json.Number(n))
		case tp.Context > 0:
			tp.unshown++
		default:
			tp.t.Errorf("%q was chosen for %q and is not shown", s, got.Question)
		}
	}
	return chosen
}

func cutPrefix(line, prefix, otherwise string) string {
	if rest, ok := strings.CutPrefix(line, prefix); ok {
		return rest
	}
	return otherwise
}

// TestRecorded puts the judged questions of documents to a model whose replies were
// recorded, and prints the figures beside those without it: of documents that a call
// shows whole, and of those that are searched first.
func TestRecorded(t *testing.T) {
	cases, err := eval.ReadCases(os.DirFS(*documents))
	if err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]string{"whole": *tapes, "searched": filepath.Join(*tapes, "search")} {
		t.Run(name, func(t *testing.T) {
			var before, after []eval.Outcome
			for _, c := range cases {
				if tp := readTape(t, folder, c.Name); len(tp.said) > 0 || *missing != "" {
					b, a := tp.replay(c)
					before, after = append(before, b...), append(after, a...)
				}
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
			holds(t, after)
		})
	}
}

// holds wants nine of ten questions right at first, and at most one look-alike in twenty
// answered: below the figures of the README, and far above those without a model.
func holds(t *testing.T, outcomes []eval.Outcome) {
	t.Helper()
	asked, right, strange, answered := 0, 0, 0, 0
	for _, o := range outcomes {
		switch {
		case !o.Answerable:
			strange++
			if o.Confides {
				answered++
			}
		case o.Type == "near" || o.Type == "own-words":
			asked++
			if o.Hit1 {
				right++
			}
		}
	}
	if 10*right < 9*asked || 20*answered > strange {
		t.Errorf("right at first %d of %d; answered without an answer %d of %d", right, asked, answered, strange)
	}
}

// replay asks a document's questions without the model, and with it.
func (tp *tape) replay(c eval.Case) (before, after []eval.Outcome) {
	tp.t.Helper()
	a, err := answer.New(tp.t.Context(), answer.Options{Document: c.Bundle.Document}) // no finding aids
	if err != nil {
		tp.t.Fatal(err)
	}
	l, err := library.New(a)
	if err != nil {
		tp.t.Fatal(err)
	}
	set := tp.put(c.Set)
	before = judged(tp.t, l, set)
	after = judged(tp.t, with(l, tp, choose.Options{Context: cmp.Or(tp.Context, 100_000)}), set)
	if err := l.Close(); err != nil {
		tp.t.Error(err)
	}
	tp.keep(c.Name)
	if tp.unshown > 0 {
		tp.t.Logf("%s: %d sentences that were chosen are not found any more", c.Name, tp.unshown)
	}
	return before, after
}

// put returns the questions of a set without the follow-ups that came to it after its
// replies were recorded; all of them where what is missing is to be written.
func (tp *tape) put(set []eval.Judged) []eval.Judged {
	return slices.DeleteFunc(slices.Clone(set), func(j eval.Judged) bool {
		_, ok := tp.said[j.Context+"\n"+j.Question]
		return *missing == "" && j.Context != "" && !ok
	})
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
	if err := os.WriteFile(filepath.Join(*missing, name+".txt"), []byte(strings.Join(tp.unknown, "\n----\n")), 0o600); err != nil {
		tp.t.Error(err)
	}
}
