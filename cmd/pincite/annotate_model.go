package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pincite/internal/annotation/draft"
	"pincite/internal/config"
	"pincite/internal/folder"
	"pincite/internal/importer"
	"pincite/internal/model"
	"pincite/internal/service"
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

// draftAnnotations lets a model write annotations for the document at a path.
func (p *program) draftAnnotations(cmd *cobra.Command, c config.Config, b *folder.Bundle, path string, o drafting) error {
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
	ctx, stop := untilStopped(cmd.Context())
	defer stop()
	job := &draft.Job{Document: b.Document, Languages: o.languages, Passes: o.passes, Parallel: o.parallel, Again: o.again,
		Model: c.Model.Name, Date: time.Now().Format(time.DateOnly)}
	if o.dryRun {
		job.Dir = folderOf(path)
		return p.dryRun(job)
	}
	client, err := service.NewModel(c.Model, o.patience, 0)
	if err != nil {
		return err
	}
	if job.Dir, err = p.documentFolder(ctx, c, path, b); err != nil {
		return err
	}
	if job.Dir != path { // its sections are those that annotations will be read for
		if b, err = p.openBundle(cmd.Context(), c, job.Dir, importer.MaxBytes); err != nil {
			return err
		}
		job.Document = b.Document
	}
	find, err := draft.NewFinder(ctx, b.Document)
	if err != nil {
		return err
	}
	defer find.Close() // in memory: nothing is lost
	job.Completer, job.Find = client, find.Sections
	show, end := p.progress()
	job.Progress = show
	report, err := job.Run(ctx)
	end()
	if err != nil {
		return errors.Join(interrupted(err), p.reported(report, job.Dir))
	}
	return p.reported(report, job.Dir)
}

// interrupted says what to do where the job was stopped.
func interrupted(err error) error {
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped; what was written so far is kept, and the same command goes on from there")
	}
	return err
}

// dryRun prints what would be asked, and what it may cost.
func (p *program) dryRun(job *draft.Job) error {
	prompts, err := job.Prompts()
	if err != nil {
		return err
	}
	system := ""
	for next := range prompts {
		if system == "" {
			system = next.System
			fmt.Fprintf(p.out, "=== to the model, before each section ===\n%s\n", system)
		}
		fmt.Fprintf(p.out, "\n=== %s (%s) ===\n%s\n", next.Section, next.Language, next.User)
	}
	e, err := job.Estimate()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "\n=== %d sections to ask about, %d up to date: %d calls, about %d tokens to read and %d to write ===\n",
		e.Sections, e.Unchanged, e.Calls, e.Tokens.Read, e.Tokens.Written)
	return err
}

// reported prints what a job has done.
func (p *program) reported(r draft.Report, dir string) error {
	var out strings.Builder
	for _, f := range r.Failed {
		fmt.Fprintf(&out, "%s %s: %v\n", f.Language, f.Section, f.Err)
	}
	fmt.Fprintf(&out, "%d sections asked about, %d up to date; %d entries kept; %d tokens read, %d written\n",
		r.Asked, r.Unchanged, r.Kept, r.Usage.Read, r.Usage.Written)
	for _, reason := range slices.Sorted(maps.Keys(r.Dropped)) {
		fmt.Fprintf(&out, "not kept: %d, %s\n", r.Dropped[reason], reason)
	}
	if r.Asked > len(r.Failed) {
		fmt.Fprintf(&out, "to review: pincite annotate %s\n", dir)
	}
	if _, err := fmt.Fprint(p.out, out.String()); err != nil {
		return err
	}
	if len(r.Failed) > 0 {
		return fmt.Errorf("%d sections were left out; the same command asks about them again", len(r.Failed))
	}
	return nil
}

// folderOf returns the folder of a document at a path: of a file, the one that it
// gets.
func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	if base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)); base != "" && base != filepath.Base(path) {
		return filepath.Join(filepath.Dir(path), base)
	}
	return path + ".document"
}

// documentFolder returns the folder of a document. For a file it makes one beside it,
// with its text; one that is there already gets the text that the file has now.
func (p *program) documentFolder(ctx context.Context, c config.Config, path string, b *folder.Bundle) (string, error) {
	dir := folderOf(path)
	if dir == path {
		return dir, nil
	}
	name := filepath.Join(dir, "source.txt")
	if strings.EqualFold(filepath.Ext(path), ".md") {
		name = filepath.Join(dir, "source.md")
	}
	file, err := hostName(path)
	if err != nil {
		return "", err
	}
	switch old, err := os.ReadFile(name); {
	case err != nil:
	case bytes.Equal(old, []byte(b.Document.Text)):
		return dir, nil
	default:
		if err := folder.Rewrite(ctx, dir, hostFS{}, file, p.reading(c)); err != nil {
			return "", err
		}
		fmt.Fprintf(p.out, "wrote %s: the text of %s has changed; the text before is %s.old\n", name, path, name)
		return dir, nil
	}
	if _, err := folder.Write(ctx, dir, hostFS{}, file, p.reading(c)); err != nil {
		return "", err
	}
	fmt.Fprintln(p.out, "wrote", name)
	return dir, nil
}

// progress shows how far the job is: on a bar on a terminal, else on a line for each
// section. The second function ends it.
func (p *program) progress() (show func(draft.Progress), end func()) {
	steps := p.terminal().Steps()
	if steps.Bar() {
		return func(g draft.Progress) { steps.Tell("sections", g.Done, g.All) }, steps.End
	}
	return func(g draft.Progress) {
		outcome := ""
		if g.Failed != nil {
			outcome = " failed"
		}
		fmt.Fprintf(p.errs, "%d of %d sections, %d tokens: %s %s%s\n", g.Done, g.All, g.Usage.Read+g.Usage.Written, g.Language, g.Section, outcome)
	}, steps.End
}
