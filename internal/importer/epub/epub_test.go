package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"pincite/internal/importer/sourcetest"
	"pincite/internal/outline/outlinetest"
)

const (
	containerFile = `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`
	opfFile       = `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`
)

// pack makes a book of pairs of names and contents.
func pack(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = io.WriteString(w, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// testBook packs the book in testdata.
func testBook(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if err := errors.Join(z.AddFS(os.DirFS("testdata/book")), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadRefuses(t *testing.T) {
	const containerName = "META-INF/container.xml"
	many := make([]string, 0, 2*maxEntries+2)
	for i := range maxEntries + 1 {
		many = append(many, "f"+strings.Repeat("x", i%7)+string(rune('a'+i%26)), "")
	}
	good := pack(t, containerName, containerFile, "p.opf", opfFile, "a.xhtml", "<p>a</p>")
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "it is no electronic book, or only a part of one"},
		{"torn", good[:len(good)-30], "it is no electronic book, or only a part of one"},
		{"an archive", pack(t, "a.txt", "a"), "it is no electronic book: META-INF/container.xml: it is not in the book"},
		{"broken XML", pack(t, containerName, "<container><rootfiles"), "META-INF/container.xml cannot be read"},
		{"no package", pack(t, containerName, "<container/>"), "it is no electronic book: the container names no package"},
		{"no pages", pack(t, containerName, containerFile, "p.opf", "<package/>"), "the book has no pages"},
		{"protected", pack(t, containerName, containerFile, "p.opf", opfFile, "a.xhtml", "<p>a", "META-INF/encryption.xml",
			`<encryption><EncryptedData><CipherData><CipherReference URI="a.xhtml"/></CipherData></EncryptedData></encryption>`),
			"the book is protected"},
		{"a bomb", pack(t, containerName, containerFile, "p.opf", opfFile, "a.xhtml", strings.Repeat(" ", 4<<20)), "it unpacks to far more than its size"},
		{"many files", pack(t, many...), "it holds 20001 files"},
	} {
		_, err := Read(context.Background(), bytes.NewReader(c.data), int64(len(c.data)))
		sourcetest.Refused(t, c.name, err, c.want)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, bytes.NewReader(good), int64(len(good))); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

func TestGolden(t *testing.T) {
	data := testBook(t)
	s, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	sourcetest.Check(t, s)
	outlinetest.Golden(t, "testdata/book.blocks", sourcetest.Print(s))
}

// TestFontsMayBeProtected reads a book whose fonts are encrypted, as most are.
func TestFontsMayBeProtected(t *testing.T) {
	data := pack(t, "META-INF/container.xml", containerFile, "p.opf", opfFile, "a.xhtml", "<p>a", "META-INF/encryption.xml",
		`<encryption><EncryptedData><CipherData><CipherReference URI="f.otf"/></CipherData></EncryptedData></encryption>`)
	s, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil || s.Text != "a\n" {
		t.Errorf("%v, %v", s, err)
	}
}

// FuzzRead reads broken archives and package files.
func FuzzRead(f *testing.F) {
	data := testBook(f)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(pack(f, "META-INF/container.xml", containerFile, "p.opf", opfFile, "a.xhtml", "<p>a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q is not one line", err)
			}
			return
		}
		sourcetest.Check(t, s)
	})
}

// FuzzPage reads books of two pages: their spans move together.
func FuzzPage(f *testing.F) {
	f.Add("<h1 id=a>A</h1><table><tr><td>b<td>c", "<ol><li id=a>d")
	f.Fuzz(func(t *testing.T, one, two string) {
		const spine = `<package><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`
		data := pack(t, "META-INF/container.xml", containerFile, "p.opf", spine, "a.xhtml", one, "b.xhtml", two)
		s, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		sourcetest.Check(t, s)
	})
}

func BenchmarkRead(b *testing.B) {
	data := testBook(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), bytes.NewReader(data), int64(len(data))); err != nil {
			b.Fatal(err)
		}
	}
}
