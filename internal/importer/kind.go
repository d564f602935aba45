package importer

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"pincite/internal/importer/encoding"
)

// A kind is what a file is, as an error calls it; "" for text.
type kind string

// The kinds that are read or that need their own advice.
const (
	pdfFile  kind = "a PDF file"
	packed   kind = "a ZIP archive"
	gzipped  kind = "a gzip archive"
	tarFile  kind = "a tar archive"
	wordFile kind = "a Word document"
	book     kind = "an electronic book"
	xmlFile  kind = "an XML file, whose tags are not known here"

	oldWord   kind = "an old Word document"
	encrypted kind = "an encrypted Office document"
	oldOffice kind = "an old Office document"
	openText  kind = "an OpenDocument text"
	richText  kind = "an RTF file"
	sheet     kind = "a spreadsheet"
	slides    kind = "a presentation"
)

// advice says what to do with a file that is not read.
func (k kind) advice() string {
	switch k {
	case oldWord, oldOffice, openText, richText:
		return "save it as .docx or .pdf"
	case encrypted:
		return "save it without a password"
	case sheet, slides:
		return "save it as .pdf or as text"
	case packed, tarFile, gzipped:
		return "unpack it and give the document in it, or the folder"
	case xmlFile:
		return "save it as HTML, .docx, .pdf or text"
	}
	return "text, Markdown, HTML, .docx, .pdf and .epub are read"
}

// magic tells what a file is from its first bytes, "" for text. All of the file
// may be given.
func magic(data []byte) kind {
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], "\x00 \t\r\n"), []byte("%PDF-")):
		return pdfFile
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return packed
	case bytes.HasPrefix(data, []byte("\x1F\x8B")):
		return gzipped
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return compound(data)
	case bytes.HasPrefix(data, []byte("{\\rtf")):
		return richText
	case len(data) > 262 && string(data[257:262]) == "ustar":
		return tarFile
	}
	return kind(encoding.Magic(data))
}

// compound tells what is in a file of the format that Office had before 2007, by
// the names of its streams.
func compound(data []byte) kind {
	for _, s := range []struct {
		stream string
		is     kind
	}{{"EncryptedPackage", encrypted}, {"WordDocument", oldWord}, {"Workbook", sheet}, {"PowerPoint Document", slides}} {
		if bytes.Contains(data, wide(s.stream)) {
			return s.is
		}
	}
	return oldOffice
}

// wide returns ASCII letters in UTF-16.
func wide(s string) []byte {
	var out []byte
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}

// isPage reports whether data is HTML, or a piece of it that its name calls so: a
// text without a tag is none.
func isPage(data []byte, file string) bool {
	head := data[:min(len(data), headBytes)]
	if encoding.IsHTML(string(head)) {
		return true
	}
	return ending(strings.TrimSuffix(file, ".gz"), ".html", ".htm", ".xhtml") && bytes.ContainsAny(head, "<")
}

// IsMarkdown reports whether a file, packed or not, is Markdown: its name says so,
// and it is no other format.
func IsMarkdown(file string, data []byte) bool {
	data, file, err := unpacked(data, file)
	return err == nil && isMarkdown(file) && magic(data) == "" && !isPage(data, file)
}

func isMarkdown(file string) bool { return ending(file, ".md", ".markdown") }

// ending reports whether a file's name ends in one of some extensions.
func ending(file string, extensions ...string) bool {
	return slices.Contains(extensions, strings.ToLower(path.Ext(file)))
}
