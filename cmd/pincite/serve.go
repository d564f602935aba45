package main

import (
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"pincite/internal/service"

	"github.com/spf13/cobra"
)

// serveKeys are the settings that have a flag below serve alone.
var serveKeys = map[string]string{
	"web.addr":       "host:port of the reader and the API, or off (default 127.0.0.1:8080)",
	"web.public_url": "where people reach the reader",
	"admin.addr":     "host:port of the metrics and profiles, or off (default 127.0.0.1:9090)",
	"store.path":     "file of the database to keep state in (default: in memory)",
}

func (p *program) serveVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Run the Telegram bot, the reader and the API",
		Long: "Opens the reader, with a chat to try the bot in, on web.addr; and runs the Telegram\n" +
			"bot if PINCITE_TELEGRAM_TOKEN holds a token from @BotFather. Stops at the first\n" +
			"interrupt after finishing what is under way; at the second, at once.\n\n" +
			"Documents are read anew when their files change, and at SIGHUP. One that cannot be\n" +
			"read any more stays as it was, and the log says so.",
		Example: "  pincite serve --document handbook.md --document law.txt --document rules/",
		Args:    needArgs(0, 0, ""),
		RunE:    p.serve,
	}
	addKeyFlags(cmd, serveKeys)
	return cmd
}

// gcPercent is how much garbage may gather, in percent of what is in use. What a
// question leaves behind is small beside the index, and a bot is idle mostly:
// at 25 the process holds 37 MiB at rest and 41 after 300 questions, at 50 it
// holds 43, at Go's own 100 60.
const gcPercent = 25

func (p *program) serve(cmd *cobra.Command, _ []string) error {
	c, err := p.config(cmd)
	if err != nil {
		return err
	}
	ctx, stop := untilStopped(cmd.Context())
	defer stop()
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	defer signal.Stop(hangups)
	if p.getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	s, err := service.New(ctx, service.Options{
		Config: c, Sources: p.sources(c).All, Log: p.terminal().Logger(c.Log.Level, c.Log.Format == "json"), Version: version(),
	})
	if err != nil {
		return err
	}
	defer s.Close()
	if err := s.Listen(ctx); err != nil {
		return err
	}
	debug.FreeOSMemory() // what reading and indexing left behind
	return s.Run(ctx, hangups)
}
