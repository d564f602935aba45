package web

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"pincite/internal/gate"
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
