package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestReadRefuses(t *testing.T) {
	good := parts{"body": "<p><r><t>text</t></r></p>"}.pack(t)
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "the file is empty"},
		{"blank", []byte(" \n"), "the file is empty"},
		{"text", []byte("Article 1. Scope"), "no Word document"},
		{"old Word", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument"), "old format (.doc)"},
		{"encrypted", append([]byte("\xd0\xcf\x11\xe0"), utf16("EncryptedPackage")...), "encrypted"},
		{"torn", good[:len(good)/2], "damaged"},
		{"another archive", zipped(t, map[string]string{"mimetype": "application/epub+zip"}), "no Word document"},
		{"no text", parts{"body": "<p/><sectPr/>"}.pack(t), "has no text"},
		{"torn part", zipped(t, map[string]string{"word/document.xml": "<document><body><p>"}), "part is damaged"},
		{"entities", zipped(t, map[string]string{"word/document.xml": `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><document><body><p><r><t>&b;</t></r></p></body></document>`}), "part is damaged"},
		{"deep", parts{"body": strings.Repeat("<sdt><sdtContent>", 200)}.pack(t), "nested more than"},
		{"deep properties", parts{"body": "<p><pPr>" + strings.Repeat("<a>", 300)}.pack(t), "nested more than"},
		{"attributes without end", parts{"body": "<p " + strings.Repeat(`a="" `, 1<<20) + "/>"}.pack(t), "without a tag"},
		{"bomb", bomb(t), "larger than 64 MB"},
	} {
		_, err := readBytes(c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want one line with %q", c.name, err, c.want)
		}
	}
}

// TestElements counts all elements of a part: empty ones take next to no room in a file.
func TestElements(t *testing.T) {
	xml := "<document><body>" + strings.Repeat("<p><r/></p>", 5) + "</body></document>"
	for most, want := range map[int]string{10: "", 9: "there are more than 9 elements, as paragraphs are"} {
		got := ""
		if err := eachElement(strings.NewReader(xml), most, func(*node) error { return nil }); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("at most %d: %q, want %q", most, got, want)
		}
	}
}

// bomb is a document of 80 MB in a few hundred kilobytes.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	line := []byte("<p><pPr/>" + strings.Repeat(" ", 1<<16) + "</p>")
	if _, err := io.WriteString(w, "<document><body>"); err != nil {
		t.Fatal(err)
	}
	for range 80 << 4 {
		if _, err := w.Write(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	data := parts{"body": "<p><r><t>text</t></r></p>"}.pack(t)
	if _, err := Read(ctx, bytes.NewReader(data), int64(len(data))); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
