package main

import (
	"context"

	"github.com/spf13/cobra"

	"pincite/internal/checkup"
	"pincite/internal/config"
	"pincite/internal/library"
)

func (p *program) checkVerb() *cobra.Command {
	live := false
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Say whether all that the settings name will work",
		Long: "Tries what serve needs and prints a line for each: the settings, the documents and\n" +
			"their annotations, the index and its cache, the bot's token and webhook as Telegram\n" +
			"knows them, the store, and the language model. A line begins with ok, warn, fail, or\n" +
			"off for what is not set up. Fails if one of them does. Nothing is changed, nothing of a\n" +
			"document is sent, and no token, key or password is printed.\n\n" +
			"With --live it only asks the serve that runs on this machine whether it lives, on\n" +
			"web.addr or, where that is off, on admin.addr: for the health check of a container.",
		Args: needArgs(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := p.config(cmd)
			switch {
			case err != nil:
				return err
			case live:
				return checkup.Live(cmd.Context(), c, p.out)
			}
			return p.check(cmd.Context(), c)
		},
	}
	cmd.Flags().BoolVar(&live, "live", false, "only ask /healthz of the serve that runs here")
	return cmd
}

func (p *program) check(ctx context.Context, c config.Config) error {
	return checkup.Run(ctx, checkup.Options{
		Config:  c,
		Sources: p.sources(c).All,
		Open: func(ctx context.Context, from []library.Source) (*library.Library, error) {
			return p.openSources(ctx, c, from)
		},
		Cache: p.sources(c).Cache,
		Out:   p.out,
	})
}
