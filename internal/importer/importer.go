package importer

import (
	"fmt"

	"pincite/internal/document"
	"pincite/internal/outline"
	"pincite/internal/text"
)

// MaxBytes is the size of the largest file that is read, in bytes.
const MaxBytes = 100 << 20

// Import infers the outline of a plain text or Markdown document. name is its
// short name, which begins the message of every error; settings may be nil.
func Import(name string, source []byte, settings *Settings) (*document.Document, error) {
	if len(source) > MaxBytes {
		return nil, fmt.Errorf("import %s: %d MB is too large; the limit is %d MB", name, len(source)>>20, MaxBytes>>20)
	}
	decoded, _, err := text.Decode(source)
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	if settings == nil {
		settings = &Settings{}
	}
	sections, meta, err := outline.Infer(decoded, settings.hints())
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	settings.complete(&meta)
	return document.New(document.Document{Name: name, Text: decoded, Meta: meta, Sections: sections})
}
