package main

import (
	"context"
	"errors"
	"fmt"

	"pincite/internal/jsonline"
	"pincite/internal/reply"
	"pincite/internal/rescue"
	"pincite/internal/terminal"
	"pincite/internal/text"
)

// answerLines answers one object a line until the input ends. Where a line was bad
// the verb fails in the end.
func (a *asking) answerLines(ctx context.Context) error {
	tooLong := errors.New("longer than 1 MiB, which is no question")
	lines := terminal.Lines[answered]{Complain: a.complain, TooLong: tooLong,
		Read:  func(line []byte) (answered, error) { return a.answerLine(ctx, line) },
		Write: func(one answered) error { return a.encode(one.asked, one.Reply) }}
	n, bad, err := lines.Each(a.in)
	if err == nil && bad > 0 {
		return fmt.Errorf("standard input: %d of %s not answered", bad, text.Count(n, "line"))
	}
	return err
}

// answered is a question with what is said to it.
type answered struct {
	asked
	reply.Reply
}

// answerLine reads an object and answers it. One that the program panics over is a bad line;
// what else fails would fail for the others, too.
func (a *asking) answerLine(ctx context.Context, line []byte) (answered, error) {
	q, err := a.question(line)
	if err != nil {
		return answered{}, err
	}
	r := a.reply(ctx, q, "")
	if fault := (*rescue.Error)(nil); errors.As(r.Err, &fault) {
		return answered{}, fault
	}
	return answered{q, r}, nil
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
