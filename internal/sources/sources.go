package sources

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"pincite/data"
	"pincite/internal/cache"
	"pincite/internal/config"
	"pincite/internal/document"
	"pincite/internal/folder"
	"pincite/internal/library"
)

// Sources are where documents are, for one run of a verb. The zero value has none; Getenv
// is never nil where documents are asked for.
type Sources struct {
	Config config.Config
	Getenv func(name string) string // a variable of the environment, "" for one that is not set

	cache *cache.Cache // opened when a document of this machine is named
}

// Close gives back what reading documents took.
func (s *Sources) Close() error { return s.cache.Close() }

// Cache returns the cache of documents, nil where none was needed.
func (s *Sources) Cache() *cache.Cache { return s.cache }

// All returns where the documents of the settings are.
func (s *Sources) All() ([]library.Source, error) {
	paths := s.Config.Documents
	if len(paths) == 0 {
		paths = []string{""}
	}
	var out []library.Source
	for _, path := range paths {
		from, err := s.At(path)
		if err != nil {
			return nil, err
		}
		out = append(out, from)
	}
	return out, nil
}

// At returns where the documents at a path are, or the one inside the program for "",
// which needs no cache.
func (s *Sources) At(path string) (library.Source, error) {
	if path == "" {
		return library.Source{FS: data.FS, Name: data.Default}, nil
	}
	name, err := hostName(path)
	return library.Source{FS: hostFS{}, Name: name, Reading: s.reading()}, err
}

// Bundle opens the document at a path; a text of more than limit bytes is refused.
func (s *Sources) Bundle(ctx context.Context, path string, limit int64) (*folder.Bundle, error) {
	from, err := s.At(path)
	if err != nil {
		return nil, err
	}
	from.Limit = limit
	return folder.LoadWith(ctx, from.FS, from.Name, from.Reading)
}

// Documents reads the documents of the settings; skipped says which entries of folders
// cannot be read. A text of more than limit bytes is refused, 0 being what can be answered
// from.
func (s *Sources) Documents(ctx context.Context, limit int64) (out []*document.Document, skipped []error, err error) {
	all, err := s.All()
	if err != nil {
		return nil, nil, err
	}
	for _, from := range all {
		from.Limit = limit
		bundles, bad, err := from.Bundles(ctx)
		if err != nil {
			return nil, nil, err
		}
		for _, b := range bundles {
			out = append(out, b.Document)
		}
		skipped = append(skipped, bad...)
	}
	return out, skipped, nil
}

// reading says how documents are read by the settings.
func (s *Sources) reading() folder.Reading {
	if s.cache == nil {
		s.cache = cache.Open(s.cacheDir(), 0)
	}
	return folder.Reading{Password: s.Config.Import.Password.Reveal(), Cache: s.cache, Memory: limitMemory(s.Config.Memory)}
}

// cacheDir returns the folder of the cache, "" if the environment names none.
func (s *Sources) cacheDir() string {
	if s.Config.Index.Path != "" {
		return s.Config.Index.Path
	}
	if s.Getenv("HOME")+s.Getenv("XDG_CACHE_HOME")+s.Getenv("LocalAppData") == "" {
		return ""
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "" // a temporary folder does as well, for this run
	}
	return filepath.Join(dir, "pincite")
}

// hostName returns the name in hostFS of a path as it is typed. A document needs
// a name, so "." and ".." become the folders that they are.
func hostName(path string) (string, error) {
	if base := filepath.Base(path); base == "." || base == ".." {
		whole, err := filepath.Abs(path)
		if err != nil {
			return "", fmt.Errorf("open document %s: %w", path, err)
		}
		path = whole
	}
	return filepath.ToSlash(path), nil
}

// hostFS is the whole file system under the names that people type, absolute
// ones and those with ".." among them, so that errors repeat what was typed.
type hostFS struct{}

// Open implements fs.FS.
func (hostFS) Open(name string) (fs.File, error) { return os.Open(filepath.FromSlash(name)) }

// Stat implements fs.StatFS: what is at a name is known before it is opened.
func (hostFS) Stat(name string) (fs.FileInfo, error) { return os.Stat(filepath.FromSlash(name)) }

// mapped is about how much of the program's own file, of indexes and of what is not
// the heap is resident, in bytes.
const mapped = 40 << 20

// limitMemory has the garbage collector keep the process below memory.limit, and returns
// how many bytes the heap may have then; 0 where there is no limit.
func limitMemory(c config.Memory) int64 {
	if c.Limit == 0 {
		return 0
	}
	heap := max(int64(c.Limit)<<20-mapped, 1)
	debug.SetMemoryLimit(heap)
	return heap
}
