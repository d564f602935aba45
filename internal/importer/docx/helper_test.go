package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"pincite/internal/importer/block"
	"pincite/internal/importer/sourcetest"
)

// parts are the parts of a Word file by the last word of their relation; "body"
// is what stands in the body of the document.
type parts map[string]string

// names of parts in the archive.
var names = map[string]string{
	"styles": "word/styles.xml", "numbering": "word/numbering.xml", "settings": "word/settings.xml",
	"footnotes": "word/footnotes.xml", "endnotes": "word/endnotes.xml", "core": "docProps/core.xml",
}

// pack writes a Word file.
func (p parts) pack(t testing.TB) []byte {
	t.Helper()
	rels := `<Relationship Id="r0" Type="http://x/officeDocument" Target="word/document.xml"/>`
	own := ""
	files := map[string]string{"word/document.xml": "<document><body>" + p["body"] + "</body></document>"}
	for _, kind := range slices.Sorted(maps.Keys(p)) {
		name, ok := names[kind]
		if !ok {
			continue
		}
		content := p[kind]
		files[name] = "<" + kind + ">" + content + "</" + kind + ">"
		if kind == "core" {
			rels += `<Relationship Id="r1" Type="http://x/core-properties" Target="/docProps/core.xml"/>`
			continue
		}
		own += fmt.Sprintf(`<Relationship Id="%s" Type="http://x/%s" Target="%s"/>`, kind, kind, strings.TrimPrefix(name, "word/"))
	}
	files["_rels/.rels"] = "<Relationships>" + rels + "</Relationships>"
	files["word/_rels/document.xml.rels"] = "<Relationships>" + own + "</Relationships>"
	return zipped(t, files)
}

func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name}) // stored: fuzzing wants it quick and always the same
		if err == nil {
			_, err = io.WriteString(w, files[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readBytes(data []byte) (*block.Source, error) {
	return Read(context.Background(), bytes.NewReader(data), int64(len(data)))
}

// dump reads a Word file and shows its blocks.
func (p parts) dump(t *testing.T) string {
	t.Helper()
	s, err := readBytes(p.pack(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := block.Check(s); err != nil {
		t.Fatal(err)
	}
	_, blocks, _ := strings.Cut(sourcetest.Dump(s), "\n")
	return blocks
}

// lines joins what stands on lines of their own.
func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }
