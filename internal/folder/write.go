package folder

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"pincite/internal/atomicfile"
	"pincite/internal/document"
	"pincite/internal/importer"
	"pincite/internal/importer/block"
	"pincite/internal/yamlfile"
)

// Write makes the folder dir of the document in a bare file: its text (source.md
// for Markdown, otherwise source.txt), a document.yaml with what was found, ready
// to be corrected, and, where the format told more than lines show, blocks.json.
// The folder appears when it is complete, and never in the place of anything.
func Write(ctx context.Context, dir string, fsys fs.FS, file string, r Reading) (*Bundle, error) {
	o := opening{ctx, fsys, path.Clean(file), r}
	if _, err := os.Lstat(dir); err == nil {
		return nil, fmt.Errorf("write %s: it is there already; name a folder that is not", dir)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("write %s: %w", dir, importer.Cause(err))
	}
	if info, err := fs.Stat(fsys, o.name); err == nil && info.IsDir() {
		return nil, fmt.Errorf("import %s: it is a folder; a folder is made of a file", o.name)
	}
	b, files, err := o.files(filepath.Base(dir))
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", o.name, err)
	}
	o.tell("writing "+dir, 0, 0)
	if err := writeFolder(ctx, dir, files); err != nil {
		return nil, fmt.Errorf("write %s: %w", dir, importer.Cause(err))
	}
	return b, nil
}

// Rewrite gives the folder dir, which [Write] has made, the text that the file has now.
// Its settings and finding aids stay, as people may have corrected them, and the text
// before stays beside the new one, its name followed by ".old".
func Rewrite(ctx context.Context, dir string, fsys fs.FS, file string, r Reading) error {
	o := opening{ctx, fsys, path.Clean(file), r}
	_, files, err := o.files(filepath.Base(dir))
	if err != nil {
		return fmt.Errorf("import %s: %w", o.name, err)
	}
	delete(files, settingsName)
	o.tell("writing "+dir, 0, 0)
	if err := replaceFiles(ctx, dir, files); err != nil {
		return fmt.Errorf("write %s: %w", dir, importer.Cause(err))
	}
	return nil
}

// replaceFiles puts files in the place of the text and the blocks of a folder, when all of
// them are written.
func replaceFiles(ctx context.Context, dir string, files map[string][]byte) (err error) {
	const fresh = ".new" // one that a crash has left is written anew
	for name, data := range files {
		at := filepath.Join(dir, name+fresh)
		defer func() {
			if err != nil {
				err = errors.Join(err, os.RemoveAll(at))
			}
		}()
		if err := atomicfile.Write(at, data); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, name := range []string{blocksName, sourceName + ".txt", sourceName + ".md"} {
		at := filepath.Join(dir, name)
		if err := os.Rename(at, at+".old"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if files[name] == nil {
			continue
		}
		if err := os.Rename(at+fresh, at); err != nil {
			return err
		}
	}
	return nil
}

// files imports the file and returns what belongs in the folder.
func (o opening) files(name string) (*Bundle, map[string][]byte, error) {
	data, blocks, err := o.fetch(o.name)
	if err != nil {
		return nil, nil, err
	}
	source, err := o.read(o.name, data, blocks)
	if err != nil {
		return nil, nil, err
	}
	made, err := o.outlined(source, &Settings{})
	if err != nil {
		return nil, nil, err
	}
	b, err := made.bundle(name, &Settings{})
	if err != nil {
		return nil, nil, err
	}
	files := map[string][]byte{}
	if files[settingsName], err = inferred(b.Document.Meta); err != nil {
		return nil, nil, err
	}
	switch {
	case importer.IsMarkdown(o.name, data):
		files[sourceName+".md"] = []byte(source.Text)
		return b, files, nil
	case !linesAlone(source):
		files[blocksName], err = encodeBlocks(source)
	}
	files[sourceName+".txt"] = []byte(source.Text)
	return b, files, err
}

// linesAlone reports whether a source is no more than its lines.
func linesAlone(s *block.Source) bool {
	for i := range s.Blocks {
		if s.Blocks[i].Kind != block.Text {
			return false
		}
	}
	return true
}

// What a document.yaml that is written here says for itself.
const (
	inferredComment = `# What was found in the document. Correct what is wrong; what is empty or left
# out is found in the text again.
`
	levelsComment = `
# The levels of its sections. To call them something else, take the marks away and
# change the names; the first English one stands before the numbers.
`
)

// inferred writes what was found as settings.
func inferred(m document.Meta) ([]byte, error) {
	type day struct {
		Name string `yaml:"name"`
		Day  string `yaml:"day"`
	}
	said := struct {
		Title      string `yaml:"title"`
		ShortTitle string `yaml:"short_title"`
		Issuer     string `yaml:"issuer"`
		Language   string `yaml:"language"`
		Source     string `yaml:"source"`
		Dates      []day  `yaml:"dates"`
	}{m.Title, m.ShortTitle, m.Issuer, m.Language, m.Source, []day{}}
	for _, d := range m.Dates {
		if d.Name != "" {
			said.Dates = append(said.Dates, day{d.Name, d.Day})
		}
	}
	out, err := yamlfile.Write(inferredComment, said)
	if err != nil || len(m.Levels) == 0 {
		return out, err
	}
	levels, err := inferredLevels(m)
	return append(out, levels...), err
}

// inferredLevels writes the levels behind the marks of comments: named in the
// settings, they would be called in English.
func inferredLevels(m document.Meta) ([]byte, error) {
	var said struct {
		Levels []document.Level `yaml:"levels"`
	}
	for _, l := range m.Levels {
		names := map[string][]string{}
		for _, tag := range []string{"en", m.Language} {
			if l.Names[tag] != nil {
				names[tag] = l.Names[tag]
			}
		}
		said.Levels = append(said.Levels, document.Level{Kind: l.Kind, Names: names})
	}
	lines, err := yamlfile.Write("", said)
	out := levelsComment
	for line := range strings.Lines(string(lines)) {
		out += "# " + line
	}
	return []byte(out), err
}

// writeFolder writes files into a new folder beside dir and gives it that name.
func writeFolder(ctx context.Context, dir string, files map[string][]byte) (err error) {
	temp, err := os.MkdirTemp(filepath.Dir(dir), ".pincite-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(temp))
		}
	}()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(temp, name), data, 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(temp, 0o755); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return os.Rename(temp, dir)
}
