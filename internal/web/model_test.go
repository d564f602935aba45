package web

import (
	"context"
	"net/http"
	"net/netip"
	"strconv"
	"testing"
	"time"

	"pincite/internal/choose"
	"pincite/internal/listen"
	"pincite/internal/model"
)

// A counted model chooses the first sentence, and counts how often; it notes how long it
// might have taken.
type counted struct {
	calls int
	left  time.Duration
}

func (c *counted) Complete(ctx context.Context, _ model.Request) (model.Reply, error) {
	c.calls++
	if end, ok := ctx.Deadline(); ok {
		c.left = time.Until(end)
	}
	return model.Reply{Text: `{"sentences": [1], "uncovered": ""}`}, nil
}

// TestModelInTime: however long the model may take, what it is not waited for beyond is
// what can still be sent; and over every way to ask each client has a share of its own.
func TestModelInTime(t *testing.T) {
	o := bare(t, "rules", "Rule 1. Doors\n\nDoors are shut at ten. Guests ring the bell.\n")
	m := new(counted)
	o.Library.ChooseWith(choose.New(choose.Options{Model: m, Timeout: time.Hour, Budget: model.NewBudget(6, nil), Context: 10_000}))
	o.Proxies, o.AskPerMinute = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, -1
	s := newServer(t, o)
	n := 0
	asks := func(client string) {
		t.Helper()
		n++
		question := "what happens to doors at night number " + strconv.Itoa(n)
		if w := call(s, http.MethodPost, "/api/ask", `{"question":"`+question+`"}`, "Content-Type", "application/json", "X-Forwarded-For", client); w.Code != http.StatusOK {
			t.Fatalf("status %d: %s", w.Code, w.Body)
		}
	}
	for range 6 {
		asks("192.0.2.1")
	}
	if m.calls != 3 || m.left <= 0 || m.left > listen.WriteTime {
		t.Errorf("%d calls by one client, %s left for one", m.calls, m.left)
	}
	asks("198.51.100.7")
	if m.calls != 4 {
		t.Errorf("%d calls, none by another client", m.calls)
	}
}
