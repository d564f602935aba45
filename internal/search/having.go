package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// Having returns the passages that have all of the terms in a field, in order; none
// for no term. It fails when ctx ends and when the index is closed.
func (x *Index) Having(ctx context.Context, field string, terms ...string) ([]int, error) {
	f := x.fields[field]
	if f == nil || len(terms) == 0 {
		return nil, nil
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.postings == nil {
		return nil, ErrClosed
	}
	terms = slices.Clone(terms)
	slices.SortFunc(terms, func(s, t string) int { return cmp.Compare(f.terms.Count(s), f.terms.Count(t)) })
	out, err := x.having(field, terms[0], f.terms.Count(terms[0]))
	for _, t := range terms[1:] {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil || len(out) == 0 {
			break
		}
		out, err = x.among(out, field, t)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("search %s: %w", field, err)
	}
	return out, nil
}

// having returns the passages that have a term, of which there are n.
func (x *Index) having(field, term string, n int) ([]int, error) {
	all, err := x.postings.Numbers(field, term)
	if err != nil {
		return nil, err
	}
	out := make([]int, 0, n)
	for {
		if err := all.Next(); err != nil || all.Ended() {
			return out, err
		}
		out = append(out, int(all.Number()))
	}
}

// among returns those of the passages that have a term.
func (x *Index) among(passages []int, field, term string) ([]int, error) {
	all, err := x.postings.Numbers(field, term)
	if err != nil {
		return nil, err
	}
	out := passages[:0]
	at := -1
	for _, n := range passages {
		if at < n {
			if err := all.Advance(uint64(n)); err != nil || all.Ended() {
				return out, err
			}
			at = int(all.Number())
		}
		if at == n {
			out = append(out, n)
		}
	}
	return out, nil
}
