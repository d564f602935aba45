package importer

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"pincite/internal/importer/block"
	"pincite/internal/importer/pdf/pdftest"
)

func TestMain(m *testing.M) { pdftest.Main(m.Run) }

// archive packs files, given as names and contents in turn.
func archive(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		h := &zip.FileHeader{Name: files[i], Method: zip.Deflate}
		if h.Name == "mimetype" { // as the standard of electronic books wants it
			h.Method = zip.Store
		}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipOf(t *testing.T, data string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func inUTF16(s string) string {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

// wordDocument is the smallest Word document with a text.
func wordDocument(t *testing.T, text string) string {
	return archive(t, "[Content_Types].xml", "<Types/>", "_rels/.rels", "<Relationships/>",
		"word/document.xml", `<document><body><p><r><t>`+text+`</t></r></p></body></document>`)
}

// electronicBook is the smallest book with a text.
func electronicBook(t *testing.T, text string) string {
	return archive(t, "mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
		"a.opf", `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
		"a.xhtml", "<html><body><p>"+text+"</p></body></html>")
}

// readOne reads one file as its name and content are.
func readOne(t *testing.T, name, data string, o Options) (*block.Source, error) {
	t.Helper()
	stored, err := Fetch(fstest.MapFS{name: {Data: []byte(data)}}, name, o.limit())
	if err != nil {
		return nil, err
	}
	return Parse(t.Context(), name, stored, o)
}

// TestReadRefuses holds that every message is one line that says what the file is
// and what to do.
func TestReadRefuses(t *testing.T) {
	office := func(stream string) string {
		return "\xD0\xCF\x11\xE0" + strings.Repeat("\x00", 600) + string(wide(stream))
	}
	for _, c := range []struct{ name, data, want string }{
		{"empty.pdf", "", "there is no text in it"},
		{"blank.html", " \n", "there is no text in it"},
		{"comments.md", "<!-- none -->\n", "there is no text in it"},
		{"tags.html", "<html><body><script>x()</script></body></html>", "there is no text in it"},
		{"a.doc", office("WordDocument"), "it is an old Word document; save it as .docx or .pdf"},
		{"a.txt", office("WordDocument"), "it is an old Word document; save it as .docx or .pdf"},
		{"a.xls", office("Workbook"), "it is a spreadsheet; save it as .pdf or as text"},
		{"a.docx", office("EncryptedPackage"), "it is an encrypted Office document; save it without a password"},
		{"a.msg", office("anything"), "it is an old Office document; save it"},
		{"a.rtf", "{\\rtf1 text}", "it is an RTF file; save it as .docx or .pdf"},
		{"a.odt", archive(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"), "it is an OpenDocument text; save it as .docx or .pdf"},
		{"a.xlsx", archive(t, "[Content_Types].xml", "", "_rels/.rels", "", "xl/workbook.xml", ""), "it is a spreadsheet; save it as .pdf or as text"},
		{"a.pptx", archive(t, "ppt/presentation.xml", ""), "it is a presentation; save it as .pdf or as text"},
		{"a.zip", archive(t, "a.txt", "Text."), "it is a ZIP archive; unpack it and give the document in it, or the folder"},
		{"none.zip", archive(t), "it is a ZIP archive; unpack it"},
		{"torn.zip", archive(t, "a.txt", "Text.")[:40], "it is a damaged ZIP archive"},
		{"torn.docx", wordDocument(t, "Text.")[:200], "docx: the file is damaged"},
		{"torn.epub", electronicBook(t, "Text.")[:200], "it is no electronic book, or only a part of one"},
		{"a.tar", strings.Repeat("a", 257) + "ustar\x0000", "it is a tar archive; unpack it"},
		{"a.tgz", gzipOf(t, strings.Repeat("a", 257)+"ustar\x0000"), "it is a tar archive; unpack it"},
		{"twice.txt.gz", gzipOf(t, gzipOf(t, "Text.")), "it is a gzip archive; unpack it"},
		{"torn.txt.gz", gzipOf(t, strings.Repeat("Text. ", 100))[:30], "it is a damaged gzip archive"},
		{"head.gz", "\x1F\x8B\x08", "it is a damaged gzip archive"},
		{"a.png", "\x89PNG\r\n\x1a\n", "it is a picture; text, Markdown, HTML, .docx, .pdf and .epub are read"},
		{"a.pdf", "\x7FELF\x02", "it is a program; text"},
		{"a.xml", "<?xml version='1.0'?>\n<law><article/></law>", "it is an XML file, whose tags are not known here; save it as HTML"},
		{"deep.html", strings.Repeat("<div>", 1000) + "a", "its elements are nested too deeply"},
		{"deep.md", strings.Repeat(">", 1000) + "a", "line 1 opens more than 100 lists or quotations"},
		{"deep.docx", wordDocument(t, strings.Repeat("<a>", 1000)), "docx: "},
		{"laughs.docx", archive(t, "word/document.xml", `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><document><body><p><r><t>&b;</t></r></p></body></document>`), "docx: "},
		{"bomb.docx", wordDocument(t, strings.Repeat("a", 70<<20)), "docx: "},
		{"bomb.epub", electronicBook(t, strings.Repeat("a ", 64<<20)), "it unpacks to far more than its size"},
		{"bomb.gz", gzipOf(t, strings.Repeat("\x00", MaxBytes+1)), "it unpacks to more than 100 MB"},
	} {
		s, err := readOne(t, c.name, c.data, Options{})
		if err == nil {
			t.Errorf("%s: read %q", c.name, s.Text[:min(len(s.Text), 50)])
		} else if msg := err.Error(); !strings.HasPrefix(msg, c.want) || strings.Contains(msg, "\n") {
			t.Errorf("%s: %q, want %q", c.name, msg, c.want)
		}
	}
}

// TestRead reads files by their content, whatever they are called.
func TestRead(t *testing.T) {
	const page = "<!DOCTYPE html><p>Text."
	for _, c := range []struct {
		name, data string
		kind       block.Kind
	}{
		{"a.txt", "Text.", block.Text},
		{"a", "Text.", block.Text},
		{"a.unknown", "Text.", block.Text},
		{"a.pdf", "Text.", block.Text},
		{"a.html", "Text.", block.Text},
		{"a.txt.gz", gzipOf(t, "Text."), block.Text},
		{"packed", gzipOf(t, "Text."), block.Text},
		{"a.md", "Text.", block.Paragraph},
		{"A.MARKDOWN", "Text.", block.Paragraph},
		{"a.md.gz", gzipOf(t, "Text."), block.Paragraph},
		{"a.html", page, block.Paragraph},
		{"a.md", page, block.Paragraph},
		{"a.txt", page, block.Paragraph},
		{"a.docx", page, block.Paragraph},
		{"a.txt", inUTF16(page), block.Paragraph},
		{"a.htm", "<p>Text.</p>", block.Paragraph},
		{"a.xhtml.gz", gzipOf(t, "<p>Text.</p>"), block.Paragraph},
		{"a.xhtml", "<?xml version='1.0'?><html><body><p>Text.</p></body></html>", block.Paragraph},
		{"a.docx", wordDocument(t, "Text."), block.Paragraph},
		{"a.pdf", wordDocument(t, "Text."), block.Paragraph},
		{"a.txt.gz", gzipOf(t, wordDocument(t, "Text.")), block.Paragraph},
		{"a.docx", archive(t, "[Content_Types].xml", "", "_rels/.rels",
			`<Relationships><Relationship Type="x/officeDocument" Target="b/c.xml"/></Relationships>`,
			"b/c.xml", "<document><body><p><r><t>Text.</t></r></p></body></document>"), block.Paragraph},
		{"a.epub", electronicBook(t, "Text."), block.Paragraph},
		{"a.zip", electronicBook(t, "Text."), block.Paragraph},
	} {
		s, err := readOne(t, c.name, c.data, Options{})
		if err != nil {
			t.Errorf("%s %.20q: %v", c.name, c.data, err)
			continue
		}
		if err := block.Check(s); err != nil {
			t.Errorf("%s %.20q: %v", c.name, c.data, err)
		}
		b := s.Blocks[0]
		if got := s.Text[b.Span.Start:b.Span.End]; got != "Text." || b.Kind != c.kind {
			t.Errorf("%s %.20q: %s %q, want %s", c.name, c.data, b.Kind, got, c.kind)
		}
	}
}

// TestReadPDF reads PDF files under other names.
func TestReadPDF(t *testing.T) {
	data, err := os.ReadFile("pdf/testdata/bylaws.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"a.pdf": string(data), "a.txt": string(data), "a.pdf.gz": gzipOf(t, string(data)), "printed.pdf": "\r\n" + string(data)} {
		s, err := readOne(t, name, data, Options{CacheDir: pdftest.Compiled()})
		if err != nil || s.Blocks[0].Page != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCharset reads a page as it says that it is encoded.
func TestCharset(t *testing.T) {
	s, err := readOne(t, "a.html", "<html><head><meta charset=koi8-r></head><body><p>\xd0\xd2\xc1\xd7\xc9\xcc\xc1", Options{})
	if err != nil || strings.TrimSpace(s.Text) != "правила" {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestLimit(t *testing.T) {
	const limit = 1 << 20
	var b strings.Builder
	for i := 0; b.Len() <= limit; i++ {
		fmt.Fprintf(&b, "Text %d. ", i)
	}
	long := b.String()
	for name, data := range map[string]string{
		"a.txt": long, "a.md": long, "a.txt.gz": gzipOf(t, long), "a.html": "<html>" + long,
		"a.docx": wordDocument(t, long), "a.epub": electronicBook(t, long),
	} {
		_, err := readOne(t, name, data, Options{Limit: limit})
		if err == nil || !strings.HasPrefix(err.Error(), "it is too large to answer from: the limit is 1 MB of text; give a part of it") {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := readOne(t, name, data, Options{}); err != nil {
			t.Errorf("%s without a limit: %v", name, err)
		}
	}
	pictures := archive(t, "[Content_Types].xml", "", "_rels/.rels", "", "word/media/a.png", noise(2*limit),
		"word/document.xml", `<document><body><p><r><t>Text.</t></r></p></body></document>`)
	if _, err := readOne(t, "a.docx", pictures, Options{Limit: limit}); err != nil || len(pictures) < 2*limit {
		t.Errorf("pictures count as text: %v", err)
	}
}

// noise returns bytes that do not pack.
func noise(n int) string {
	b, x := make([]byte, n), uint64(1)
	for i := range b {
		x = x*6364136223846793005 + 1442695040888963407
		b[i] = byte(x >> 56)
	}
	return string(b)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, data := range map[string]string{
		"a.txt": "Text.", "a.md": "Text.", "a.html": "<html>Text.", "a.docx": wordDocument(t, "Text."), "a.epub": electronicBook(t, "Text."), "a.pdf": "%PDF-1.7",
	} {
		if _, err := Parse(ctx, name, []byte(data), Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzParse reads anything under any name; a PDF file is read by another process.
func FuzzParse(f *testing.F) {
	for _, data := range []string{"", "Text.", "<html><p>a", "# a\n\n- b", "PK\x03\x04", "\x1F\x8B\x08", "{\\rtf", "\xFF\xFEa\x00"} {
		for _, name := range []string{"a.txt", "a.md", "a.html", "a.docx", "a.epub.gz"} {
			f.Add(name, []byte(data))
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if magic(data) == pdfFile {
			t.Skip()
		}
		s, err := Parse(t.Context(), name, data, Options{Limit: 1 << 20})
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q is not one line", err)
			}
			return
		}
		if err := block.Check(s); err != nil {
			t.Error(err)
		}
	})
}
