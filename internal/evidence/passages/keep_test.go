package passages_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"pincite/internal/annotation"
	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/evidence/evidencetest"
	"pincite/internal/evidence/passages"
)

// keepAll has texts of any length kept on disk.
func keepAll(t *testing.T) {
	t.Cleanup(passages.KeepFrom(1))
}

// collect makes a collection that is closed with the test.
func collect(t *testing.T, d *document.Document, aids []annotation.Aids, c *cache.Cache) *evidence.Collection {
	t.Helper()
	out, err := evidence.New(t.Context(), evidence.Options{Document: d, Annotations: aids, Params: evidence.DefaultParams(), Cache: c})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := out.Close(); err != nil {
			t.Error(err)
		}
	})
	return out
}

// All that a collection says is the same from disk, the first time and later, as from
// memory.
func TestKeptIsMemory(t *testing.T) {
	d, aids := evidencetest.Document(t, 1)
	memory := collect(t, d, aids, nil)
	keepAll(t)
	folder := t.TempDir()
	for _, which := range []string{"first", "second"} {
		disk := collect(t, d, aids, cache.Open(folder, 0))
		for _, q := range []string{"harbour pilot", "when is the tug free", "tug boat berth", "owners mooring fee", "harbor lmap", "x86", "berht of the vesel"} {
			if m, k := found(t, memory, q), found(t, disk, q); !reflect.DeepEqual(m, k) {
				t.Errorf("%s, %q: %v, in memory %v", which, q, k, m)
			}
			if m, k := mentions(t, memory, q), mentions(t, disk, q); m != k {
				t.Errorf("%s, mentions of %q: %s, in memory %s", which, q, k, m)
			}
		}
	}
	entries, err := filepath.Glob(filepath.Join(folder, "*.file"))
	if err != nil || len(entries) != 2 {
		t.Errorf("%d indexes are kept, error %v, want that of passages and that of mentions", len(entries), err)
	}
}

// found returns what a question finds.
func found(t *testing.T, c *evidence.Collection, q string) []evidence.Section {
	t.Helper()
	p, err := c.Plan(q, "en")
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.Find(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func mentions(t *testing.T, c *evidence.Collection, topic string) string {
	t.Helper()
	out, literal, err := c.Mentions().Find(t.Context(), topic, "", "en")
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(out, literal)
}

// Another text, outline, language or aid is another index.
func TestKeptByAllThatItIsMadeOf(t *testing.T) {
	keepAll(t)
	d, aids := evidencetest.Document(t, 1)
	c := cache.Open(t.TempDir(), 0)
	first, err := passages.KeeperOf(c, d, aids)
	if err != nil {
		t.Fatal(err)
	}
	change := func(name string, f func(d *document.Document, aids *annotation.Aids)) {
		d, aids := evidencetest.Document(t, 1)
		f(d, &aids[0])
		k, err := passages.KeeperOf(c, d, aids)
		if same := reflect.DeepEqual(k, first); err != nil || same != (name == "nothing") {
			t.Errorf("%s: the same is %v, error %v", name, same, err)
		}
	}
	change("nothing", func(*document.Document, *annotation.Aids) {})
	change("title", func(d *document.Document, _ *annotation.Aids) { d.Meta.Title = "Other" })
	change("language", func(d *document.Document, _ *annotation.Aids) { d.Meta.Language = "es" })
	change("heading", func(d *document.Document, _ *annotation.Aids) { d.Sections[7].Heading.End-- })
	change("parent", func(d *document.Document, _ *annotation.Aids) { d.Sections[8].Parent = 7 })
	change("markup", func(d *document.Document, _ *annotation.Aids) { d.Markup = []document.Markup{{Shown: "x"}} })
	change("aid", func(_ *document.Document, a *annotation.Aids) { a.Sections[0].Sentences[0].Gloss = "a ship" })
	change("see-reference", func(_ *document.Document, a *annotation.Aids) { a.Synonyms = map[string][]string{"tug": {"towboat"}} })
}

// What was damaged is made again, and what cannot be kept is made in memory.
func TestKeptDamaged(t *testing.T) {
	keepAll(t)
	d, aids := evidencetest.Document(t, 2)
	folder := t.TempDir()
	want := found(t, collect(t, d, aids, cache.Open(folder, 0)), "harbour pilot")
	entries, err := filepath.Glob(filepath.Join(folder, "*.file"))
	if err != nil || len(entries) != 1 {
		t.Fatalf("%q, error %v", entries, err)
	}
	data, err := os.ReadFile(entries[0])
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/3] ^= 4
	if err := os.Remove(entries[0]); err != nil { // it is open
		t.Fatal(err)
	}
	if err := os.WriteFile(entries[0], data, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := found(t, collect(t, d, aids, cache.Open(folder, 0)), "harbour pilot"); !reflect.DeepEqual(got, want) {
		t.Errorf("from a damaged index: %v, want %v", got, want)
	}
	gone := cache.Open(t.TempDir(), 0)
	dir, _ := gone.Place()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if got := found(t, collect(t, d, aids, gone), "harbour pilot"); !reflect.DeepEqual(got, want) {
		t.Errorf("without a folder: %v, want %v", got, want)
	}
}

func TestNewEnds(t *testing.T) {
	keepAll(t)
	d, aids := evidencetest.Document(t, 2)
	for _, c := range []*cache.Cache{nil, cache.Open(t.TempDir(), 0)} {
		ctx, cancel := context.WithCancel(t.Context())
		stop := func(int, int) { cancel() }
		if _, err := evidence.New(ctx, evidence.Options{Document: d, Annotations: aids, Params: evidence.DefaultParams(), Cache: c, Progress: stop}); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
		cancel()
		if dir, _ := c.Place(); dir != "" {
			if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
				t.Errorf("left %v, error %v", left, err)
			}
		}
	}
}
