package mentions

import (
	"sync"
	"sync/atomic"

	"pincite/internal/evidence/passages"
)

// A wording is the words of one passage, as they are written and with compounds as
// one word.
type wording struct {
	written, joined []token
	alike           bool // joined is written
}

// A token is a counted word in four bytes: the number of its stem, and in the lowest
// bit whether it owns something.
type token uint32

// mentions reports whether a word counts as a mention of another: their stems are the
// same, and one that owns something is looked for as such.
func (w token) mentions(topic token) bool {
	return w|1 == topic|1 && (w&1 == 1 || topic&1 == 0)
}

// wordings remembers the words of the passages that were looked into: to find the words
// of a sentence takes a hundred times as long as to go through them, and a topic of
// many phrases goes through the same sentences for each.
type wordings struct {
	of    []atomic.Pointer[wording]
	mu    sync.Mutex
	stems map[string]token
}

func newWordings(n int) *wordings {
	return &wordings{of: make([]atomic.Pointer[wording], n), stems: map[string]token{}}
}

// wordingOf returns the wording of passage n.
func (l *listing) wordingOf(n int) *wording {
	at := &l.wordings.of[n]
	if w := at.Load(); w != nil {
		return w
	}
	s := passages.PlainText(l.doc.Plain(l.set.Span(l.place(n))))
	w := &wording{written: l.wordings.numbered(countedIn(l.set.Own(), s))}
	if joined := l.set.Join(s); joined != s {
		w.joined = l.wordings.numbered(countedIn(l.set.Own(), joined))
	} else {
		w.joined, w.alike = w.written, true
	}
	at.Store(w)
	return w
}

// numbered returns words that the document has by the numbers of their stems.
func (w *wordings) numbered(words []counted) []token {
	out := make([]token, len(words))
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, c := range words {
		n, ok := w.stems[c.stem]
		if !ok {
			n = token(len(w.stems)) << 1
			w.stems[c.stem] = n
		}
		if c.owns {
			n |= 1
		}
		out[i] = n
	}
	return out
}
