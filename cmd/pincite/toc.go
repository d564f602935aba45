package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

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
			s, err := source(c.Document)
			if err != nil {
				return err
			}
			s.Limit = importer.MaxBytes
			bundles, _, err := s.Bundles()
			if err != nil {
				return err
			}
			var all []string
			for _, b := range bundles {
				all = append(all, contents(b.Document))
			}
			_, err = fmt.Fprint(p.out, render.Outline(strings.Join(all, "\n"), p.screen().width))
			return err
		},
	}
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
