package main

import (
	"context"
	"errors"
	"fmt"

	"pincite/internal/jsonline"
	"pincite/internal/terminal"
)

// answerLines answers one object a line until the input ends. Where a line was bad
// the verb fails in the end.
func (a *asking) answerLines(ctx context.Context) error {
	tooLong := errors.New("longer than 1 MiB, which is no question")
	lines := terminal.Lines[asked]{Read: a.question, Complain: a.complain, TooLong: tooLong,
		Write: func(q asked) error { return a.answerJSON(ctx, q) }}
	n, bad, err := lines.Each(a.in)
	if err == nil && bad > 0 {
		return fmt.Errorf("standard input: %d of %d lines not answered", bad, n)
	}
	return err
}

// question reads one object, and looks whether its document is there.
func (a *asking) question(line []byte) (asked, error) {
	q, err := readAsked(line)
	if _, ok := a.library.Get(q.Document); err == nil && q.Document != "" && !ok {
		err = fmt.Errorf("there is no document %s", q.Document)
	}
	return q, err
}

// readAsked reads one object. Keys that it does not know are somebody's notes.
func readAsked(line []byte) (asked, error) {
	var o struct {
		ID       string  `json:"id"`
		Question *string `json:"question"`
		Context  string  `json:"context"`
		Document string  `json:"document"`
	}
	if err := jsonline.Read(line, &o, `{"id":"1","question":"…"}`); err != nil {
		return asked{}, err
	}
	if o.Question == nil {
		return asked{}, errors.New("the key question is missing")
	}
	return asked{ID: o.ID, Question: *o.Question, Context: o.Context, Document: o.Document}, nil
}
