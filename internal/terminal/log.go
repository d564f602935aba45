package terminal

import (
	"io"
	"log/slog"

	"pincite/internal/redact"
	"pincite/internal/render"
)

// Logger writes to standard error, for programs to read or for people, without the secrets
// and the directions of writing that may be in what is logged.
func (p Terminal) Logger(level slog.Leveler, json bool) *slog.Logger {
	o := &slog.HandlerOptions{Level: level}
	if json {
		o.ReplaceAttr = lengths
		return slog.New(slog.NewJSONHandler(discreet{p.Errs}, o))
	}
	return slog.New(slog.NewTextHandler(discreet{p.Errs}, o))
}

// lengths writes lengths of time as people do, "1.5s", where JSON has nanoseconds.
func lengths(_ []string, a slog.Attr) slog.Attr {
	if a.Value.Kind() == slog.KindDuration {
		return slog.String(a.Key, a.Value.Duration().String())
	}
	return a
}

// A discreet writer hides the secrets in what is written, line by line.
type discreet struct{ io.Writer }

// Write implements io.Writer.
func (d discreet) Write(b []byte) (int, error) {
	_, err := io.WriteString(d.Writer, render.Straight(redact.Hide(string(b))))
	return len(b), err
}
