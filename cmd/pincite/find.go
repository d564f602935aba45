package main

import (
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/chat"
)

// findVerb is the /find of the chat: every section that has the words, not the
// best of them.
func (p *program) findVerb() *cobra.Command {
	a := &asking{program: p}
	cmd := &cobra.Command{
		Use:   "find WORDS…",
		Short: "List every section that mentions something",
		Long: "Lists every section that has the words, in any form of them, in the order of the\n" +
			"document. All sections are looked through.",
		Example: "  pincite find grass roots\n  pincite find --json inspection",
		Args:    needArgs(1, -1, "the words to look for"),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := a.program.library(cmd)
			if err != nil {
				return err
			}
			a.chat = chat.New(chat.Options{Library: l, Conversations: 1})
			q := asked{Question: strings.Join(args, " "), command: "/find "}
			if a.json {
				return a.answerJSON(cmd.Context(), q)
			}
			return a.answerText(cmd.Context(), q)
		},
	}
	cmd.Flags().BoolVar(&a.json, "json", false, "print one JSON object on one line")
	return cmd
}
