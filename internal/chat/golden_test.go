package chat

import (
	"context"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestRepliesInEveryLanguage lays out every kind of reply, for people to read
// aloud. Long quotes are shortened: the words around them are what counts here.
func TestRepliesInEveryLanguage(t *testing.T) {
	for _, language := range words.Languages() {
		c, f := newFake(t, Options{})
		asks := []string{"/start", "/help", "/ask", "/find", "/toc", "/about", "/privacy", "/forgetme", "/language"}
		for name := range f.answers {
			asks = append(asks, name)
		}
		slices.Sort(asks)
		var b strings.Builder
		m := Message{Conversation: "c", Person: "p", Groups: GroupMentions}
		for _, m.Text = range asks {
			c.languages.set(context.Background(), person(m), language) // which /forgetme forgets
			r := c.Ask(context.Background(), m)
			b.WriteString("=== " + m.Text + "\n" + laidOut(r) + "\n")
		}
		compare(t, "testdata/replies-"+language+".txt", b.String())
	}
}

// laidOut is a reply as text, its buttons in brackets.
func laidOut(r reply.Reply) string {
	marks := map[reply.BlockKind]string{reply.Heading: "# ", reply.Quote: "> ", reply.Passage: ">> ", reply.Item: "- "}
	var b strings.Builder
	for _, block := range r.Blocks {
		b.WriteString(marks[block.Kind])
		for _, run := range block.Runs {
			words := run.Text
			if block.Kind == reply.Quote || block.Kind == reply.Passage {
				words = text.Cut(words, 60)
			}
			b.WriteString(words)
		}
		b.WriteString("\n")
	}
	for _, row := range r.Buttons {
		for _, button := range row {
			b.WriteString("[" + button.Label + "] ")
		}
		b.WriteString("\n")
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

// compare holds got to a golden file.
func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; -update rewrites it. Got:\n%s", file, got)
	}
}
