package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"pincite/internal/config"
	"pincite/internal/gaps"
	"pincite/internal/report"
	"pincite/internal/service"
	"pincite/internal/store"
)

func (p *program) gapsVerb() *cobra.Command {
	people, export := gaps.DefaultPeople, ""
	cmd := &cobra.Command{
		Use:   "gaps",
		Short: "Tell what people asked and the documents did not answer",
		Long: "Gathers the unanswered questions that serve keeps in store.path or store.url into gaps:\n" +
			"questions that share words which few others have, the more so where the same section\n" +
			"comes nearest. Prints each with how often and by how many people it was asked for, the\n" +
			"last seven days beside the seven before, and examples. Questions that the documents\n" +
			"answer by now are left out. What fewer than --people people asked for is counted and\n" +
			"not shown, and numbers and addresses in questions are masked.\n\n" +
			"With --export it writes the questions as a set for pincite eval, to be judged first: as\n" +
			"it stands, the set says that nothing answers them.",
		Example: "  pincite gaps --document rules/\n  pincite gaps --export gaps.jsonl && pincite eval gaps.jsonl",
		Args:    needArgs(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if people < 1 {
				return config.Misusef("--people must be 1 or more, got %d", people)
			}
			c, err := p.config(cmd)
			if err != nil {
				return err
			}
			return p.gaps(cmd.Context(), c, people, export)
		},
	}
	addKeyFlags(cmd, map[string]string{"store.path": "file that serve keeps questions in"})
	cmd.Flags().IntVar(&people, "people", people, "show what at least so many people asked for")
	cmd.Flags().StringVar(&export, "export", "", "write the questions to this file, as a question set; - for standard output")
	return cmd
}

func (p *program) gaps(ctx context.Context, c config.Config, people int, export string) error {
	if c.Store.Path == "" && c.Store.URL == "" {
		return config.Misusef("nothing is kept: store.path and store.url are empty")
	}
	l, err := p.openLibrary(ctx, c)
	if err != nil {
		return err
	}
	read := func(visit func(store.Record) error) error {
		return store.Read(ctx, store.Options{Path: c.Store.Path, URL: c.Store.URL.Reveal()}, visit)
	}
	r, err := service.FindGaps(ctx, l, read, c.Store.Keep(), people)
	if err = errors.Join(err, l.Close()); err != nil {
		return err
	}
	if export == "" {
		_, err := fmt.Fprint(p.out, report.Gaps(r, people, c.Store.KeepDays))
		return err
	}
	return p.exportGaps(r, export)
}

// exportGaps writes the question set to a file that is not there yet.
func (p *program) exportGaps(r gaps.Report, name string) error {
	if name == "-" {
		return r.WriteSet(p.out)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return errors.Join(r.WriteSet(f), f.Close())
}
