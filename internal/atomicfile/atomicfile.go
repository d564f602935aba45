package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Unfinished is what the names of files end in that are being written.
const Unfinished = ".tmp"

// infix stands in those names between the wanted name and a number.
const infix = ".new-"

// Write puts data in the place of the file at path, or makes it, on the disk when
// Write returns. A new file can be read by all, another keeps its permissions.
func Write(path string, data []byte) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	err := Make(path, func(f *os.File) error {
		_, err := f.Write(data)
		return errors.Join(err, f.Chmod(mode), f.Sync())
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// Make has a new file filled, which only its owner may read, and puts it in the place of
// the one at path, or makes that. fill may open it once more by its name, may make others
// whose names begin with it, which are its own to remove, and syncs it where it matters
// that the file outlives a loss of power. After an error the file at path is as it was.
func Make(path string, fill func(*os.File) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+infix+"*"+Unfinished)
	if err != nil {
		return err
	}
	if err = errors.Join(fill(f), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		return nil
	}
	if gone := os.Remove(f.Name()); !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}

// Left returns the names of what a crash left of the file at path while it was written,
// and of what is being written now: only a caller that knows of no writer may remove them.
func Left(path string) ([]string, error) {
	dir, base := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return nil, err
	}
	var left []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), base+infix) {
			left = append(left, dir+e.Name())
		}
	}
	return left, nil
}
