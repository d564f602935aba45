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

	"pincite/internal/answer"
	"pincite/internal/importer"
)

// A Source is where documents come from: a file of any format that is read, the
// folder of a document, or a folder of such files and folders.
type Source struct {
	FS   fs.FS
	Name string // path in FS, with slashes

	// Reading says how; its Limit is importer.MaxAnswerable if it is 0.
	Reading
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
	return &Library{docs: docs}, nil
}

// Reload opens the sources as [Open] does, then puts their documents in the place
// of those that there are, as [Library.Swap] does. If it fails nothing has changed.
func (l *Library) Reload(ctx context.Context, sources ...Source) error {
	docs, err := open(ctx, sources)
	if err != nil {
		return err
	}
	if err := l.swap(docs); err != nil {
		return errors.Join(err, docs.close())
	}
	return nil
}

// open opens the sources, all or none.
func open(ctx context.Context, sources []Source) (docs *documents, err error) {
	var opened []Answerer
	defer func() {
		if err != nil {
			for _, a := range opened {
				err = errors.Join(err, a.Close())
			}
		}
	}()
	var skipped []error
	var doubts []string
	for _, s := range sources {
		bundles, bad, err := s.Bundles(ctx)
		if err != nil {
			return nil, err
		}
		skipped = append(skipped, bad...)
		for _, b := range bundles {
			a, err := answer.New(ctx, answer.Options{Document: b.Document, Annotations: b.Annotations})
			if err != nil {
				return nil, err
			}
			opened = append(opened, a)
			for _, w := range b.Warnings {
				doubts = append(doubts, b.Document.Name+": "+w)
			}
		}
	}
	if docs, err = arrange(opened); err != nil {
		return nil, err
	}
	docs.skipped, docs.doubts = skipped, doubts
	return docs, nil
}

// Bundles reads the documents of a source, without making them ready to answer.
// skipped says which entries of a folder cannot be read.
func (s Source) Bundles(ctx context.Context) (out []*Bundle, skipped []error, err error) {
	reading := s.Reading
	reading.Limit = cmp.Or(s.Limit, importer.MaxAnswerable)
	entries, err := s.entries()
	if err != nil {
		return nil, nil, fmt.Errorf("open document %s: %w", s.Name, importer.Cause(err))
	}
	if entries == nil {
		b, err := LoadWith(ctx, s.FS, s.Name, reading)
		return []*Bundle{b}, nil, err
	}
	for _, name := range entries {
		b, err := LoadWith(ctx, s.FS, name, reading)
		if ctx.Err() != nil {
			return nil, nil, err
		}
		if err != nil {
			skipped = append(skipped, err)
			continue
		}
		out = append(out, b)
	}
	switch {
	case len(out) > 0:
		return out, skipped, nil
	case len(skipped) > 0:
		return nil, nil, fmt.Errorf("open documents %s: nothing in the folder can be read: %w", s.Name, skipped[0])
	}
	return nil, nil, fmt.Errorf("open documents %s: the folder has no document", s.Name)
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
		if isSource(f.Name()) {
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
func (s Source) isDocument(folder string) bool {
	files, err := fs.ReadDir(s.FS, path.Join(s.Name, folder))
	return err == nil && slices.ContainsFunc(files, func(f fs.DirEntry) bool { return isSource(f.Name()) })
}
