package main

import (
	"github.com/spf13/cobra"

	"pincite/internal/importer"
	"pincite/internal/render"
	"pincite/internal/report"
)

func (p *program) tocVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "toc",
		Short: "Print the table of contents",
		Args:  needArgs(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := p.config(cmd)
			if err != nil {
				return err
			}
			all, _, err := p.sources(c).Documents(cmd.Context(), importer.MaxBytes)
			if err != nil {
				return err
			}
			return p.terminal().Say(render.Outline(report.Contents(all), p.terminal().Width()))
		},
	}
}
