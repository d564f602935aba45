package metrics

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// buckets are the bounds of every histogram, in seconds. An answer takes about
// a millisecond and must take less than 50; a reply over the network takes a
// tenth of a second, and up to a minute if Telegram asks to wait.
var buckets = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60}

// Metrics counts what happens. Its methods may be called from any goroutine
// and on a nil *Metrics, where they do nothing.
type Metrics struct {
	registry *prometheus.Registry

	received   *prometheus.CounterVec
	handled    *prometheus.HistogramVec
	replies    *prometheus.CounterVec
	apiErrors  *prometheus.CounterVec
	panics     prometheus.Counter
	unkept     *prometheus.CounterVec
	dropped    *prometheus.CounterVec // replies
	waits      *prometheus.CounterVec // for connections to the database
	deleted    *prometheus.CounterVec // rows
	answered   *prometheus.HistogramVec
	stages     *prometheus.HistogramVec
	confidence *prometheus.HistogramVec
	answers    *prometheus.CounterVec
	reloads    *prometheus.CounterVec
	broken     prometheus.Gauge
	requests   *prometheus.HistogramVec

	documents, sections, bytes, passages, build *prometheus.GaugeVec
}

// New returns metrics with a registry of their own, which also tells of the
// process and of Go's runtime.
func New() *Metrics {
	m := &Metrics{
		registry:  prometheus.NewRegistry(),
		received:  counters("telegram_updates_received_total", "Updates received from Telegram.", "kind"),
		handled:   timings("telegram_update_duration_seconds", "Time from taking up an update to its end.", "kind", "outcome"),
		replies:   counters("telegram_replies_total", "Messages sent or edited, by the kind of answer.", "kind"),
		apiErrors: counters("telegram_api_errors_total", "Failed calls of the Bot API, by code or class.", "class"),
		dropped:   counters("telegram_replies_dropped_total", "Replies that were not sent and never will be, or were never made since too much waited, by the reason.", "reason"),
		panics: prometheus.NewCounter(prometheus.CounterOpts{
			Namespace: "pincite", Name: "panics_recovered_total", Help: "Panics that cost one update or request.",
		}),
		unkept:  counters("store_failures_total", "Operations of the store that failed, so that something was not kept or not known.", "operation"),
		waits:   counters("store_waits_total", "Operations of the store that found all its connections in use, by whether they got one in time.", "outcome"),
		deleted: counters("store_dropped_total", "Rows that were deleted before their time: replies that could not be sent for a day, and the oldest where there are too many.", "table"),
		stages:  timings("stage_duration_seconds", "Time that the stages of a reply took.", "stage"),
		confidence: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Namespace: "pincite", Name: "answer_confidence", Help: "Probability that what is quoted answers, of the kinds answer and closest.",
			Buckets: []float64{.1, .2, .3, .4, .5, .6, .7, .8, .9, 1},
		}, []string{"kind"}),
		answered:  timings("answer_duration_seconds", "Time to compose an answer, by its kind.", "kind"),
		answers:   counters("answers_total", "Answers by the document that they cite first, none for those that cite nothing, and by kind.", "document", "kind"),
		documents: gauges("document_info", "1 for each document that is served, with the beginning of the SHA-256 of its text.", "document", "digest"),
		sections:  gauges("document_sections", "Sections of each document that is served.", "document"),
		bytes:     gauges("document_bytes", "Bytes of the text of each document that is served.", "document"),
		passages:  gauges("index_passages", "Passages in the index of each document, in all languages.", "document"),
		build:     gauges("build_info", "1 for the build that runs.", "version"),
		reloads:   counters("reloads_total", "Times that the documents were read anew, by what came of it.", "outcome"),
		broken: prometheus.NewGauge(prometheus.GaugeOpts{
			Namespace: "pincite", Name: "documents_broken", Help: "Documents that could not be read the last time and are served as they were before.",
		}),
		requests: timings("http_request_duration_seconds", "Time to serve an HTTP request.", "route", "code"),
	}
	m.registry.MustRegister(m.received, m.handled, m.replies, m.apiErrors, m.panics, m.unkept, m.waits, m.dropped, m.deleted, m.answered, m.stages, m.confidence,
		m.answers, m.documents, m.sections, m.bytes, m.passages, m.build, m.reloads, m.broken, m.requests,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func counters(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "pincite", Name: name, Help: help}, labels)
}

