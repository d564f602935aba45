package folder

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pincite/internal/cache"
	"pincite/internal/importer"
	"pincite/internal/importer/pdf/pdftest"
	"pincite/internal/importer/sourcetest"
)

// keepAll lets the cache have documents that took no time.
func keepAll(t *testing.T) {
	t.Helper()
	before := worthKeeping
	worthKeeping = -1
	t.Cleanup(func() { worthKeeping = before })
}

// samples are files of every format, as paths below internal.
var samples = []string{
	"importer/docx/testdata/source/handbook.md", "importer/docx/testdata/handbook.docx", "importer/pdf/testdata/law.pdf",
	"folder/testdata/formats/statute-ru.txt", "folder/testdata/formats/statute-ru.html", "folder/testdata/formats/statute-ru.epub",
}

// newCache opens a cache that has the reader of PDF files already.
func newCache(t *testing.T, dir string) *cache.Cache {
	t.Helper()
	if err := pdftest.Lend(dir); err != nil {
		t.Fatal(err)
	}
	return cache.Open(dir, 0)
}

func cached(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*.entry"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestCacheGivesTheSame holds that a document out of the cache is the one that went
// in, and that a damaged one is made again.
func TestCacheGivesTheSame(t *testing.T) {
	keepAll(t)
	fsys := os.DirFS("..")
	for _, file := range samples {
		dir := t.TempDir()
		r := Reading{Cache: newCache(t, dir)}
		load := func() *Bundle {
			t.Helper()
			b, err := LoadWith(t.Context(), fsys, file, r)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			return b
		}
		want := load()
		kept := cached(t, dir)
		if len(kept) != 1 {
			t.Fatalf("%s: %d entries", file, len(kept))
		}
		if got := load(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the cache gives\n%+v, not\n%+v", file, got.Document, want.Document)
		}
		if err := os.Truncate(kept[0], 100); err != nil {
			t.Fatal(err)
		}
		if got := load(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: a damaged entry gives %+v", file, got.Document)
		}
		if err := r.Cache.Put(strings.TrimSuffix(filepath.Base(kept[0]), ".entry"), []byte("of another form")); err != nil {
			t.Fatal(err)
		}
		if got := load(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: an entry of another form gives %+v", file, got.Document)
		}
	}
}

// TestCacheIsUsed holds that what is in the cache is not read again, and under which
// circumstances it is.
func TestCacheIsUsed(t *testing.T) {
	keepAll(t)
	dir := t.TempDir()
	r := Reading{Cache: cache.Open(dir, 0)}
	load := func(name string, files ...string) (read bool) {
		t.Helper()
		r.Progress = func(string, int, int) { read = true }
		if _, err := LoadWith(t.Context(), sourcetest.FS(files...), name, r); err != nil {
			t.Fatal(err)
		}
		return read
	}
	const text = "# Rules\n\n## Boats\n\nNone.\n"
	for _, c := range []struct {
		what string
		read bool
		name string
		in   []string
	}{
		{"new", true, "a.txt", []string{"a.txt", text}},
		{"the same", false, "a.txt", []string{"a.txt", text}},
		{"under another name", false, "b.txt", []string{"b.txt", text}},
		{"in another format", true, "a.md", []string{"a.md", text}},
		{"changed", true, "a.txt", []string{"a.txt", text + "\n"}},
		{"with settings", true, "d", []string{"d/source.txt", text, "d/document.yaml", "issuer: Us\n"}},
		{"with the same settings", false, "d", []string{"d/source.txt", text, "d/document.yaml", "issuer: Us\n"}},
		{"with other settings", true, "d", []string{"d/source.txt", text, "d/document.yaml", "issuer: Them\n"}},
	} {
		if read := load(c.name, c.in...); read != c.read {
			t.Errorf("%s: read %v", c.what, read)
		}
	}
	b, err := LoadWith(t.Context(), sourcetest.FS("b.txt", text), "b.txt", r)
	if err != nil || b.Document.Name != "b" {
		t.Errorf("%+v, %v", b, err)
	}
	if _, err := LoadWith(t.Context(), sourcetest.FS("a.txt", text), "a.txt", Reading{Cache: r.Cache, Limit: 5}); err == nil {
		t.Error("the cache gives more than the limit")
	}
}

// TestCacheKeepsNoSecret holds that the text of a file with a password is not
// written down.
func TestCacheKeepsNoSecret(t *testing.T) {
	keepAll(t)
	dir := t.TempDir()
	r := Reading{Cache: newCache(t, dir)}
	fsys := os.DirFS("../importer/pdf/testdata")
	if _, err := LoadWith(t.Context(), fsys, "encrypted.pdf", r); err == nil || !strings.Contains(err.Error(), "PINCITE_IMPORT_PASSWORD") {
		t.Errorf("without the password: %v", err)
	}
	r.Password = "secret"
	if _, err := LoadWith(t.Context(), fsys, "encrypted.pdf", r); err != nil {
		t.Error(err)
	}
	data, err := fs.ReadFile(fsys, "encrypted.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(data); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	if _, err := LoadWith(t.Context(), sourcetest.FS("a.pdf.gz", packed.String()), "a.pdf.gz", r); err != nil {
		t.Error(err)
	}
	if kept := cached(t, dir); len(kept) > 0 {
		t.Errorf("kept: %v", kept)
	}
}

// TestQuickIsNotKept holds that the cache is for what takes long.
func TestQuickIsNotKept(t *testing.T) {
	before := worthKeeping
	worthKeeping = time.Hour
	t.Cleanup(func() { worthKeeping = before })
	dir := t.TempDir()
	if _, err := LoadWith(t.Context(), sourcetest.FS("a.txt", "Text."), "a.txt", Reading{Cache: cache.Open(dir, 0)}); err != nil {
		t.Fatal(err)
	}
	if kept := cached(t, dir); len(kept) > 0 {
		t.Errorf("kept: %v", kept)
	}
}

// sections are what a document says that its folder must say, too.
func sections(b *Bundle) any {
	d := b.Document
	return []any{d.Text, d.Sections, d.Markup, d.Pages, d.Meta.Title, d.Meta.Language}
}

// TestWrite holds that the folder of a document is the same document.
func TestWrite(t *testing.T) {
	for _, file := range samples {
		dir := filepath.Join(t.TempDir(), "made")
		r := Reading{Cache: testCache}
		written, err := Write(t.Context(), dir, os.DirFS(".."), file, r)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		read, err := Load(os.DirFS(filepath.Dir(dir)), "made")
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if !reflect.DeepEqual(sections(read), sections(written)) {
			t.Errorf("%s: the folder holds\n%+v, not\n%+v", file, read.Document, written.Document)
		}
		if _, err := os.Stat(filepath.Join(dir, "source.md")); (err == nil) != strings.HasSuffix(file, ".md") {
			t.Errorf("%s: source.md: %v", file, err)
		}
	}
}

// TestWriteRefuses holds that nothing is overwritten, and nothing left behind.
func TestWriteRefuses(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	parent := t.TempDir()
	there := filepath.Join(parent, "there")
	if err := os.Mkdir(there, 0o755); err != nil {
		t.Fatal(err)
	}
	fsys := sourcetest.FS("a.txt", "Text.", "empty.txt", "")
	for _, c := range []struct {
		ctx             context.Context
		dir, file, want string
	}{
		{t.Context(), there, "a.txt", "write " + there + ": it is there already"},
		{t.Context(), filepath.Join(parent, "new"), "empty.txt", "import empty.txt: there is no text in it"},
		{t.Context(), filepath.Join(parent, "new"), "gone.txt", "import gone.txt: file does not exist"},
		{t.Context(), filepath.Join(parent, "no", "new"), "a.txt", "write " + filepath.Join(parent, "no", "new") + ": no such file"},
		{cancelled, filepath.Join(parent, "new"), "a.txt", "import a.txt: context canceled"},
	} {
		_, err := Write(c.ctx, c.dir, fsys, c.file, Reading{})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.file, err, c.want)
		}
	}
	if err := writeFolder(cancelled, filepath.Join(parent, "new"), map[string][]byte{"a": nil}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if left, err := os.ReadDir(parent); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestBlocksRefuse holds that blocks are not put on a text that is not theirs.
func TestBlocksRefuse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made")
	if _, err := Write(t.Context(), dir, sourcetest.FS("a.html", "<h1>Rules</h1><p>None.</p><h2>Boats</h2><p>Two."), "a.html", Reading{}); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(filepath.Join(dir, blocksName))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "source.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ text, blocks, want string }{
		"changed text": {string(text) + "x", string(good), "the text has changed since blocks.json was written"},
		"no JSON":      {string(text), string(good[:40]), "blocks.json beside it is damaged"},
		"a wrong span": {string(text), strings.Replace(string(good), `"end":5`, `"end":999`, 1), "blocks.json beside it is damaged: block 0"},
		"too large":    {string(text), strings.Repeat(" ", importer.MaxBytes+1), "blocks.json beside it: it is too large"},
	} {
		_, err := Load(sourcetest.FS("d/source.txt", c.text, "d/blocks.json", c.blocks), "d")
		if err == nil || !strings.HasPrefix(err.Error(), "import d/source.txt: "+c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAnySource reads the folder of a document whatever the format of its text.
func TestAnySource(t *testing.T) {
	for file, want := range map[string]string{"source.html": "html", "source.md.gz": "", "source.txt": "txt", "source.docx": "", "other.txt": ""} {
		b, err := Load(sourcetest.FS("d/"+file, "<html lang=en><p>Text of "+file, "d/document.yaml", "title: Rules\nissuer: Us\n"), "d")
		if file == "other.txt" {
			if err == nil {
				t.Errorf("%s is a source", file)
			}
			continue
		}
		if err != nil || b.Document.Meta.Title != "Rules" || b.Document.Meta.Issuer != "Us" || b.Document.Name != "d" {
			t.Errorf("%s %s: %+v, %v", file, want, b, err)
		}
	}
	b, err := Load(sourcetest.FS("d/source.txt", "One.", "d/source.html", "<html>Two.", "d/source.md", "Three."), "d")
	if err != nil || b.Document.Text != "One." {
		t.Errorf("%+v, %v", b, err)
	}
	b, err = Load(sourcetest.FS("d/source.html", "<html><head><title>Page</title><meta name=author content=Them></head><p>Text."), "d")
	if err != nil || b.Document.Meta.Title != "Page" || b.Document.Meta.Issuer != "Them" {
		t.Errorf("%+v, %v", b.Document.Meta, err)
	}
}
