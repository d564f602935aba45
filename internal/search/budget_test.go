package search

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pincite/internal/search/analyzer"
)

// TestBudget holds that searches of one context spend what their postings and hits cost, that
// none is cut off, and that a context keeps the budget that it has.
func TestBudget(t *testing.T) {
	x := build(t, analyzer.Exact, strings.Split("boat,boat oar,oar,boat", ",")...)
	const boat = 3 + 3*hitWork
	for name, c := range map[string]struct {
		ctx   context.Context
		text  string
		spent []bool // before the first search, and after each
	}{
		"no budget":            {t.Context(), "boat", []bool{false, false, false}},
		"nothing to spend":     {WithBudget(t.Context(), 0), "boat", []bool{true, true}},
		"a word that is not":   {WithBudget(t.Context(), 1), "sauna", []bool{false, false, false}},
		"one search":           {WithBudget(t.Context(), boat), "boat", []bool{false, true, true}},
		"one and a little":     {WithBudget(t.Context(), boat+1), "boat", []bool{false, false, true}},
		"a budget in a budget": {WithBudget(WithBudget(t.Context(), boat), 9*boat), "boat", []bool{false, true}},
	} {
		t.Run(name, func(t *testing.T) {
			want := numbers(search(t, x, query(x, "body", c.text)))
			for i, spent := range c.spent {
				if got := Spent(c.ctx); got != spent {
					t.Errorf("spent after %d searches: %t", i, got)
				}
				hits, err := x.Search(c.ctx, query(x, "body", c.text))
				if got := numbers(hits); err != nil || !slices.Equal(got, want) {
					t.Errorf("search %d: %v, %v, want %v", i+1, got, err, want)
				}
			}
		})
	}
}
