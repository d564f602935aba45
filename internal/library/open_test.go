package library

import (
	"io/fs"
	"strings"
	"testing"

	"pincite/internal/cache"
	"pincite/internal/folder"
	"pincite/internal/importer/pdf/pdftest"
	"pincite/internal/importer/sourcetest"
)

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	if err := pdftest.Lend(dir); err != nil {
		t.Fatal(err)
	}
	kept := cache.Open(dir, 0)
	for want, s := range map[string]Source{
		"open document gone: file does not exist":                                                       {FS: sourcetest.FS("a.txt", "Text."), Name: "gone"},
		"import a.rtf: it is an RTF file; save it as .docx or .pdf":                                     {FS: sourcetest.FS("a.rtf", "{\\rtf1 x}"), Name: "a.rtf"},
		"open documents d: nothing in the folder can be read: import d/a.pdf: pdf: the file is damaged": {FS: sourcetest.FS("d/a.pdf", "%PDF-1.4", "d/b.docx", "PK\x03\x04"), Name: "d"},
		"open documents d: the folder has no document":                                                  {FS: sourcetest.FS("d/.hidden", "x", "d/empty/none", "x"), Name: "d"},
		"two documents are called a: rename one of the files or folders":                                {FS: sourcetest.FS("d/a.txt", "Text.", "d/a.md", "Text."), Name: "d"},
		"import d/a.txt: it is too large to answer from: the limit is 1 MB":                             {FS: sourcetest.FS("d/a.txt", strings.Repeat("a", 2<<20)), Name: "d/a.txt", Reading: folder.Reading{Limit: 1 << 20}},
		"import a.txt: it is too large to answer from: the limit is 20 MB":                              {FS: sourcetest.FS("a.txt", strings.Repeat("a\n", 11<<20)), Name: "a.txt"},
	} {
		s.Cache = kept
		l, err := Open(t.Context(), s)
		if err == nil {
			l.Close()
			t.Errorf("no error; want %q", want)
		} else if !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q, want %q", err, want)
		}
	}
}

// A document that the program panics over is one that cannot be read.
func TestADocumentThatPanics(t *testing.T) {
	files := bursting{sourcetest.FS("d/a.txt", "Text.", "d/b.txt", "Text.", "d/c/source.txt", "Text.", "d/c/annotations.yaml", "language: en\n")}
	l, err := Open(t.Context(), Source{FS: files, Name: "d"})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if skipped := l.Skipped(); len(l.Documents()) != 1 || len(skipped) != 2 || !strings.HasPrefix(skipped[0].Error(), "open document d/b.txt: the program panicked: ") ||
		!strings.HasPrefix(skipped[1].Error(), "open document d/c: the program panicked: ") { // on a goroutine of its own
		t.Errorf("%d documents, skipped %v", len(l.Documents()), skipped)
	}
	if _, err := Open(t.Context(), Source{FS: files, Name: "d/b.txt"}); err == nil || !strings.HasPrefix(err.Error(), "open document d/b.txt: the program panicked: ") {
		t.Error(err)
	}
}

// Nor is one answered from whose index the program panics over.
func TestAnIndexThatPanics(t *testing.T) {
	g := gathering{before: &documents{}, pace: &pacer{asked: func() int64 { return 0 }}}
	if err := g.document(t.Context(), Source{Name: "d"}, attempt{path: "d/a.txt", bundle: &folder.Bundle{}}); err == nil || !strings.HasPrefix(err.Error(), "open document d/a.txt: the program panicked: ") {
		t.Error(err)
	}
}

// bursting are files of which b.txt and annotations.yaml are the program's undoing.
type bursting struct{ fs.FS }

func (b bursting) Open(name string) (fs.File, error) {
	f, err := b.FS.Open(name)
	if strings.HasSuffix(name, "b.txt") || strings.HasSuffix(name, "annotations.yaml") {
		return burst{f}, err
	}
	return f, err
}

type burst struct{ fs.File }

func (burst) Read([]byte) (int, error) { panic("too much") }

func TestOpenFolders(t *testing.T) {
	for name, c := range map[string]struct {
		source  Source
		want    string
		skipped int
	}{
		"a file":               {Source{FS: sourcetest.FS("d/a.txt", "Text."), Name: "d/a.txt"}, "a", 0},
		"the folder of one":    {Source{FS: sourcetest.FS("d/source.txt", "Text.", "d/notes.txt", "Text."), Name: "d"}, "d", 0},
		"a folder of several":  {Source{FS: sourcetest.FS("d/b/source.md", "Text.", "d/a.txt", "Text.", "d/c.md", "Text.", "d/.x", "Text.", "d/document.yaml", "x: y", "d/e/f.txt", "Text."), Name: "d"}, "a b c", 0},
		"with what is no text": {Source{FS: sourcetest.FS("d/a.txt", "Text.", "d/p.png", "\x89PNG\x00\x00\x01"), Name: "d"}, "a", 1},
	} {
		l, err := Open(t.Context(), c.source)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var names []string
		for _, d := range l.Documents() {
			names = append(names, d.Name)
		}
		if got := strings.Join(names, " "); got != c.want || len(l.Skipped()) != c.skipped {
			t.Errorf("%s: %q, skipped %v", name, got, l.Skipped())
		}
		l.Close()
	}
	l, err := Open(t.Context(), Source{FS: sourcetest.FS("b.txt", "Text."), Name: "b.txt"}, Source{FS: sourcetest.FS("a.txt", "Text."), Name: "a.txt"})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if l.Default().Name != "b" {
		t.Errorf("the default is %s, not the first source", l.Default().Name)
	}
}

// countedFS counts how often a file is opened.
type countedFS struct {
	fs.FS
	opened map[string]int
}

func (c countedFS) Open(name string) (fs.File, error) {
	c.opened[name]++
	return c.FS.Open(name)
}

// TestOnce: what is opened, and then told of, is read once, a failure too.
func TestOnce(t *testing.T) {
	for _, name := range []string{"a.rtf", "a.txt"} {
		files := countedFS{sourcetest.FS("a.txt", "Text.", "a.rtf", "{\\rtf1 x}"), map[string]int{}}
		s := Source{FS: files, Name: name}.Once()
		l, err := Open(t.Context(), s)
		opened := files.opened[name]
		bundles, _, again := s.Bundles(t.Context())
		if now := files.opened[name]; opened == 0 || now != opened || (err == nil) != (again == nil) {
			t.Errorf("%s: opened %d times, then %d; %v, then %v", name, opened, now, err, again)
		}
		if err != nil {
			continue
		}
		if d := l.Default(); len(bundles) != 1 || bundles[0].Document != d {
			t.Errorf("%s: two documents", name)
		}
		l.Close()
	}
}
