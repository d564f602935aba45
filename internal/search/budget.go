package search

import (
	"context"
	"sync/atomic"
)

// What a hit costs whoever looks closer at it, and each of its parts, in postings gone through.
const (
	hitWork  = 4
	partWork = 2
)

type budgetKey struct{}

// WithBudget returns a context whose searches share a budget of so many postings. A search
// that has begun is finished, since half a search would give other hits: whoever can do
// without a further one asks [Spent] first.
func WithBudget(ctx context.Context, postings int) context.Context {
	if _, ok := ctx.Value(budgetKey{}).(*atomic.Int64); ok {
		return ctx
	}
	left := new(atomic.Int64)
	left.Store(int64(postings))
	return context.WithValue(ctx, budgetKey{}, left)
}

// Spent reports whether the budget of a context is spent. One without a budget has no end.
func Spent(ctx context.Context) bool {
	left, ok := ctx.Value(budgetKey{}).(*atomic.Int64)
	return ok && left.Load() <= 0
}

// Affords reports whether as much is left of the budget of a context.
func Affords(ctx context.Context, postings int) bool {
	left, ok := ctx.Value(budgetKey{}).(*atomic.Int64)
	return !ok || left.Load() >= int64(postings)
}

// Spend takes from the budget of a context, if it has one, what else than searches costs as
// much as so many postings.
func Spend(ctx context.Context, postings int) {
	if left, ok := ctx.Value(budgetKey{}).(*atomic.Int64); ok {
		left.Add(-int64(postings))
	}
}

// spend takes from the budget what a query has cost: the postings of its matches, and what
// its hits cost afterwards. That depends on nothing but the query and the index, so that
// the same message is always answered by the same searches.
func (x *Index) spend(ctx context.Context, q Query, hits []Hit) {
	work := len(hits) * hitWork
	for i := range hits {
		work += len(hits[i].Parts) * partWork
	}
	for _, c := range q.Clauses {
		for _, m := range c.Any {
			work += x.DocFreq(m.Field, m.Term)
		}
	}
	Spend(ctx, work)
}
