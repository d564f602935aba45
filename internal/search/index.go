package search

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
)

// ErrClosed is returned by searches of an index that has been closed.
var ErrClosed = errors.New("the index is closed")

// A Field is one searchable aspect of a passage.
type Field struct {
	Name     string // "body", "title", "terms.zh"; must not begin with "_"
	Analyzer string // one of the Analyzer names
}

// A Passage is what is found. Its number is its place in the slice given to Build.
type Passage struct {
	Values map[string]string // field name -> text; a field may be absent
	Tag    string            // a group that a query may be limited to; "" for none
}

// An Index holds passages, ready to be searched. It is safe for concurrent use.
type Index struct {
	fields   map[string]*fieldIndex
	passages []uint32          // bleve's number -> passage number
	tags     []uint32          // bleve's number -> place of its tag in tagIDs
	tagIDs   map[string]uint32 // tag -> id, from 1; 0 is no tag

	scratch sync.Pool // *accumulator

	mu     sync.RWMutex // held for reading by searches, for writing by Close
	engine index.Index
	reader index.IndexReader // nil once closed
}

// A fieldIndex is what the index knows about one field.
type fieldIndex struct {
	analyzer   analysis.Analyzer
	passages   int     // passages that have at least one word in the field
	meanLength float64 // words per such passage
	terms      []termInfo
}

// A termInfo is an entry of a field's vocabulary.
type termInfo struct {
	term     string
	passages uint32 // in which it occurs
}

// Build indexes the passages in one batch, which is also one segment: bleve
// never merges segments in memory, and each one slows every search.
// It fails on a field that is declared twice, badly or not at all, and when ctx ends.
func Build(ctx context.Context, fields []Field, passages []Passage) (*Index, error) {
	x := &Index{fields: make(map[string]*fieldIndex), tagIDs: make(map[string]uint32)}
	size := len(passages) // not the passages: the index outlives their text
	x.scratch.New = func() any { return newAccumulator(size) }
	counters, err := x.declare(ctx, fields)
	if err != nil {
		return nil, fmt.Errorf("build index: %w", err)
	}
	batch, err := newBatch(counters, passages)
	if err != nil {
		return nil, fmt.Errorf("build index: %w", err)
	}
	if err := x.fill(ctx, batch); err != nil {
		return nil, fmt.Errorf("build index: %w", err)
	}
	if err := x.learn(counters, passages); err != nil {
		return nil, errors.Join(fmt.Errorf("build index: %w", err), x.Close())
	}
	return x, nil
}

// declare checks the fields and returns a counting analyzer for each.
func (x *Index) declare(ctx context.Context, fields []Field) (map[string]*counter, error) {
	counters := make(map[string]*counter, len(fields))
	for _, f := range fields {
		if f.Name == "" || strings.HasPrefix(f.Name, "_") {
			return nil, fmt.Errorf("field %q: a name is needed that does not begin with _", f.Name)
		}
		if x.fields[f.Name] != nil {
			return nil, fmt.Errorf("field %q is declared twice", f.Name)
		}
		a, err := analyzerOf(f.Analyzer)
		if err != nil {
			return nil, fmt.Errorf("field %q: %w", f.Name, err)
		}
		x.fields[f.Name] = &fieldIndex{analyzer: a}
		counters[f.Name] = &counter{Analyzer: a, ctx: ctx}
	}
	return counters, nil
}

// A counter is an analyzer that counts texts and words as they pass. It returns
// nothing once its context has ended, since a running batch cannot be stopped.
type counter struct {
	analysis.Analyzer
	ctx          context.Context
	texts, words atomic.Int64
}

// Analyze implements analysis.Analyzer.
func (c *counter) Analyze(text []byte) analysis.TokenStream {
	if c.ctx.Err() != nil {
		return nil
	}
	tokens := c.Analyzer.Analyze(text)
	if len(tokens) > 0 {
		c.texts.Add(1)
		c.words.Add(int64(len(tokens)))
	}
	return tokens
}

// newBatch makes bleve documents of the passages. Nothing but postings is asked
// for: stored text, offsets and columns would make the index several times as large.
func newBatch(counters map[string]*counter, passages []Passage) (*index.Batch, error) {
	batch := index.NewBatch()
	for i, p := range passages {
		doc := document.NewDocument(passageID(i))
		for name, text := range p.Values {
			c := counters[name]
			if c == nil {
				return nil, fmt.Errorf("passage %d: field %q is not declared", i, name)
			}
			if text != "" {
				doc.AddField(document.NewTextFieldCustom(name, nil, []byte(text), index.IndexField, c))
			}
		}
		batch.Update(doc)
	}
	return batch, nil
}

// passageID returns a passage's number as a bleve identifier of 4 bytes.
func passageID(i int) string {
	return string(binary.BigEndian.AppendUint32(nil, uint32(i)))
}

