package web

import (
	"net/url"
	"testing"
)

// What one question costs, the whole way from request to response.
func BenchmarkAsk(b *testing.B) {
	s := newServer(b, options(b))
	questions := []string{question, "measure 7", "which measures mention cadres", "党课多久讲一次", "¿Quién es responsable?", "what is the budget"}
	for i := range questions {
		questions[i] = "/api/ask?q=" + url.QueryEscape(questions[i])
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if w := get(s, questions[i%len(questions)]); w.Code != 200 {
			b.Fatal(w.Code)
		}
	}
}
