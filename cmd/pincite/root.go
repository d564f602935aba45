package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/config"
)

// flagKeys are the settings that have a flag of the same name, with "-" for ".".
// Secrets have none: the arguments of a process are no secret.
var flagKeys = map[string]string{
	"log.level":  "debug, info, warn or error (default info)",
	"log.format": "text or json (default text)",
}

// documentFlag sets documents: it is repeated rather than a list.
const documentFlag = "document"

// root returns the command with its verbs.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "pincite",
		Short: "Answers questions about documents, word for word and with the place",
		Long: "pincite answers questions about documents: it quotes the sentence that answers,\n" +
			"word for word, and cites its place. When no document says, it says so.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          p.noVerb,
	}
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.errs)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return config.Misuse{Err: err} })
	root.PersistentFlags().String("config", "", "file of settings (see config/pincite.yaml)")
	root.PersistentFlags().StringArray(documentFlag, nil, "file or folder to answer from; may be repeated (default: the document inside the\nprogram)")
	addKeyFlags(root, flagKeys)
	root.SetHelpCommand(p.helpVerb())
	root.AddCommand(p.askVerb(), p.findVerb(), p.showVerb(), p.tocVerb(), p.verifyVerb(), p.chatVerb(), p.importVerb(),
		p.evalVerb(), p.annotateVerb(), p.checkVerb(), p.serveVerb(), p.keptVerb(), p.gapsVerb(), p.versionVerb())
	return root
}

// addKeyFlags gives cmd and the verbs below it a flag for each key.
func addKeyFlags(cmd *cobra.Command, keys map[string]string) {
	for key, usage := range keys {
		cmd.PersistentFlags().String(flagName(key), "", usage)
	}
}

func flagName(key string) string { return strings.NewReplacer(".", "-", "_", "-").Replace(key) }

// noVerb answers a command line without a verb that there is.
func (p *program) noVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return config.Misusef("there is no verb %q; did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return config.Misusef("there is no verb %q; to ask a question: pincite ask %q", args[0], strings.Join(args, " "))
}

// helpVerb is cobra's own but for a verb that there is not, which is an error.
func (p *program) helpVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "help [VERB]",
		Short: "Print the help of a verb",
		Args:  needArgs(0, 1, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			verb, _, err := cmd.Root().Find(args)
			if err != nil || len(args) > 0 && verb == cmd.Root() {
				return p.noVerb(cmd.Root(), args)
			}
			verb.InitDefaultHelpFlag() // as for --help, which lists itself
			return verb.Help()
		},
	}
}

// config loads the settings for a verb.
func (p *program) config(cmd *cobra.Command) (config.Config, error) {
	o := config.Options{Env: p.env, Flags: map[string]any{}}
	o.File, _ = cmd.Flags().GetString("config")
	for _, keys := range []map[string]string{flagKeys, serveKeys} {
		for key := range keys {
			if f := cmd.Flags().Lookup(flagName(key)); f != nil && f.Changed {
				o.Flags[key] = f.Value.String()
			}
		}
	}
	if f := cmd.Flags().Lookup(documentFlag); f != nil && f.Changed {
		paths, _ := cmd.Flags().GetStringArray(documentFlag) // it is of that type
		o.Flags["documents"] = slices.Compact(paths)         // completion reads the flags twice
	}
	c, err := config.Load(o)
	if err != nil && !errors.As(err, new(*fs.PathError)) {
		err = config.Misuse{Err: err}
	}
	return c, err
}

// needArgs is a check of the number of arguments; what names what is missing.
func needArgs(low, high int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < low:
			return config.Misusef("%s needs %s", cmd.Name(), what)
		case high >= 0 && len(args) > high:
			return config.Misusef("%s does not know what to do with %q", cmd.Name(), args[high])
		}
		return nil
	}
}
