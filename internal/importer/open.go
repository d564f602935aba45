package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"

	"pincite/internal/document"
)

// A Bundle is a document with its finding aids.
type Bundle struct {
	Document    *document.Document
	Annotations []Annotations // one for each language file, in order of file names
}

// Names of the files in a document's folder.
var sourceNames = []string{"source.txt", "source.md"}

const settingsName = "document.yaml"

// Open loads a document's folder (source.txt or source.md, document.yaml,
// annotations*.yaml) from fsys, or one bare file.
func Open(fsys fs.FS, name string) (*Bundle, error) {
	name = path.Clean(name)
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", name, cause(err))
	}
	if info.IsDir() {
		return openFolder(fsys, name)
	}
	d, err := importFile(fsys, name, strings.TrimSuffix(path.Base(name), path.Ext(name)), nil)
	if err != nil {
		return nil, err
	}
	return &Bundle{Document: d}, nil
}

// openFolder reads the files of a folder side by side; the annotations take
// most of the time.
func openFolder(fsys fs.FS, dir string) (*Bundle, error) {
	notes, err := fs.Glob(fsys, path.Join(dir, "annotations*.yaml"))
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", dir, err)
	}
	sort.Strings(notes)
	b := &Bundle{Annotations: make([]Annotations, len(notes))}
	errs := make([]error, len(notes)+1)
	var wait sync.WaitGroup
	for i, name := range notes {
		wait.Go(func() { errs[i+1] = readNotes(fsys, name, &b.Annotations[i]) })
	}
	b.Document, errs[0] = importFolder(fsys, dir)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err // the first, in order of files: always the same
		}
	}
	return b, nil
}

func importFolder(fsys fs.FS, dir string) (*document.Document, error) {
	settings, err := readSettingsFile(fsys, path.Join(dir, settingsName))
	if err != nil {
		return nil, err
	}
	for _, name := range sourceNames {
		file := path.Join(dir, name)
		if _, err := fs.Stat(fsys, file); err == nil {
			return importFile(fsys, file, path.Base(dir), settings)
		}
	}
	return nil, fmt.Errorf("open document %s: the folder has no %s", dir, strings.Join(sourceNames, " or "))
}

func readSettingsFile(fsys fs.FS, name string) (*Settings, error) {
	data, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, cause(err))
	}
	return ReadSettings(bytes.NewReader(data), name)
}

func readNotes(fsys fs.FS, name string, into *Annotations) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, cause(err))
	}
	a, err := ReadAnnotations(bytes.NewReader(data), name)
	if err != nil {
		return err
	}
	*into = *a
	return nil
}

// importFile refuses a file that is too large before it reads it.
func importFile(fsys fs.FS, file, name string, settings *Settings) (*document.Document, error) {
	info, err := fs.Stat(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", file, cause(err))
	}
	if info.Size() > MaxBytes {
		return nil, fmt.Errorf("open document %s: %d MB is too large; the limit is %d MB", file, info.Size()>>20, MaxBytes>>20)
	}
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", file, cause(err))
	}
	return Import(name, data, settings)
}

// cause drops the operation and the path that fs errors carry, since ours name
// them already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
