package store

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

const (
	// keyBytes is the length of the key of an HMAC-SHA256.
	keyBytes = 32

	// lockWait is how long to wait for a process that is just ending.
	lockWait = 2 * time.Second
)

// load opens, locks and reads the file, and begins a new one if it is empty.
func (s *Store) load(ctx context.Context) error {
	file, err := openLocked(ctx, s.path)
	if err != nil {
		return err
	}
	h, whole, err := scan(file, func(_ int, l line, _ []byte) error {
		s.choose(l)
		return nil
	})
	if errors.Is(err, errTorn) && whole > 0 {
		s.log.Warn("the last line of the store was cut short and is dropped", "path", s.path)
		err = file.Truncate(whole)
	}
	if err != nil {
		file.Close()
		return fmt.Errorf("store: %s: %w; move it away, and a new one is made", s.path, err)
	}
	s.file, s.key, s.end = file, h.Key, whole
	if whole == 0 {
		err = s.begin()
	}
	if err != nil {
		file.Close()
	}
	return err
}

// openLocked opens the file for this process alone.
func openLocked(ctx context.Context, path string) (*os.File, error) {
	ctx, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	for {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, fmt.Errorf("store: %w; name a file in a folder that is there and can be written, in store.path", err)
		}
		if lock(file) == nil && stillThere(file, path) {
			return file, nil
		}
		file.Close()
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("store: %s is in use by another process; stop it, or name another file in store.path", path)
		case <-time.After(lockWait / 40):
		}
	}
}

// stillThere reports whether path still names file, and not one that has taken
// its place since it was opened.
func stillThere(file *os.File, path string) bool {
	mine, err := file.Stat()
	if err != nil {
		return false
	}
	now, err := os.Stat(path)
	return err == nil && os.SameFile(mine, now)
}

// begin writes the header of a new file.
func (s *Store) begin() error {
	s.key = make([]byte, keyBytes)
	rand.Read(s.key)
	raw, err := s.header()
	if err != nil {
		return err
	}
	if _, err := s.file.WriteAt(raw, 0); err != nil {
		return fmt.Errorf("store: begin %s: %w", s.path, err)
	}
	s.end = int64(len(raw))
	return nil
}

func (s *Store) header() ([]byte, error) {
	raw, err := json.Marshal(header{Pincite: "store", Version: version, Key: s.key})
	return append(raw, '\n'), err
}

// Prune rewrites the file without ratings and questions that are older than
// Options.Keep and without lines that a later one replaces. A file that has
// none is left as it is.
func (s *Store) Prune() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		return nil
	}
	newest, drop, err := s.survey()
	if err == nil && drop {
		err = s.rewrite(newest)
	}
	if err != nil {
		return fmt.Errorf("store: delete what is older than %s from %s: %w", s.keep, s.path, err)
	}
	return nil
}

// survey returns the number of the newest line for each place, and whether
// there is a line to drop.
func (s *Store) survey() (newest map[string]int, drop bool, err error) {
	newest = map[string]int{}
	_, _, err = scan(s.lines(), func(n int, l line, _ []byte) error {
		place := l.place()
		_, replaced := newest[place]
		drop = drop || s.expired(l) || (place != "" && replaced)
		if place != "" {
			newest[place] = n
		}
		return nil
	})
	return newest, drop, err
}

func (s *Store) lines() io.Reader { return io.NewSectionReader(s.file, 0, s.end) }

// expired reports whether a line is too old, or says nothing any more.
func (s *Store) expired(l line) bool {
	switch l.Kind {
	case kindLanguage:
		return l.Language == ""
	case kindDocument:
		return l.Document == ""
	}
	return l.At < s.now().Add(-s.keep).Unix()
}

// rewrite puts a new file in the place of the old one.
func (s *Store) rewrite(newest map[string]int) error {
	file, err := os.CreateTemp(filepath.Dir(s.path), filepath.Base(s.path)+".new-*") // 0600
	if err != nil {
		return err
	}
	end, err := s.copyTo(file, newest)
	if err == nil {
		err = errors.Join(file.Sync(), lock(file))
	}
	if err == nil {
		err = os.Rename(file.Name(), s.path)
	}
	if err != nil {
		file.Close()
		os.Remove(file.Name())
		return err
	}
	s.file.Close()
	s.file, s.end = file, end
	return nil
}

// copyTo writes the header and the lines that stay, and returns their length
// in bytes.
func (s *Store) copyTo(w io.Writer, newest map[string]int) (int64, error) {
	raw, err := s.header()
	if err != nil {
		return 0, err
	}
	out := bufio.NewWriter(w)
	out.Write(raw) // errors come with Flush
	end := int64(len(raw))
	_, _, err = scan(s.lines(), func(n int, l line, raw []byte) error {
		if last, ok := newest[l.place()]; s.expired(l) || (ok && last != n) {
			return nil
		}
		out.Write(raw)
		end += int64(len(raw)) + 1
		return out.WriteByte('\n')
	})
	return end, errors.Join(err, out.Flush())
}
