package telegram

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/respond"
)

// longNames returns an answerer whose sections have ids that fit no button.
func longNames(t *testing.T) *answer.Answerer {
	t.Helper()
	d := document.Document{Name: "long-names", Meta: document.Meta{Title: "Long names", Language: "en"}}
	for n := range 30 {
		from := len(d.Text)
		title := fmt.Sprintf("%s %d", strings.Repeat("条款说明", 12), n)
		d.Text += title + "\nThe keeper of the long names opens the gate. It stays open.\n"
		all := document.Span{Start: from, End: len(d.Text)}
		p := document.Span{Start: from + len(title) + 1, End: len(d.Text) - 1}
		d.Sections = append(d.Sections, document.Section{
			ID: strings.ReplaceAll(title, " ", "-"), Kind: document.KindSection, Parent: -1, Label: title, Span: all, Own: all,
			Heading:    document.Span{Start: from, End: from + len(title)},
			Paragraphs: []document.Paragraph{{Span: p, Sentences: []document.Span{p}}},
		})
	}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	a, err := answer.New(t.Context(), answer.Options{Document: doc})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// TestEveryButtonFits presses whatever can be reached by pressing: no data is longer
// than the platform takes, all of it is the bot's own, and none has expired.
func TestEveryButtonFits(t *testing.T) {
	home, _ := defaultDocument(t)
	for name, c := range map[string]struct {
		answerer *answer.Answerer
		least    int
	}{"default document": {home, 300}, "long names": {longNames(t), 60}} {
		t.Run(name, func(t *testing.T) {
			b, _, _ := directBot(t)
			b.opt.Chat = chat.New(chat.Options{Library: asLibrary(t, c.answerer), Keep: 1})
			m := chat.Message{Conversation: "tg:7", Person: "tg:7", Language: "en", Private: true, Room: respond.PageRunes}
			pressed := map[string]bool{}
			var waiting []string
			collect := func(from string, r reply.Reply) {
				if r.Notice != "" && len(r.Blocks) == 0 && strings.Contains(r.Notice, "expired") {
					t.Errorf("%q has expired", from)
				}
				for _, data := range dataOf(t, b.responder.Calls(botapi.Place{Chat: 7}, r)) {
					inner, ok := b.signer.Check(7, data)
					if !ok || len(data) > 64 {
						t.Errorf("after %q: %q of %d bytes, own %v", from, data, len(data), ok)
					}
					if !pressed[inner] {
						pressed[inner] = true
						waiting = append(waiting, inner)
					}
				}
			}
			for _, s := range []string{"/start", "/help", "/toc", "/language", "/documents", "/find training", "/find " + strings.Repeat("the keeper of the long names ", 3),
				"1", "what are the main parts?", "who opens the gate?", "what about training?", "who pays?"} {
				m.Text = s
				collect(s, b.opt.Chat.Ask(t.Context(), m))
			}
			for m.Text = ""; len(waiting) > 0 && len(pressed) < 1500; waiting = waiting[1:] {
				collect(waiting[0], b.opt.Chat.Press(t.Context(), m, waiting[0]))
			}
			t.Logf("%d buttons", len(pressed))
			if len(pressed) < c.least {
				t.Errorf("only %d buttons found", len(pressed))
			}
		})
	}
}

// dataOf returns the data of the buttons that calls send.
func dataOf(t *testing.T, calls []botapi.Call) []string {
	t.Helper()
	var out []string
	for _, c := range calls {
		var kept struct{ Params map[string]string }
		if err := json.Unmarshal(c.Encode(), &kept); err != nil {
			t.Fatal(err)
		}
		for _, row := range rowsOf(kept.Params["reply_markup"]) {
			for _, button := range row {
				if data := button["callback_data"]; data != "" {
					out = append(out, data)
				}
			}
		}
	}
	return out
}

// TestForgedButtonsDoNothing: what was not sent to a chat does nothing there.
func TestForgedButtonsDoNothing(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.asks(t, anna, "/toc")
	mine := f.firstData(t)
	inner := mine[:len(mine)-botapi.SignatureBytes]
	f.say(wei, -1001, "/toc", nil)
	f.settle(t)
	for name, data := range map[string]string{
		"none": "", "unsigned, as they once were": inner, "of another chat": mine, "signed by nobody": inner + "AAAAAAAA",
		"a signature alone": mine[len(inner):],
	} {
		for _, chat := range []int64{-1001} {
			f.mu.Lock()
			f.calls = nil
			f.mu.Unlock()
			f.press(wei, f.last(chat), data)
			f.settle(t)
			calls := f.recorded("")
			if len(calls) != 1 || calls[0].method != "answerCallbackQuery" || !strings.Contains(calls[0].fields["text"], "失效") {
				t.Errorf("%s: %v, want a word that the button has expired", name, calls)
			}
		}
	}
}
