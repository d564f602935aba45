package yamlfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Read decodes r strictly into a struct: a misspelt key is an error, not a silent
// default. name stands in the error, which is one line with the place in the file.
// An empty file changes nothing.
func Read(r io.Reader, name string, into any) error {
	dec := yaml.NewDecoder(r)
	dec.KnownFields(true)
	if err := dec.Decode(into); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read %s: %w", name, plain(err))
	}
	return nil
}

// plain turns the first complaint of the decoder into one line in the
// words of somebody who edits the file.
func plain(err error) error {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	var typed *yaml.TypeError
	if errors.As(err, &typed) && len(typed.Errors) > 0 {
		msg = typed.Errors[0]
	}
	msg = strings.Join(strings.Fields(msg), " ") // it may quote lines of the file
	if at, _, found := strings.Cut(msg, " not found in type"); found {
		return errors.New(strings.Replace(at, "field ", "unknown key ", 1))
	}
	if at, _, found := strings.Cut(msg, " into "); found {
		return errors.New(strings.Replace(at, "cannot unmarshal", "wrong kind of value", 1))
	}
	return errors.New(msg)
}

// Write returns v as YAML, indented by two spaces, below a comment of whole lines.
func Write(comment string, v any) ([]byte, error) {
	b := bytes.NewBufferString(comment)
	e := yaml.NewEncoder(b)
	e.SetIndent(2)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}
