package main

import (
	"github.com/spf13/cobra"

	"pincite/internal/chat"
)

func (p *program) chatVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "chat",
		Short: "Talk with the bot in the terminal",
		Long: "Holds one conversation, as in Telegram, with follow-up questions.\n" +
			"What Telegram shows as buttons is numbered: type :1 to press the first. A number stays\n" +
			"with its button. Type exit or quit, or press Ctrl-D on an empty line, to leave. Standard\n" +
			"input may also be a file of messages.",
		Args: needArgs(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := p.config(cmd)
			if err != nil {
				return err
			}
			l, err := p.openLibrary(cmd.Context(), c)
			if err != nil {
				return err
			}
			return p.terminal().Talk(cmd.Context(), chat.New(chat.Options{
				Library: l, Log: p.terminal().Logger(c.Log.Level, c.Log.Format == "json"), Idle: c.Chat.Idle, Conversations: 1,
			}))
		},
	}
}
