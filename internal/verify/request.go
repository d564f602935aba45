package verify

import (
	"errors"
	"fmt"
	"io"

	"pincite/internal/jsonline"
)

// maxRequest bounds the JSON of a request, in bytes: each character of a text may
// be written as two escapes, and there are a few keys beside it.
const maxRequest = 12*MaxText + 4096

// A Request is a text to be checked as programs send it, a JSON object.
type Request struct {
	ID       string `json:"id,omitempty"`       // repeated in the reply
	Document string `json:"document,omitempty"` // name of the one to look in; "" for all
	Text     string `json:"text"`
}

// ReadRequest reads one JSON object to the end of in. Keys that it does not know
// are somebody's notes. The error says in one line what is wrong with the object.
func ReadRequest(in io.Reader) (Request, error) {
	data, err := io.ReadAll(io.LimitReader(in, maxRequest+1))
	if err != nil {
		return Request{}, fmt.Errorf("read a request: %w", err)
	}
	if len(data) > maxRequest {
		return Request{}, ErrTooLong
	}
	var o struct {
		ID       string  `json:"id"`
		Document string  `json:"document"`
		Text     *string `json:"text"`
	}
	if err := jsonline.Read(data, &o, `{"text":"…"}`); err != nil {
		return Request{}, err
	}
	if o.Text == nil {
		return Request{}, errors.New("the key text is missing")
	}
	return Request{ID: o.ID, Document: o.Document, Text: *o.Text}, nil
}

// A Reply is what programs get for a [Request], a JSON object.
type Reply struct {
	ID   string `json:"id,omitempty"`
	Text string `json:"text"` // as it was sent; the spans of the result count its bytes
	Result
}
