package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestKey(t *testing.T) {
	seen := map[string]bool{}
	for _, parts := range [][]string{{}, {""}, {"", ""}, {"ab", "c"}, {"a", "bc"}, {"abc"}, {"a", "b", "c"}} {
		var in [][]byte
		for _, p := range parts {
			in = append(in, []byte(p))
		}
		if key := Key(in...); seen[key] || len(key) != 64 {
			t.Errorf("%q: %s", parts, key)
		} else {
			seen[key] = true
		}
	}
}

// TestDamaged holds that what is not as it was written is not there.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	c := Open(dir, 0)
	key, value := Key([]byte("law")), []byte("the text of it")
	for name, damage := range map[string]func([]byte) []byte{
		"empty":   func([]byte) []byte { return nil },
		"torn":    func(b []byte) []byte { return b[:len(b)-3] },
		"longer":  func(b []byte) []byte { return append(b, ' ') },
		"flipped": func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"sum":     func(b []byte) []byte { b[0] ^= 1; return b },
	} {
		if err := c.Put(key, value); err != nil {
			t.Fatal(err)
		}
		file := c.file(key)
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, damage(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(key); ok {
			t.Errorf("%s: %q", name, got)
		}
		if _, err := os.Stat(file); err == nil {
			t.Errorf("%s: it is still there", name)
		}
	}
}

func TestGetPut(t *testing.T) {
	c := Open(t.TempDir(), 0)
	if got, ok := c.Get(Key()); ok {
		t.Errorf("%q in an empty cache", got)
	}
	for _, value := range []string{"", "a", strings.Repeat("b", 1<<20)} {
		if err := c.Put(Key(), []byte(value)); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(Key()); !ok || string(got) != value {
			t.Errorf("%d bytes, %v, want %d", len(got), ok, len(value))
		}
	}
	if files, err := os.ReadDir(c.dir); err != nil || len(files) != 1 {
		t.Errorf("%v, %v", files, err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	if _, ok := c.Get(Key()); !ok {
		t.Error("closing took the folder away")
	}
}

// TestLimit holds that what was used last stays.
func TestLimit(t *testing.T) {
	c := Open(t.TempDir(), 250)
	key := func(s string) string { return Key([]byte(s)) }
	age := func(file string, d time.Duration) {
		t.Helper()
		at := time.Now().Add(-d)
		if err := os.Chtimes(file, at, at); err != nil {
			t.Fatal(err)
		}
	}
	put := func(name string, size int) {
		t.Helper()
		if err := c.Put(key(name), make([]byte, size)); err != nil {
			t.Fatal(err)
		}
	}
	left, busy := filepath.Join(c.dir, "new-1.tmp"), filepath.Join(c.dir, "new-2.tmp")
	for _, file := range []string{left, busy} {
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	age(left, 2*abandoned)
	put("a", 68)
	put("b", 68)
	age(c.file(key("a")), 2*time.Minute)
	age(c.file(key("b")), time.Minute)
	if _, ok := c.Get(key("a")); !ok {
		t.Fatal("a is gone")
	}
	put("c", 68)
	put("far too large", 300)
	for name, want := range map[string]bool{"a": true, "b": false, "c": true, "far too large": false} {
		if _, ok := c.Get(key(name)); ok != want {
			t.Errorf("%s: %v", name, ok)
		}
	}
	for file, want := range map[string]bool{left: false, busy: true} {
		if _, err := os.Stat(file); (err == nil) != want {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// TestNowhereToWrite gives a file for a folder.
func TestNowhereToWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"", file, filepath.Join(file, "below")} {
		c := Open(dir, 0)
		if err := c.Put(Key(), []byte("x")); err != nil {
			t.Errorf("%q: %v", dir, err)
		}
		if got, ok := c.Get(Key()); !ok || string(got) != "x" {
			t.Errorf("%q: %q, %v", dir, got, ok)
		}
		if c.Dir("compiled") == "" {
			t.Errorf("%q: no folder", dir)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(c.dir); err == nil {
			t.Errorf("%q: %s is left behind", dir, c.dir)
		}
	}
	t.Setenv("TMPDIR", file)
	c := Open(file, 0)
	if c != nil {
		t.Fatalf("%+v", c)
	}
	if _, ok := c.Get(Key()); ok || c.Put(Key(), nil) != nil || c.Dir("x") != "" || c.Close() != nil {
		t.Error("a cache that is none does something")
	}
}

func TestTogether(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for i := range 8 {
		c := Open(dir, 2000)
		wait.Go(func() {
			for n := range 50 {
				key, value := Key([]byte{byte(n)}), bytes.Repeat([]byte{byte(n)}, 100)
				if err := c.Put(key, value); err != nil {
					t.Error(i, err)
				}
				if got, ok := c.Get(key); ok && !bytes.Equal(got, value) {
					t.Errorf("%d: %d holds %v", i, n, got)
				}
			}
		})
	}
	wait.Wait()
}
