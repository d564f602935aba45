package sources

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"pincite/internal/document"
	"pincite/internal/folder"
)

// FolderOf returns the folder of a document at a path: of a file, the one that it
// gets.
func FolderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	if base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)); base != "" && base != filepath.Base(path) {
		return filepath.Join(filepath.Dir(path), base)
	}
	return path + ".document"
}

// MakeFolder returns the folder of the document that was read at a path, and what it wrote
// there. For a file it makes one beside it, with its text; one that is there already gets
// the text that the file has now.
func (s *Sources) MakeFolder(ctx context.Context, path string, d *document.Document) (dir, wrote string, err error) {
	dir = FolderOf(path)
	if dir == path {
		return dir, "", nil
	}
	name := filepath.Join(dir, "source.txt")
	if strings.EqualFold(filepath.Ext(path), ".md") {
		name = filepath.Join(dir, "source.md")
	}
	from, err := s.At(path)
	if err != nil {
		return "", "", err
	}
	switch old, err := os.ReadFile(name); {
	case err != nil:
		_, err = folder.Write(ctx, dir, from.FS, from.Name, from.Reading)
		return dir, fmt.Sprintf("wrote %s\n", name), err
	case bytes.Equal(old, []byte(d.Text)):
		return dir, "", nil
	default:
		err = folder.Rewrite(ctx, dir, from.FS, from.Name, from.Reading)
		return dir, fmt.Sprintf("wrote %s: the text of %s has changed; the text before is %s.old\n", name, path, name), err
	}
}
