package model

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"strings"
)

// A Recording is a file of sound.
type Recording struct {
	Name string // its ending tells servers the format: "voice.ogg"
	Data []byte
}

// MaxTranscript is the longest text that is taken for what somebody said, in bytes: hours
// of speech.
const MaxTranscript = 256 << 10

// Transcribe returns what is said in a recording, "" where nothing is heard. Servers that
// are busy or broken are asked again, as often as Options.Tries says.
func (c *Client) Transcribe(ctx context.Context, r Recording) (string, error) {
	body, err := c.form(r)
	if err != nil {
		return "", fmt.Errorf("model: %w", err)
	}
	data, err := c.call(ctx, http.MethodPost, "audio/transcriptions", body)
	if err != nil {
		return "", err
	}
	return readTranscript(data)
}

// form is the body of a call, as a browser would send a form with a file.
func (c *Client) form(r Recording) (payload, error) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	err := errors.Join(w.WriteField("model", c.o.Name), w.WriteField("response_format", "json"), w.WriteField("temperature", "0"))
	file, fileErr := w.CreateFormFile("file", r.Name)
	if fileErr == nil {
		_, fileErr = file.Write(r.Data)
	}
	err = errors.Join(err, fileErr, w.Close())
	return payload{w.FormDataContentType(), b.Bytes()}, err
}

// readTranscript reads the body of a reply.
func readTranscript(data []byte) (string, error) {
	var body struct {
		Text *string `json:"text"`
	}
	if err := json.Unmarshal(data, &body); err != nil {
		return "", fmt.Errorf("model: what the server sent is not a transcript; is the address right? (%w)", plainJSON(err))
	}
	switch {
	case body.Text == nil:
		return "", fmt.Errorf("%w: it has no text", ErrReply)
	case len(*body.Text) > MaxTranscript:
		return "", fmt.Errorf("%w: the transcript is longer than %d kB", ErrReply, MaxTranscript>>10)
	}
	return strings.TrimSpace(strings.ToValidUTF8(*body.Text, "")), nil
}