func timings(name, help string, labels ...string) *prometheus.HistogramVec {
	return prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Namespace: "pincite", Name: name, Help: help, Buckets: buckets,
	}, labels)
}

func gauges(name, help string, labels ...string) *prometheus.GaugeVec {
	return prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: "pincite", Name: name, Help: help}, labels)
}

// UpdateReceived counts an update from Telegram by its kind, as the Bot API
// names it; "duplicate" and "undecodable" are kinds of their own.
func (m *Metrics) UpdateReceived(kind string) {
	if m != nil {
		m.received.WithLabelValues(kind).Inc()
	}
}

// UpdateHandled records how an update ended and how long it took.
func (m *Metrics) UpdateHandled(kind, outcome string, took time.Duration) {
	if m != nil {
		m.handled.WithLabelValues(kind, outcome).Observe(took.Seconds())
	}
}

// ReplySent counts a reply that reached Telegram, by the kind of its answer.
func (m *Metrics) ReplySent(kind string) {
	if m != nil {
		m.replies.WithLabelValues(kind).Inc()
	}
}

// APIError counts a failed call of the Bot API by its class: a code such as
// "429", "timeout", "network".
func (m *Metrics) APIError(class string) {
	if m != nil {
		m.apiErrors.WithLabelValues(class).Inc()
	}
}

// ReplyDropped counts a reply that will never be sent: "expired", "too many",
// "refused", "cut off".
func (m *Metrics) ReplyDropped(reason string) {
	if m != nil {
		m.dropped.WithLabelValues(reason).Inc()
	}
}

// PanicRecovered counts a panic that was caught.
func (m *Metrics) PanicRecovered() {
	if m != nil {
		m.panics.Inc()
	}
}

// StoreFailed counts an operation of the store that failed.
func (m *Metrics) StoreFailed(operation string) {
	if m != nil {
		m.unkept.WithLabelValues(operation).Inc()
	}
}

// StoreWaited counts an operation of the store that waited for a connection, and whether
// it got one in time.
func (m *Metrics) StoreWaited(served bool) {
	if m != nil {
		outcome := "gave up"
		if served {
			outcome = "served"
		}
		m.waits.WithLabelValues(outcome).Inc()
	}
}

// StoreDropped counts rows that were deleted before their time.
func (m *Metrics) StoreDropped(table string, rows int64) {
	if m != nil && rows > 0 {
		m.deleted.WithLabelValues(table).Add(float64(rows))
	}
}

// Answered records an answer by the name of the document that it cites, its kind, its
// confidence, and the time to compose it.
func (m *Metrics) Answered(document, kind string, confidence float64, took time.Duration) {
	if m == nil {
		return
	}
	m.answers.WithLabelValues(document, kind).Inc()
	m.answered.WithLabelValues(kind).Observe(took.Seconds())
	if kind == "answer" || kind == "closest" {
		m.confidence.WithLabelValues(kind).Observe(confidence)
	}
}

// Reloaded records that the documents were read anew: "changed", "unchanged" or
// "failed"; and how many of them could not be read.
func (m *Metrics) Reloaded(outcome string, broken int) {
	if m != nil {
		m.reloads.WithLabelValues(outcome).Inc()
		m.broken.Set(float64(broken))
	}
}

// HTTPRequest records a request by the pattern of its route, never its path,
// by the status of the response, and by the time to serve it.
func (m *Metrics) HTTPRequest(route string, code int, took time.Duration) {
	if m != nil {
		m.requests.WithLabelValues(route, strconv.Itoa(code)).Observe(took.Seconds())
	}
}

// Handler serves the metrics in the format that the collector asks for. On a
// nil *Metrics it answers 404.
func (m *Metrics) Handler() http.Handler {
	if m == nil {
		return http.NotFoundHandler()
	}
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
