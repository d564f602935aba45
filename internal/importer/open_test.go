package importer

import (
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/outline/outlinetest"
)

func folder(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

// TestOpenRefuses holds that every message is one line that says what and where.
func TestOpenRefuses(t *testing.T) {
	const text = "1. One\n\nText.\n\n2. Two\n\nText.\n"
	for _, c := range []struct {
		name, want string
		fsys       fstest.MapFS
	}{
		{"nothing", "open document d: file does not exist", folder()},
		{"no source", "open document d: the folder has no source.txt or source.md", folder("d/document.yaml", "")},
		{"empty source", "import d: there is no text in it", folder("d/source.txt", "")},
		{"misspelt key", `read d/document.yaml: line 2: unknown key isuer`,
			folder("d/source.txt", text, "d/document.yaml", "title: x\nisuer: y\n")},
		{"wrong value", "read d/document.yaml: line 1: wrong kind of value !!map",
			folder("d/source.txt", text, "d/document.yaml", "title: {a: b}\n")},
		{"broken", "read d/document.yaml: line 2: ", folder("d/source.txt", text, "d/document.yaml", "title: a\n  b: [\n")},
		{"no such day", `d/document.yaml: dates: "2024-02-31" is named "adopted"`,
			folder("d/source.txt", text, "d/document.yaml", "dates: [{name: adopted, day: 2024-02-31}]\n")},
		{"level without names", "d/document.yaml: levels: each needs a kind",
			folder("d/source.txt", text, "d/document.yaml", "levels: [{kind: part}]\n")},
		{"misspelt note", "read d/annotations.ru.yaml: line 3: unknown key tems",
			folder("d/source.txt", text, "d/annotations.ru.yaml", "sections:\n- id: a\n  tems: []\n")},
		{"note without id", "read d/annotations.yaml: entry 1 of sections has no id",
			folder("d/source.txt", text, "d/annotations.yaml", "sections:\n- headings: [a]\n")},
	} {
		_, err := Open(c.fsys, "d")
		if err == nil {
			t.Errorf("%s: no error", c.name)
		} else if msg := err.Error(); !strings.HasPrefix(msg, c.want) || strings.Contains(msg, "\n") {
			t.Errorf("%s: %q, want %q", c.name, msg, c.want)
		}
	}
}

func TestOpenFile(t *testing.T) {
	b, err := Open(folder("docs/lake-rules.md", "# Lake rules\n\n## Boats\n\nNo boats.\n"), "docs/lake-rules.md")
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

func TestOpenFolder(t *testing.T) {
	b, err := Open(folder(
		"d/source.txt", "Menu\n\nThe Law\n\n1. One\n\nText.\n\n2. Two\n\nMore text.\n",
		"d/document.yaml", "skip: [Menu]\nissuer: Us\nlanguage: en\nlevels:\n- kind: canto\n  names: {en: [canto], es: [canto]}\n",
		"d/annotations.yaml", "language: en\nsections:\n- id: canto-1\n  headings: [first]\n",
		"d/annotations.es.yaml", "language: es\n"), "d/")
	if err != nil {
		t.Fatal(err)
	}
	d := b.Document
	if i, ok := d.ByNumber("canto", 2); !ok || d.Sections[i].Label != "Canto 2" || d.Title(i) != "Two" {
		t.Errorf("no canto 2:\n%s", outlinetest.Print(d))
	}
	if d.Meta.Title != "The Law" || d.Meta.Issuer != "Us" {
		t.Errorf("%+v", d.Meta)
	}
	if len(b.Annotations) != 2 || b.Annotations[0].Language != "es" || b.Annotations[1].Sections[0].Headings[0] != "first" {
		t.Errorf("%+v", b.Annotations)
	}
}

// TestSettingsDates takes the names from the settings and the places from the text.
func TestSettingsDates(t *testing.T) {
	b, err := Open(os.DirFS(path.Dir(defaultFolder)), path.Base(defaultFolder))
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
