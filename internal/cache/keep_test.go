package cache

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A kept opens and writes the same few bytes, and counts how often.
type kept struct {
	opened, written int
	fail            error // of write
}

const keptBytes = "an index"

func (k *kept) open(file string) error {
	data, err := os.ReadFile(file)
	if err == nil && string(data) != keptBytes {
		err = errors.New("damaged")
	}
	if err == nil {
		k.opened++
	}
	return err
}

func (k *kept) write(file string) error {
	k.written++
	if k.fail != nil {
		return errors.Join(os.WriteFile(file, []byte("half"), 0o600), k.fail)
	}
	return os.WriteFile(file, []byte(keptBytes), 0o600)
}

func TestKeep(t *testing.T) {
	dir := t.TempDir()
	c, key := Open(dir, 0), Key([]byte("law"))
	file := filepath.Join(dir, key+fileSuffix)
	k := kept{}
	keep := func(opened, written int) {
		t.Helper()
		if err := c.Keep(key, k.open, k.write); err != nil || k.opened != opened || k.written != written {
			t.Errorf("error %v, opened %d times, written %d times, want %d and %d", err, k.opened, k.written, opened, written)
		}
	}
	keep(1, 1)
	keep(2, 1)
	if err := os.WriteFile(file, []byte("torn"), 0o600); err != nil {
		t.Fatal(err)
	}
	keep(3, 2)
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	keep(4, 3)
}

func TestKeepFails(t *testing.T) {
	k := kept{fail: errors.New("the disk is full")}
	if err := (*Cache)(nil).Keep(Key(), k.open, k.write); !errors.Is(err, ErrNowhere) || k.written != 0 {
		t.Errorf("no cache: error %v, written %d times", err, k.written)
	}
	dir := t.TempDir()
	if err := Open(dir, 0).Keep(Key(), k.open, k.write); !errors.Is(err, k.fail) {
		t.Errorf("error %v, want %v", err, k.fail)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left %v, error %v", left, err)
	}
}

// What Keep was given counts as other entries do, and is opened before it goes.
func TestKeepWithinLimit(t *testing.T) {
	dir := t.TempDir()
	c, k := Open(dir, int64(len(keptBytes))), kept{}
	first := Key([]byte("first"))
	if err := c.Keep(first, k.open, k.write); err != nil {
		t.Fatal(err)
	}
	past := time.Now().Add(-time.Minute)
	if err := os.Chtimes(filepath.Join(dir, first+fileSuffix), past, past); err != nil {
		t.Fatal(err)
	}
	if err := c.Keep(Key([]byte("second")), k.open, k.write); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 || left[0].Name() == first+fileSuffix || k.opened != 2 {
		t.Errorf("left %v, error %v, opened %d times", left, err, k.opened)
	}
}

// What a process that was killed left behind goes, folders too.
func TestAbandonedFolders(t *testing.T) {
	dir := t.TempDir()
	c, k := Open(dir, 0), kept{}
	left := filepath.Join(dir, "new-1.tmp-2.tmp")
	if err := os.MkdirAll(filepath.Join(left, "part"), 0o700); err != nil {
		t.Fatal(err)
	}
	past := time.Now().Add(-2 * abandoned)
	if err := os.Chtimes(left, past, past); err != nil {
		t.Fatal(err)
	}
	if err := c.Keep(Key(), k.open, k.write); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("it is still there")
	}
}
