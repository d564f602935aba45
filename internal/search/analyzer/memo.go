package analyzer

import (
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
)

// A memo is filters that change each word by itself, and remembers what they make of
// it: a text has the same words again and again, and to look one up takes a fraction
// of the time that stemming takes.
type memo struct {
	filters []analysis.TokenFilter

	mu    sync.RWMutex
	known map[string][]byte // not to be written to
}

// maxMemo bounds the words that are remembered, some hundred bytes each.
const maxMemo = 1 << 14

// Filter implements analysis.TokenFilter.
func (m *memo) Filter(tokens analysis.TokenStream) analysis.TokenStream {
	fresh := m.recall(tokens)
	if len(fresh) == 0 {
		return tokens
	}
	before := make([]string, len(fresh))
	for i, t := range fresh {
		before[i] = string(t.Term)
	}
	for _, f := range m.filters {
		f.Filter(fresh)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known)+len(fresh) > maxMemo {
		m.known = map[string][]byte{}
	}
	for i, t := range fresh {
		m.known[before[i]] = t.Term
	}
	return tokens
}

// recall changes the words that are known and returns the others.
func (m *memo) recall(tokens analysis.TokenStream) (fresh analysis.TokenStream) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, t := range tokens {
		if made, ok := m.known[string(t.Term)]; ok {
			t.Term = made
		} else {
			fresh = append(fresh, t)
		}
	}
	return fresh
}
