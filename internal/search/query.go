package search

import (
	"context"
	"fmt"
	"math"
)

// Defaults of BM25, the ones that Lucene and most of the literature use.
const (
	DefaultK1 = 1.2  // how soon repeating a term stops helping
	DefaultB  = 0.75 // how much long fields are marked down, 0 to 1
)

// MaxMatches bounds the matches of one query: MaxQueryTerms words with 256
// variants and fields each.
const MaxMatches = 8192

// A Match is a term to look for in a field.
type Match struct {
	Field, Term string
	Boost       float64 // multiplies the BM25 of this match
}

// A Clause is one word of a query: the matches that count as that word.
type Clause struct {
	Any    []Match
	Weight float64 // multiplies what the clause adds to the score
}

// A Query ranks passages by the sum over its clauses of
// Weight * (best match + Tie * the other matches).
type Query struct {
	Clauses []Clause
	Tie     float64  // 0: only the best match of a clause counts; 1: all add up
	Limit   int      // hits wanted; 0 or less for every passage that matches
	Tags    []uint32 // only passages with one of these tags; none for all
	Groups  int      // only passages of the tags whose best passages are the best so many; 0 or less for all
	K1, B   float64  // BM25; 0 for the defaults
	Explain bool     // fill Hit.Parts
}

// A Part is what one match gave to a hit, boost included, before fusion.
type Part struct {
	Clause      int // index in Query.Clauses
	Field, Term string
	Score       float64
}

// A Hit is a passage found.
type Hit struct {
	Passage int // its place in the slice given to Build
	Score   float64
	Parts   []Part // in the order of the query's matches; only with Query.Explain
}

// Search returns the passages that have at least one of the query's terms, best
// first, those of equal score in order of their numbers. A field or term that
// the index lacks matches nothing. It fails on weights that are not finite, on
// more than MaxMatches matches, when ctx ends and when the index is closed. What it costs is
// taken from the budget of ctx, if it has one.
func (x *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	if err := q.check(); err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.postings == nil {
		return nil, ErrClosed
	}
	a := x.scratch.Get().(*accumulator)
	defer x.scratch.Put(a)
	defer a.reset()
	a.begin(q)
	hits, err := x.run(ctx, a)
	x.spend(ctx, q, hits)
	return hits, err
}

// check reports what no search could be run with.
func (q Query) check() error {
	matches := 0
	for c, clause := range q.Clauses {
		if !finite(clause.Weight) {
			return fmt.Errorf("clause %d: weight %v is not a number to weigh with", c, clause.Weight)
		}
		for i, m := range clause.Any {
			if !finite(m.Boost) {
				return fmt.Errorf("clause %d, term %d: boost %v is not a number to weigh with", c, i, m.Boost)
			}
		}
		matches += len(clause.Any)
	}
	switch {
	case matches > MaxMatches:
		return fmt.Errorf("%d matches, at most %d are allowed", matches, MaxMatches)
	case !finite(q.Tie) || q.Tie < 0:
		return fmt.Errorf("tie %v must be 0 or more", q.Tie)
	case !finite(q.K1) || q.K1 < 0:
		return fmt.Errorf("k1 %v must be 0 or more", q.K1)
	case !(q.B >= 0 && q.B <= 1):
		return fmt.Errorf("b %v must be between 0 and 1", q.B)
	}
	return nil
}

func finite(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }
