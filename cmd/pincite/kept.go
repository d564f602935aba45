package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pincite/internal/config"
	"pincite/internal/store"
)

func (p *program) keptVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "kept",
		Short: "Print the ratings and unanswered questions that are kept, as JSON",
		Long: "Prints what serve has kept in store.path or store.url, oldest first, one JSON object a\n" +
			"line. Who rated or asked is not printed. Nothing is changed; serve may be running.",
		Args: needArgs(0, 0, ""),
		RunE: p.kept,
	}
	addKeyFlags(cmd, map[string]string{"store.path": "file that serve keeps them in"})
	return cmd
}

func (p *program) kept(cmd *cobra.Command, _ []string) error {
	c, err := p.config(cmd)
	if err != nil {
		return err
	}
	if c.Store.Path == "" && c.Store.URL == "" {
		return config.Misusef("nothing is kept: store.path and store.url are empty")
	}
	out := p.terminal().Encoder()
	return store.Read(cmd.Context(), store.Options{Path: c.Store.Path, URL: c.Store.URL.Reveal()}, func(r store.Record) error {
		if err := out.Encode(r); err != nil {
			return fmt.Errorf("print: %w", err)
		}
		return nil
	})
}
