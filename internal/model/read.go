package model

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// ErrReply marks an error that concerns one request: the reply is empty, refused, cut
// off or without the JSON that was asked for, or the request was too long. The server
// itself is well.
var ErrReply = errors.New("the model's reply cannot be used")

// Ask asks c and reads the JSON object of its reply into a pointer to a struct, as
// Read does. The usage counts also where the reply cannot be used.
func Ask(ctx context.Context, c Completer, r Request, into any) (Usage, error) {
	reply, err := c.Complete(ctx, r)
	if err != nil {
		return reply.Usage, err
	}
	return reply.Usage, Read(reply.Text, into)
}

// maxObjects is how many objects of a reply are looked at.
const maxObjects = 200

// Read reads the JSON object in a model's reply into a pointer to a struct. It takes
// the last whole object that has every field of the struct, and not null, apart from those
// marked omitempty: thinking and examples come first, and half an object is none. Fields
// that the struct lacks are passed over. What into points at is left alone when there
// is no such object.
func Read(reply string, into any) error {
	if i := strings.LastIndex(reply, "</think>"); i >= 0 {
		reply = reply[i+len("</think>"):]
	} else if i := strings.Index(reply, "<think>"); i >= 0 {
		reply = reply[:i] // the thinking never came to an end
	}
	target := reflect.ValueOf(into).Elem()
	problem, found := errors.New("there is no JSON object in it"), false
	for range maxObjects {
		i := strings.IndexByte(reply, '{')
		if i < 0 {
			break
		}
		reply = reply[i:]
		d := json.NewDecoder(strings.NewReader(reply))
		var raw json.RawMessage
		err := d.Decode(&raw)
		if errors.Is(err, io.ErrUnexpectedEOF) {
			problem = errors.New("its JSON ends too early") // what follows stands inside
			break
		}
		if err != nil {
			problem = plainJSON(err)
			reply = reply[1:]
			continue
		}
		reply = reply[d.InputOffset():]
		fresh := reflect.New(target.Type())
		if err := complete(raw, fresh); err != nil {
			problem = err
			continue
		}
		target.Set(fresh.Elem())
		found = true
	}
	if !found {
		return fmt.Errorf("%w: %w", ErrReply, problem)
	}
	return nil
}

// complete decodes an object that must have every required field.
func complete(raw json.RawMessage, into reflect.Value) error {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(raw, &keys); err != nil {
		return plainJSON(err)
	}
	t := into.Type().Elem()
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		value, ok := keys[name]
		if options != "omitempty" && (!ok || string(value) == "null") {
			return fmt.Errorf("its JSON has no %q", name)
		}
	}
	if err := json.Unmarshal(raw, into.Interface()); err != nil {
		return plainJSON(err)
	}
	return nil
}

// plainJSON says what is wrong with JSON in a few words, without the text itself.
func plainJSON(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("its JSON has a %s for %q", wrong.Value, wrong.Field)
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("its JSON breaks at byte %d", syntax.Offset)
	}
	return errors.New("its JSON cannot be read")
}
