package library

import (
	"sync"

	"pincite/internal/document"
	"pincite/internal/verify"
)

// Checker returns what checks texts against the document of that name, or against
// all of them for ""; false if there is none of that name. It is made when it is first
// asked for, and is that of the documents there are now, open or not.
func (l *Library) Checker(name string) (*verify.Checker, bool) {
	docs := l.current()
	if name == "" {
		return docs.checker(), true
	}
	e := docs.named(name)
	if e == nil {
		return nil, false
	}
	return e.checker(), true
}

// checkerOf makes the checker of documents once; that of a document alone serves where
// it is the only one.
func checkerOf(all []*entry) func() *verify.Checker {
	if len(all) == 1 {
		return all[0].checker
	}
	return sync.OnceValue(func() *verify.Checker {
		var docs []*document.Document
		for _, e := range all {
			docs = append(docs, e.doc)
		}
		return verify.New(docs...)
	})
}
