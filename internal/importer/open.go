package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"pincite/internal/document"
	"pincite/internal/importer/encoding"
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
// annotations*.yaml) from fsys, or one bare file. Errors name the file in it.
func Open(fsys fs.FS, name string) (*Bundle, error) { return OpenWithin(fsys, name, MaxBytes) }

// OpenWithin is Open with a limit of its own for the text, in bytes; a larger
// one is not read.
func OpenWithin(fsys fs.FS, name string, limit int64) (*Bundle, error) {
	o := opening{fsys, path.Clean(name), limit}
	info, err := fs.Stat(fsys, o.name)
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", o.name, cause(err))
	}
	if info.IsDir() {
		return o.folder()
	}
	d, err := o.text(o.name, strings.TrimSuffix(path.Base(o.name), path.Ext(o.name)), nil)
	if err != nil {
		return nil, err
	}
	return &Bundle{Document: d}, nil
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
		return nil, fmt.Errorf("open document %s: %w", o.name, cause(err))
	}
	var notes []string // ReadDir has sorted them
	for _, f := range files {
		if yes, _ := path.Match("annotations*.yaml", f.Name()); yes { // a good pattern gives no error
			notes = append(notes, path.Join(o.name, f.Name()))
		}
	}
	b := &Bundle{Annotations: make([]Annotations, len(notes))}
	errs := make([]error, len(notes)+1)
	var wait sync.WaitGroup
	for i, name := range notes {
		wait.Go(func() { errs[i+1] = o.notes(name, &b.Annotations[i]) })
	}
	b.Document, errs[0] = o.document()
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err // the first, in order of files: always the same
		}
	}
	return b, nil
}

func (o opening) document() (*document.Document, error) {
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
	data, err := readFile(o.fsys, name, MaxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return ReadSettings(bytes.NewReader(data), name)
}

func (o opening) notes(name string, into *Annotations) error {
	data, err := readFile(o.fsys, name, MaxBytes)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	a, err := ReadAnnotations(bytes.NewReader(data), name)
	if err != nil {
		return err
	}
	*into = *a
	return nil
}

// text imports a file; name is the document's.
func (o opening) text(file, name string, settings *Settings) (*document.Document, error) {
	var d *document.Document
	data, err := o.plain(file)
	if err == nil {
		d, err = infer(name, data, settings)
	}
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", file, err)
	}
	return d, nil
}

// formats are the files that people give most often and that hold no plain
// text, or a page's tags in it, by extension.
var formats = map[string]string{
	".html": "an HTML page", ".htm": "an HTML page", ".xhtml": "an HTML page",
	".doc": "a Word document", ".docx": "a Word document", ".odt": "an OpenDocument text", ".rtf": "an RTF file",
	".pdf": "a PDF file", ".epub": "an electronic book",
}

// plain reads a file unless its name tells already that it is no plain text.
func (o opening) plain(file string) ([]byte, error) {
	if what := formats[strings.ToLower(path.Ext(file))]; what != "" {
		return nil, encoding.NotText(what)
	}
	return readFile(o.fsys, file, o.limit)
}
