package store

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
)

// clock is a clock that a test sets.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

func mustOpen(t testing.TB, path string, c *clock) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func newStore(t testing.TB) (*Store, *clock, string) {
	t.Helper()
	c := &clock{time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	path := filepath.Join(t.TempDir(), "a file with ? and %")
	return mustOpen(t, path, c), c, path
}

// linesOf reads the lines of a kind from the file, as another program would.
func linesOf(t *testing.T, path, kind string) []line {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []line
	_, _, err = scan(bytes.NewReader(data), func(_ int, l line, _ []byte) error {
		if l.Kind == kind {
			out = append(out, l)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var (
	rating  = chat.Feedback{Conversation: "tg:4711", Person: "tg:4711", Question: "how often?", Section: "rule-2", Digest: "d1", Good: true}
	unknown = chat.Unanswered{Question: "what of dragons?", Language: "en", Kind: answer.KindNone, Reason: answer.ReasonUnknown, Digest: "d1"}
)

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	head := fmt.Sprintf(`{"pincite":"store","version":%d,"key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}`+"\n", version)
	for name, c := range map[string]struct{ path, want string }{
		"no folder":         {filepath.Join(dir, "none", "x"), "store.path"},
		"a folder":          {dir, "store.path"},
		"another file":      {write("text", "Dear diary,\n"), "line 1 is not that of a store"},
		"another JSON file": {write("json", `{"key":"x"}`+"\n"), "line 1 is not that of a store"},
		"no line at all":    {write("none", "x"), "cut short"},
		"too long a line":   {write("long", strings.Repeat("x", 2*maxLine)), "longer than"},
		"zeros":             {write("zeros", head+"\x00\x00\x00\n"), "line 2 cannot be read"},
		"damaged":           {write("damaged", head+`{"kind":"feedback"}`+"\n"+`{"kind":"feed`+"\n"+"{}\n"), "line 3 cannot be read"},
		"a later version":   {write("later", strings.Replace(head, `:1,`, `:999,`, 1)), "newer program"},
	} {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			s, err := Open(t.Context(), c.path, Options{})
			if err == nil {
				s.Close()
				t.Fatal("opened")
			}
			if !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), "store: ") {
				t.Errorf("error %q, want one line with %q", err, c.want)
			}
			if after, _ := os.ReadFile(c.path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestTwoProcessesDoNotShareAFile(t *testing.T) {
	s, c, path := newStore(t)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := Open(ctx, path, Options{}); err == nil || !strings.Contains(err.Error(), "in use by another process") {
		t.Errorf("error %v", err)
	}
	opened := make(chan error)
	go func() { // waits for the first to end
		second, err := Open(context.Background(), path, Options{Now: c.now})
		if err == nil {
			err = second.Close()
		}
		opened <- err
	}()
	s.Close()
	if err := <-opened; err != nil {
		t.Error(err)
	}
}

// TestCutShort cuts a file at every byte, as a crash may: what is whole stays.
func TestCutShort(t *testing.T) {
	s, c, path := newStore(t)
	for _, language := range []string{"en", "zh", "ru"} {
		if err := s.SetLanguage(t.Context(), "tg:"+language, language); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head := bytes.IndexByte(data, '\n') + 1
	for n := head; n <= len(data); n++ {
		cutOff := filepath.Join(t.TempDir(), "cut")
		if err := os.WriteFile(cutOff, data[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, cutOff, c)
		if got, want := len(s.languages), bytes.Count(data[head:n], []byte("\n")); got != want {
			t.Fatalf("cut at %d: %d choices, want %d", n, got, want)
		}
		if err := s.SetLanguage(t.Context(), "tg:es", "es"); err != nil {
			t.Fatal(err)
		}
		s.Close()
		if got, _ := mustOpen(t, cutOff, c).Language(t.Context(), "tg:es"); got != "es" {
			t.Fatalf("cut at %d: what was written after is lost", n)
		}
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "x.db"), Options{}); err == nil || !strings.Contains(err.Error(), "store.path") {
		t.Errorf("error %v, want one that names the setting", err)
	}
}

func TestFeedback(t *testing.T) {
	s, c, path := newStore(t)
	again, other := rating, rating
	again.Good = false
	other.Person = "tg:1"
	for _, f := range []chat.Feedback{rating, other, again} {
		if err := s.Feedback(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	mustOpen(t, path, c)
	got := linesOf(t, path, kindFeedback)
	if len(got) != 2 {
		t.Fatalf("ratings %+v, want one for each person", got)
	}
	if !got[0].Good || got[1].Good {
		t.Errorf("ratings %+v, want the second one of the first person", got)
	}
}

func TestLanguage(t *testing.T) {
	s, c, path := newStore(t)
	check := func(want string) {
		t.Helper()
		got, err := s.Language(t.Context(), "tg:1")
		if err != nil || got != want {
			t.Errorf("language %q, %v; want %q", got, err, want)
		}
	}
	set := func(language string) {
		t.Helper()
		if err := s.SetLanguage(t.Context(), "tg:1", language); err != nil {
			t.Fatal(err)
		}
	}
	check("")
	set("zh")
	check("zh")
	set("ru")
	check("ru")
	if got, _ := s.Language(t.Context(), "tg:2"); got != "" {
		t.Errorf("another person has %q", got)
	}
	s.Close()
	s = mustOpen(t, path, c)
	check("ru")
	set("")
	check("")
}

func TestNothingIsKeptTooLong(t *testing.T) {
	s, c, path := newStore(t)
	secret := "a question to be forgotten"
	u := unknown
	u.Question = secret
	f := rating
	f.Question = secret
	for range 3 {
		if err := s.Unanswered(t.Context(), u); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Feedback(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	if err := s.SetLanguage(t.Context(), "tg:1", "ru"); err != nil {
		t.Fatal(err)
	}
	c.t = c.t.Add(defaultKeep)
	if err := s.Prune(); err != nil {
		t.Fatal(err)
	}
	if n := len(linesOf(t, path, kindUnanswered)) + len(linesOf(t, path, kindFeedback)); n != 4 {
		t.Fatalf("%d lines after exactly the time stated, want 4", n)
	}
	c.t = c.t.Add(time.Second)
	if err := s.Prune(); err != nil {
		t.Fatal(err)
	}
	if n := len(linesOf(t, path, kindLanguage)); n != 1 {
		t.Errorf("%d choices of language, want 1", n)
	}
	if err := s.Unanswered(t.Context(), unknown); err != nil {
		t.Fatal(err)
	}
	if n := len(linesOf(t, path, kindUnanswered)); n != 1 {
		t.Errorf("%d questions in the new file, want 1", n)
	}
	for name, data := range filesOf(t, path) {
		if bytes.Contains(data, []byte(secret)) {
			t.Errorf("%s still holds the words", name)
		}
	}
}

// filesOf reads the database and what lies beside it.
func filesOf(t *testing.T, path string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(filepath.Dir(path), e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = data
	}
	return files
}

func TestPersonsAreNotNamed(t *testing.T) {
	s, _, path := newStore(t)
	if err := s.Feedback(t.Context(), rating); err != nil {
		t.Fatal(err)
	}
	if err := s.SetLanguage(t.Context(), rating.Person, "es"); err != nil {
		t.Fatal(err)
	}
	for name, data := range filesOf(t, path) {
		if bytes.Contains(data, []byte("4711")) {
			t.Errorf("%s holds the id", name)
		}
	}
	s.Close()
	another, _, _ := newStore(t)
	if bytes.Equal(s.person("tg:4711"), another.person("tg:4711")) {
		t.Error("two files know a person by the same hash")
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v; want 0600", info.Mode(), err)
	}
}

func TestConcurrentUse(t *testing.T) {
	s, c, path := newStore(t)
	old := unknown
	old.Question = "old"
	if err := s.Unanswered(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	c.t = c.t.Add(2 * defaultKeep)
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			for i := range 25 {
				u, person := unknown, fmt.Sprint("tg:", worker)
				u.Question = fmt.Sprint(worker, i)
				if err := s.Unanswered(t.Context(), u); err != nil {
					t.Error(err)
				}
				if err := s.SetLanguage(t.Context(), person, "en"); err != nil {
					t.Error(err)
				}
				if got, err := s.Language(t.Context(), person); err != nil || got != "en" {
					t.Errorf("language %q, %v", got, err)
				}
				if err := s.Prune(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if n := len(linesOf(t, path, kindUnanswered)); n != 200 {
		t.Errorf("%d questions, want 200", n)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*.new-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestClosed(t *testing.T) {
	s, _, _ := newStore(t)
	for range 2 {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if err := s.Feedback(t.Context(), rating); err == nil {
		t.Error("kept in a closed file")
	}
	if err := s.Prune(); err != nil {
		t.Error(err)
	}
}

// FuzzOpen: whatever a file holds, it is opened or refused in one line, and
// what is refused stays as it is.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(""))
	f.Add([]byte(`{"pincite":"store","version":1,"key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}` + "\n" + `{"kind":"language","person":"AA==","language":"zh"}` + "\n{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "x")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			after, _ := os.ReadFile(path)
			if strings.Contains(err.Error(), "\n") || !bytes.Equal(after, data) {
				t.Errorf("%v; changed: %v", err, !bytes.Equal(after, data))
			}
			return
		}
		defer s.Close()
		if err := s.SetLanguage(t.Context(), "p", "ru"); err != nil {
			t.Error(err)
		}
		if err := s.Prune(); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkLanguage(b *testing.B) {
	s, _, _ := newStore(b)
	for b.Loop() {
		if _, err := s.Language(b.Context(), "tg:1"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnanswered(b *testing.B) {
	s, _, _ := newStore(b)
	for b.Loop() {
		if err := s.Unanswered(b.Context(), unknown); err != nil {
			b.Fatal(err)
		}
	}
}
