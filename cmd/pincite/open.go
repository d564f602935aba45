package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"pincite/internal/config"
	"pincite/internal/library"
	"pincite/internal/model"
	"pincite/internal/service"
	"pincite/internal/sources"
)

// sources tells where documents are by the settings.
func (p *program) sources(c config.Config) *sources.Sources {
	p.from.Config, p.from.Getenv = c, p.getenv
	return &p.from
}

// openLibrary opens and indexes the documents of the settings. It ends with ctx, and
// with a signal, so that nothing half made is left in the cache.
func (p *program) openLibrary(ctx context.Context, c config.Config) (*library.Library, error) {
	all, err := p.sources(c).All()
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

// library does both steps of a verb that answers: settings, then documents.
func (p *program) library(cmd *cobra.Command) (*library.Library, error) {
	c, err := p.config(cmd)
	if err != nil {
		return nil, err
	}
	return p.openLibrary(cmd.Context(), c)
}
