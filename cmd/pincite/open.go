package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"pincite/data"
	"pincite/internal/answer"
	"pincite/internal/config"
	"pincite/internal/importer"
	"pincite/internal/library"
)

// openBundle opens the document at a path, or the one inside the program for
// ""; a text of more than limit bytes is refused.
func openBundle(path string, limit int64) (*library.Bundle, error) {
	if path == "" {
		return library.Open(data.FS, data.Default)
	}
	if base := filepath.Base(path); base == "." || base == ".." { // a document needs a name
		whole, err := filepath.Abs(path)
		if err != nil {
			return nil, fmt.Errorf("open document %s: %w", path, err)
		}
		path = whole
	}
	return library.OpenWithin(hostFS{}, filepath.ToSlash(path), limit)
}

// hostFS is the whole file system under the names that people type, absolute
// ones and those with ".." among them, so that errors repeat what was typed.
type hostFS struct{}

// Open implements fs.FS.
func (hostFS) Open(name string) (fs.File, error) { return os.Open(filepath.FromSlash(name)) }

// Stat implements fs.StatFS: what is at a name is known before it is opened.
func (hostFS) Stat(name string) (fs.FileInfo, error) { return os.Stat(filepath.FromSlash(name)) }

// openAnswerer opens and indexes the document of the settings.
func openAnswerer(ctx context.Context, c config.Config) (*answer.Answerer, error) {
	b, err := openBundle(c.Document, importer.MaxAnswerable)
	if err != nil {
		return nil, err
	}
	return answer.New(ctx, answer.Options{Document: b.Document, Annotations: b.Annotations})
}

// answerer does both steps of a verb that answers: settings, then document.
func (p *program) answerer(cmd *cobra.Command) (*answer.Answerer, error) {
	c, err := p.config(cmd)
	if err != nil {
		return nil, err
	}
	return openAnswerer(cmd.Context(), c)
}
