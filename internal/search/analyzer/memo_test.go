package analyzer

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
)

// What is remembered of words is what the filters make of them, also when more words
// come than are remembered, and on several goroutines.
func TestMemo(t *testing.T) {
	for name, l := range languages {
		if l.cut || l.stem == nil {
			continue
		}
		m := &memo{filters: l.stem, known: map[string][]byte{}}
		for n := range maxMemo - 50 {
			m.known[fmt.Sprint(n)] = nil
		}
		var wg sync.WaitGroup
		for g := range 2 {
			wg.Go(func() {
				for n := range 60 {
					in := analysis.TokenStream{{Term: fmt.Append(nil, "words", n, "ings", g)}, {Term: []byte("running")}, {Term: fmt.Append(nil, "ситуации", n/2)}}
					var want []string
					for _, t := range in {
						alone := analysis.TokenStream{{Term: slices.Clone(t.Term)}}
						for _, f := range l.stem {
							f.Filter(alone)
						}
						want = append(want, string(alone[0].Term))
					}
					for i, out := range m.Filter(in) {
						if string(out.Term) != want[i] {
							t.Errorf("%s: %q, want %q", name, out.Term, want[i])
						}
					}
				}
			})
		}
		wg.Wait()
	}
}
