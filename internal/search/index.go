package search

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"strings"
	"sync"

	"pincite/internal/search/analyzer"
	"pincite/internal/search/postings"
)

// ErrClosed is returned by searches of an index that has been closed.
var ErrClosed = errors.New("the index is closed")

// A Field is one searchable aspect of a passage.
type Field struct {
	Name     string // "body", "title", "terms.zh"; must not begin with "_"
	Analyzer string // one of the Analyzer names

	// Counted fields are not searched: all that is known of them is how many
	// passages have a term.
	Counted bool
}

// A Passage is what is found. Its number is its place among those given to Build.
type Passage struct {
	Values map[string]string // field name -> text; a field may be absent
	Tag    uint32            // a group that a query may be limited to; 0 for none
	Mark   uint32            // the caller's, see [Index.Mark]
}

// An Index holds passages, ready to be searched. It is safe for concurrent use.
type Index struct {
	fields      map[string]*fieldIndex
	tags, marks postings.Numbers // by passage number
	maxTag      uint32
	grouped     bool // passages of one tag are side by side, in the order of tags

	scratch sync.Pool // *accumulator

	mu       sync.RWMutex      // held for reading by searches, for writing by Close
	postings *postings.Segment // nil once closed
}

// A fieldIndex is what the index knows about one field.
type fieldIndex struct {
	analyzer   analyzer.Analyzer
	counted    bool
	passages   int     // passages that have at least one word in the field
	meanLength float64 // words per such passage
	terms      postings.Vocabulary
	lookups    sync.Pool // *postings.Lookup
}

// declare checks the fields and makes an index without passages.
func declare(fields []Field) (*Index, error) {
	x := &Index{fields: make(map[string]*fieldIndex, len(fields))}
	for _, f := range fields {
		if f.Name == "" || strings.HasPrefix(f.Name, "_") {
			return nil, fmt.Errorf("field %q: a name is needed that does not begin with _", f.Name)
		}
		if x.fields[f.Name] != nil {
			return nil, fmt.Errorf("field %q is declared twice", f.Name)
		}
		a, err := analyzer.Named(f.Analyzer)
		if err != nil {
			return nil, fmt.Errorf("field %q: %w", f.Name, err)
		}
		x.fields[f.Name] = &fieldIndex{analyzer: a, counted: f.Counted}
	}
	return x, nil
}

// ready takes the postings into an index whose tables are known.
func (x *Index) ready(segment *postings.Segment) *Index {
	x.postings = segment
	size := x.Len() // not the index: what is pooled does not keep it
	x.scratch.New = func() any { return newAccumulator(size) }
	x.grouped = true
	for n := range size {
		x.grouped = x.grouped && x.maxTag <= x.tags.At(n)
		x.maxTag = max(x.maxTag, x.tags.At(n))
	}
	return x
}

// Close waits for running searches and frees the index. It may be called twice.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.postings == nil {
		return nil
	}
	err := x.postings.Close()
	x.postings = nil
	return err
}

// Len returns the number of passages.
func (x *Index) Len() int { return x.marks.Len() }

// Tag returns the tag of passage n, from 0.
func (x *Index) Tag(n int) uint32 { return x.tags.At(n) }

// Mark returns the mark that passage n was given.
func (x *Index) Mark(n int) uint32 { return x.marks.At(n) }

// DocFreq returns the number of passages that have the term in the field.
func (x *Index) DocFreq(field, term string) int {
	f := x.fields[field]
	if f == nil {
		return 0
	}
	return f.terms.Count(term)
}

// IDF returns how telling a term is in a field: ln(1 + (N-n+0.5)/(n+0.5)) where n
// of the N passages that have the field have the term (Lucene's BM25Similarity).
// It is above 0, and highest for a term that the field does not know; 0 for a
// field that the index lacks.
func (x *Index) IDF(field, term string) float64 {
	f := x.fields[field]
	if f == nil {
		return 0
	}
	return f.idf(f.terms.Count(term))
}

func (f *fieldIndex) idf(docFreq int) float64 {
	n := float64(docFreq)
	return math.Log1p((float64(f.passages) - n + 0.5) / (n + 0.5))
}

// WithPrefix returns the terms of a field that begin with prefix, in byte order; all for "".
func (x *Index) WithPrefix(field, prefix string) iter.Seq[string] {
	return func(yield func(string) bool) {
		f := x.fields[field]
		if f == nil {
			return
		}
		for i, _ := f.terms.Find(prefix); i < f.terms.Len(); i++ {
			if t := f.terms.Term(i); !strings.HasPrefix(t, prefix) || !yield(t) {
				return
			}
		}
	}
}
