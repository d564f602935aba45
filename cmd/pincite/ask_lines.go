package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// longestLine bounds a line of --json -, in bytes: what is longer is no question.
const longestLine = 1 << 20

// answerLines answers one object a line until the input ends. A bad line is
// told on standard error, and the others are still answered; the verb then
// fails in the end.
func (a *asking) answerLines(ctx context.Context) error {
	lines := bufio.NewScanner(a.in)
	lines.Buffer(nil, longestLine)
	n, bad := 0, 0
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		q, err := readAsked(line)
		if _, ok := a.library.Get(q.Document); err == nil && q.Document != "" && !ok {
			err = fmt.Errorf("there is no document %s", q.Document)
		}
		if err != nil {
			bad++
			fmt.Fprintf(a.errs, "pincite: standard input, line %d: %v\n", n, err)
			continue
		}
		if err := a.answerJSON(ctx, q); err != nil {
			return err
		}
	}
	err := lines.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		err = errors.New("longer than 1 MiB, which is no question")
	}
	if err != nil {
		return fmt.Errorf("standard input, line %d: %w", n+1, err)
	}
	if bad > 0 {
		return fmt.Errorf("standard input: %d of %d lines not answered", bad, n)
	}
	return nil
}

// readAsked reads one object. Keys that it does not know are somebody's notes.
func readAsked(line []byte) (asked, error) {
	var o struct {
		ID       string  `json:"id"`
		Question *string `json:"question"`
		Context  string  `json:"context"`
		Document string  `json:"document"`
	}
	err := json.Unmarshal(line, &o)
	var mistyped *json.UnmarshalTypeError
	switch {
	case errors.As(err, &mistyped) && mistyped.Field != "":
		return asked{}, fmt.Errorf("%s must be a text, got a %s", mistyped.Field, mistyped.Value)
	case mistyped != nil:
		return asked{}, fmt.Errorf(`not a JSON object such as {"id":"1","question":"…"} but of type %s`, mistyped.Value)
	case err != nil:
		return asked{}, fmt.Errorf(`not a JSON object such as {"id":"1","question":"…"}: %w`, err)
	case o.Question == nil:
		return asked{}, errors.New("the key question is missing")
	}
	return asked{ID: o.ID, Question: *o.Question, Context: o.Context, Document: o.Document}, nil
}
