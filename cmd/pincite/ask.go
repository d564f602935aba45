package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/chat"
	"pincite/internal/config"
	"pincite/internal/library"
	"pincite/internal/render"
	"pincite/internal/reply"
	"pincite/internal/report"
)

func (p *program) askVerb() *cobra.Command {
	a := &asking{program: p}
	cmd := &cobra.Command{
		Use:   "ask QUESTION…",
		Short: "Answer a question",
		Long: "Answers a question with the sentence that answers, word for word, and its place.\n\n" +
			"With --json - it reads objects from standard input, one a line, with the keys id,\n" +
			"question, context (the message before it) and document (the name of the one to ask),\n" +
			"and answers each with one line.",
		Example: "  pincite ask how often must leaders give a party class\n" +
			"  pincite ask --json measure 7\n" +
			"  pincite ask --context \"What does measure 8 cover?\" and measure 9",
		Args: needArgs(1, -1, "a question"),
		RunE: a.run,
	}
	cmd.Flags().BoolVar(&a.json, "json", false, "print one JSON object on one line; with - as the question, read objects")
	cmd.Flags().BoolVar(&a.explain, "explain", false, "also print how the answer came about")
	cmd.Flags().StringVar(&a.context, "context", "", "the message before the question, which it may refer to")
	return cmd
}

// asking is one run of the verb.
type asking struct {
	*program
	json, explain bool
	context       string

	library *library.Library
	chat    *chat.Chat
	asked   int
}

func (a *asking) run(cmd *cobra.Command, args []string) error {
	many := len(args) == 1 && args[0] == "-"
	switch {
	case many && !a.json:
		return config.Misusef(`ask - reads JSON objects: add --json`)
	case many && a.context != "":
		return config.Misusef("--context goes with one question; with - each object has its own")
	case a.json && a.explain:
		return config.Misusef("--explain is for people: leave --json out")
	}
	l, err := a.program.library(cmd)
	if err != nil {
		return err
	}
	a.library = l
	a.chat = chat.New(chat.Options{Library: l, Conversations: 1})
	q := asked{Question: strings.Join(args, " "), Context: a.context}
	switch {
	case many:
		return a.answerLines(cmd.Context())
	case a.json:
		return a.answerJSON(cmd.Context(), q)
	}
	return a.answerText(cmd.Context(), q)
}

// asked is a question as --json - reads it.
type asked struct {
	ID       string
	Question string
	Context  string
	Document string // name of the one asked; empty for all

	command string // goes before the question: "/find "
}

// reply asks in a conversation of its own, so that no question bears on another.
func (a *asking) reply(ctx context.Context, q asked, language string) reply.Reply {
	a.asked++
	return a.chat.Ask(ctx, chat.Message{
		Conversation: strconv.Itoa(a.asked), Text: q.command + q.Question, ReplyTo: q.Context, Document: q.Document, Language: language, Private: true,
	})
}

func (a *asking) answerText(ctx context.Context, q asked) error {
	r := a.reply(ctx, q, a.terminal().Locale())
	if r.Err != nil {
		return r.Err
	}
	if err := a.terminal().Print(r); err != nil || !a.explain {
		return err
	}
	return a.terminal().Say(report.Trace(r.Answer))
}

// answerJSON prints one object. Its words do not depend on the locale.
func (a *asking) answerJSON(ctx context.Context, q asked) error {
	return a.encode(q, a.reply(ctx, q, ""))
}

func (a *asking) encode(q asked, r reply.Reply) error {
	if r.Err != nil {
		return r.Err
	}
	return a.terminal().Encoder().Encode(render.JSON(q.ID, q.Question, r))
}
