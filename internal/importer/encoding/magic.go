package encoding

import (
	"bytes"
	"strings"
)

// Magic names what data is if it begins as a file that is no text does: "a PDF
// file", "a picture"; "" otherwise.
func Magic(data []byte) string {
	for _, m := range []struct{ prefix, what string }{
		{"%PDF-", "a PDF file"},
		{"PK\x03\x04", "a ZIP archive (perhaps a Word document)"},
		{"\xD0\xCF\x11\xE0", "an old Word document"},
		{"{\\rtf", "an RTF file"},
		{"\x1F\x8B", "a gzip archive"},
		{"\x89PNG", "a picture"},
		{"\xFF\xD8\xFF", "a picture"},
		{"GIF8", "a picture"},
		{"\x7FELF", "a program"},
		{"SQLite format 3\x00", "a database"},
	} {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.what
		}
	}
	return ""
}

// IsXML reports whether a text says that it is XML.
func IsXML(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text[:min(len(text), htmlHead)], " \t\r\n\uFEFF"), "<?xml ")
}

// IsHTML reports whether a text begins as a web page does. Markdown may hold tags
// too, but does not open with these.
func IsHTML(text string) bool {
	head := bytes.ToLower([]byte(text[:min(len(text), htmlHead)]))
	for {
		head = bytes.TrimLeft(head, " \t\r\n\uFEFF")
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			head = behind(head, "-->")
		case bytes.HasPrefix(head, []byte("<?xml")):
			head = behind(head, "?>")
		default:
			return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
		}
	}
}

// htmlHead is how far the first tag of a page is looked for, in bytes: behind a
// declaration and a comment with somebody's licence.
const htmlHead = 4 << 10

// behind returns what follows the first end, nothing if there is none.
func behind(text []byte, end string) []byte {
	_, rest, _ := bytes.Cut(text, []byte(end))
	return rest
}
