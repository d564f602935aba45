package ready

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"testing/synctest"
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

// Many documents, which take longer together than a probe may, are ready all the same, once
// each has answered; they are asked in turn, and one that fails is found.
func TestManyDocuments(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		files := fstest.MapFS{}
		for n := range 100 {
			files[fmt.Sprintf("rules%03d.txt", n)] = &fstest.MapFile{Data: []byte("Article 1. Doors\n\nDoors are shut at ten.\n")}
		}
		l, err := library.Open(t.Context(), library.Source{FS: files, Name: "."})
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		cited := func(name string) []answer.Citation {
			d, _ := l.Get(name)
			return []answer.Citation{answer.Whole(d, 0)}
		}
		asked, broken := map[string]int{}, ""
		c := New(Options{
			Library: l, Log: slog.New(slog.DiscardHandler),
			Search: func(ctx context.Context, name, _ string) ([]answer.Citation, error) {
				time.Sleep(20 * time.Millisecond)
				if asked[name]++; name == broken {
					return nil, errors.New("the index is closed")
				}
				return cited(name), ctx.Err()
			},
			Ask: func(_ context.Context, name, _ string) reply.Reply {
				r := reply.Reply{Kind: answer.KindSection, Answer: answer.Answer{Citations: cited(name)}}
				r.Say("Doors are shut at ten.")
				return r
			},
		})
		probe := func() int {
			time.Sleep(readyAge)
			w := httptest.NewRecorder()
			c.ServeHTTP(w, httptest.NewRequest("GET", "/readyz", nil))
			return w.Code
		}
		for n := range 3 {
			if code := probe(); code != 503 {
				t.Fatalf("probe %d: %d before all have answered", n, code)
			}
		}
		for range 30 {
			if code := probe(); code != 200 {
				t.Fatalf("%d when all have answered", code)
			}
		}
		if asked["rules000"] > 3 || asked["rules099"] < 1 {
			t.Errorf("asked %d and %d times", asked["rules000"], asked["rules099"])
		}
		broken = "rules050"
		for n := 0; probe() == 200; n++ {
			if n > 20 {
				t.Fatal("one that fails is not found")
			}
		}
		if code := probe(); code != 503 {
			t.Errorf("%d while it fails still", code)
		}
		broken = ""
		if code := probe(); code != 200 {
			t.Errorf("%d when it is mended", code)
		}
	})
}
