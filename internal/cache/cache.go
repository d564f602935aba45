package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"pincite/internal/atomicfile"
)

// DefaultLimit is how many bytes the entries may have together, by default.
const DefaultLimit = 512 << 20

// A Cache is a folder of entries. It is safe for concurrent use. A nil Cache keeps
// nothing.
type Cache struct {
	dir   string
	limit int64
	temp  bool // the folder is our own and goes when the cache is closed

	mu sync.Mutex // one cleaning at a time
}

// Open opens the cache in a folder, which is made if it is not there; limit is the
// size of all entries in bytes, 0 for [DefaultLimit]. Where nothing can be written
// there, the cache is a temporary folder that Close removes; where there can be
// none either, it is nil.
func Open(dir string, limit int64) *Cache {
	if limit <= 0 {
		limit = DefaultLimit
	}
	if dir != "" && writable(dir) {
		return &Cache{dir: dir, limit: limit}
	}
	dir, err := os.MkdirTemp("", "pincite-")
	if err != nil {
		return nil
	}
	return &Cache{dir: dir, limit: limit, temp: true}
}

// writable makes a folder if need be and tries it. Only its owner may look at what
// will be in it: documents are nobody else's business.
func writable(dir string) bool {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return false
	}
	f, err := os.CreateTemp(dir, "*"+atomicfile.Unfinished)
	if err != nil {
		return false
	}
	return errors.Join(f.Close(), os.Remove(f.Name())) == nil
}

// Endings of the names of entries.
const (
	suffix     = ".entry"
	fileSuffix = ".file" // of those that Keep was given
)

// Key returns the key of what is made from parts alone.
func Key(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p)) // so that "ab" and "c" are not "a" and "bc"
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Place returns the folder of the cache, and whether it outlives the process; "" if
// nothing is kept.
func (c *Cache) Place() (dir string, lasts bool) {
	if c == nil {
		return "", false
	}
	return c.dir, !c.temp
}

// Dir returns a folder in the cache for files that somebody else looks after, ""
// if there can be none. They do not count as entries.
func (c *Cache) Dir(name string) string {
	if c == nil {
		return ""
	}
	dir := filepath.Join(c.dir, name)
	if !writable(dir) {
		return ""
	}
	return dir
}

// Get returns the entry under a key, which [Key] made.
func (c *Cache) Get(key string) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	file := c.file(key)
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, false
	}
	value, ok := checked(data)
	if !ok {
		os.Remove(file) // if it stays, it is as useless the next time
		return nil, false
	}
	now := time.Now()
	os.Chtimes(file, now, now) // only the order of going depends on it
	return value, true
}

// checked takes the checksum off an entry.
func checked(data []byte) ([]byte, bool) {
	if len(data) < sha256.Size {
		return nil, false
	}
	sum := sha256.Sum256(data[sha256.Size:])
	return data[sha256.Size:], bytes.Equal(sum[:], data[:sha256.Size])
}

// Put writes the entry under a key, which [Key] made. An error leaves the cache as
// it was.
func (c *Cache) Put(key string, value []byte) error {
	if c == nil || int64(len(value)) > c.limit {
		return nil
	}
	sum := sha256.Sum256(value) // in the place of a sync: what a crash has torn does not fit it
	err := atomicfile.Make(c.file(key), func(f *os.File) error {
		_, err := io.Copy(f, io.MultiReader(bytes.NewReader(sum[:]), bytes.NewReader(value)))
		return err
	})
	if err != nil {
		return fmt.Errorf("keep in the cache %s: %w", c.dir, err)
	}
	return c.clean()
}

func (c *Cache) file(key string) string { return filepath.Join(c.dir, key+suffix) }

// Close removes the folder if it is a temporary one.
func (c *Cache) Close() error {
	if c == nil || !c.temp {
		return nil
	}
	if err := os.RemoveAll(c.dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove the temporary cache: %w", err)
	}
	return nil
}
