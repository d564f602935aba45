package library

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"pincite/internal/annotation"
	"pincite/internal/document"
	"pincite/internal/importer"
	"pincite/internal/importer/block"
	"pincite/internal/outline"
)

// A Bundle is a document with its finding aids.
type Bundle struct {
	Document    *document.Document
	Warnings    []string          // where the outline is doubtful, and what importing mended; one line each
	Annotations []annotation.Aids // one for each language file, in order of file names
}

// Names of the files in a document's folder.
var sourceNames = []string{"source.txt", "source.md"}

const settingsName = "document.yaml"

// Load reads a document's folder (source.txt or source.md, document.yaml,
// annotations*.yaml) from fsys, or one bare file. Errors name the file in it.
func Load(fsys fs.FS, name string) (*Bundle, error) { return LoadWithin(fsys, name, importer.MaxBytes) }

// LoadWithin is Load with a limit of its own for the text, in bytes; a larger
// one is not read.
func LoadWithin(fsys fs.FS, name string, limit int64) (*Bundle, error) {
	o := opening{fsys, path.Clean(name), limit}
	info, err := fs.Stat(fsys, o.name)
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", o.name, importer.Cause(err))
	}
	if info.IsDir() {
		return o.folder()
	}
	return o.text(o.name, strings.TrimSuffix(path.Base(o.name), path.Ext(o.name)), nil)
}

// An opening is one document on its way from the file system.
type opening struct {
	fsys  fs.FS
	name  string // of the file or folder
	limit int64  // bytes of text
}

// folder reads the files of a folder side by side; the annotations take
// most of the time.
func (o opening) folder() (*Bundle, error) {
	files, err := fs.ReadDir(o.fsys, o.name) // not Glob, since the folder's name may hold a bracket
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", o.name, importer.Cause(err))
	}
	var notes []string // ReadDir has sorted them
	for _, f := range files {
		if yes, _ := path.Match("annotations*.yaml", f.Name()); yes { // a good pattern gives no error
			notes = append(notes, path.Join(o.name, f.Name()))
		}
	}
	b := &Bundle{Annotations: make([]annotation.Aids, len(notes))}
	errs := make([]error, len(notes)+1)
	var wait sync.WaitGroup
	for i, name := range notes {
		wait.Go(func() { errs[i+1] = o.notes(name, &b.Annotations[i]) })
	}
	var read *Bundle
	read, errs[0] = o.document()
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err // the first, in order of files: always the same
		}
	}
	b.Document, b.Warnings = read.Document, read.Warnings
	return b, nil
}

func (o opening) document() (*Bundle, error) {
	settings, err := o.settings(path.Join(o.name, settingsName))
	if err != nil {
		return nil, err
	}
	for _, name := range sourceNames {
		file := path.Join(o.name, name)
		if _, err := fs.Stat(o.fsys, file); err == nil {
			return o.text(file, path.Base(o.name), settings)
		}
	}
	return nil, fmt.Errorf("open document %s: the folder has no %s", o.name, strings.Join(sourceNames, " or "))
}

func (o opening) settings(name string) (*Settings, error) {
	data, err := importer.ReadFile(o.fsys, name, importer.MaxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return ReadSettings(bytes.NewReader(data), name)
}

func (o opening) notes(name string, into *annotation.Aids) error {
	data, err := importer.ReadFile(o.fsys, name, importer.MaxBytes)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	a, err := annotation.Read(bytes.NewReader(data), name)
	if err != nil {
		return err
	}
	*into = *a
	return nil
}

// text imports a file; name is the document's.
func (o opening) text(file, name string, settings *Settings) (*Bundle, error) {
	b, err := o.outlined(file, name, settings)
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", file, err)
	}
	return b, nil
}

func (o opening) outlined(file, name string, settings *Settings) (*Bundle, error) {
	source, err := importer.Read(o.fsys, file, o.limit)
	if err != nil {
		return nil, err
	}
	return outlined(name, source, settings)
}

// Parse makes a document of the bytes of a file. name is its short name, which
// begins the message of every error; settings may be nil.
func Parse(name string, data []byte, settings *Settings) (*document.Document, error) {
	source, err := importer.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	b, err := outlined(name, source, settings)
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	return b.Document, nil
}

// outlined makes a document of a source, with what is to be told of it.
func outlined(name string, source *block.Source, settings *Settings) (*Bundle, error) {
	if settings == nil {
		settings = &Settings{}
	}
	made, err := outline.Build(source, settings.hints())
	if err != nil {
		return nil, err
	}
	settings.complete(&made.Meta)
	d, err := document.New(document.Document{Name: name, Text: source.Text, Meta: made.Meta, Sections: made.Sections,
		Markup: source.Markup, Pages: made.Pages})
	if err != nil {
		return nil, err
	}
	return &Bundle{Document: d, Warnings: slices.Concat(source.Warnings, made.Warnings)}, nil
}
