package metrics

import "github.com/prometheus/client_golang/prometheus"

// Gauges are functions that tell how something is at the moment they are called; nil
// for what there is not.
type Gauges struct {
	UpdatesWaiting   func() int  // accepted from Telegram and not yet handled
	QuestionsWaiting func() int  // that wait for their turn to be answered
	StoreAnswers     func() bool // the database
	TelegramAnswers  func() bool // the Bot API
	Replicas         func() int  // processes that share the store, this one included
}

// Follow exposes gauges. It is called once.
func (m *Metrics) Follow(g Gauges) {
	if m == nil {
		return
	}
	m.follow("telegram_updates_waiting", "Updates accepted from Telegram and not yet handled.", g.UpdatesWaiting)
	m.follow("questions_waiting", "Questions that wait for their turn to be answered.", g.QuestionsWaiting)
	m.follow("store_up", "1 while the store answers.", number(g.StoreAnswers))
	m.follow("telegram_up", "1 while the Bot API answers.", number(g.TelegramAnswers))
	m.follow("replicas", "Processes that share the store, this one included.", g.Replicas)
}

func (m *Metrics) follow(name, help string, value func() int) {
	if value != nil {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: "pincite", Name: name, Help: help},
			func() float64 { return float64(value()) }))
	}
}

// number makes 1 of true.
func number(f func() bool) func() int {
	if f == nil {
		return nil
	}
	return func() int {
		if f() {
			return 1
		}
		return 0
	}
}

// A Document is what is told of a document that is served.
type Document struct {
	Name     string
	Digest   string // of its text, as much as is shown
	Sections int
	Bytes    int // of its text
	Passages int // in its index, in all languages
}

// Documents tells which documents are served.
func (m *Metrics) Documents(all []Document) {
	if m == nil {
		return
	}
	for _, g := range []*prometheus.GaugeVec{m.documents, m.sections, m.bytes, m.passages} {
		g.Reset()
	}
	for _, d := range all {
		m.documents.WithLabelValues(d.Name, d.Digest).Set(1)
		m.sections.WithLabelValues(d.Name).Set(float64(d.Sections))
		m.bytes.WithLabelValues(d.Name).Set(float64(d.Bytes))
		m.passages.WithLabelValues(d.Name).Set(float64(d.Passages))
	}
}

// Build tells which build of the program runs.
func (m *Metrics) Build(version string) {
	if m != nil {
		m.build.WithLabelValues(version).Set(1)
	}
}
