package folder

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/importer/sourcetest"
	"pincite/internal/outline/outlinetest"
)

// TestLoadRefuses holds that every message is one line that says what and where.
func TestLoadRefuses(t *testing.T) {
	const text = "1. One\n\nText.\n\n2. Two\n\nText.\n"
	for _, c := range []struct {
		name, want string
		fsys       fstest.MapFS
	}{
		{"nothing", "open document d: file does not exist", sourcetest.FS()},
		{"no source", "open document d: the folder has no source.txt, source.md or source of another format", sourcetest.FS("d/document.yaml", "")},
		{"empty source", "import d/source.txt: there is no text in it", sourcetest.FS("d/source.txt", "")},
		{"folder as source", "import d/source.txt: it is a folder, not a file", sourcetest.FS("d/source.txt/x", "")},
		{"misspelt key", `read d/document.yaml: line 2: unknown key isuer`,
			sourcetest.FS("d/source.txt", text, "d/document.yaml", "title: x\nisuer: y\n")},
		{"wrong value", "read d/document.yaml: line 1: wrong kind of value !!map",
			sourcetest.FS("d/source.txt", text, "d/document.yaml", "title: {a: b}\n")},
		{"broken", "read d/document.yaml: line 2: ", sourcetest.FS("d/source.txt", text, "d/document.yaml", "title: a\n  b: [\n")},
		{"no such day", `d/document.yaml: dates: "2024-02-31" is named "adopted"`,
			sourcetest.FS("d/source.txt", text, "d/document.yaml", "dates: [{name: adopted, day: 2024-02-31}]\n")},
		{"level without names", "d/document.yaml: levels: each needs a kind",
			sourcetest.FS("d/source.txt", text, "d/document.yaml", "levels: [{kind: part}]\n")},
		{"misspelt note", "read d/annotations.ru.yaml: line 3: unknown key tems",
			sourcetest.FS("d/source.txt", text, "d/annotations.ru.yaml", "sections:\n- id: a\n  tems: []\n")},
		{"note without id", "read d/annotations.yaml: entry 1 of sections has no id",
			sourcetest.FS("d/source.txt", text, "d/annotations.yaml", "sections:\n- headings: [a]\n")},
	} {
		_, err := Load(c.fsys, "d")
		if err == nil {
			t.Errorf("%s: no error", c.name)
		} else if msg := err.Error(); !strings.HasPrefix(msg, c.want) || strings.Contains(msg, "\n") {
			t.Errorf("%s: %q, want %q", c.name, msg, c.want)
		}
	}
}

// special is a file of some kind that must not be opened.
func special(mode fs.FileMode) fstest.MapFS {
	return fstest.MapFS{"x.txt": {Data: []byte("Text."), Mode: mode}, "d/source.txt": {Data: []byte("Text.")}, "d/document.yaml": {Mode: mode}}
}

// TestLoadFileRefuses holds that errors name the file as it was given, and that
// nothing is read without end.
func TestLoadFileRefuses(t *testing.T) {
	for _, c := range []struct {
		file, want string
		fsys       fs.FS
	}{
		{"bin.dat", "import bin.dat: it holds control bytes", sourcetest.FS("bin.dat", "a\x00\x00\x01")},
		{"a/empty", "import a/empty: there is no text in it", sourcetest.FS("a/empty", "")},
		{"a.html", "import a.html: there is no text in it", sourcetest.FS("a.html", "<p>")},
		{"a.docx", "import a.docx: docx: the file is damaged", sourcetest.FS("a.docx", "PK\x03\x04 word/document.xml")},
		{"a.pdf", "import a.pdf: pdf: the file is damaged", sourcetest.FS("a.pdf", "%PDF-1.7")},
		{"gone.txt", "import gone.txt: file does not exist", gone{sourcetest.FS("gone.txt", "x")}},
		{"x.txt", "import x.txt: it is a device; give a file or a folder", special(fs.ModeDevice | fs.ModeCharDevice)},
		{"x.txt", "import x.txt: it is a pipe; give a file or a folder", special(fs.ModeNamedPipe)},
		{"x.txt", "import x.txt: it is a socket; give a file or a folder", special(fs.ModeSocket)},
		{"d", "read d/document.yaml: it is a pipe", special(fs.ModeNamedPipe)},
		{"big.txt", "import big.txt: it is too large to answer from: the limit is 1 MB of text; give a part of it", sourcetest.FS("big.txt", strings.Repeat("a", 1<<20+1))},
		{"endless.txt", "import endless.txt: it is too large to answer from", endless{}},
	} {
		_, err := LoadWith(t.Context(), c.fsys, c.file, Reading{Limit: 1 << 20, Cache: testCache})
		if err == nil {
			t.Errorf("%s: no error", c.file)
		} else if msg := err.Error(); !strings.HasPrefix(msg, c.want) || strings.Contains(msg, "\n") {
			t.Errorf("%s: %q, want %q", c.file, msg, c.want)
		}
	}
}

