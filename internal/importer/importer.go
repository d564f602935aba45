package importer

import (
	"io/fs"
	"path"
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/encoding"
)

// Sizes of the largest text, in bytes.
const (
	// MaxBytes is the limit for a file to be read at all.
	MaxBytes = 100 << 20

	// MaxAnswerable is the limit for a document to be answered from, which is
	// indexed in memory.
	MaxAnswerable = 20 << 20
)

// formats are the files that people give most often and that hold no plain
// text, or a page's tags in it, by extension.
var formats = map[string]string{
	".html": "an HTML page", ".htm": "an HTML page", ".xhtml": "an HTML page",
	".doc": "a Word document", ".docx": "a Word document", ".odt": "an OpenDocument text", ".rtf": "an RTF file",
	".pdf": "a PDF file", ".epub": "an electronic book",
}

// Read reads a file of at most limit bytes from fsys. The error says what is wrong
// with the file, not which file it is.
func Read(fsys fs.FS, file string, limit int64) (*block.Source, error) {
	if what := formats[strings.ToLower(path.Ext(file))]; what != "" {
		return nil, encoding.NotText(what)
	}
	data, err := ReadFile(fsys, file, limit)
	if err != nil {
		return nil, err
	}
	return Parse(data)
}

// Parse makes a source of the bytes of a file.
func Parse(data []byte) (*block.Source, error) {
	if len(data) > MaxBytes {
		return nil, tooLarge(MaxBytes)
	}
	decoded, _, warnings, err := encoding.Decode(data)
	if err != nil {
		return nil, err
	}
	if encoding.IsHTML(decoded) {
		return nil, encoding.NotText("an HTML page")
	}
	whole := block.Block{Kind: block.Text, Span: document.Span{End: len(decoded)}}
	return &block.Source{Text: decoded, Blocks: []block.Block{whole}, Warnings: warnings}, nil
}
