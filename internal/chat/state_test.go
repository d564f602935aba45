package chat

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/choose"
)

// fakeMemory keeps states in a map; with fail set, it keeps nothing.
type fakeMemory struct {
	mu     sync.Mutex
	fail   bool
	states map[string][]byte
}

func (f *fakeMemory) Recall(_ context.Context, key string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail {
		return nil, errFull
	}
	return f.states[key], nil
}

func (f *fakeMemory) Remember(_ context.Context, key string, state []byte) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail {
		return errFull
	}
	f.states[key] = state
	return nil
}

// TestFollowUpElsewhere asks one process and follows up at another, as behind a
// load balancer or after a restart.
func TestFollowUpElsewhere(t *testing.T) {
	memory := &fakeMemory{states: map[string][]byte{}}
	a, _ := newFake(t, Options{Memory: memory})
	b, f := newFake(t, Options{Memory: memory})
	asked := func(c *Chat, s string) { c.Ask(t.Context(), Message{Conversation: "tg:1", Text: s, Private: true}) }
	asked(a, "measure-7")
	asked(b, "measure-8")
	asked(a, "measure-9")
	asked(b, "and then?")
	turns := f.turns[len(f.turns)-1]
	var cited []string
	for _, turn := range turns {
		cited = append(cited, turn.Sections...)
	}
	if got := strings.Join(cited, " "); got != "measure-7 measure-8 measure-9" {
		t.Errorf("the other process knows of %q", got)
	}
}

// TestAFailingMemoryIsLoggedAndNoMore goes on with what this process knows.
func TestAFailingMemoryIsLoggedAndNoMore(t *testing.T) {
	memory := &fakeMemory{states: map[string][]byte{}}
	c, f := newFake(t, Options{Memory: memory})
	asked := func(s string) { c.Ask(t.Context(), Message{Conversation: "tg:1", Text: s}) }
	asked("measure-7")
	memory.fail = true
	asked("measure-8")
	asked("and then?")
	if turns := f.turns[len(f.turns)-1]; len(turns) != 2 {
		t.Errorf("%d turns known, want 2", len(turns))
	}
}

func TestForgetMe(t *testing.T) {
	rec := &fakeRecorder{}
	c, f := newFake(t, Options{Recorder: rec})
	m := Message{Conversation: "tg:1", Person: "tg:2"}
	say := func(s string) string {
		m.Text = s
		return wordsIn(c.Ask(t.Context(), m))
	}
	say("measure-7")
	if got := say("/forgetme"); !strings.Contains(got, "deleted") {
		t.Error(got)
	}
	say("and then?")
	if turns := f.turns[len(f.turns)-1]; len(turns) != 0 || strings.Join(rec.forgotten, " ") != "tg:2 tg:1" {
		t.Errorf("%d turns known; told to forget %q", len(turns), rec.forgotten)
	}
	rec.fail = true
	if got := say("/forgetme"); !strings.Contains(got, "could not be deleted") {
		t.Error(got)
	}
}

func TestPrivacySaysWhatIsKept(t *testing.T) {
	for name, c := range map[string]struct {
		opt       Options
		has, lack string
	}{
		"nothing": {Options{}, "not stored", "code made of it"},
		"memory":  {Options{Recorder: &fakeRecorder{}, Memory: &fakeMemory{}, Keep: 1}, "gone when the program stops", "database"},
		"lasting": {Options{Recorder: &fakeRecorder{}, Memory: &fakeMemory{}, Keep: 1, Lasting: true}, "in a database", "in memory"},
	} {
		t.Run(name, func(t *testing.T) {
			chat, _ := newFake(t, c.opt)
			got := wordsIn(ask(chat, "/privacy"))
			if !strings.Contains(got, c.has) || strings.Contains(got, c.lack) || !strings.Contains(got, "/forgetme") {
				t.Errorf("%q; want %q and not %q", got, c.has, c.lack)
			}
		})
	}
}

// TestPrivacySaysWhoSees: in every language people are told which server gets a question
// or a voice message, and what is kept of what it chose.
func TestPrivacySaysWhoSees(t *testing.T) {
	for _, language := range Languages() {
		for _, command := range []string{"/privacy", "/about"} {
			m := Message{Conversation: "tg:1", Person: "tg:1", Language: language, Text: command, Private: true}
			without, _ := newFake(t, Options{Recorder: &fakeRecorder{}, Keep: 30 * 24 * time.Hour})
			with, _ := newFake(t, Options{Recorder: &fakeRecorder{}, Keep: 30 * 24 * time.Hour, Voice: "ears.example"})
			with.opt.Library.ChooseWith(choose.New(choose.Options{Host: "models.example"}))
			before, after := without.Ask(t.Context(), m), with.Ask(t.Context(), m)
			added := wordsIn(after)
			if len(after.Blocks) != len(before.Blocks)+3 || strings.Contains(wordsIn(before), ".example") ||
				!strings.Contains(added, "models.example") || !strings.Contains(added, "ears.example") || strings.Count(added, "30") < strings.Count(wordsIn(before), "30")+1 {
				t.Errorf("%s %s: %s", language, command, wordsIn(after))
			}
			if command == "/privacy" {
				t.Log(wordsIn(after))
			}
		}
	}
}
