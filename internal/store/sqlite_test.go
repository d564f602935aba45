package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pincite/internal/store/lines"
)

// lineKey is the key of the files of lines of the tests.
var lineKey = bytes.Repeat([]byte{7}, lines.KeyBytes)

// linesFile writes a file of lines as earlier versions did.
func linesFile(t testing.TB, path string, all ...lines.Line) {
	t.Helper()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	must(t, e.Encode(map[string]any{"pincite": "store", "version": 1, "key": lineKey}))
	for _, l := range all {
		must(t, e.Encode(l))
	}
	must(t, os.WriteFile(path, out.Bytes(), 0o600))
}

// oldLines are what a file of lines may hold: a rating that a later one replaces,
// questions, and choices of language, one of them taken back.
func oldLines(at time.Time) []lines.Line {
	me, other := lines.Hash(lineKey, "tg:4711"), lines.Hash(lineKey, "tg:1")
	f := lines.Line{Kind: lines.Feedback, At: at.Unix(), Person: me, Question: "how often?", Section: "rule-2", Digest: "d1", Good: true}
	again := f
	again.Good = false
	return []lines.Line{
		f, again,
		{Kind: lines.Unanswered, At: at.Unix() + 1, Question: "what of dragons?", Language: "en", Digest: "d1", Answer: "none", Reason: "unknown"},
		{Kind: lines.Language, At: at.Unix(), Person: me, Language: "zh"},
		{Kind: lines.Language, At: at.Unix(), Person: me, Language: "ru"},
		{Kind: lines.Language, At: at.Unix(), Person: other, Language: "es"},
		{Kind: lines.Language, At: at.Unix(), Person: other},
	}
}

func filePlace(t testing.TB) place { return placeIn(filepath.Join(t.TempDir(), "state"), "") }

// TestTakeOver opens a file of lines: what it held is there, the file is not.
func TestTakeOver(t *testing.T) {
	p := filePlace(t)
	linesFile(t, p.Path, oldLines(p.clock.now())...)
	before := records(t, p.Options) // kept reads it as it stands
	s := p.open(t)
	got := records(t, p.Options)
	if len(got) != 2 || len(before) != 2 || *got[0].Good || got[1].Question != "what of dragons?" || got[0].At != p.clock.now() {
		t.Errorf("records %+v, before %+v", got, before)
	}
	if got, err := s.Language(t.Context(), "tg:4711"); err != nil || got != "ru" {
		t.Errorf("language %q, %v", got, err)
	}
	if got, _ := s.Language(t.Context(), "tg:1"); got != "" {
		t.Errorf("a language taken back: %q", got)
	}
	must(t, s.SetLanguage(t.Context(), "tg:4711", "en"))
	if n := count(t, s, "choices"); n != 1 {
		t.Errorf("%d choices of one person", n)
	}
	must(t, s.Forget(t.Context(), "tg:4711", "tg:4711"))
	if n := count(t, s, "ratings"); n != 0 {
		t.Errorf("%d ratings of a person who is to be forgotten", n)
	}
	must(t, s.Close())
	for name, data := range filesOf(t, p.Path) {
		if name != "state" || bytes.Contains(data, []byte(`"kind"`)) {
			t.Errorf("%s is left", name)
		}
	}
	info, err := os.Stat(p.Path)
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, want 0600", info.Mode())
	}
	p.open(t)
}

