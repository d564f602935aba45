package message

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/folder"
	"pincite/internal/library"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestTranscripts plays conversations about the default document, in which an
// answer names no other passage. In a file, "> text" is said, "! label" presses a
// button of the reply before, "< text" says what somebody else wrote, to which the
// next message replies, and "@ tag" sets the language of the person's client; all
// else is what Telegram is sent.
func TestTranscripts(t *testing.T) {
	files, _ := filepath.Glob("testdata/transcript-*.txt")
	if len(files) != len(chat.Languages()) {
		t.Fatalf("transcripts: %v", files)
	}
	l := open(t, func(a *answer.Answerer) library.Answerer { return firstOnly{a} })
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { playFile(t, file, l) })
	}
}

// TestTalks plays longer conversations with all that an answer has: somebody who
// prepares a course, somebody who writes an article, somebody who taps everything.
// Nine messages in ten have fewer than 900 characters, whatever is folded.
func TestTalks(t *testing.T) {
	files, _ := filepath.Glob("testdata/talk-*.txt")
	if len(files) == 0 {
		t.Fatal("no talks")
	}
	l := open(t, func(a *answer.Answerer) library.Answerer { return a })
	var lengths []int
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { lengths = append(lengths, playFile(t, file, l)...) })
	}
	slices.Sort(lengths)
	n := len(lengths)
	median, most := lengths[n/2], lengths[n*9/10]
	t.Logf("%d messages: median %d characters, p90 %d, longest %d", n, median, most, lengths[n-1])
	if most >= 900 {
		t.Errorf("p90 of the lengths of %d messages: %d characters", n, most)
	}
}

// open returns the default document as a library, behind what wrap makes.
func open(t *testing.T, wrap func(*answer.Answerer) library.Answerer) *library.Library {
	t.Helper()
	b, err := folder.Load(os.DirFS("../../../data"), "opinions-2024")
	if err != nil {
		t.Fatal(err)
	}
	a, err := answer.New(context.Background(), answer.Options{Document: b.Document, Annotations: b.Annotations})
	if err != nil {
		t.Fatal(err)
	}
	l, err := library.New(wrap(a))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// playFile plays a conversation and returns the lengths of the messages sent, in
// characters.
func playFile(t *testing.T, file string, l *library.Library) []int {
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got, lengths := play(t, chat.New(chat.Options{Library: l}), string(want))
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != string(want) {
		t.Errorf("%s differs; -update rewrites it. Got:\n%s", file, got)
	}
	return lengths
}

// firstOnly keeps the first passage of an answer: how the others rank is what
// package eval watches, and no transcript should change with it.
type firstOnly struct{ *answer.Answerer }

func (f firstOnly) Answer(ctx context.Context, message string, c answer.Context) (answer.Answer, error) {
	a, err := f.Answerer.Answer(ctx, message, c)
	if a.Kind == answer.KindAnswer {
		a.Citations = a.Citations[:1]
	}
	return a, err
}

// play says and presses what the script does, and returns it with the replies, and
// how many characters each message has.
func play(t *testing.T, c *chat.Chat, script string) (string, []int) {
	var out strings.Builder
	var lengths []int
	var r reply.Reply
	m := chat.Message{Conversation: "c", Person: "p", Private: true, Groups: chat.GroupCommands, Room: 700}
	for _, line := range strings.Split(script, "\n") {
		does, text, _ := strings.Cut(line, " ")
		switch does {
		case "@":
			m.Language = text
			out.WriteString(line + "\n\n")
			continue
		case "<":
			m.ReplyTo = text
			out.WriteString(line + "\n")
			continue
		case ">":
			m.Text = text
			r = c.Ask(context.Background(), m)
			m.ReplyTo = ""
		case "!":
			m.Text = ""
			r = c.Press(context.Background(), m, pressed(t, r, text))
		default:
			continue
		}
		shown, sent := shown(t, r)
		lengths = append(lengths, sent...)
		out.WriteString(line + "\n" + shown)
	}
	return out.String(), lengths
}

// pressed returns the data of the button with that label.
func pressed(t *testing.T, r reply.Reply, label string) string {
	for _, row := range r.Buttons {
		for _, b := range row {
			if b.Label == label {
				return b.Data
			}
		}
	}
	t.Errorf("no button %q in %v", label, r.Buttons)
	return ""
}

// shown is a reply as Telegram gets it, indented so that no line of it looks
// like a part of the script; and the lengths of its messages.
func shown(t *testing.T, r reply.Reply) (string, []int) {
	var out strings.Builder
	var lengths []int
	messages := Of(r, Links{Bot: "bot", Inline: true})
	check(t, messages)
	if r.Notice != "" {
		out.WriteString("(" + r.Notice + ")\n")
	}
	if r.Edit {
		out.WriteString("(in place)\n")
	}
	for _, m := range messages {
		lengths = append(lengths, utf8.RuneCountInString(botapi.PlainText(m.Text)))
		out.WriteString(m.Text + "\n")
		for _, row := range m.Buttons {
			for _, b := range row {
				out.WriteString("[" + b.Label + "]")
			}
			out.WriteString("\n")
		}
	}
	indented := "  " + strings.ReplaceAll(strings.TrimSpace(out.String()), "\n", "\n  ") + "\n\n"
	return strings.ReplaceAll(indented, "\n  \n", "\n\n"), lengths
}

// TestEverySectionFits renders every section of the default document, which
// each fit one message, and of one a hundred times as long.
func TestEverySectionFits(t *testing.T) {
	b, err := folder.Load(os.DirFS("../../../data"), "opinions-2024")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b.Document.Sections {
		r := reply.Reply{}
		long := reply.Reply{}
		for _, p := range s.Paragraphs {
			text := b.Document.Slice(p.Span)
			r.Blocks = append(r.Blocks, reply.Block{Kind: reply.Quote, Runs: []reply.Run{{Text: text}}})
			long.Blocks = append(long.Blocks, reply.Block{Kind: reply.Passage, Runs: []reply.Run{{Text: strings.Repeat(text+" ", 100)}}})
		}
		if messages := Of(r, Links{}); len(messages) != 1 {
			t.Errorf("%s takes %d messages", s.ID, len(messages))
		}
		got := strings.Join(strings.Fields(check(t, Of(long, Links{}))), "")
		if want := strings.Join(strings.Fields(check(t, Of(r, Links{}))), ""); len(got) != 100*len(want) {
			t.Errorf("%s: %d bytes of %d are left after splitting", s.ID, len(got), 100*len(want))
		}
	}
}
