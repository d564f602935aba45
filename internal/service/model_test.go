package service

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"pincite/internal/chat"
	"pincite/internal/config"
	"pincite/internal/library"
)

// TestChoicesOutliveTheService: where there is a store, the next process gives the answer
// of the one before without asking the model, whoever asks.
func TestChoicesOutliveTheService(t *testing.T) {
	var calls atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls.Add(1)
		io.WriteString(w, completion(`{"sentences":[2],"uncovered":""}`))
	}))
	t.Cleanup(server.Close)
	state := filepath.Join(t.TempDir(), "state.db")
	env := []string{"PINCITE_MODEL_URL=" + server.URL, "PINCITE_MODEL_NAME=small", "PINCITE_MODEL_ANSWERS=choose",
		"PINCITE_STORE_PATH=" + state}
	var first string
	for _, who := range []string{"web:1", "web:2"} {
		s := newService(t, env...)
		r := s.chat.Ask(t.Context(), chat.Message{Conversation: who, Person: who, Text: "May grandmothers drum in the yard at night?", Private: true})
		s.Close()
		if len(r.Answer.Citations) == 0 || first != "" && r.Answer.Citations[0].Quote != first {
			t.Errorf("%s %v, before %q", r.Kind, r.Answer.Citations, first)
			continue
		}
		first = r.Answer.Citations[0].Quote
	}
	if n := calls.Load(); n != 1 {
		t.Errorf("%d calls, want one for both processes", n)
	}
}

// TestAModelInBadWeather: of two hundred who ask at once, a model that hangs, lies, or sends
// without end holds up those few that it is asked for, and they too are answered from
// the document alone.
func TestAModelInBadWeather(t *testing.T) {
	most := runtime.GOMAXPROCS(0) * atOnce / 2
	for name, send := range map[string]func(w io.Writer){
		"nothing":         func(io.Writer) {},
		"lies":            func(w io.Writer) { io.WriteString(w, completion(`{"sentences":[999999,-3,1e30],"quote":"LIES"} LIES`)) },
		"another's words": func(w io.Writer) { io.WriteString(w, completion("LIES")) },
		"without end": func(w io.Writer) {
			for piece := bytes.Repeat([]byte("LIES"), 1<<14); ; {
				if _, err := w.Write(piece); err != nil {
					return
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			entered, release := make(chan struct{}, 200), make(chan struct{})
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				entered <- struct{}{}
				<-release
				send(w)
			}))
			t.Cleanup(server.Close)
			s := serviceWith(t, "PINCITE_MODEL_URL="+server.URL, "PINCITE_MODEL_NAME=small", "PINCITE_MODEL_ANSWERS=choose", "PINCITE_MODEL_TIMEOUT=30s")
			ask := func(n int) {
				who := fmt.Sprint("web:", n)
				r := s.chat.Ask(t.Context(), chat.Message{Conversation: who, Person: who, Text: "May grandmothers drum in the yard at night, " + guest(n) + "?", Private: true})
				for _, c := range r.Answer.Citations {
					if c.Quote != r.Answer.Document.Slice(c.Span) {
						t.Errorf("%d: %q is not verbatim", n, c.Quote)
					}
				}
				if len(r.Answer.Citations) == 0 {
					t.Errorf("%d: %s", n, r.Kind)
				}
			}
			var held, others sync.WaitGroup
			for n := range most {
				held.Go(func() { ask(n) })
				<-entered
			}
			for n := most; n < 200; n++ {
				others.Go(func() { ask(n) })
			}
			others.Wait()
			if n := len(entered); n != 0 {
				t.Errorf("the model is asked for %d more at once", n)
			}
			close(release)
			held.Wait()
		})
	}
}

// guest makes a word of a number, so that every question is another one and none has a
// number, which would name a section.
func guest(n int) string { return "Mo" + strings.Repeat("o", n%20) + strings.Repeat("a", n/20) }

// completion is what a model's server sends for a reply.
func completion(reply string) string {
	b, _ := json.Marshal(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": reply}}}}) // no part can fail
	return string(b)
}

// serviceWith makes a service of a small document for as long as the test runs.
func serviceWith(t *testing.T, env ...string) *Service {
	t.Helper()
	s := newService(t, env...)
	t.Cleanup(s.Close)
	return s
}

// newService makes a service of a small document, which the caller closes.
func newService(t *testing.T, env ...string) *Service {
	t.Helper()
	c, err := config.Load(config.Options{Env: env})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(t.Context(), options(c))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// options are those of a service of a small document.
func options(c config.Config) Options {
	return Options{Config: c, Log: slog.New(slog.DiscardHandler), Sources: func() ([]library.Source, error) {
		return []library.Source{{FS: os.DirFS("../../cmd/pincite/testdata"), Name: "house"}}, nil
	}}
}
