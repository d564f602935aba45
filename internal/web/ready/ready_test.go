package ready

import (
	"context"
	"errors"
	"log/slog"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"time"

	"pincite/internal/answer"
	"pincite/internal/library"
	"pincite/internal/reply"
)

// A document that is slow for a while is ready; one that was never fast, or is slow for
// good, is not. However many ask, the document is asked once a second.
func TestABusyMachine(t *testing.T) {
	l, err := library.Open(t.Context(), library.Source{FS: fstest.MapFS{"rules.txt": {Data: []byte("Article 1. Doors\n\nDoors are shut at ten.\n")}}, Name: "rules.txt"})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	d := l.Default()
	cited := []answer.Citation{answer.Whole(d, 0)}
	asked := 0
	c := New(Options{
		Library: l, Log: slog.New(slog.DiscardHandler),
		Search: func(context.Context, string, string) ([]answer.Citation, error) {
			asked++
			return cited, err
		},
		Ask: func(context.Context, string, string) reply.Reply {
			r := reply.Reply{Kind: answer.KindSection, Answer: answer.Answer{Citations: cited}}
			r.Say("Doors are shut at ten.")
			return r
		},
	})
	for i, tc := range []struct {
		err  error
		want int
	}{
		{context.DeadlineExceeded, 503}, {nil, 200}, {context.DeadlineExceeded, 200}, {errors.New("the index is closed"), 503}, {nil, 200},
		{context.DeadlineExceeded, 200}, {context.DeadlineExceeded, 200}, {context.DeadlineExceeded, 200}, {context.DeadlineExceeded, 200}, {context.DeadlineExceeded, 200},
		{context.DeadlineExceeded, 503}, {nil, 200},
	} {
		err, asked, c.at = tc.err, 0, time.Time{}
		for range 10 {
			w := httptest.NewRecorder()
			if c.ServeHTTP(w, httptest.NewRequest("GET", "/readyz", nil)); w.Code != tc.want {
				t.Fatalf("step %d, %v: %d", i, tc.err, w.Code)
			}
			c.at = time.Now() // whatever the machine took
		}
		if asked > maxProbes*2 {
			t.Errorf("step %d: asked %d times", i, asked)
		}
	}
}
