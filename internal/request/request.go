package request

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"regexp"
	"sync/atomic"
	"time"
)

// Header is the name of the HTTP header that carries the name of a request.
const Header = "X-Request-Id"

// key is the name of the attribute in logs.
const key = "request"

type contextKey struct{}

// A request is what the program is asked to do.
type request struct {
	name   string
	waited atomic.Int64
}

// With returns a context of the request of that name, which has waited for nothing yet.
func With(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, contextKey{}, &request{name: name})
}

// Name returns the name of the request that ctx belongs to, "" for none.
func Name(ctx context.Context) string {
	if r, ok := ctx.Value(contextKey{}).(*request); ok {
		return r.name
	}
	return ""
}

// Waited adds to the time that the request of ctx has waited for the store, and returns
// all of it; 0 where there is no request.
func Waited(ctx context.Context, more time.Duration) time.Duration {
	if r, ok := ctx.Value(contextKey{}).(*request); ok {
		return time.Duration(r.waited.Add(int64(more)))
	}
	return 0
}

// New returns a name that nothing else has: 16 hexadecimal digits.
func New() string {
	b := make([]byte, 8)
	rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

var valid = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// Valid reports whether a name that somebody else gave can be taken over: 1 to 64
// letters, digits and . _ -
func Valid(name string) bool { return valid.MatchString(name) }

// Log returns a handler that passes records on to next with the name of the request
// that their context belongs to.
func Log(next slog.Handler) slog.Handler { return named{next} }

type named struct{ slog.Handler }

// Handle implements slog.Handler.
func (n named) Handle(ctx context.Context, r slog.Record) error {
	if name := Name(ctx); name != "" {
		r = r.Clone()
		r.AddAttrs(slog.String(key, name))
	}
	return n.Handler.Handle(ctx, r)
}

// WithAttrs implements slog.Handler.
func (n named) WithAttrs(attrs []slog.Attr) slog.Handler { return named{n.Handler.WithAttrs(attrs)} }

// WithGroup implements slog.Handler.
func (n named) WithGroup(name string) slog.Handler { return named{n.Handler.WithGroup(name)} }
