package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/config"
	"pincite/internal/document"
	"pincite/internal/importer"
	"pincite/internal/render"
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
			all, err := p.allContents(cmd.Context(), c)
			if err != nil {
				return err
			}
			return p.terminal().Say(render.Outline(all, p.terminal().Width()))
		},
	}
}

// allContents returns the contents of every document, each below its name where
// there are several.
func (p *program) allContents(ctx context.Context, c config.Config) (string, error) {
	all, err := p.sources(c)
	if err != nil {
		return "", err
	}
	var documents []*document.Document
	for _, s := range all {
		s.Limit = importer.MaxBytes
		bundles, _, err := s.Bundles(ctx)
		if err != nil {
			return "", err
		}
		for _, b := range bundles {
			documents = append(documents, b.Document)
		}
	}
	var out []string
	for _, d := range documents {
		heading := ""
		if len(documents) > 1 {
			heading = d.Name + "\n"
			if d.Meta.Title != "" {
				heading = named(d.Name, d.Meta.Title) + "\n"
			}
		}
		out = append(out, heading+contents(d))
	}
	return strings.Join(out, "\n"), nil
}

// contents lists the sections, one a line, indented by their level.
func contents(d *document.Document) string {
	var b strings.Builder
	for i := range d.Sections {
		b.WriteString(indent(d, i) + named(d.Sections[i].Label, d.Title(i)) + "\n")
	}
	return b.String()
}

// indent is two spaces for each section above section i.
func indent(d *document.Document, i int) string { return strings.Repeat("  ", len(d.Path(i))-1) }
