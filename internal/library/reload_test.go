package library

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pincite/internal/answer/turn"
)

// put writes a file of a folder on disk.
func put(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// opened is a library of the files of a folder on disk.
func opened(t *testing.T, dir string) (*Library, Source) {
	t.Helper()
	s := Source{FS: os.DirFS(dir), Name: "."}
	l, err := Open(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l, s
}

// TestReload changes the files of a folder one after another.
func TestReload(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "garden.md", garden)
	put(t, dir, "lake.md", boats)
	l, s := opened(t, dir)
	if err := l.Warm(); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name                    string
		do                      func()
		added, changed, removed string
		broken                  string // what the error says
		want                    string // the documents from then on
	}{
		{"nothing", func() {}, "", "", "", "", "garden lake"},
		{"rewritten as it was", func() { put(t, dir, "lake.md", boats) }, "", "", "", "", "garden lake"},
		{"broken", func() { put(t, dir, "lake.md", "\x00\x01\x02\x03\x00\x01") }, "", "", "", "lake.md", "garden lake"},
		{"another one changed beside a broken one", func() { put(t, dir, "garden.md", garden+"\n\n## Article 4 Tools\n\nTools are lent.\n") }, "", "garden", "", "lake.md", "garden lake"},
		{"mended", func() { put(t, dir, "lake.md", boats+"\nIt opens in May.\n") }, "", "lake", "", "", "garden lake"},
		{"added", func() { put(t, dir, "rules/source.md", garden) }, "rules", "", "", "", "garden lake rules"},
		{"settings", func() { put(t, dir, "rules/document.yaml", "short_title: Rules\n") }, "", "rules", "", "", "garden lake rules"},
		{"aids", func() { put(t, dir, "rules/annotations.yaml", "language: en\nsynonyms: {fee: [dues]}\n") }, "", "rules", "", "", "garden lake rules"},
		{"removed", func() { os.Remove(filepath.Join(dir, "lake.md")) }, "", "", "lake", "", "garden rules"},
		{"all removed", func() { os.RemoveAll(filepath.Join(dir, "rules")); os.Remove(filepath.Join(dir, "garden.md")) }, "", "", "", "the folder has no document", "garden rules"},
	} {
		step.do()
		c, err := l.Reload(t.Context(), s)
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		got := []string{strings.Join(c.Added, " "), strings.Join(c.Changed, " "), strings.Join(c.Removed, " ")}
		if !slices.Equal(got, []string{step.added, step.changed, step.removed}) {
			t.Errorf("%s: %+v", step.name, c)
		}
		if (step.broken == "") != (len(c.Broken) == 0) || step.broken != "" && !strings.Contains(c.Broken[0].Error(), step.broken) {
			t.Errorf("%s: broken: %v", step.name, c.Broken)
		}
		var names []string
		for _, d := range l.Documents() {
			names = append(names, d.Name)
		}
		if got := strings.Join(names, " "); got != step.want {
			t.Errorf("%s: %s, want %s", step.name, got, step.want)
		}
		if got := place(ask(t, l, Ask{Message: "article 1"})); got != "garden article-1" {
			t.Errorf("%s: article 1: %s", step.name, got)
		}
	}
}

// TestReloadTells tells of a new file that cannot be read, once, and again when it is
// unreadable for another reason; and of doubts about what is new.
func TestReloadTells(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "garden.md", garden)
	l, s := opened(t, dir)
	for _, step := range []struct{ name, file, content, skipped, doubt string }{
		{"broken", "lake.md", "\x00\x01\x02\x03\x00\x01", "lake.md", ""},
		{"as it was", "lake.md", "\x00\x01\x02\x03\x00\x01", "", ""},
		{"empty", "lake.md", " ", "there is no text in it", ""},
		{"doubtful", "rules.md", "# Rules\n\n## Article 1 Keys\n\nOne.\n\n## Article 2 Doors\n\nTwo.\n\n## Article 5 Ends\n\nNone.\n", "", "rules: line 11: Article 5 follows number 2"},
		{"nothing more", "rules.md", "# Rules\n\n## Article 1 Keys\n\nOne.\n\n## Article 2 Doors\n\nTwo.\n\n## Article 5 Ends\n\nNone.\n", "", ""},
	} {
		put(t, dir, step.file, step.content)
		c, err := l.Reload(t.Context(), s)
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if got := fmt.Sprint(c.Skipped); (step.skipped == "") != (len(c.Skipped) == 0) || !strings.Contains(got, step.skipped) {
			t.Errorf("%s: skipped %s, want %q", step.name, got, step.skipped)
		}
		if got := strings.Join(c.Doubts, "; "); got != step.doubt {
			t.Errorf("%s: doubts %q, want %q", step.name, got, step.doubt)
		}
	}
}

