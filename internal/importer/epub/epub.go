package epub

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"pincite/internal/importer/block"
	"pincite/internal/importer/encoding"
	"pincite/internal/importer/html"
)

// Limits on a book. Text packs to a fifth as a rule, and to a fiftieth at best.
const (
	maxEntries = 20_000
	maxBytes   = 128 << 20 // of pages and package files, unpacked
	maxRatio   = 200       // of those to the bytes of the book
	freeBytes  = 1 << 20   // unpacked whatever the ratio
)

// Read makes the source of a book of size bytes. Pages that cannot be read are
// left out with a warning; an error is one line and says what is wrong with the
// book as a whole.
func Read(ctx context.Context, r io.ReaderAt, size int64) (*block.Source, error) {
	b, err := open(r, size)
	if err != nil {
		return nil, err
	}
	if err := b.readPackage(); err != nil {
		return nil, err
	}
	whole := joined{anchors: map[string]bool{}}
	for _, name := range b.spine {
		page, err := b.page(ctx, name)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case errors.Is(err, errLimit):
			return nil, err
		case errors.Is(err, encoding.ErrEmpty):
		case err != nil:
			whole.warnings = append(whole.warnings, fmt.Sprintf("%s was left out: %v", name, err))
		default:
			whole.add(page)
		}
	}
	return whole.source(b.meta), nil
}

// page reads one page of the spine.
func (b *book) page(ctx context.Context, name string) (*block.Source, error) {
	data, err := b.file(name)
	if err != nil {
		return nil, err
	}
	text, _, warnings, err := encoding.DecodeAs(data, html.Charset(data))
	if err != nil {
		return nil, err
	}
	s, err := html.ReadPart(ctx, text, func(href string) bool { return b.leads(name, href) })
	if err != nil {
		return nil, err
	}
	s.Warnings = append(warnings, s.Warnings...)
	return s, nil
}

// leads reports whether a link in one page leads to another page of the book.
func (b *book) leads(from, href string) bool {
	href, _, _ = strings.Cut(href, "#")
	to, err := url.PathUnescape(href)
	return err == nil && slices.Contains(b.spine, path.Join(path.Dir(from), to))
}

// A book is the archive that a book is packed in.
type book struct {
	files  map[string]*zip.File
	budget int64 // bytes that may still be unpacked
	packed
}

func open(r io.ReaderAt, size int64) (*book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.New("it is no electronic book, or only a part of one: the archive cannot be read")
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("it holds %d files; the limit is %d", len(z.File), maxEntries)
	}
	b := &book{files: make(map[string]*zip.File, len(z.File)), budget: min(maxBytes, max(size*maxRatio, freeBytes))}
	for _, f := range z.File {
		if b.files[f.Name] == nil {
			b.files[f.Name] = f
		}
	}
	return b, nil
}

var errLimit = errors.New("it unpacks to far more than its size: it is no usual book")

// file unpacks one file of the book.
func (b *book) file(name string) ([]byte, error) {
	f := b.files[name]
	if f == nil {
		return nil, errors.New("it is not in the book")
	}
	if f.UncompressedSize64 > uint64(b.budget) {
		return nil, errLimit
	}
	r, err := f.Open()
	if err != nil {
		return nil, errors.New("it cannot be unpacked")
	}
	defer r.Close() // opened to read: nothing is lost
	data, err := io.ReadAll(io.LimitReader(r, b.budget+1))
	if int64(len(data)) > b.budget {
		return nil, errLimit
	}
	b.budget -= int64(len(data))
	if err != nil {
		return nil, errors.New("it is torn")
	}
	return data, nil
}
