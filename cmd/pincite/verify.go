package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/config"
	"pincite/internal/document"
	"pincite/internal/report"
	"pincite/internal/terminal"
	"pincite/internal/verify"
)

// errUnverified ends a run that has said already which texts are not verbatim:
// nothing is added to it but the exit status.
var errUnverified = errors.New("a text is not verbatim")

func (p *program) verifyVerb() *cobra.Command {
	v := &verifying{program: p}
	cmd := &cobra.Command{
		Use:   "verify TEXT…",
		Short: "Say whether a text is in the document, word for word",
		Long: "Says whether a text is in the document: word for word, altered (and how), spliced of\n" +
			"several places, or not there. Quotation marks, dashes, ellipses, line breaks and case\n" +
			"may differ; what was allowed for is said, and what an ellipsis leaves out of a sentence.\n\n" +
			"With - it reads texts from standard input, one a line, as they are or as JSON objects\n" +
			"with the keys text, id and document, and prints one JSON object for each.\n\n" +
			"Put -- before a text that begins with a minus or a dash.\n\n" +
			"The exit status is 0 if every text is verbatim, 1 if not, and 2 for misuse.",
		Example: "  pincite verify \"give at least one special party class every year\"\n" +
			"  pincite verify --json \"at least two special party classes\"\n" +
			"  pincite verify - < quotes.txt",
		Args: needArgs(1, -1, "a text"),
		RunE: v.run,
	}
	cmd.Flags().BoolVar(&v.json, "json", false, "print one JSON object on one line")
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		if strings.HasPrefix(err.Error(), "unknown shorthand") { // a minus, and what follows is no flag
			err = fmt.Errorf("%w; put -- before a text that begins with a dash", err)
		}
		return config.Misuse{Err: err}
	})
	return cmd
}

// verifying is one run of the verb.
type verifying struct {
	*program
	json bool

	docs     map[string]*document.Document // by name
	checkers map[string]*verify.Checker    // of single documents, by name, and of all of them by ""; each made when asked for
	failed   bool                          // some text is not verbatim
}

func (v *verifying) run(cmd *cobra.Command, args []string) error {
	c, err := v.config(cmd)
	if err != nil {
		return err
	}
	if err := v.open(cmd.Context(), c); err != nil {
		return err
	}
	if len(args) == 1 && args[0] == "-" {
		err = v.lines(cmd.Context())
	} else {
		err = v.one(cmd.Context(), strings.Join(args, " "))
	}
	if err == nil && v.failed {
		return errUnverified
	}
	return err
}

// open loads the documents of the settings.
func (v *verifying) open(ctx context.Context, c config.Config) error {
	all, skipped, err := v.sources(c).Documents(ctx, 0)
	if err != nil {
		return err
	}
	for _, err := range skipped {
		v.complain(err.Error())
	}
	v.docs = map[string]*document.Document{}
	for _, d := range all {
		v.docs[d.Name] = d
	}
	v.checkers = map[string]*verify.Checker{"": verify.New(all...)}
	return nil
}

// one checks the text of the command line.
func (v *verifying) one(ctx context.Context, text string) error {
	r, err := v.check(ctx, verify.Request{Text: text})
	switch {
	case errors.Is(err, verify.ErrEmpty), errors.Is(err, verify.ErrTooLong):
		return config.Misuse{Err: err}
	case err != nil:
		return err
	case v.json:
		return v.encode(r)
	}
	return v.terminal().Say(report.Verified(r.Result, v.docs, v.terminal().Locale()))
}

func (v *verifying) check(ctx context.Context, q verify.Request) (verify.Reply, error) {
	c, err := v.of(q.Document)
	if err != nil {
		return verify.Reply{}, err
	}
	r, err := c.Check(ctx, q.Text)
	v.failed = v.failed || r.Status != verify.Verbatim
	return verify.Reply{ID: q.ID, Text: q.Text, Result: r}, err
}

// of returns the checker of a document, or of all of them for "".
func (v *verifying) of(name string) (*verify.Checker, error) {
	if c := v.checkers[name]; c != nil {
		return c, nil
	}
	d, ok := v.docs[name]
	if !ok {
		return nil, fmt.Errorf("there is no document %q; there is %s", name, strings.Join(slices.Sorted(maps.Keys(v.docs)), ", "))
	}
	v.checkers[name] = verify.New(d)
	return v.checkers[name], nil
}

func (v *verifying) encode(r verify.Reply) error {
	return v.terminal().Encoder().Encode(r)
}

// lines checks one text a line until the input ends.
func (v *verifying) lines(ctx context.Context) error {
	lines := terminal.Lines[verify.Reply]{Write: v.encode, Complain: v.complain, TooLong: verify.ErrTooLong,
		Read: func(line []byte) (verify.Reply, error) { return v.line(ctx, line) }}
	_, bad, err := lines.Each(v.in)
	v.failed = v.failed || bad > 0
	return err
}

// line checks what one line has: an object, or else the text itself.
func (v *verifying) line(ctx context.Context, line []byte) (verify.Reply, error) {
	q := verify.Request{Text: string(line)}
	if line[0] == '{' && json.Valid(line) {
		var err error
		if q, err = verify.ReadRequest(bytes.NewReader(line)); err != nil {
			return verify.Reply{}, err
		}
	}
	return v.check(ctx, q)
}
