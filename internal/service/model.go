package service

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"strings"
	"time"

	"pincite/internal/choose"
	"pincite/internal/config"
	"pincite/internal/library"
	"pincite/internal/model"
	"pincite/internal/speech"
)

// NewModel returns a client of the settings' model. Timeout is that of one try.
func NewModel(c config.Model, timeout time.Duration, tries int) (*model.Client, error) {
	if c.URL == "" {
		return nil, config.Misusef("there is no model: set model.url and model.name (see config/pincite.yaml)")
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
		return nil, config.Misuse{Err: err}
	}
	return client, nil
}

// LetChoose lets the settings' model choose among the sentences of the documents, if
// the settings say so. memory is nil where choices end with the process; failed is told why
// an answer was made without it.
func LetChoose(l *library.Library, c config.Model, budget *model.Budget, memory choose.Memory, failed func(error)) error {
	if c.Answers != config.Choose {
		return nil
	}
	client, err := NewModel(c, c.Timeout, 1)
	if err != nil {
		return err
	}
	l.ChooseWith(choose.New(choose.Options{
		Model: client, Name: client.Name(), Host: client.Host(), Timeout: c.Timeout, Budget: budget, Context: c.Context,
		AtOnce: runtime.GOMAXPROCS(0) * atOnce / 2, Memory: memory, Failed: failed, // so that half of what can be answered at once never waits for it
	}))
	return nil
}

// newListener returns what understands voice messages; nil if the settings name no model
// for it.
func newListener(c config.Model, budget *model.Budget) (*speech.Listener, error) {
	if c.Transcribe == "" {
		return nil, nil
	}
	c.Name = c.Transcribe
	client, err := NewModel(c, c.Timeout, 1)
	if err != nil {
		return nil, err
	}
	return speech.New(speech.Options{
		Model: client, Budget: budget, Timeout: c.Timeout, AtOnce: runtime.GOMAXPROCS(0) * atOnce / 2,
		MaxLength: c.VoiceTime, MaxBytes: int64(c.VoiceBytes),
	}), nil
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
