package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"pincite/internal/config"
	"pincite/internal/importer/pdf"
	"pincite/internal/redact"
	"pincite/internal/sources"
	"pincite/internal/terminal"
	"pincite/internal/text"
)

// Exit statuses.
const (
	success = 0
	failure = 1
	misused = 2
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == pdf.Verb {
		pdf.Main() // a process of its own for each PDF file; it does not return
	}
	p := &program{in: os.Stdin, out: os.Stdout, errs: os.Stderr, args: os.Args[1:], env: os.Environ()}
	os.Exit(p.run(context.Background()))
}

// A program is one run of the command, with all that it touches; tests run the
// same value.
type program struct {
	in        io.Reader
	out, errs io.Writer
	args      []string
	env       []string // "NAME=value"

	from sources.Sources // of documents; closed by run
}

// run does what the arguments say and returns the exit status. Errors are
// printed here and nowhere else.
func (p *program) run(ctx context.Context) (status int) {
	defer func() {
		if err := p.from.Close(); err != nil {
			p.complain(err.Error())
			status = max(status, failure)
		}
	}()
	root := p.root()
	root.SetArgs(p.args)
	verb, err := root.ExecuteContextC(ctx)
	if err == nil {
		return success
	}
	if errors.Is(err, errUnverified) {
		return failure
	}
	line := err.Error()
	if errors.As(err, new(config.Misuse)) {
		p.complain(fmt.Sprintf("%s (see %q)", redact.HideLikely(line), verb.CommandPath()+" --help"))
		return misused
	}
	p.complain(line)
	return failure
}

// complain prints a line on standard error, without the secrets that are in it and what does
// something to a terminal: it may repeat what was typed, or the name of a file.
func (p *program) complain(line string) {
	fmt.Fprintf(p.errs, "pincite: %s\n", redact.Hide(text.Line(line)))
}

// terminal is where the program reads and writes.
func (p *program) terminal() terminal.Terminal {
	return terminal.Terminal{In: p.in, Out: p.out, Errs: p.errs, Getenv: p.getenv}
}

// getenv returns the value of a variable, "" if it is not set.
func (p *program) getenv(name string) string {
	value := ""
	for _, e := range p.env { // the last one counts, as for os/exec
		if n, v, _ := strings.Cut(e, "="); n == name {
			value = v
		}
	}
	return value
}

// untilStopped returns a context that ends with ctx and at the first signal to stop; a
// second one kills.
func untilStopped(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
