package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pincite/internal/chat"
)

func records(t *testing.T, path string) []Record {
	t.Helper()
	var out []Record
	err := Read(path, func(r Record) error {
		out = append(out, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestRead reads a file that is in use.
func TestRead(t *testing.T) {
	s, c, path := newStore(t)
	if got := records(t, path); len(got) != 0 {
		t.Errorf("a new file holds %+v", got)
	}
	again := rating
	again.Good = false
	keep := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		c.t = c.t.Add(time.Minute)
	}
	first := c.t
	keep(s.Feedback(t.Context(), rating))
	keep(s.Unanswered(t.Context(), unknown))
	keep(s.SetLanguage(t.Context(), "tg:1", "ru"))
	keep(s.Feedback(t.Context(), again))
	got := records(t, path)
	if len(got) != 2 {
		t.Fatalf("%+v, want the question and the later rating", got)
	}
	u, f := got[0], got[1]
	if u.Kind != "unanswered" || u.Question != unknown.Question || u.Reason != string(unknown.Reason) ||
		u.Answer != string(unknown.Kind) || u.Good != nil || !u.At.Equal(first.Add(time.Minute)) {
		t.Errorf("question %+v", u)
	}
	if f.Kind != "feedback" || f.Section != rating.Section || f.Good == nil || *f.Good || f.Digest != rating.Digest {
		t.Errorf("rating %+v, want the later one", f)
	}
}

func TestReadLeavesTheFileAlone(t *testing.T) {
	s, _, path := newStore(t)
	if err := s.Feedback(t.Context(), chat.Feedback{Question: "half"}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data = data[:len(data)-5]
	if err := os.WriteFile(path, data, 0o400); err != nil {
		t.Fatal(err)
	}
	if got := records(t, path); len(got) != 0 {
		t.Errorf("%+v, want nothing of a line that is half written", got)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(after, data) {
		t.Error("the file was changed")
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	full := errors.New("full")
	_, _, path := newStore(t)
	s := mustOpen(t, filepath.Join(dir, "good"), &clock{})
	if err := s.Unanswered(t.Context(), unknown); err != nil {
		t.Fatal(err)
	}
	database := filepath.Join(dir, "sqlite")
	if err := os.WriteFile(database, append([]byte("SQLite format 3\x00"), make([]byte, 4096)...), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		path + "x": "no such file", dir: "directory", database: "not that of a store", filepath.Join(dir, "good"): "full",
	} {
		err := Read(path, func(Record) error { return full })
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("error %v, want one line with %q", err, want)
		}
	}
}