// TestTakeOverIsAllOrNothing cuts the old file anywhere in its last line, as a
// crash may, or damages it: what is whole comes over, or the file stays.
func TestTakeOverIsAllOrNothing(t *testing.T) {
	p := filePlace(t)
	linesFile(t, p.Path, oldLines(p.clock.now())...)
	data, err := os.ReadFile(p.Path)
	must(t, err)
	last := bytes.LastIndexByte(data[:len(data)-1], '\n') + 1
	for n := last; n < len(data); n += 7 {
		cut := filePlace(t)
		must(t, os.WriteFile(cut.Path, data[:n], 0o600))
		s := cut.open(t)
		if n := count(t, s, "choices"); n != 2 {
			t.Errorf("%d choices, want that of the line before", n)
		}
		must(t, s.Close())
	}
	must(t, os.WriteFile(p.Path, append(bytes.Clone(data), "{]\n"...), 0o600))
	if _, err := Open(t.Context(), p.Options); err == nil || !strings.Contains(err.Error(), "line 9 cannot be read") {
		t.Errorf("error %v", err)
	}
	if files := filesOf(t, p.Path); len(files) != 1 || !bytes.HasPrefix(files["state"], data) {
		t.Errorf("after a damaged file: %d files", len(files))
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, []byte(data), 0o600))
		return path
	}
	foreign := filepath.Join(dir, "foreign")
	db, err := sql.Open("sqlite", foreign)
	must(t, err)
	_, err = db.Exec(`CREATE TABLE recipes (name text)`)
	must(t, errors.Join(err, db.Close()))
	head := fmt.Sprintf(`{"pincite":"store","version":1,"key":"%s="}`+"\n", strings.Repeat("A", 43))
	for name, c := range map[string]struct{ path, want string }{
		"no folder":         {filepath.Join(dir, "none", "x"), "store.path"},
		"a folder":          {dir, "store.path"},
		"another file":      {write("text", "Dear diary,\n"), "not a store"},
		"another database":  {foreign, "another program"},
		"another JSON file": {write("json", `{"key":"x"}`+"\n"), "line 1 is not that of a store"},
		"no line at all":    {write("none", "{"), "line 1 is not that of a store"},
		"too long a line":   {write("long", "{"+strings.Repeat("x", 2<<20)), "longer than"},
		"zeros":             {write("zeros", head+"\x00\x00\x00\n"), "line 2 cannot be read"},
		"damaged":           {write("damaged", head+`{"kind":"feedback"}`+"\n"+`{"kind":"feed`+"\n"+"{}\n"), "line 3 cannot be read"},
		"a later version":   {write("later", strings.Replace(head, `:1,`, `:999,`, 1)), "newer program"},
	} {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			s, err := Open(t.Context(), Options{Path: c.path})
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
	if _, err := Open(t.Context(), Options{Path: "x", URL: "postgres://y"}); err == nil || !strings.Contains(err.Error(), "choose one") {
		t.Errorf("path and url: %v", err)
	}
}

func TestAddressIsNotQuoted(t *testing.T) {
	for _, address := range []string{"postgres://me:hunter2@%zz/", "postgres://me:hunter2@host:port/x", "host='a password=hunter2",
		"postgres://me:hunter2@/nowhere?host=" + t.TempDir()} {
		_, err := Open(t.Context(), Options{URL: address})
		if err == nil || strings.Contains(err.Error(), "hunter2") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error %v, want one line without the password", address, err)
		}
	}
}

func TestTwoProcessesDoNotShareAFile(t *testing.T) {
	p := filePlace(t)
	s := p.open(t)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := Open(ctx, p.Options); err == nil || !strings.Contains(err.Error(), "in use by another process") {
		t.Errorf("error %v", err)
	}
	opened := make(chan error)
	go func() { // waits for the first to end
		second, err := Open(context.Background(), p.Options)
		if err == nil {
			err = second.Close()
		}
		opened <- err
	}()
	must(t, s.Close())
	must(t, <-opened)
}

// filesOf reads the database and what lies beside it.
func filesOf(t testing.TB, path string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	files := map[string][]byte{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(filepath.Dir(path), e.Name()))
		must(t, err)
		files[e.Name()] = data
	}
	return files
}

// TestBytesAreGone writes a great deal, deletes it, and reads the files as any
// program may: no word is left, while others still are.
func TestBytesAreGone(t *testing.T) {
	const secret, other = "a question to be forgotten", "a question to be kept"
	for name, remove := range map[string]func(p place, s *Store) error{
		"age": func(p place, s *Store) error {
			p.clock.pass(defaultKeep / 2)
			u := unknown
			for range 300 { // younger rows among and after the old
				u.Question = other
				if err := s.Unanswered(t.Context(), u); err != nil {
					return err
				}
			}
			p.clock.pass(defaultKeep/2 + time.Second)
			return s.Prune(t.Context())
		},
		"forgetme": func(_ place, s *Store) error { return s.Forget(t.Context(), "tg:4711", "tg:4711") },
		"forgetme after another": func(p place, s *Store) error {
			err := errors.Join(s.Forget(t.Context(), "tg:2", "tg:2"), s.Forget(t.Context(), "tg:4711", "tg:4711"))
			p.clock.pass(pruneEvery)
			return errors.Join(err, s.Prune(t.Context()))
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := filePlace(t)
			s := p.open(t)
			must(t, fill(t.Context(), s, secret, other))
			if holding(t, p.Path, secret) == "" {
				t.Fatal("the words were never there")
			}
			must(t, remove(p, s))
			if name := holding(t, p.Path, secret); name != "" {
				t.Errorf("%s still holds the words", name)
			}
			if name := holding(t, p.Path, "4711"); name != "" {
				t.Errorf("%s holds the id", name)
			}
			if holding(t, p.Path, other) == "" {
				t.Error("the others' words are gone, too")
			}
		})
	}
}