// gone has a file that is removed before it is read.
type gone struct{ fstest.MapFS }

func (gone) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// endless is a file that says it is empty and never ends.
type endless struct{}

func (endless) Open(string) (fs.File, error) { return endless{}, nil }
func (endless) Stat() (fs.FileInfo, error) {
	return fs.Stat(sourcetest.FS("endless.txt", ""), "endless.txt")
}
func (endless) Read(b []byte) (int, error) { return len(b), nil }
func (endless) Close() error               { return nil }

func TestLoadFile(t *testing.T) {
	b, err := Load(sourcetest.FS("docs/lake-rules.md", "# Lake rules\n\n## Boats\n\nNo boats.\n"), "docs/lake-rules.md")
	if err != nil {
		t.Fatal(err)
	}
	d := b.Document
	if d.Name != "lake-rules" || d.Meta.Title != "Lake rules" || len(b.Annotations) != 0 {
		t.Errorf("%q %q %v", d.Name, d.Meta.Title, b.Annotations)
	}
	if _, ok := d.ByID("boats"); !ok {
		t.Errorf("no section boats:\n%s", outlinetest.Print(d))
	}
}

func TestLoadFolder(t *testing.T) {
	b, err := Load(sourcetest.FS(
		"d/source.txt", "Menu\n\nThe Law\n\n1. One\n\nText.\n\n2. Two\n\nMore text.\n",
		"d/document.yaml", "skip: [Menu]\nissuer: Us\nlanguage: en\nlevels:\n- kind: canto\n  names: {en: [canto], es: [canto]}\n",
		"d/annotations.yaml", "language: en\nsections:\n- id: canto-1\n  headings: [first]\n",
		"d/annotations.es.yaml", "language: es\n"), "d/")
	if err != nil {
		t.Fatal(err)
	}
	d := b.Document
	if i, ok := d.ByID("canto-2"); !ok || d.Sections[i].Label != "Canto 2" || d.Title(i) != "Two" {
		t.Errorf("no canto 2:\n%s", outlinetest.Print(d))
	}
	if d.Meta.Title != "The Law" || d.Meta.Issuer != "Us" {
		t.Errorf("%+v", d.Meta)
	}
	if len(b.Annotations) != 2 || b.Annotations[0].Language != "es" || b.Annotations[1].Sections[0].Headings[0] != "first" {
		t.Errorf("%+v", b.Annotations)
	}
}

func TestLoadFolderWithBrackets(t *testing.T) {
	b, err := Load(sourcetest.FS("a[b]/source.txt", "Text.", "a[b]/annotations.yaml", "language: en\n"), "a[b]")
	if err != nil || len(b.Annotations) != 1 {
		t.Errorf("%v, %v", b, err)
	}
}

// TestSettingsDates takes the names from the settings and the places from the text.
func TestSettingsDates(t *testing.T) {
	b, err := Load(os.DirFS(path.Dir(defaultFolder)), path.Base(defaultFolder))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"adopted 23 February 2024", "released 2024-02-28"}
	for i, d := range b.Document.Meta.Dates {
		if got := d.Name + " " + b.Document.Slice(d.Span); got != want[i] {
			t.Errorf("%s, want %s", got, want[i])
		}
	}
}
