package importer

import (
	"fmt"

	"pincite/internal/document"
	"pincite/internal/importer/encoding"
	"pincite/internal/outline"
)

// Sizes of the largest text, in bytes.
const (
	// MaxBytes is the limit for a file to be read at all.
	MaxBytes = 100 << 20

	// MaxAnswerable is the limit for a document to be answered from, which is
	// indexed in memory.
	MaxAnswerable = 20 << 20
)

// Import infers the outline of a plain text or Markdown document. name is its
// short name, which begins the message of every error; settings may be nil.
func Import(name string, source []byte, settings *Settings) (*document.Document, error) {
	if len(source) > MaxBytes {
		return nil, fmt.Errorf("import %s: %w", name, tooLarge(MaxBytes))
	}
	d, err := infer(name, source, settings)
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	return d, nil
}

func infer(name string, source []byte, settings *Settings) (*document.Document, error) {
	decoded, _, _, err := encoding.Decode(source)
	if err != nil {
		return nil, err
	}
	if encoding.IsHTML(decoded) {
		return nil, encoding.NotText("an HTML page")
	}
	if settings == nil {
		settings = &Settings{}
	}
	sections, meta, err := outline.Infer(decoded, settings.hints())
	if err != nil {
		return nil, err
	}
	settings.complete(&meta)
	return document.New(document.Document{Name: name, Text: decoded, Meta: meta, Sections: sections})
}
