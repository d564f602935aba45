package search

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"pincite/internal/rescue"
	"pincite/internal/search/postings"
)

// Build indexes the passages in memory, in one segment.
// It fails on a field that is declared twice, badly or not at all, and when ctx ends.
func Build(ctx context.Context, fields []Field, passages iter.Seq[Passage]) (*Index, error) {
	x, err := inMemory(ctx, fields, passages)
	if err != nil {
		return nil, fmt.Errorf("build index: %w", err)
	}
	return x, nil
}

func inMemory(ctx context.Context, fields []Field, passages iter.Seq[Passage]) (*Index, error) {
	x, err := declare(fields)
	if err != nil {
		return nil, err
	}
	var docs []postings.Document // in the order of passages
	keep := func(b batch) (done func(), err error) {
		return func() {
			docs = append(docs, make([]postings.Document, max(0, b.first+len(b.docs)-len(docs)))...)
			copy(docs[b.first:], b.docs)
		}, nil
	}
	if err := x.filling(keep).run(ctx, passages); err != nil {
		return nil, err
	}
	segment, err := postings.Of(docs)
	if err != nil {
		return nil, err
	}
	if err := x.learn(segment); err != nil {
		return nil, err
	}
	return x.ready(segment), nil
}

// A filling brings passages into an index, batch by batch.
type filling struct {
	*Index
	keep   func(batch) (done func(), err error)
	mu     sync.Mutex // guards the rest
	totals totals
	counts counts
	failed error
}

// totals are what the mean lengths of the fields are made of, by field.
type totals map[string]total

func (t totals) add(field string, more total) {
	t[field] = total{t[field].passages + more.passages, t[field].words + more.words}
}

// counts are how many passages have each term of the counted fields, by field.
type counts map[string]map[string]uint32

func (c counts) add(field, term string, passages uint32) {
	if c[field] == nil {
		c[field] = map[string]uint32{}
	}
	c[field][term] += passages
}

type total struct{ passages, words int }

// filling returns one that calls keep with each batch when it is analysed, in any
// order and on several goroutines; what keep returns is called by one at a time.
func (x *Index) filling(keep func(batch) (done func(), err error)) *filling {
	return &filling{Index: x, keep: keep, totals: totals{}, counts: counts{}}
}

// A batch is a run of passages as bleve takes them.
type batch struct {
	number int // from 0
	first  int // number of its first passage
	docs   []postings.Document
	texts  []Passage
}

// batchBytes is how much text is analysed at once: what is made of it takes some
// twenty times as much memory. Tests cut smaller batches.
var batchBytes = 512 << 10

// run analyses the passages and keeps them, on as many goroutines as may run.
func (f *filling) run(ctx context.Context, passages iter.Seq[Passage]) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches := make(chan batch)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for b := range batches {
				if err := f.analyze(ctx, b); err != nil {
					f.fail(err)
					cancel()
				}
			}
		})
	}
	err := f.cut(ctx, passages, batches)
	close(batches)
	workers.Wait()
	if f.failed != nil {
		return f.failed
	}
	f.settle()
	return err
}

func (f *filling) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failed == nil {
		f.failed = err
	}
}

// cut sends the passages in batches.
func (f *filling) cut(ctx context.Context, passages iter.Seq[Passage], to chan<- batch) error {
	var b batch
	size := 0
	send := func() {
		select {
		case to <- b:
		case <-ctx.Done():
		}
		b, size = batch{number: b.number + 1, first: f.Len()}, 0
	}
	for p := range passages {
		for name, text := range p.Values {
			if f.fields[name] == nil {
				return fmt.Errorf("passage %d: field %q is not declared", f.Len(), name)
			}
			size += len(text)
		}
		b.texts = append(b.texts, p)
		f.tags, f.marks = f.tags.Add(p.Tag), f.marks.Add(p.Mark)
		if size >= batchBytes {
			send()
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if len(b.texts) > 0 {
		send()
	}
	return ctx.Err()
}

// analyze makes bleve documents of a batch and keeps them. Nothing but postings is
// asked for: stored text, offsets and columns would make the index several times as
// large. Passages that are together share headings, which are analysed once.
func (f *filling) analyze(ctx context.Context, b batch) (err error) {
	defer rescue.Into(&err) // on a goroutine of its own, where nobody else can
	words, totals, counts := postings.NewLexicon(), totals{}, counts{}
	var before Passage
	var last map[string]postings.Value
	for i, p := range b.texts {
		if err := ctx.Err(); err != nil {
			return err
		}
		doc, these := postings.NewDocument(b.first+i), map[string]postings.Value{}
		for name, text := range p.Values {
			if text == "" {
				continue
			}
			v, same := last[name]
			if !same || before.Values[name] != text {
				v = words.Value(name, f.fields[name].analyzer.Analyze([]byte(text)))
			}
			these[name] = v
			if v.Len() > 0 {
				totals.add(name, total{1, v.Len()})
			}
			if !f.fields[name].counted {
				doc.Add(v)
				continue
			}
			for term := range v.Terms() {
				counts.add(name, term, 1)
			}
		}
		b.docs = append(b.docs, doc)
		before, last = p, these
	}
	return f.add(b, totals, counts)
}

// add keeps a batch and what was counted in it.
func (f *filling) add(b batch, totals totals, counts counts) error {
	done, err := f.keep(b)
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for field, t := range totals {
		f.totals.add(field, t)
	}
	for field, terms := range counts {
		for term, n := range terms {
			f.counts.add(field, term, n)
		}
	}
	done()
	return nil
}

// settle tells the fields how many texts they have and of what length, and those that
// are only counted their terms.
func (f *filling) settle() {
	for name, t := range f.totals {
		field := f.fields[name]
		field.passages, field.meanLength = t.passages, float64(t.words)/float64(t.passages)
	}
	for name, terms := range f.counts {
		f.fields[name].terms = postings.VocabularyWith(terms)
	}
}

// learn reads the vocabularies of the fields that are searched.
func (x *Index) learn(segment *postings.Segment) (err error) {
	for name, f := range x.fields {
		if f.counted {
			continue
		}
		if f.terms, err = segment.Vocabulary(name); err != nil {
			return fmt.Errorf("vocabulary of %q: %w", name, err)
		}
	}
	return nil
}
