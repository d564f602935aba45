package redact

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
)

// redacted takes the place of a secret.
const redacted = "[redacted]"

// shortestSecret is the length in bytes below which a string is not treated as
// a secret: replacing "a" everywhere would destroy every message.
const shortestSecret = 8

// Replacer returns a replacer of secrets in plain and URL-escaped form. A
// bot token is also replaced by its second half alone, since whoever has that
// has the bot: the first half is the bot's public id.
func Replacer(secrets ...string) *strings.Replacer {
	var pairs []string
	add := func(s string) {
		if len(s) >= shortestSecret {
			pairs = append(pairs, s, redacted)
		}
	}
	for _, s := range secrets {
		s = strings.TrimSpace(s)
		add(s)
		add(url.QueryEscape(s))
		if _, key, found := strings.Cut(s, ":"); found {
			add(key)
		}
	}
	return strings.NewReplacer(pairs...)
}

// Handler returns a handler that passes records on to next with every secret
// replaced: in the message, and in every attribute whatever its type, groups
// and errors included.
func Handler(next slog.Handler, secrets ...string) slog.Handler {
	return &redactor{next: next, replace: Replacer(secrets...)}
}

type redactor struct {
	next    slog.Handler
	replace *strings.Replacer
}

func (r *redactor) Enabled(ctx context.Context, level slog.Level) bool {
	return r.next.Enabled(ctx, level)
}

func (r *redactor) Handle(ctx context.Context, rec slog.Record) error {
	clean := slog.NewRecord(rec.Time, rec.Level, r.replace.Replace(rec.Message), rec.PC)
	rec.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(r.attr(a))
		return true
	})
	return r.next.Handle(ctx, clean)
}

func (r *redactor) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &redactor{next: r.next.WithAttrs(r.attrs(attrs)), replace: r.replace}
}

func (r *redactor) WithGroup(name string) slog.Handler {
	return &redactor{next: r.next.WithGroup(r.replace.Replace(name)), replace: r.replace}
}

func (r *redactor) attrs(attrs []slog.Attr) []slog.Attr {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = r.attr(a)
	}
	return clean
}

func (r *redactor) attr(a slog.Attr) slog.Attr {
	key, value := r.replace.Replace(a.Key), a.Value.Resolve()
	switch value.Kind() {
	case slog.KindString:
		return slog.String(key, r.replace.Replace(value.String()))
	case slog.KindGroup:
		return slog.Attr{Key: key, Value: slog.GroupValue(r.attrs(value.Group())...)}
	case slog.KindAny:
		return slog.Attr{Key: key, Value: r.any(value)}
	default: // numbers, times and booleans hold no text
		return slog.Attr{Key: key, Value: value}
	}
}

// any keeps a value whose printed and marshalled forms hold no secret, and
// replaces any other by its cleaned text.
func (r *redactor) any(v slog.Value) slog.Value {
	var text string
	switch x := v.Any().(type) {
	case error:
		text = x.Error()
	case []byte:
		text = string(x)
	case json.RawMessage:
		text = string(x)
	default:
		text = fmt.Sprintf("%+v", x)
		if data, err := json.Marshal(x); err == nil && r.holds(string(data)) {
			return slog.StringValue(r.replace.Replace(text))
		}
		if !r.holds(text) {
			return v
		}
	}
	return slog.StringValue(r.replace.Replace(text))
}

func (r *redactor) holds(s string) bool { return r.replace.Replace(s) != s }
