package metrics_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"runtime"
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
	m.ReplyDropped("expired")
	m.PanicRecovered()
	m.Answered("law", "answer", .85, time.Millisecond)
	m.Answered("law", "outline", 1, time.Millisecond)
	m.Documents([]metrics.Document{{Name: "old", Digest: "0", Sections: 1}})
	m.Documents([]metrics.Document{{Name: "law", Digest: "0123456789ab", Sections: 7, Bytes: 900, Passages: 20}})
	m.Build("v1")
	m.StoreFailed("take an update")
	m.StoreWaited(true)
	m.StoreWaited(false)
	m.StoreDropped("outbox", 2)
	ctx, decided := metrics.Stage(m.Into(context.Background()), metrics.StageDecide)
	_, searched := metrics.Stage(ctx, metrics.StageSearch)
	searched()
	decided()
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
		`pincite_document_bytes{document="law"} 900`,
		`pincite_index_passages{document="law"} 20`,
		`pincite_document_info{digest="0123456789ab",document="law"} 1`,
		`pincite_build_info{version="v1"} 1`,
		`pincite_answer_confidence_bucket{kind="answer",le="0.8"} 0`,
		`pincite_answer_confidence_bucket{kind="answer",le="0.9"} 1`,
		`pincite_stage_duration_seconds_count{stage="decide"} 1`,
		`pincite_stage_duration_seconds_count{stage="search"} 1`,
		`pincite_store_failures_total{operation="take an update"} 1`,
		`pincite_store_waits_total{outcome="served"} 1`,
		`pincite_store_waits_total{outcome="gave up"} 1`,
		`pincite_store_dropped_total{table="outbox"} 2`,
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
	for _, other := range []string{`document="old"`, `pincite_answer_confidence_count{kind="outline"}`} {
		if strings.Contains(text, other) {
			t.Errorf("exposed: %s", other)
		}
	}
}

// follow makes gauges that tell n, or that all is well if n is not 0.
func follow(m *metrics.Metrics, n int) {
	count, well := func() int { return n }, func() bool { return n != 0 }
	m.Follow(metrics.Gauges{UpdatesWaiting: count, QuestionsWaiting: count, StoreAnswers: well, TelegramAnswers: well, Replicas: count})
}

func TestGauges(t *testing.T) {
	var none *metrics.Metrics
	follow(none, 1)
	m := metrics.New()
	m.Follow(metrics.Gauges{Replicas: func() int { return 3 }})
	if text := scrape(t, m); !strings.Contains(text, "pincite_replicas 3\n") || strings.Contains(text, "pincite_store_up") {
		t.Errorf("one gauge of five: %s", text)
	}
	m = metrics.New()
	follow(m, 0)
	text := scrape(t, m)
	for _, want := range []string{"pincite_telegram_updates_waiting 0", "pincite_questions_waiting 0", "pincite_store_up 0", "pincite_telegram_up 0"} {
		if !strings.Contains(text, want+"\n") {
			t.Errorf("not exposed: %s", want)
		}
	}
}

// TestStages: a stage has the time of what is done in it, without that of the stages
// within it.
func TestStages(t *testing.T) {
	m := metrics.New()
	outer, end := metrics.Stage(m.Into(t.Context()), metrics.StageDecide)
	const long = 30 * time.Millisecond
	_, inner := metrics.Stage(outer, metrics.StageSearch)
	for began := time.Now(); time.Since(began) < long; { // what is timed is work
		runtime.Gosched()
	}
	inner()
	end()
	text := scrape(t, m)
	if !strings.Contains(text, `pincite_stage_duration_seconds_bucket{stage="search",le="0.025"} 0`) ||
		!strings.Contains(text, `pincite_stage_duration_seconds_bucket{stage="decide",le="0.025"} 1`) {
		t.Error(text)
	}
	if _, end := metrics.Stage(t.Context(), metrics.StageSend); end == nil {
		t.Error("a stage that nobody times cannot be ended")
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
