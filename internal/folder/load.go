package folder

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"pincite/internal/annotation"
	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/importer"
	"pincite/internal/importer/block"
	"pincite/internal/outline"
	"pincite/internal/rescue"
)

// A Bundle is a document with its finding aids.
type Bundle struct {
	Document    *document.Document
	Warnings    []string          // where the outline is doubtful, and what importing mended; one line each
	Annotations []annotation.Aids // one for each language file, in order of file names

	Cache *cache.Cache // keeps what is made of the document; nil where it is not to be kept
}

// Names of the files in a document's folder.
const (
	sourceName   = "source" // of the text, with the ending of its format
	settingsName = "document.yaml"
)

// sourceEndings are the formats of a document's text, the first that is there counts.
var sourceEndings = []string{".txt", ".md", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".epub"}

// IsSource reports whether a file in a folder is a document's text.
func IsSource(file string) bool {
	ending, found := strings.CutPrefix(strings.TrimSuffix(file, ".gz"), sourceName)
	return found && slices.Contains(sourceEndings, ending)
}

// A Reading says how documents are read. The zero value is ready for use.
type Reading struct {
	Limit    int64        // bytes of a document's text; 0 means importer.MaxBytes
	Password string       // of encrypted PDF files
	Cache    *cache.Cache // keeps what took long to read; nil for none

	// Memory is how many bytes the program may have in use, what the system maps for
	// it left out; a document that does not fit is refused. 0 means no limit.
	Memory int64

	// Progress is told what is being done, and how much of how much is done of it
	// where that can be said (0 of 0 elsewhere); nil to tell nobody. It may be
	// called on other goroutines, one call at a time.
	Progress func(step string, done, of int)
}

// Load reads a document's folder (its text, source.txt or source.md or in another
// format; document.yaml; annotations*.yaml) from fsys, or one bare file of any
// format. Errors name the file in it.
func Load(fsys fs.FS, name string) (*Bundle, error) {
	return LoadWith(context.Background(), fsys, name, Reading{})
}

// LoadWith is Load as the reading says; the error wraps ctx's where ctx ended first.
func LoadWith(ctx context.Context, fsys fs.FS, name string, r Reading) (*Bundle, error) {
	o := opening{ctx, fsys, path.Clean(name), r}
	info, err := fs.Stat(fsys, o.name)
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", o.name, importer.Cause(err))
	}
	if info.IsDir() {
		return o.folder()
	}
	return o.text(o.name, bareName(o.name), &Settings{})
}

// bareName is the short name of the document in a bare file.
func bareName(file string) string {
	base := path.Base(file)
	if strings.EqualFold(path.Ext(base), ".gz") {
		base = strings.TrimSuffix(base, path.Ext(base))
	}
	return strings.TrimSuffix(base, path.Ext(base))
}

// An opening is one document on its way from the file system.
type opening struct {
	ctx  context.Context
	fsys fs.FS
	name string // of the file or folder
	Reading
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
		wait.Go(func() {
			defer rescue.Into(&errs[i+1])
			errs[i+1] = o.notes(name, &b.Annotations[i])
		})
	}
	var read *Bundle
	read, errs[0] = o.document(files)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err // the first, in order of files: always the same
		}
	}
	b.Document, b.Warnings, b.Cache = read.Document, read.Warnings, read.Cache
	return b, nil
}

// document reads the text of a folder of these files.
func (o opening) document(files []fs.DirEntry) (*Bundle, error) {
	settings, err := o.settings(path.Join(o.name, settingsName))
	if err != nil {
		return nil, err
	}
	found := ""
	for _, f := range files {
		if IsSource(f.Name()) && (found == "" || rank(f.Name()) < rank(found)) {
			found = f.Name()
		}
	}
	if found == "" {
		return nil, fmt.Errorf("open document %s: the folder has no source.txt, source.md or source of another format", o.name)
	}
	return o.text(path.Join(o.name, found), path.Base(o.name), settings)
}

// rank orders the sources of a folder.
func rank(file string) int {
	return slices.Index(sourceEndings, strings.TrimPrefix(strings.TrimSuffix(file, ".gz"), sourceName))
}

func (o opening) settings(name string) (*Settings, error) {
	data, err := importer.ReadFile(o.fsys, name, importer.MaxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return &Settings{}, nil
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
	b, err := o.imported(file, name, settings)
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", file, err)
	}
	return b, nil
}

// imported reads a file, or finds in the cache what it has become before.
func (o opening) imported(file, name string, settings *Settings) (*Bundle, error) {
	data, blocks, err := o.fetch(file)
	if err != nil {
		return nil, err
	}
	key, err := o.key(file, data, blocks, settings)
	if err != nil {
		return nil, err
	}
	if made, ok := o.kept(key, data); ok {
		if err := o.room(len(made.Text), againPerByte); err != nil {
			return nil, err
		}
		return o.bundle(made, name, settings, key)
	}
	start := time.Now()
	source, err := o.read(file, data, blocks)
	if err != nil {
		return nil, err
	}
	if err := o.room(len(source.Text), firstPerByte); err != nil {
		return nil, err
	}
	made, err := o.outlined(source, settings)
	if err != nil {
		return nil, err
	}
	if time.Since(start) > worthKeeping {
		err = o.keep(key, data, made)
	}
	if err != nil {
		made.Warnings = append(made.Warnings, err.Error())
	}
	return o.bundle(made, name, settings, key)
}

// bundle makes the document, of which more may be kept if it has a key itself.
func (o opening) bundle(m *made, name string, settings *Settings, key string) (*Bundle, error) {
	b, err := m.bundle(name, settings)
	if err == nil && key != "" {
		b.Cache = o.Cache
	}
	return b, err
}

func (o opening) limit() int64 { return cmp.Or(o.Limit, importer.MaxBytes) }

// tell tells of a step.
func (o opening) tell(step string, done, of int) {
	if o.Progress != nil {
		o.Progress(step, done, of)
	}
}

// fetch returns the bytes of a file, and those of the blocks beside it, nil if there
// are none.
func (o opening) fetch(file string) (data, blocks []byte, err error) {
	if data, err = importer.Fetch(o.fsys, file, o.limit()); err != nil {
		return nil, nil, err
	}
	blocks, err = o.blocksFile(file)
	return data, blocks, err
}

// read makes a source of the bytes of a file and of the blocks beside it.
func (o opening) read(file string, data, blocks []byte) (*block.Source, error) {
	step := "reading " + path.Base(file)
	o.tell(step, 0, 0)
	if blocks != nil {
		return joinBlocks(data, blocks)
	}
	return importer.Parse(o.ctx, file, data, importer.Options{
		Limit: o.limit(), Password: o.Password, CacheDir: o.Cache.Dir("pdfium"),
		Progress: func(done, pages int) { o.tell(step, done, pages) },
	})
}

// outlined makes the outline of a source.
func (o opening) outlined(source *block.Source, settings *Settings) (*made, error) {
	o.tell("finding the sections", 0, 0)
	found, err := outline.Build(source, settings.hints())
	if err != nil {
		return nil, err
	}
	if err := o.ctx.Err(); err != nil {
		return nil, err
	}
	return &made{Text: source.Text, Meta: found.Meta, Sections: found.Sections, Markup: source.Markup,
		Pages: found.Pages, Warnings: slices.Concat(source.Warnings, found.Warnings)}, nil
}