// TestReloadFails holds that nothing changes where the documents cannot be put
// together.
func TestReloadFails(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "garden.md", garden)
	l, s := opened(t, dir)
	before := l.Default()
	put(t, dir, "garden.txt", "Another text.")
	if _, err := l.Reload(t.Context(), s); err == nil || !strings.Contains(err.Error(), "two documents are called garden") {
		t.Errorf("two of one name: %v", err)
	}
	if l.Default() != before {
		t.Error("the document was replaced")
	}
}

// TestTrails follows sections of a text to the one that took its place: article 1
// stays, 2 is taken out, 3 becomes 2, 4 says something else.
func TestTrails(t *testing.T) {
	const (
		before = "# Pool\n\n## Article 1 Hours\n\nOpen until nine.\n\n## Article 2 Dogs\n\nNo dogs.\n\n## Article 3 Towels\n\nBring one.\n\n## Article 4 Keys\n\nAt the desk.\n\n## Article 5 End\n\nThat is all.\n"
		after  = "# Pool\n\n## Article 1 Hours\n\nOpen until nine.\n\n## Article 2 Towels\n\nBring one.\n\n## Article 4 Keys\n\nIn the box.\n\n## Article 5 End\n\nThat is all.\n"
	)
	dir := t.TempDir()
	put(t, dir, "pool.md", before)
	put(t, dir, "lake.md", boats)
	l, s := opened(t, dir)
	old, _ := l.Get("pool")
	digest := old.Digest()[:8]
	if got := l.Replaced(digest, "article-1"); got.Fate != Unknown {
		t.Errorf("before there was another: %+v", got)
	}
	asked := func(id string) turn.Turn { return ask(t, l, Ask{Message: id, Document: "pool"}).Turn() }
	one, four := asked("article 1"), asked("article 4")
	put(t, dir, "pool.md", after)
	if _, err := l.Reload(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]struct {
		fate Fate
		now  string
	}{
		"article-1": {Same, "article-1"}, "article-2": {Gone, ""}, "article-3": {Moved, "article-2"},
		"article-4": {Altered, "article-4"}, "article-9": {Unknown, ""}, "": {Altered, ""},
	} {
		got := l.Replaced(digest, id)
		now := ""
		if got.Document != nil && (got.Fate == Same || got.Fate == Moved || got.Fate == Altered) && id != "" {
			now = got.Document.Sections[got.Section].ID
		}
		if got.Fate != want.fate || now != want.now {
			t.Errorf("%q: %d %q, want %d %q", id, got.Fate, now, want.fate, want.now)
		}
		if left := l.Left("pool", id); id != "article-9" && left != got {
			t.Errorf("%q by the name of the document: %+v, by its digest %+v", id, left, got)
		}
	}
	if got := l.Left("attic", "article-1"); got.Fate != Unknown {
		t.Errorf("a document that there never was: %+v", got)
	}
	// A conversation goes on where what it spoke of is still there, and no further.
	if got := place(ask(t, l, Ask{Message: "the next one", Turns: []turn.Turn{one}})); got != "pool article-2" {
		t.Errorf("after an article that has not changed: %s", got)
	}
	if got := place(ask(t, l, Ask{Message: "the next one", Turns: []turn.Turn{four}})); got != "help" {
		t.Errorf("after an article that has changed: %s", got)
	}
	os.Remove(filepath.Join(dir, "pool.md"))
	if _, err := l.Reload(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if got := l.Replaced(digest, "article-1"); got.Fate != Gone || got.Document != nil {
		t.Errorf("with its document removed: %+v", got)
	}
}

// TestPastIsBounded replaces a text more often than is remembered.
func TestPastIsBounded(t *testing.T) {
	var past []version
	none := func() map[string]uint64 { return nil }
	for range 2 * maxPast {
		past = remember(past, []*entry{{text: version{name: "a", digest: strings.Repeat("x", len(past)+1), sections: none}}}, nil)
	}
	if len(past) > maxPast {
		t.Errorf("%d texts are remembered", len(past))
	}
}
