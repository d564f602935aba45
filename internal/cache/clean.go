package cache

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pincite/internal/atomicfile"
)

// abandoned is how old a file that is being written must be to be taken for what
// a killed process left behind.
const abandoned = time.Hour

// clean removes the entries that were not used for longest until the others are
// within the limit, and what killed processes left behind.
func (c *Cache) clean() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	entries, err := c.list()
	if err != nil {
		return fmt.Errorf("clean the cache: %w", err)
	}
	slices.SortFunc(entries, func(a, b fs.FileInfo) int {
		return cmp.Or(b.ModTime().Compare(a.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	var all int64
	var errs []error
	for _, e := range entries {
		all += e.Size()
		excess := all > c.limit
		if strings.HasSuffix(e.Name(), atomicfile.Unfinished) { // somebody may be writing it
			excess = time.Since(e.ModTime()) > abandoned
		}
		if excess {
			errs = append(errs, c.remove(e.Name()))
		}
	}
	return errors.Join(errs...)
}

// list returns the files of the folder. One that another process removes
// meanwhile is not in it.
func (c *Cache) list() ([]fs.FileInfo, error) {
	files, err := os.ReadDir(c.dir)
	if err != nil {
		return nil, err
	}
	var out []fs.FileInfo
	for _, f := range files {
		if ext := filepath.Ext(f.Name()); ext != suffix && ext != fileSuffix && ext != atomicfile.Unfinished {
			continue
		}
		info, err := f.Info()
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, err
		default:
			out = append(out, info)
		}
	}
	return out, nil
}

func (c *Cache) remove(name string) error {
	if err := os.RemoveAll(filepath.Join(c.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("clean the cache: %w", err)
	}
	return nil
}
