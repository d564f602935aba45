package importer

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"

	"pincite/internal/importer/block"
	"pincite/internal/importer/docx"
	"pincite/internal/importer/encoding"
	"pincite/internal/importer/epub"
	"pincite/internal/importer/html"
	"pincite/internal/importer/markdown"
	"pincite/internal/importer/pdf"
	"pincite/internal/importer/plain"
)

// Sizes of the largest text, in bytes.
const (
	// MaxBytes is the limit for a text to be read at all.
	MaxBytes = 100 << 20

	// MaxAnswerable is the limit for a document to be answered from, which is
	// indexed in memory.
	MaxAnswerable = 20 << 20
)

// Options say how a file is read. The zero value is ready for use.
type Options struct {
	Limit    int64  // bytes of the source text; 0 means MaxBytes
	Password string // of an encrypted PDF file; "" for none
	CacheDir string // where the reader of PDF files keeps its compiled code, 21 MB; "" for nowhere

	// Progress is told, on another goroutine, how many pages of how many are read
	// of a PDF file; nil to tell nobody.
	Progress func(done, pages int)
}

func (o Options) limit() int64 {
	if o.Limit > 0 {
		return o.Limit
	}
	return MaxBytes
}

// Fetch returns the bytes of a file as they are stored, if no more of them are
// than files of its format may have. limit is the size of its text, as
// [Options.Limit] is. Errors are those of [Parse].
func Fetch(fsys fs.FS, file string, limit int64) ([]byte, error) {
	return read(fsys, file, func(head []byte) int64 {
		switch magic(head) {
		case "":
			if isPage(head, file) {
				return html.MaxBytes
			}
			return limit
		case gzipped:
			return MaxBytes
		}
		return pdf.MaxFile // the largest that any format allows
	})
}

// Parse makes a source of the bytes of a file of any format, of whose name the
// ending counts. The error is one line that says what is wrong with the file, not
// which file it is; it wraps ctx's where ctx ended first.
func Parse(ctx context.Context, file string, data []byte, o Options) (*block.Source, error) {
	data, file, err := unpacked(data, file)
	if err != nil {
		return nil, err
	}
	s, err := parse(ctx, file, data, o)
	switch {
	case err != nil:
		return nil, err
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case len(s.Blocks) == 0:
		return nil, encoding.ErrEmpty
	case int64(len(s.Text)) > o.limit():
		return nil, tooLarge(o.limit())
	}
	raiseTitle(s)
	dropContents(s)
	return s, nil
}

func parse(ctx context.Context, file string, data []byte, o Options) (*block.Source, error) {
	switch is := magic(data); is {
	case "":
		return parseText(ctx, file, data, o)
	case packed:
		return parseArchive(ctx, data)
	case pdfFile:
		return pdf.Read(ctx, data, pdf.Options{Password: o.Password, CacheDir: o.CacheDir, Progress: o.Progress})
	default:
		return nil, refuse(is)
	}
}

// parseText reads what holds no format of its own but text: a page, Markdown, or
// lines.
func parseText(ctx context.Context, file string, data []byte, o Options) (*block.Source, error) {
	page := isPage(data, file)
	if !page && int64(len(data)) > o.limit() {
		return nil, tooLarge(o.limit())
	}
	text, _, warnings, err := encoding.DecodeAs(data, html.Charset(data))
	if err != nil {
		return nil, err
	}
	var s *block.Source
	switch {
	case page || encoding.IsHTML(text): // in UTF-16, only the text shows it
		s, err = html.Read(ctx, text)
	case encoding.IsXML(text):
		return nil, refuse(xmlFile)
	case isMarkdown(file):
		s, err = markdown.Read(ctx, text)
	default:
		s = plain.Read(text)
	}
	if err != nil {
		return nil, err
	}
	s.Warnings = append(warnings, s.Warnings...)
	return s, nil
}

// parseArchive reads what is packed by zip.
func parseArchive(ctx context.Context, data []byte) (*block.Source, error) {
	r := bytes.NewReader(data)
	switch is := kindOfArchive(data); is {
	case wordFile:
		return docx.Read(ctx, r, r.Size())
	case book:
		return epub.Read(ctx, r, r.Size())
	default:
		return nil, refuse(is)
	}
}

// refuse is the error for a file that is none of those that are read.
func refuse(is kind) error {
	return fmt.Errorf("it is %s; %s", is, is.advice())
}
