package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

const (
	quiet = 10 * time.Millisecond
	late  = 30 * time.Second
)

func put(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// run runs a watcher of the paths and returns where its changes come.
func run(t *testing.T, paths ...string) <-chan struct{} {
	t.Helper()
	w, err := New(paths, quiet)
	if err != nil {
		t.Fatal(err)
	}
	changes := make(chan struct{})
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() {
		ended <- w.Run(ctx, func() {
			select {
			case changes <- struct{}{}:
			case <-ctx.Done():
			}
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return changes
}

func wait(t *testing.T, changes <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-changes:
	case <-time.After(late):
		t.Fatalf("%s: no change was told", what)
	}
}

func TestNewRefuses(t *testing.T) {
	if w, err := New([]string{filepath.Join(t.TempDir(), "no", "such", "folder")}, quiet); err == nil {
		w.Close()
		t.Error("a file in a folder that is not there is watched")
	}
}

// TestChanges changes files in the ways that editors, deployments and people do.
func TestChanges(t *testing.T) {
	dir := t.TempDir()
	file, rules := filepath.Join(dir, "law.txt"), filepath.Join(dir, "rules")
	put(t, file, "one")
	put(t, filepath.Join(rules, "a.txt"), "one")
	changes := run(t, file, rules)
	rename := func(from, to string) {
		t.Helper()
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"written", func() { put(t, file, "two words") }},
		{"replaced", func() { put(t, file+"~", "three words now"); rename(file+"~", file) }},
		{"removed", func() { os.Remove(file) }},
		{"there again", func() { put(t, file, "four") }},
		{"a file more in a folder", func() { put(t, filepath.Join(rules, "b.txt"), "one") }},
		{"a folder more in a folder", func() { put(t, filepath.Join(rules, "c", "source.txt"), "one") }},
		{"a file in the new folder", func() { put(t, filepath.Join(rules, "c", "document.yaml"), "title: C\n") }},
		{"the folder removed", func() { os.RemoveAll(filepath.Join(rules, "c")) }},
		{"the folder replaced", func() {
			put(t, filepath.Join(dir, "new", "a.txt"), "another")
			rename(rules, filepath.Join(dir, "old"))
			rename(filepath.Join(dir, "new"), rules)
		}},
		{"a file in the folder that replaced it", func() { put(t, filepath.Join(rules, "d.txt"), "one") }},
	} {
		step.do()
		wait(t, changes, step.name)
	}
}

// TestChangesThatGoOn writes a file without a pause.
func TestChangesThatGoOn(t *testing.T) {
	dir := t.TempDir()
	changes := run(t, dir)
	for began, n := time.Now(), 0; ; n++ {
		put(t, filepath.Join(dir, "law.txt"), fmt.Sprint("version ", n))
		select {
		case <-changes:
			return
		default:
		}
		if time.Since(began) > late {
			t.Fatal("no change was told")
		}
	}
}

// TestLinks swaps what a symbolic link leads to, as deployments do.
func TestLinks(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "..1", "law.txt"), "one")
	put(t, filepath.Join(dir, "..2", "law.txt"), "two words")
	data, file := filepath.Join(dir, "..data"), filepath.Join(dir, "law.txt")
	for from, to := range map[string]string{data: "..1", file: filepath.Join("..data", "law.txt")} {
		if err := os.Symlink(to, from); err != nil {
			t.Skip(err) // not on this system
		}
	}
	changes := run(t, file)
	next := filepath.Join(dir, "..next")
	if err := os.Symlink("..2", next); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(next, data); err != nil {
		t.Fatal(err)
	}
	wait(t, changes, "the link leads elsewhere")
}

// TestNothingElse holds that what is beside a file is no change of it, and that many
// writes in a row are one.
func TestNothingElse(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "law.txt")
	put(t, file, "one")
	w, err := New([]string{file}, time.Hour) // it looks when it is told to
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	told := 0
	look := func() { w.look(func() { told++ }) }
	put(t, filepath.Join(dir, "notes.txt"), "one")
	if look(); told != 0 {
		t.Error("another file was taken for the document")
	}
	for _, s := range []string{"two", "three", "four and more"} {
		put(t, file, s)
	}
	look()
	if look(); told != 1 {
		t.Errorf("three writes are %d changes", told)
	}
}

// TestRunEnds holds that Run returns when the watcher is closed.
func TestRunEnds(t *testing.T) {
	w, err := New([]string{t.TempDir()}, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() { ended <- w.Run(t.Context(), func() {}) }()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err == nil {
		t.Error("no error")
	}
}
