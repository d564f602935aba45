package eval

import (
	"fmt"
	"io/fs"
	"path"

	"pincite/internal/importer"
)

// ReadSets reads the question set in a file, or those in all files of a folder that end in
// .jsonl; shown is what errors call it.
func ReadSets(fsys fs.FS, name, shown string) ([]Judged, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("question set %s: %w", shown, importer.Cause(err))
	}
	if !info.IsDir() {
		return readFile(fsys, name, shown)
	}
	files, err := fs.Glob(fsys, path.Join(name, "*.jsonl"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("question set %s: the folder has no file that ends in .jsonl", shown)
	}
	var out []Judged
	for _, file := range files {
		set, err := readFile(fsys, file, shown+"/"+path.Base(file))
		if err != nil {
			return nil, err
		}
		out = append(out, set...)
	}
	return out, nil
}

func readFile(fsys fs.FS, name, shown string) ([]Judged, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("question set %s: %w", shown, importer.Cause(err))
	}
	defer f.Close() // opened to read: nothing is lost
	return ReadSet(f, shown)
}
