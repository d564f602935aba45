package message

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/library"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
)

// judged returns the questions of the judged sets that nothing comes before.
func judged(t *testing.T) []string {
	t.Helper()
	files, _ := filepath.Glob("../../../data/questions/*.jsonl")
	var out []string
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			var q struct{ Question, Context string }
			if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			if q.Question != "" && q.Context == "" {
				out = append(out, q.Question)
			}
		}
	}
	if len(out) < 500 {
		t.Fatalf("%d questions in %v", len(out), files)
	}
	return out
}

// What the judged questions get is short, as if nothing were folded, and whatever is
// quoted can be shared at once: a tap on Share and one on a chat.
func TestJudgedQuestions(t *testing.T) {
	l := open(t, func(a *answer.Answerer) library.Answerer { return a })
	c := chat.New(chat.Options{Library: l})
	var lengths []int
	for _, question := range judged(t) {
		r := c.Ask(context.Background(), chat.Message{Conversation: question, Person: "p", Private: true, Room: 700, Text: question})
		for _, m := range Of(r, Links{Bot: "bot", Inline: true}) {
			lengths = append(lengths, utf8.RuneCountInString(botapi.PlainText(m.Text)))
		}
		if quotes(r) && len(r.Answer.Citations) > 0 && !shares(r) && len(r.Answer.Question.Refs) < 2 {
			t.Errorf("%q: a quote that cannot be shared: %s %v", question, r.Kind, r.Buttons)
		}
	}
	slices.Sort(lengths)
	n := len(lengths)
	long, _ := slices.BinarySearch(lengths, 1400)
	t.Logf("%d messages: median %d characters, p90 %d, p99 %d, longest %d; %d over 1,400", n, lengths[n/2], lengths[n*9/10], lengths[n*99/100], lengths[n-1], n-long)
	if p90 := lengths[n*9/10]; p90 >= 900 {
		t.Errorf("p90 of the lengths of %d messages: %d characters", n, p90)
	}
}

func quotes(r reply.Reply) bool {
	return (r.Kind == answer.KindAnswer || r.Kind == answer.KindClosest) && slices.ContainsFunc(r.Blocks, func(b reply.Block) bool { return b.Kind == reply.Quote })
}

func shares(r reply.Reply) bool {
	return slices.ContainsFunc(slices.Concat(r.Buttons...), func(b reply.Button) bool { return b.Kind == reply.Share })
}
