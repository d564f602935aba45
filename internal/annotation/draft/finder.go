package draft

import (
	"context"
	"fmt"
	"slices"

	"pincite/internal/document"
	"pincite/internal/search"
)

// A Finder finds sections by their words, by BM25 and nothing else: what a model's
// questions are checked against must not depend on finding aids.
type Finder struct {
	index *search.Index
}

// finderField is the one field of the index.
const finderField = "text"

// NewFinder indexes the sections of d, in memory.
func NewFinder(ctx context.Context, d *document.Document) (*Finder, error) {
	passages := make([]search.Passage, len(d.Sections))
	for i, s := range d.Sections {
		passages[i] = search.Passage{Values: map[string]string{finderField: d.Slice(s.Own)}}
	}
	index, err := search.Build(ctx, []search.Field{{Name: finderField, Analyzer: search.AnalyzerFor(d.Meta.Language)}}, slices.Values(passages))
	if err != nil {
		return nil, fmt.Errorf("index %s: %w", d.Name, err)
	}
	return &Finder{index}, nil
}

// Sections returns the sections that have words of a question, best first.
func (f *Finder) Sections(ctx context.Context, question string) ([]int, error) {
	const most = 10
	q := search.Query{Limit: most}
	for _, t := range f.index.AnalyzeQuery(finderField, question) {
		q.Clauses = append(q.Clauses, search.Clause{Weight: 1, Any: []search.Match{{Field: finderField, Term: t.Term, Boost: 1}}})
	}
	hits, err := f.index.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	var out []int
	for _, h := range hits {
		out = append(out, h.Passage)
	}
	return out, nil
}

// Close frees the index.
func (f *Finder) Close() error { return f.index.Close() }
