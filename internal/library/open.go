package library

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"pincite/internal/folder"
	"pincite/internal/importer"
	"pincite/internal/rescue"
)

// A Source is where documents come from: a file of any format that is read, the
// folder of a document, or a folder of such files and folders.
type Source struct {
	FS   fs.FS
	Name string // path in FS, with slashes

	// Reading says how; its Limit is importer.MaxAnswerable if it is 0.
	folder.Reading

	once *onceRead // of those of [Source.Once]
}

// Once returns the source as one that is read once, by whoever is the first: what is
// there then is what all find who have it from this call.
func (s Source) Once() Source {
	s.once = &onceRead{}
	return s
}

// onceRead is what came of reading a source that is read once.
type onceRead struct {
	sync.Once
	all []attempt
	err error
}

// Open opens the documents of the sources, in their order, the first of which is
// the default. A folder with a source.txt, source.md or a source of another format is one document; in any
// other folder each entry that can be read is one, in order of their names, and
// [Library.Skipped] tells of the others. It fails if a source has no document,
// and where two documents have the same name.
func Open(ctx context.Context, sources ...Source) (*Library, error) {
	docs, err := open(ctx, sources)
	if err != nil {
		return nil, err
	}
	return newLibrary(docs), nil
}

// Bundles reads the documents of a source, without making them ready to answer.
// skipped says which entries of a folder cannot be read.
func (s Source) Bundles(ctx context.Context) (out []*folder.Bundle, skipped []error, err error) {
	all, err := s.read(ctx, s.load)
	if err != nil {
		return nil, nil, err
	}
	if err := none(s.Name, all); err != nil {
		return nil, nil, err
	}
	for _, r := range all {
		if r.err != nil {
			skipped = append(skipped, r.err)
			continue
		}
		out = append(out, r.bundle)
	}
	return out, skipped, nil
}

// none is the error for a source without a document that can be read; nil where
// there is one.
func none(source string, all []attempt) error {
	for _, r := range all {
		if r.err == nil {
			return nil
		}
	}
	if len(all) > 0 {
		return fmt.Errorf("open documents %s: nothing in the folder can be read: %w", source, all[0].err)
	}
	return fmt.Errorf("open documents %s: the folder has no document", source)
}

// An attempt is what came of one document of a source.
type attempt struct {
	path   string // in the source's file system
	stamp  string // of the files there before they were read
	same   *entry // the document of before, where the files need not be read
	bundle *folder.Bundle
	err    error
}

// A loader reads the document at a path of a source's file system.
type loader func(ctx context.Context, path string) attempt

// load is the loader that reads.
func (s Source) load(ctx context.Context, path string) attempt {
	b, err := s.loadBundle(ctx, path)
	return attempt{path: path, bundle: b, err: naming(path, err)}
}

// naming returns err; where it is a panic, which names no document, with the path of the one
// that it was over.
func naming(path string, err error) error {
	if fault := (*rescue.Error)(nil); errors.As(err, &fault) {
		return fmt.Errorf("open document %s: %w", path, err)
	}
	return err
}

// loadBundle reads a document. One that the program panics over cannot be read.
func (s Source) loadBundle(ctx context.Context, path string) (b *folder.Bundle, err error) {
	defer rescue.Into(&err)
	reading := s.Reading
	reading.Limit = cmp.Or(s.Limit, importer.MaxAnswerable)
	return folder.LoadWith(ctx, s.FS, path, reading)
}

// read reads what is at the source, or returns what it found there once.
func (s Source) read(ctx context.Context, load loader) ([]attempt, error) {
	if s.once == nil {
		return s.readNow(ctx, load)
	}
	s.once.Do(func() { s.once.all, s.once.err = s.readNow(ctx, s.load) })
	return s.once.all, s.once.err
}

// readNow reads what is at the source, each document by itself if it is a folder of
// several. It fails as a whole where the source is one document, or ctx ends.
func (s Source) readNow(ctx context.Context, load loader) ([]attempt, error) {
	entries, err := s.entries()
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", s.Name, importer.Cause(err))
	}
	if entries == nil {
		a := load(ctx, s.Name)
		return []attempt{a}, a.err
	}
	out := make([]attempt, 0, len(entries))
	for _, name := range entries {
		a := load(ctx, name)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		out = append(out, a)
	}
	return out, nil
}

// entries returns the paths of the documents in a folder of several; nil if the
// source is one document.
func (s Source) entries() ([]string, error) {
	info, err := fs.Stat(s.FS, s.Name)
	if err != nil || !info.IsDir() {
		return nil, err
	}
	files, err := fs.ReadDir(s.FS, s.Name)
	if err != nil {
		return nil, err
	}
	out := []string{}
	for _, f := range files {
		if folder.IsSource(f.Name()) {
			return nil, nil
		}
		if aside(f.Name()) || f.IsDir() && !s.isDocument(f.Name()) {
			continue
		}
		out = append(out, path.Join(s.Name, f.Name()))
	}
	return out, nil
}

// aside reports whether a file of that name is none that people mean by the
// documents of a folder: hidden, or beside a document's text.
func aside(name string) bool {
	return strings.HasPrefix(name, ".") || path.Ext(name) == ".yaml"
}

// isDocument reports whether the folder of that name in the source has a text.
func (s Source) isDocument(name string) bool {
	files, err := fs.ReadDir(s.FS, path.Join(s.Name, name))
	return err == nil && slices.ContainsFunc(files, func(f fs.DirEntry) bool { return folder.IsSource(f.Name()) })
}

// indexing returns what tells of the progress of indexing; nil to tell nobody.
func (s Source) indexing() func(done, sections int) {
	if s.Progress == nil {
		return nil
	}
	return func(done, sections int) { s.Progress("indexing", done, sections) }
}
