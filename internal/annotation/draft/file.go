package draft

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"pincite/internal/annotation"
	"pincite/internal/atomicfile"
)

// A file is an annotations file and what is to go into it.
type file struct {
	path     string
	language string
	pending  map[string][]result // by section id, in order of passes
}

// openFile finds the annotations in a language in the folder of a document, or where
// they are to stand.
func (j *Job) openFile(language string) (*file, *annotation.Aids, error) {
	names, err := filepath.Glob(filepath.Join(escaped(j.Dir), "annotations*.yaml"))
	if err != nil {
		return nil, nil, fmt.Errorf("annotate %s: %w", j.Dir, err)
	}
	slices.Sort(names)
	for _, name := range names {
		f := &file{path: name, language: language, pending: map[string][]result{}}
		a, err := f.read()
		if err != nil {
			return nil, nil, err
		}
		if a.Language == language {
			return f, a, nil
		}
	}
	name := filepath.Join(j.Dir, "annotations.yaml")
	if language != j.Document.Meta.Language || slices.Contains(names, name) {
		name = filepath.Join(j.Dir, "annotations."+language+".yaml")
	}
	if slices.Contains(names, name) {
		return nil, nil, fmt.Errorf("%s is not in the language %s: rename it", name, language)
	}
	return &file{path: name, language: language, pending: map[string][]result{}}, &annotation.Aids{Language: language}, nil
}

// escaped returns a folder's name without meaning for a pattern.
func escaped(dir string) string {
	var b bytes.Buffer
	for _, r := range filepath.Clean(dir) {
		if r == '*' || r == '?' || r == '[' || r == '\\' && filepath.Separator != '\\' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (f *file) read() (*annotation.Aids, error) {
	data, err := os.ReadFile(f.path)
	if err != nil {
		return nil, err
	}
	return annotation.Read(bytes.NewReader(data), f.path)
}

// save puts what is pending into the file as it is now, which a person may have
// changed since.
func (j *Job) save(f *file) error {
	if len(f.pending) == 0 {
		return nil
	}
	err := j.rewrite(f, func(a *annotation.Aids) map[string]annotation.Section {
		changed := map[string]annotation.Section{}
		for id, results := range f.pending {
			s := annotation.Section{ID: id}
			if i := slices.IndexFunc(a.Sections, func(s annotation.Section) bool { return s.ID == id }); i >= 0 {
				s = a.Sections[i]
			}
			for _, r := range results {
				s = j.merge(s, r)
			}
			changed[id] = s
		}
		return changed
	})
	if err != nil {
		return err
	}
	clear(f.pending)
	return nil
}

// rewrite changes sections of the file, all at once or not at all.
func (j *Job) rewrite(f *file, change func(*annotation.Aids) map[string]annotation.Section) error {
	data, err := os.ReadFile(f.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	a, err := annotation.Read(bytes.NewReader(data), f.path)
	if err != nil {
		return err
	}
	changed := change(a)
	if len(changed) == 0 {
		return nil
	}
	out, err := annotation.Update(data, f.path, f.language, j.Document, changed)
	if err != nil {
		return err
	}
	return atomicfile.Write(f.path, out)
}
