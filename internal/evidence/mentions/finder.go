package mentions

import (
	"sync"
	"sync/atomic"

	"pincite/internal/document"
	"pincite/internal/evidence/passages"
)

// A Finder finds the mentions of one document. It is safe for concurrent use.
type Finder struct {
	doc     *document.Document
	set     *passages.Set
	listing func() (*listing, error)         // every sentence and heading; run once
	listed  atomic.Pointer[listing]          // nil until it has run
	aidsIn  map[string]func() (*aids, error) // by language; each run once
}

// New returns the finder of a document and its passages. It makes its index when it first
// needs it, or when it is told to ([Finder.Warm]).
func New(d *document.Document, set *passages.Set) *Finder {
	f := &Finder{doc: d, set: set, aidsIn: map[string]func() (*aids, error){}}
	f.listing = sync.OnceValues(f.list)
	for _, lang := range set.Languages() {
		f.aidsIn[lang] = sync.OnceValues(func() (*aids, error) { return f.readAids(lang) })
	}
	return f
}

// Warm makes the index, so that no question waits for it.
func (f *Finder) Warm() error {
	_, err := f.listing()
	return err
}

// Close frees the index.
func (f *Finder) Close() error {
	if l := f.listed.Load(); l != nil {
		return l.engine.Close()
	}
	return nil
}
