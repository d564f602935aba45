package config

import (
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// A setter turns a value, as YAML, a variable or a flag has it, into the type of
// its field and stores it there. Its error says what was expected instead, fit
// to follow the name of the key.
type setter func(c *Config, raw any) error

// words is a setter of a text; one of allowed, if any are given.
func words(field func(*Config) *string, allowed ...string) setter {
	return func(c *Config, raw any) error {
		s, ok := raw.(string)
		if !ok {
			return fmt.Errorf("must be a text, got %v: write it in quotes", raw)
		}
		if len(allowed) > 0 && !slices.Contains(allowed, s) {
			return fmt.Errorf("must be %s, got %q", strings.Join(allowed, " or "), s)
		}
		*field(c) = s
		return nil
	}
}

// secret is a setter whose errors do not show the value. White space around it
// is dropped: it comes from copying.
func secret(field func(*Config) *Secret) setter {
	return func(c *Config, raw any) error {
		s, ok := raw.(string)
		if !ok {
			return fmt.Errorf("must be a text, got a value of type %T: write it in quotes", raw)
		}
		*field(c) = Secret(strings.TrimSpace(s))
		return nil
	}
}

// number is a setter of a whole number from low to high.
func number(field func(*Config) *int, low, high int) setter {
	return func(c *Config, raw any) error {
		n, ok := raw.(int)
		if s, text := raw.(string); text {
			var err error
			n, err = strconv.Atoi(s)
			ok = err == nil
		}
		if !ok || n < low || n > high {
			return fmt.Errorf("must be a whole number from %d to %d, got %#v", low, high, raw)
		}
		*field(c) = n
		return nil
	}
}

// lasting is a setter of a time from low to high.
func lasting(field func(*Config) *time.Duration, low, high time.Duration) setter {
	return func(c *Config, raw any) error {
		s, _ := raw.(string)
		d, err := time.ParseDuration(s)
		if err != nil || d < low || d > high {
			return fmt.Errorf("must be a time such as 10s, 5m or 1h30m, from %s to %s, got %#v", low, high, raw)
		}
		*field(c) = d
		return nil
	}
}

var levels = map[string]slog.Level{
	"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError,
}

// level is the setter of log.level.
func level(c *Config, raw any) error {
	s, _ := raw.(string)
	l, ok := levels[s]
	if !ok {
		return fmt.Errorf("must be debug, info, warn or error, got %#v", raw)
	}
	c.Log.Level = l
	return nil
}

// list is a setter of a list of YAML, or of one text with commas or spaces
// between the items; what names the items in errors.
func list[T any](field func(*Config) *[]T, parse func(string) (T, error), what string) setter {
	return func(c *Config, raw any) error {
		items, ok := itemsOf(raw)
		if !ok {
			return fmt.Errorf("must be a list of %s, got %#v", what, raw)
		}
		if s, text := raw.(string); text && s != "" && len(items) == 0 { // a list of nobody would be everybody
			return fmt.Errorf("must be a list of %s, got %q, which has none: leave it out, or empty", what, s)
		}
		var out []T
		for _, item := range items {
			v, err := parse(item)
			if err != nil {
				return fmt.Errorf("must be a list of %s, got %q in it", what, item)
			}
			out = append(out, v)
		}
		*field(c) = out
		return nil
	}
}

// headerName is what RFC 9110 allows for the name of a header.
var headerName = regexp.MustCompile("^[-!#$%&'*+.^_`|~0-9A-Za-z]+$")

// headers is a setter of lines of an HTTP header, each written Name=value. Their
// values stand in no error.
func headers(field func(*Config) *[]Header) setter {
	return func(c *Config, raw any) error {
		items, ok := itemsOf(raw)
		var out []Header
		for _, item := range items {
			name, value, cut := strings.Cut(item, "=")
			ok = ok && cut && headerName.MatchString(name) && !strings.ContainsFunc(value, unicode.IsControl)
			out = append(out, Header{name, Secret(value)})
		}
		if !ok {
			return errors.New("must be a list of headers, each written Name=value")
		}
		*field(c) = out
		return nil
	}
}

func itemsOf(raw any) ([]string, bool) {
	switch v := raw.(type) {
	case string:
		return strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' }), true
	case int: // a list of one
		return []string{strconv.Itoa(v)}, true
	case []any:
		var out []string
		for _, item := range v {
			out = append(out, fmt.Sprint(item))
		}
		return out, true
	}
	return nil, false
}
