package search

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestForemost holds that the best are those that sorting puts first, however they come.
func TestForemost(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		all := make([]ranked, 1+r.IntN(300))
		for i := range all {
			all[i] = ranked{float64(r.IntN(40)), uint32(i)}
		}
		if r.IntN(3) == 0 {
			slices.SortFunc(all, compare)
		}
		n := 1 + r.IntN(len(all))
		want := slices.SortedFunc(slices.Values(all), compare)[:n]
		foremost(all, n)
		if last := all[n-1]; last != want[n-1] {
			t.Fatalf("the worst of the best %d of %d is %v, want %v", n, len(all), last, want[n-1])
		}
		if got := slices.SortedFunc(slices.Values(all[:n]), compare); !slices.Equal(got, want) {
			t.Fatalf("the best %d of %d are %v, want %v", n, len(all), got, want)
		}
	}
}
