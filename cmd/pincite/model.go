package main

import (
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

	"github.com/spf13/cobra"

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

func (p *program) checkVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Try the language model of the settings",
		Long: "Calls the model that model.url and model.name set: is the server reached, does it have\n" +
			"the model, does it return JSON, and how long does a call take? Nothing of a document\n" +
			"is sent.",
		Args: needArgs(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := p.config(cmd)
			if err != nil {
				return err
			}
			client, err := newModel(c.Model, checkPatience, 1)
			if err != nil {
				return err
			}
			return p.checkModel(cmd, client)
		},
	}
}

// checkModel prints a line for each thing that is well, and fails at the first that
// is not.
func (p *program) checkModel(cmd *cobra.Command, client *model.Client) error {
	names, err := client.Models(cmd.Context())
	switch {
	case err == nil && slices.Contains(names, client.Name()):
		fmt.Fprintf(p.out, "%s has the model %s\n", client.Host(), client.Name())
	case err == nil && len(names) > 0:
		return fmt.Errorf("%s has no model %s; it has %s", client.Host(), client.Name(), someOf(names))
	case err == nil, errors.Is(err, model.ErrAbsent):
		fmt.Fprintf(p.out, "%s lists no models\n", client.Host())
	default:
		return err
	}
	var reply struct {
		Number json.Number `json:"number"`
	}
	start := time.Now()
	usage, err := model.Ask(cmd.Context(), client, model.Request{
		System: `Reply with one JSON object and nothing else: {"number": the number of the sentence that answers the question}`,
		User:   "Sentences:\n1. The door is painted red.\n2. Guests ring the bell twice.\n3. The garden closes at dusk.\n\nQuestion: When does the garden close?",
		Schema: json.RawMessage(`{"type":"object","properties":{"number":{"type":"integer"}},"required":["number"],"additionalProperties":false}`),
	}, &reply)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "it returns JSON (asked for %s)\n", client.Manner())
	if reply.Number != "3" {
		fmt.Fprintf(p.out, "it answered a very easy question wrongly: it may be too small\n")
	}
	fmt.Fprintf(p.out, "a short call took %s, %d tokens read, %d written\n", time.Since(start).Round(time.Millisecond), usage.Read, usage.Written)
	return nil
}

// someOf names the first few of many.
func someOf(names []string) string {
	const few = 5
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}
