package importer

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Names of entries that tell what an archive holds, and what it says of itself in
// an entry called mimetype.
var (
	entryKinds = []struct {
		name string
		is   kind
	}{
		{"META-INF/container.xml", book}, {"word/document.xml", wordFile},
		{"xl/workbook.xml", sheet}, {"ppt/presentation.xml", slides},
	}
	mimeKinds = []struct {
		part string
		is   kind
	}{
		{"epub", book}, {"opendocument.text", openText}, {"opendocument.spreadsheet", sheet}, {"opendocument.presentation", slides},
	}
)

// kindOfArchive tells what is packed in a zip archive. One that is torn is what
// its first entry says, so that whoever reads that format says what is wrong.
func kindOfArchive(data []byte) kind {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return kindOfTorn(data)
	}
	names := map[string]*zip.File{}
	for _, f := range z.File {
		names[f.Name] = f
	}
	if f := names["mimetype"]; f != nil {
		if is := saidBy(f); is != "" {
			return is
		}
	}
	for _, e := range entryKinds {
		if names[e.name] != nil {
			return e.is
		}
	}
	if names["[Content_Types].xml"] != nil && names["_rels/.rels"] != nil {
		return wordFile // with its text somewhere else, which the relations tell
	}
	return packed
}

// saidBy reads the entry in which an archive says what it is.
func saidBy(f *zip.File) kind {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close() // opened to read: nothing is lost
	said, err := io.ReadAll(io.LimitReader(r, 256))
	if err != nil {
		return ""
	}
	return kindOfMime(string(said))
}

func kindOfMime(said string) kind {
	for _, m := range mimeKinds {
		if strings.Contains(said, m.part) {
			return m.is
		}
	}
	return ""
}

// kindOfTorn looks at the first bytes of an archive whose end is missing.
func kindOfTorn(data []byte) kind {
	head := string(data[:min(len(data), headBytes)])
	switch is := kindOfMime(head); {
	case is != "":
		return is
	case strings.Contains(head, "[Content_Types].xml"), strings.Contains(head, "word/"):
		return wordFile
	}
	return "a damaged ZIP archive"
}

// unpacked takes a file out of gzip, once. It is named as it was before.
func unpacked(data []byte, file string) ([]byte, string, error) {
	if magic(data) != gzipped {
		return data, file, nil
	}
	if ending(file, ".gz") {
		file = strings.TrimSuffix(file, path.Ext(file))
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, "", errTorn
	}
	var out bytes.Buffer
	_, err = out.ReadFrom(io.LimitReader(z, MaxBytes+1))
	switch {
	case out.Len() > MaxBytes:
		return nil, "", fmt.Errorf("it unpacks to more than %d MB, which is the limit", MaxBytes>>20)
	case err != nil:
		return nil, "", errTorn
	}
	return out.Bytes(), file, nil
}

var errTorn = errors.New("it is a damaged gzip archive: a part of it is missing or wrong")
