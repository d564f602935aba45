package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"pincite/internal/choose"
	"pincite/internal/config"
	"pincite/internal/library"
	"pincite/internal/model"
)

// newModel returns a client of the settings' model. Timeout is that of one try.
func newModel(c config.Model, timeout time.Duration, tries int) (*model.Client, error) {
	if c.URL == "" {
		return nil, misusef("there is no model: set model.url and model.name (see config/pincite.yaml)")
	}
	key := c.Key.Reveal()
	if key == "" && c.KeyFile != "" {
		var err error
		if key, err = firstLine(c.KeyFile); err != nil {
			return nil, fmt.Errorf("model.key_file: %w", err)
		}
	}
	headers := http.Header{}
	for _, h := range c.Headers {
		headers.Add(h.Name, h.Value.Reveal())
	}
	client, err := model.New(model.Options{URL: c.URL, Name: c.Name, Key: key, Headers: headers, Timeout: timeout, Tries: tries})
	if err != nil {
		return nil, misuse{err}
	}
	return client, nil
}

// letChoose lets the settings' model choose among the sentences of the documents, if
// the settings say so. failed is told why an answer was made without it.
func (p *program) letChoose(l *library.Library, c config.Model, failed func(error)) error {
	if c.Answers != config.Choose {
		return nil
	}
	client, err := newModel(c, c.Timeout, 1)
	if err != nil {
		return err
	}
	l.ChooseWith(choose.New(choose.Options{
		Model: client, Name: client.Name(), Host: client.Host(), Timeout: c.Timeout, PerDay: c.PerDay, Context: c.Context,
		AtOnce: runtime.GOMAXPROCS(0) * atOnce / 2, Failed: failed, // so that half of what can be answered at once never waits for it
	}))
	return nil
}

// maxKeyFile bounds the file of a key, in bytes.
const maxKeyFile = 1 << 16

// firstLine returns the first line of a file, which must hold something.
func firstLine(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close() // opened to read: nothing is lost
	data, err := io.ReadAll(io.LimitReader(f, maxKeyFile))
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(strings.TrimSpace(string(data)), "\n")
	if line = strings.TrimSpace(line); line == "" {
		return "", fmt.Errorf("%s is empty", name)
	}
	return line, nil
}

// checkPatience is how long check waits for the model: one that is not in memory yet
// takes its time.
const checkPatience = 2 * time.Minute

// tryModel calls the model and says in a line what came of it. Nothing of a
// document is sent.
func tryModel(ctx context.Context, client *model.Client) (said string, err error) {
	names, err := client.Models(ctx)
	switch {
	case err == nil && slices.Contains(names, client.Name()):
		said = fmt.Sprintf("%s has the model %s", client.Host(), client.Name())
	case err == nil && len(names) > 0:
		return "", fmt.Errorf("%s has no model %s; it has %s", client.Host(), client.Name(), someOf(names))
	case err == nil, errors.Is(err, model.ErrAbsent):
		said = client.Host() + " lists no models"
	default:
		return "", err
	}
	var reply struct {
		Number json.Number `json:"number"`
	}
	start := time.Now()
	usage, err := model.Ask(ctx, client, model.Request{
		System: `Reply with one JSON object and nothing else: {"number": the number of the sentence that answers the question}`,
		User:   "Sentences:\n1. The door is painted red.\n2. Guests ring the bell twice.\n3. The garden closes at dusk.\n\nQuestion: When does the garden close?",
		Schema: json.RawMessage(`{"type":"object","properties":{"number":{"type":"integer"}},"required":["number"],"additionalProperties":false}`),
	}, &reply)
	if err != nil {
		return "", err
	}
	said += fmt.Sprintf(", which returns JSON (asked for %s); a short call took %s, %d tokens read, %d written",
		client.Manner(), time.Since(start).Round(time.Millisecond), usage.Read, usage.Written)
	if reply.Number != "3" {
		return said, errTooSmall
	}
	return said, nil
}

// errTooSmall is no failure, but worth a warning.
var errTooSmall = errors.New("it answered a very easy question wrongly: it may be too small")

// someOf names the first few of many.
func someOf(names []string) string {
	const few = 5
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}
