package chat

import (
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/answer"
	"pincite/internal/chat/talk"
	"pincite/internal/library"
	"pincite/internal/render"
	"pincite/internal/reply"
)

// The text before and after a rolling restart: what was Article 2 is Article 3 now.
const (
	before = "Article 1. Doors\n\nDoors are shut at ten.\n\nArticle 2. Dogs\n\nDogs stay outside.\n\nArticle 3. Bells\n\nThe bell is rung twice.\n"
	after  = "Article 1. Doors\n\nDoors are shut at nine.\n\nArticle 2. Boats\n\nBoats are tied up.\n\nArticle 3. Dogs\n\nDogs sleep in the yard.\n\nArticle 4. Bells\n\nThe bell is rung once.\n"
)

// replica is a process that serves a text and shares a memory.
func replica(t testing.TB, memory talk.Memory, text string) *Chat {
	t.Helper()
	l, err := library.Open(t.Context(), library.Source{FS: fstest.MapFS{"rules.txt": {Data: []byte(text)}}, Name: "rules.txt"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return New(Options{Library: l, Memory: memory})
}

// TestRollingRestart: while some replicas have the old text and some the new one, no
// reply reads the old conversation into the new text, or the other way round; a
// conversation goes on where the text is the same.
func TestRollingRestart(t *testing.T) {
	memory := &fakeMemory{states: map[string][]byte{}}
	old, twin, fresh := replica(t, memory, before), replica(t, memory, before), replica(t, memory, after)
	ask := func(c *Chat, s string) reply.Reply {
		return c.Ask(t.Context(), Message{Conversation: "tg:1", Person: "tg:1", Text: s, Private: true})
	}
	first := ask(old, "article 2")
	if r := ask(twin, "the next one"); r.Answer.Kind != answer.KindSection || !strings.Contains(render.Plain(r), "rung twice") {
		t.Errorf("at a replica with the same text: %s", render.Plain(r))
	}
	ask(old, "article 2")
	for _, follow := range []string{"the next one", "and the one before it?", "why?"} {
		if r := ask(fresh, follow); len(r.Answer.Citations) != 0 {
			t.Errorf("%q after an answer from the old text: %s", follow, render.Plain(r))
		}
		ask(old, "article 2")
	}
	for _, row := range first.Buttons {
		for _, b := range row {
			if b.Kind != reply.Press {
				continue
			}
			r := fresh.Press(t.Context(), Message{Conversation: "tg:1", Person: "tg:1", Private: true}, b.Data)
			if said := render.Plain(r) + r.Notice; strings.Contains(said, "Boats") || said == "" {
				t.Errorf("button %q of the old text: %s", b.Label, said)
			}
		}
	}
	ask(fresh, "article 3")
	if r := ask(old, "the next one"); len(r.Answer.Citations) != 0 {
		t.Errorf("back at the old text: %s", render.Plain(r))
	}
}

// FuzzState: whatever was kept of a conversation, what follows on it is answered. The
// words and the sections that a state has come from another process, perhaps of another
// version.
func FuzzState(f *testing.F) {
	memory := &fakeMemory{states: map[string][]byte{}}
	m := Message{Conversation: "tg:1", Person: "tg:1", Text: "article 2", Private: true}
	replica(f, memory, before).Ask(f.Context(), m)
	for _, raw := range []string{"", "{}", "null", string(memory.states["tg:1"])} {
		f.Add([]byte(raw), "the next one")
	}
	l := replica(f, memory, before).opt.Library
	f.Fuzz(func(t *testing.T, raw []byte, text string) {
		m := m
		m.Text = text
		c := New(Options{Library: l, Memory: &fakeMemory{states: map[string][]byte{"tg:1": raw}}})
		if r := c.Ask(t.Context(), m); len(r.Blocks) == 0 && r.Notice == "" {
			t.Errorf("%q after %q: an empty reply", text, raw)
		}
	})
}