// TestForgetReachesWhatWasSetAside: a damaged database may hold what is to be forgotten.
func TestForgetReachesWhatWasSetAside(t *testing.T) {
	p := filePlace(t)
	s := p.open(t)
	must(t, fill(t.Context(), s, "a secret", "another"))
	must(t, s.Close())
	b, err := os.ReadFile(p.Path)
	must(t, errors.Join(err, os.WriteFile(p.Path, hurt["a page of noise"](b), 0o600)))
	s = p.open(t)
	if holding(t, p.Path, "a secret") == "" {
		t.Fatal("nothing was set aside")
	}
	must(t, s.Forget(t.Context(), "tg:4711", "tg:4711"))
	if name := holding(t, p.Path, "a secret"); name != "" {
		t.Errorf("%s still holds the words", name)
	}
}

// fill writes one person's words into every table, in rows of many sizes, among
// those of others.
func fill(ctx context.Context, s *Store, secret, other string) error {
	var err error
	for i := range 300 {
		u, f := unknown, rating0
		noise := make([]byte, i%97)
		rand.Read(noise)
		u.Question = fmt.Sprintf("%s %x", secret, noise)
		f.Question = fmt.Sprintf("%s %d %x", secret, i, noise)
		state := []byte(strings.Repeat(secret, 1+i%60))
		err = errors.Join(err, s.Unanswered(ctx, u), s.Feedback(ctx, f), s.Remember(ctx, "tg:4711", state))
		u.Person, f.Person, u.Question, f.Question = "tg:1", "tg:1", other, fmt.Sprint(other, i)
		err = errors.Join(err, s.Unanswered(ctx, u), s.Feedback(ctx, f))
		err = errors.Join(err, keep(s, int64(i), "tg:4711", string(state)))
		c, takeErr := s.Take(ctx, int64(i), "tg:4711")
		if takeErr != nil {
			return takeErr
		}
		_, finishErr := s.Finish(ctx, c, [][]byte{state})
		err = errors.Join(err, finishErr)
	}
	return err
}

// holding returns a file that holds words, "" if none does.
func holding(t testing.TB, path, words string) string {
	t.Helper()
	for name, data := range filesOf(t, path) {
		if bytes.Contains(data, []byte(words)) {
			return name
		}
	}
	return ""
}

// FuzzOpen: whatever a file holds, it is opened or refused in one line, and
// what is refused stays as it is.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(""))
	f.Add([]byte(`{"pincite":"store","version":1,"key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}` + "\n" + `{"kind":"language","person":"AA==","language":"zh"}` + "\n{"))
	f.Add([]byte(sqliteHead))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "x")
		must(t, os.WriteFile(path, data, 0o600))
		s, err := Open(t.Context(), Options{Path: path})
		if err != nil {
			after, _ := os.ReadFile(path)
			if strings.Contains(err.Error(), "\n") || !bytes.Equal(after, data) {
				t.Errorf("%v; changed: %v", err, !bytes.Equal(after, data))
			}
			return
		}
		defer s.Close()
		must(t, errors.Join(s.SetLanguage(t.Context(), "p", "ru"), s.Prune(t.Context())))
	})
}

func BenchmarkTakeAndFinish(b *testing.B) {
	for _, name := range []string{"memory", "sqlite", "postgres"} {
		b.Run(name, func(b *testing.B) {
			p := placeIn("", "")
			switch name {
			case "sqlite":
				p = filePlace(b)
			case "postgres":
				p = placeIn("", postgresURL(b))
			}
			s := p.open(b)
			for n := int64(1); b.Loop(); n++ {
				c, err := s.Take(b.Context(), n, "tg:1")
				must(b, err)
				_, err = s.Ahead(b.Context(), c, 0)
				must(b, err)
				out, err := s.Finish(b.Context(), c, [][]byte{[]byte("call")})
				must(b, err)
				must(b, s.Sent(b.Context(), out[0]))
			}
		})
	}
}

// TestALogThatIsRead: where another process reads the file, what was deleted stays in the
// log of changes, which is said, and goes with what is pruned after that.
func TestALogThatIsRead(t *testing.T) {
	p := filePlace(t)
	var log bytes.Buffer
	p.Log = slog.New(slog.NewTextHandler(&log, nil))
	s := p.open(t)
	must(t, s.Unanswered(t.Context(), unknown))
	reader, err := sql.Open("sqlite", "file:"+p.Path+"?mode=ro")
	must(t, err)
	defer reader.Close()
	rows, err := reader.QueryContext(t.Context(), `SELECT question FROM unanswered`)
	must(t, err)
	rows.Next()
	must(t, s.Forget(t.Context(), unknown.Person, unknown.Person))
	if !strings.Contains(log.String(), "another process reads the file") {
		t.Errorf("the log says %q", log.String())
	}
	must(t, errors.Join(rows.Close(), s.Prune(t.Context())))
	if left, err := os.ReadFile(p.Path + "-wal"); err != nil || len(left) != 0 {
		t.Errorf("%d bytes of changes, %v", len(left), err)
	}
}
