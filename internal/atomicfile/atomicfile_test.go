package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// names lists a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "taken", "full"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		filepath.Join(dir, "nowhere", "law.txt"), // no folder to write in
		filepath.Join(dir, "taken"),              // a folder has the name
	} {
		if err := Write(path, []byte("x")); err == nil {
			t.Errorf("%s: written", path)
		}
	}
	if got := names(t, dir); !slices.Equal(got, []string{"taken"}) {
		t.Errorf("left: %q", got)
	}
}

// TestMakeFails: the old file stays, and nothing beside it.
func TestMakeFails(t *testing.T) {
	dir, full := t.TempDir(), errors.New("the disk is full")
	path := filepath.Join(dir, "law.txt")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, fill := range map[string]func(*os.File) error{
		"half is written": func(f *os.File) error { _, err := f.WriteString("ne"); return errors.Join(err, full) },
		"it is gone":      func(f *os.File) error { return errors.Join(os.Remove(f.Name()), full) },
	} {
		if err := Make(path, fill); !errors.Is(err, full) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" || len(names(t, dir)) != 1 {
		t.Errorf("%q, %v, in a folder of %q", got, err, names(t, dir))
	}
}

func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "law.txt")
	for _, x := range []struct {
		text       string
		mode, want fs.FileMode
	}{
		{"first", 0, 0o644},
		{"", 0o600, 0o600}, // permissions stay
		{"third", 0o640, 0o640},
	} {
		if x.mode != 0 {
			if err := os.Chmod(path, x.mode); err != nil {
				t.Fatal(err)
			}
		}
		if err := Write(path, []byte(x.text)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		info, statErr := os.Stat(path)
		if err != nil || statErr != nil || string(got) != x.text || info.Mode().Perm() != x.want {
			t.Errorf("%q with %v, %v; want %q with %v", got, info.Mode(), errors.Join(err, statErr), x.text, x.want)
		}
	}
}

// TestWhoIsReading: whoever has the old file open keeps it, and who comes while the new one
// is written finds the old.
func TestWhoIsReading(t *testing.T) {
	path := filepath.Join(t.TempDir(), "law.txt")
	if err := Write(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	var during []byte
	err := Make(path, func(f *os.File) error {
		_, err := f.WriteString("new")
		found, readErr := os.ReadFile(path)
		during = found
		return errors.Join(err, readErr)
	})
	after, readErr := os.ReadFile(path)
	if err := errors.Join(err, readErr); err != nil || string(during) != "old" || string(after) != "new" {
		t.Errorf("%q, then %q, %v", during, after, err)
	}
}

// TestLeft: only what a crash left of this very file, whatever its name means to a pattern.
func TestLeft(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "[a]*.db")
	var want string
	err := Make(path, func(f *os.File) error {
		want = f.Name()
		for _, other := range []string{"a.db.new-1.tmp", "[a]*.db.old", "[a]*.db"} {
			if err := os.WriteFile(filepath.Join(dir, other), nil, 0o600); err != nil {
				return err
			}
		}
		got, err := Left(path)
		if !slices.Equal(got, []string{want}) {
			t.Errorf("%q, want %q", got, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Left(path); err != nil || len(got) > 0 {
		t.Errorf("after it: %q, %v", got, err)
	}
	if _, err := Left(filepath.Join(dir, "nowhere", "x")); err == nil {
		t.Error("there is no such folder")
	}
}
