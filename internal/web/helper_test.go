package web

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/library/librarytest"
	"pincite/internal/metrics"
)

var update = flag.Bool("update", false, "write golden files and screenshots")

// opened is the library of the default document's, made once: indexing takes most of a
// second under the race detector.
var opened = sync.OnceValues(func() (*library.Library, error) {
	return library.Open(context.Background(), library.Source{FS: os.DirFS("../../data"), Name: "opinions-2024"})
})

func options(t testing.TB) Options {
	t.Helper()
	l, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Addr: "127.0.0.1:8080", Library: l, Chat: chat.New(chat.Options{Library: l}), Metrics: metrics.New(), AskPerMinute: -1}
}

// answererOf answers from a document that has nothing but its text.
func answererOf(t *testing.T, name, text string) *answer.Answerer {
	t.Helper()
	d := librarytest.Document(t, name, text)
	a, err := answer.New(context.Background(), answer.Options{Document: d})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// with serves the documents of answerers.
func with(t *testing.T, answerers ...library.Answerer) Options {
	t.Helper()
	l, err := library.New(answerers...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return Options{Library: l, Chat: chat.New(chat.Options{Library: l})}
}

// bare serves a document that has nothing but its text.
func bare(t *testing.T, name, text string) Options {
	t.Helper()
	return with(t, answererOf(t, name, text))
}

func newServer(t testing.TB, o Options) *Server {
	t.Helper()
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// start serves s over a real connection, at the address that its pages name.
func start(t *testing.T, o Options) (*Server, string) {
	t.Helper()
	ts := httptest.NewUnstartedServer(nil)
	o.PublicURL = "http://" + ts.Listener.Addr().String()
	s := newServer(t, o)
	ts.Config.Handler = s.handler
	ts.Start()
	t.Cleanup(ts.Close)
	return s, o.PublicURL
}

// call sends one request to the handler; headers come as name, value pairs.
func call(s *Server, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.RemoteAddr, r.Host = "127.0.0.1:5000", "127.0.0.1:8080"
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w
}

func get(s *Server, target string, headers ...string) *httptest.ResponseRecorder {
	return call(s, http.MethodGet, target, "", headers...)
}

func decode[T any](t *testing.T, r io.Reader) T {
	t.Helper()
	var v T
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("decode: %v", err)
	}
	return v
}

func theDocument(t *testing.T) *document.Document { return options(t).Library.Default() }

func readSource(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
