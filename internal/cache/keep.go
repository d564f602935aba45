package cache

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"pincite/internal/atomicfile"
)

// Keep opens the file under a key, which [Key] made, and has it written first where
// it is not there or cannot be opened. It is for what is not read as a whole: open
// finds out by itself whether the file is as it was written. Both get the name of a
// file, open that of one that may be removed once it is open, write that of an
// empty one, and write may make others that begin with its name and end in ".tmp".
// An error leaves the cache as it was, and nothing open. A nil Cache keeps nothing and
// fails with ErrNowhere.
func (c *Cache) Keep(key string, open, write func(file string) error) error {
	if c == nil {
		return ErrNowhere
	}
	file := filepath.Join(c.dir, key+fileSuffix)
	if err := open(file); err == nil {
		now := time.Now()
		os.Chtimes(file, now, now) // only the order of going depends on it
		return nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		os.Remove(file) // if it stays, it is as useless the next time
	}
	err := atomicfile.Make(file, func(f *os.File) error { return write(f.Name()) })
	if err == nil {
		err = open(file)
	}
	if err != nil {
		return fmt.Errorf("keep in the cache %s: %w", c.dir, err)
	}
	c.clean() // what cannot be removed now is tried again with the next entry
	return nil
}

// ErrNowhere is returned where there is no folder to keep files in.
var ErrNowhere = errors.New("there is no cache")
