package jsonline

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Read reads one object, all of whose values are texts, into v. Keys that v does not have
// are somebody's notes. example is an object as it should be, for the error.
func Read(data []byte, v any, example string) error {
	err := json.Unmarshal(data, v)
	var mistyped *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &mistyped) && mistyped.Field != "":
		return fmt.Errorf("%s must be a text, got %s", mistyped.Field, withArticle(mistyped.Value))
	case mistyped != nil:
		return fmt.Errorf("not a JSON object such as %s but of type %s", example, mistyped.Value)
	}
	return fmt.Errorf("not a JSON object such as %s: %w", example, err)
}

// withArticle returns the name of a kind of JSON value with its article: "an array".
func withArticle(kind string) string {
	if strings.HasPrefix(kind, "array") || strings.HasPrefix(kind, "object") {
		return "an " + kind
	}
	return "a " + kind
}
