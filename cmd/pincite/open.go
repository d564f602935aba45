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
)

// openBundle opens the document at a path, or the one inside the program for "".
func openBundle(path string) (*importer.Bundle, error) {
	if path == "" {
		return importer.Open(data.FS, data.Default)
	}
	if local := filepath.ToSlash(filepath.Clean(path)); local != "." && fs.ValidPath(local) {
		return importer.Open(os.DirFS("."), local)
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open document %s: %w", path, err)
	}
	b, err := importer.Open(os.DirFS(filepath.Dir(whole)), filepath.Base(whole))
	if err != nil {
		err = fmt.Errorf("%s: %w", path, err) // the importer saw the last part of the path only
	}
	return b, err
}

// openAnswerer opens and indexes the document of the settings.
func openAnswerer(ctx context.Context, c config.Config) (*answer.Answerer, error) {
	b, err := openBundle(c.Document)
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
