package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"pincite/internal/gate"
	"pincite/internal/web/kept"
)

// A limit of so many a minute lets so many ask at once; then one waits its turn.
func TestQuestionsAreLimited(t *testing.T) {
	o := options(t)
	o.AskPerMinute = 2
	s := newServer(t, o)
	for i, want := range []int{200, 200, 429} {
		if w := get(s, "/search?q=cadres"); w.Code != want {
			t.Errorf("question %d: %d, want %d", i+1, w.Code, want)
		} else if after, _ := strconv.Atoi(w.Header().Get("Retry-After")); want == 429 && (after < 1 || after > 30) { // the searches take some of it
			t.Errorf("Retry-After: %d", after)
		}
	}
}

// While as many questions are answered as may be, more get a 503 that says when to
// come back; all else is served.
func TestTooManyAtOnce(t *testing.T) {
	o := options(t)
	o.Gate = gate.New(1, 0)
	s := newServer(t, o)
	turn := func() int {
		body := `{"conversation":"` + strings.Repeat("0", 32) + `","text":"cadres"}`
		return call(s, http.MethodPost, "/chat", body, "Content-Type", "application/json").Code
	}
	leave, err := o.Gate.Enter(t.Context(), "somebody", time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/search?q=cadres", "/api/ask?q=cadres", "/api/search?q=cadres"} {
		if w := get(s, path); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s: %d, retry after %q", path, w.Code, w.Header().Get("Retry-After"))
		}
	}
	if code := turn(); code != http.StatusServiceUnavailable {
		t.Errorf("a turn: %d", code)
	}
	if w := get(s, "/"); w.Code != http.StatusOK {
		t.Errorf("the document: %d", w.Code)
	}
	leave()
	for range 3 {
		if w := get(s, "/search?q=cadres"); w.Code != http.StatusOK || turn() != http.StatusOK {
			t.Errorf("afterwards: %d", w.Code)
		}
	}
}

// A page that somebody has asked for is made though they have gone: others may wait for it.
func TestWhoLeavesTakesNothingAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, options(t))
		s.making = gate.New(1, 8)
		leave, err := s.making.Enter(t.Context(), "somebody", 0)
		if err != nil {
			t.Fatal(err)
		}
		ctx, gone := context.WithCancel(t.Context())
		w := httptest.NewRecorder()
		go s.same(w, httptest.NewRequestWithContext(ctx, "GET", "/", nil), "key", func(*http.Request) (*kept.Body, error) {
			return kept.Pack("text/plain", []byte("a page")), nil
		})
		synctest.Wait()
		if s.making.Waiting() != 1 {
			t.Error("it is made out of turn")
		}
		gone()
		synctest.Wait()
		leave()
		synctest.Wait()
		if w.Code != http.StatusOK || w.Body.String() != "a page" {
			t.Errorf("%d with %q", w.Code, w.Body)
		}
	})
}
