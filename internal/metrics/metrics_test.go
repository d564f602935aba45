package metrics_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/metrics"
)

// scrape returns what a collector would read.
func scrape(t *testing.T, m *metrics.Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if w.Code != http.StatusOK {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	return w.Body.String()
}

func record(m *metrics.Metrics) {
	m.UpdateReceived("message")
	m.UpdateHandled("message", "answered", 3*time.Millisecond)
	m.ReplySent("answer")
	m.APIError("429")
	m.PanicRecovered()
	m.Answered("law", "answer", time.Millisecond)
	m.Documents(map[string]int{"old": 1})
	m.Documents(map[string]int{"law": 7})
	m.Reloaded("changed", 1)
	m.HTTPRequest("GET /api/ask", http.StatusOK, time.Millisecond)
}

func TestNilCountsNothing(t *testing.T) {
	var m *metrics.Metrics
	record(m)
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if w.Code != http.StatusNotFound {
		t.Errorf("status %d, want 404", w.Code)
	}
}

func TestExposition(t *testing.T) {
	m := metrics.New()
	record(m)
	text := scrape(t, m)
	for _, want := range []string{
		`pincite_telegram_updates_received_total{kind="message"} 1`,
		`pincite_telegram_update_duration_seconds_bucket{kind="message",outcome="answered",le="0.0025"} 0`,
		`pincite_telegram_update_duration_seconds_bucket{kind="message",outcome="answered",le="0.005"} 1`,
		`pincite_telegram_replies_total{kind="answer"} 1`,
		`pincite_telegram_api_errors_total{class="429"} 1`,
		`pincite_panics_recovered_total 1`,
		`pincite_answer_duration_seconds_count{kind="answer"} 1`,
		`pincite_answers_total{document="law",kind="answer"} 1`,
		`pincite_document_sections{document="law"} 7`,
		`pincite_reloads_total{outcome="changed"} 1`,
		`pincite_documents_broken 1`,
		`pincite_http_request_duration_seconds_count{code="200",route="GET /api/ask"} 1`,
		"go_goroutines ",
		"process_cpu_seconds_total ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("not exposed: %s", want)
		}
	}
}

func TestRegistriesAreApart(t *testing.T) {
	first, second := metrics.New(), metrics.New()
	first.PanicRecovered()
	if text := scrape(t, second); !strings.Contains(text, "pincite_panics_recovered_total 0") {
		t.Error("one registry shows what another counted")
	}
}

func TestConcurrentUse(t *testing.T) {
	m := metrics.New()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				record(m)
			}
		})
	}
	wg.Wait()
	if text := scrape(t, m); !strings.Contains(text, "pincite_panics_recovered_total 800\n") {
		t.Error("counts were lost")
	}
}
