package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"pincite/data"
	"pincite/internal/cache"
	"pincite/internal/config"
	"pincite/internal/folder"
	"pincite/internal/library"
	"pincite/internal/model"
	"pincite/internal/service"
)

// openBundle opens the document at a path, or the one inside the program for
// ""; a text of more than limit bytes is refused.
func (p *program) openBundle(ctx context.Context, c config.Config, path string, limit int64) (*folder.Bundle, error) {
	s, err := p.source(c, path)
	if err != nil {
		return nil, err
	}
	s.Limit = limit
	return folder.LoadWith(ctx, s.FS, s.Name, s.Reading)
}

// reading says how documents are read by the settings. The one inside the program
// needs no cache.
func (p *program) reading(c config.Config) folder.Reading {
	if p.cache == nil {
		p.cache = cache.Open(p.cacheDir(c), 0)
	}
	return folder.Reading{Password: c.Import.Password.Reveal(), Cache: p.cache, Memory: limitMemory(c.Memory)}
}

// cacheDir returns the folder of the cache, "" if the environment names none.
func (p *program) cacheDir(c config.Config) string {
	if c.Index.Path != "" {
		return c.Index.Path
	}
	if p.getenv("HOME")+p.getenv("XDG_CACHE_HOME")+p.getenv("LocalAppData") == "" {
		return ""
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "" // a temporary folder does as well, for this run
	}
	return filepath.Join(dir, "pincite")
}

// hostName returns the name in hostFS of a path as it is typed. A document needs
// a name, so "." and ".." become the folders that they are.
func hostName(path string) (string, error) {
	if base := filepath.Base(path); base == "." || base == ".." {
		whole, err := filepath.Abs(path)
		if err != nil {
			return "", fmt.Errorf("open document %s: %w", path, err)
		}
		path = whole
	}
	return filepath.ToSlash(path), nil
}

// hostFS is the whole file system under the names that people type, absolute
// ones and those with ".." among them, so that errors repeat what was typed.
type hostFS struct{}

// Open implements fs.FS.
func (hostFS) Open(name string) (fs.File, error) { return os.Open(filepath.FromSlash(name)) }

// Stat implements fs.StatFS: what is at a name is known before it is opened.
func (hostFS) Stat(name string) (fs.FileInfo, error) { return os.Stat(filepath.FromSlash(name)) }

// openLibrary opens and indexes the documents of the settings. It ends with ctx, and
// with a signal, so that nothing half made is left in the cache.
func (p *program) openLibrary(ctx context.Context, c config.Config) (*library.Library, error) {
	all, err := p.sources(c)
	if err != nil {
		return nil, err
	}
	return p.openSources(ctx, c, all)
}

// openSources opens and indexes the documents of sources, as openLibrary does.
func (p *program) openSources(ctx context.Context, c config.Config, all []library.Source) (*library.Library, error) {
	ctx, stop := untilStopped(ctx)
	defer stop()
	steps := p.terminal().Steps()
	defer steps.End()
	for i := range all {
		if steps.Bar() && all[i].Cache != nil { // the document inside the program takes no time
			all[i].Progress = steps.Tell
		}
	}
	l, err := library.Open(ctx, all...)
	if ctx.Err() != nil && err != nil {
		return nil, errors.New("stopped before the documents were ready; nothing half made was kept")
	}
	if err != nil {
		return nil, err
	}
	if err := service.LetChoose(l, c.Model, model.NewBudget(c.Model.PerDay, nil), nil, func(error) {}); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// sources returns where the documents of the settings are.
func (p *program) sources(c config.Config) ([]library.Source, error) {
	paths := c.Documents
	if len(paths) == 0 {
		paths = []string{""}
	}
	var out []library.Source
	for _, path := range paths {
		s, err := p.source(c, path)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// source returns where the documents at a path are, or the one inside the program
// for "".
func (p *program) source(c config.Config, path string) (library.Source, error) {
	if path == "" {
		return library.Source{FS: data.FS, Name: data.Default}, nil
	}
	name, err := hostName(path)
	return library.Source{FS: hostFS{}, Name: name, Reading: p.reading(c)}, err
}

// library does both steps of a verb that answers: settings, then documents.
func (p *program) library(cmd *cobra.Command) (*library.Library, error) {
	c, err := p.config(cmd)
	if err != nil {
		return nil, err
	}
	return p.openLibrary(cmd.Context(), c)
}