// spareReaders is how many readers of postings bleve keeps for reuse in each
// field: as many as searches that usually run at once. On BenchmarkSearch with 10
// clauses that takes 110 µs and 15 KB a query instead of 165 µs and 119 KB; bleve
// keeps none, since it would keep as many as the widest query had.
const spareReaders = 4

// fill opens an index in memory and puts the batch into it. The goroutines that
// analyse end with the batch.
func (x *Index) fill(ctx context.Context, batch *index.Batch) error {
	queue := index.NewAnalysisQueue(runtime.GOMAXPROCS(0))
	defer queue.Close()
	engine, err := scorch.NewScorch(scorch.Name, map[string]any{"path": "", "fieldTFRCacheThreshold": spareReaders}, queue)
	if err != nil {
		return err
	}
	if err := engine.Open(); err != nil {
		return err
	}
	err = engine.Batch(batch)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		x.reader, err = engine.Reader()
	}
	if err != nil {
		return errors.Join(err, engine.Close())
	}
	x.engine = engine
	return nil
}

// learn reads from the new index what every search needs.
func (x *Index) learn(counters map[string]*counter, passages []Passage) error {
	for name, f := range x.fields {
		c := counters[name]
		f.passages = int(c.texts.Load())
		if f.passages > 0 {
			f.meanLength = float64(c.words.Load()) / float64(f.passages)
		}
		var err error
		if f.terms, err = vocabulary(x.reader, name); err != nil {
			return fmt.Errorf("vocabulary of %q: %w", name, err)
		}
	}
	return x.number(passages)
}

// vocabulary reads the dictionary of a field, in byte order.
func vocabulary(r index.IndexReader, field string) (terms []termInfo, err error) {
	dict, err := r.FieldDict(field)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return slices.Clip(terms), err
		}
		terms = append(terms, termInfo{term: e.Term, passages: uint32(e.Count)})
	}
}

// number notes which passage bleve gave which number: a batch is a map, so the
// numbers come in any order.
func (x *Index) number(passages []Passage) error {
	x.passages = make([]uint32, len(passages))
	x.tags = make([]uint32, len(passages))
	var buf index.IndexInternalID
	for n := range passages {
		buf = index.NewIndexInternalID(buf, uint64(n))
		id, err := x.reader.ExternalID(buf)
		if err != nil {
			return err
		}
		p := binary.BigEndian.Uint32([]byte(id))
		x.passages[n] = p
		x.tags[n] = x.tagID(passages[p].Tag)
	}
	return nil
}

// tagID returns the number of a tag, given when it is first met.
func (x *Index) tagID(tag string) uint32 {
	if tag == "" {
		return 0
	}
	id, ok := x.tagIDs[tag]
	if !ok {
		id = uint32(len(x.tagIDs) + 1)
		x.tagIDs[tag] = id
	}
	return id
}

// idsOf returns, by tag, whether it is one of those named; nil if the index has none
// of them.
func (x *Index) idsOf(tags []string) []bool {
	var out []bool
	for _, tag := range tags {
		id, ok := x.tagIDs[tag]
		if !ok {
			continue
		}
		if out == nil {
			out = make([]bool, len(x.tagIDs)+1)
		}
		out[id] = true
	}
	return out
}

// Close waits for running searches and frees the index. It may be called twice.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.reader == nil {
		return nil
	}
	err := errors.Join(x.reader.Close(), x.engine.Close())
	x.reader, x.engine = nil, nil
	return err
}

// Len returns the number of passages.
func (x *Index) Len() int { return len(x.passages) }

// DocFreq returns the number of passages that have the term in the field.
func (x *Index) DocFreq(field, term string) int {
	f := x.fields[field]
	if f == nil {
		return 0
	}
	return f.docFreq(term)
}

func (f *fieldIndex) docFreq(term string) int {
	i, ok := slices.BinarySearchFunc(f.terms, term, func(t termInfo, term string) int {
		return strings.Compare(t.term, term)
	})
	if !ok {
		return 0
	}
	return int(f.terms[i].passages)
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
	return f.idf(f.docFreq(term))
}

func (f *fieldIndex) idf(docFreq int) float64 {
	n := float64(docFreq)
	return math.Log1p((float64(f.passages) - n + 0.5) / (n + 0.5))
}

// Vocabulary returns the terms of a field in byte order, each with the number of
// passages that have it.
func (x *Index) Vocabulary(field string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		f := x.fields[field]
		if f == nil {
			return
		}
		for _, t := range f.terms {
			if !yield(t.term, int(t.passages)) {
				return
			}
		}
	}
}

// WithPrefix returns the terms of a field that begin with prefix, in byte order.
func (x *Index) WithPrefix(field, prefix string) iter.Seq[string] {
	return func(yield func(string) bool) {
		f := x.fields[field]
		if f == nil {
			return
		}
		from, _ := slices.BinarySearchFunc(f.terms, prefix, func(t termInfo, s string) int { return strings.Compare(t.term, s) })
		for _, t := range f.terms[from:] {
			if !strings.HasPrefix(t.term, prefix) || !yield(t.term) {
				return
			}
		}
	}
}
