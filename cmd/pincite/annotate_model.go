package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pincite/internal/annotation/draft"
	"pincite/internal/config"
	"pincite/internal/folder"
	"pincite/internal/importer"
	"pincite/internal/model"
	"pincite/internal/report"
	"pincite/internal/service"
	"pincite/internal/sources"
	"pincite/internal/text"
)

// drafting are the flags of annotate --model.
type drafting struct {
	passes, parallel int
	languages        []string
	again, dryRun    bool
	patience         time.Duration
}

func (o *drafting) addTo(cmd *cobra.Command) {
	f := cmd.Flags()
	f.IntVar(&o.passes, "passes", 1, fmt.Sprintf("with --model: as how many kinds of people to ask about each section, 1 to %d", draft.MaxPasses))
	f.IntVar(&o.parallel, "parallel", 4, "with --model: calls at the same time")
	f.StringSliceVar(&o.languages, "languages", nil, "with --model: languages of the entries beside the document's, as in zh,ru")
	f.BoolVar(&o.again, "again", false, "with --model: ask about sections that have not changed, too")
	f.BoolVar(&o.dryRun, "dry-run", false, "with --model: call nobody; print the prompts and what they may cost")
	f.DurationVar(&o.patience, "patience", model.DefaultTimeout, "with --model: how long to wait for one reply")
}

// check refuses flags that are out of their range.
func (o *drafting) check() error {
	switch {
	case o.passes < 1 || o.passes > draft.MaxPasses:
		return config.Misusef("--passes must be from 1 to %d, got %d", draft.MaxPasses, o.passes)
	case o.parallel < 1 || o.parallel > 64:
		return config.Misusef("--parallel must be from 1 to 64, got %d", o.parallel)
	}
	for _, l := range o.languages {
		if l == "" || strings.Trim(l, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
			return config.Misusef("--languages: %q is no language tag such as en or pt-BR", l)
		}
	}
	return nil
}

// draftAnnotations lets a model write annotations for the document at a path.
func (p *program) draftAnnotations(ctx context.Context, c config.Config, b *folder.Bundle, path string, o drafting) error {
	if err := o.check(); err != nil {
		return err
	}
	ctx, stop := untilStopped(ctx)
	defer stop()
	job := &draft.Job{Document: b.Document, Languages: o.languages, Passes: o.passes, Parallel: o.parallel, Again: o.again,
		Model: c.Model.Name, Date: time.Now().Format(time.DateOnly)}
	if o.dryRun {
		job.Dir = sources.FolderOf(path)
		return report.Prompts(p.out, job)
	}
	client, err := service.NewModel(c.Model, o.patience, 0)
	if err != nil {
		return err
	}
	job.Completer = client
	if job.Dir, err = p.makeFolder(ctx, c, path, b); err != nil {
		return err
	}
	if job.Dir != path { // its sections are those that annotations will be read for
		if b, err = p.sources(c).Bundle(ctx, job.Dir, importer.MaxBytes); err != nil {
			return err
		}
		job.Document = b.Document
	}
	return p.runJob(ctx, job)
}

// runJob runs a job, shows how far it is, and prints what it has done.
func (p *program) runJob(ctx context.Context, job *draft.Job) error {
	find, err := draft.NewFinder(ctx, job.Document)
	if err != nil {
		return err
	}
	defer find.Close() // in memory: nothing is lost
	job.Find = find.Sections
	show, end := p.progress()
	job.Progress = show
	done, err := job.Run(ctx)
	end()
	if err != nil {
		return errors.Join(interrupted(err), p.reported(done, job.Dir))
	}
	return p.reported(done, job.Dir)
}

// interrupted says what to do where the job was stopped.
func interrupted(err error) error {
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped; what was written so far is kept, and the same command goes on from there")
	}
	return err
}

// reported prints what a job has done.
func (p *program) reported(r draft.Report, dir string) error {
	if _, err := fmt.Fprint(p.out, report.Drafted(r, dir)); err != nil {
		return err
	}
	if len(r.Failed) > 0 {
		return fmt.Errorf("left out: %s; the same command asks about what was", text.Count(len(r.Failed), "section"))
	}
	return nil
}

// makeFolder returns the folder of a document, and prints what it wrote for it.
func (p *program) makeFolder(ctx context.Context, c config.Config, path string, b *folder.Bundle) (string, error) {
	dir, wrote, err := p.sources(c).MakeFolder(ctx, path, b.Document)
	if err != nil {
		return "", err
	}
	_, err = fmt.Fprint(p.out, wrote)
	return dir, err
}

// progress shows how far the job is: on a bar on a terminal, else on a line for each
// section. The second function ends it.
func (p *program) progress() (show func(draft.Progress), end func()) {
	steps := p.terminal().Steps()
	if steps.Bar() {
		return func(g draft.Progress) { steps.Tell("sections", g.Done, g.All) }, steps.End
	}
	return func(g draft.Progress) {
		fmt.Fprint(p.errs, report.Drafting(g))
	}, steps.End
}
