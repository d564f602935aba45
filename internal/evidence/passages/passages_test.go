package passages

import (
	"os"
	"testing"

	"pincite/internal/folder"
)

// open returns the passages of the default document.
func open(tb testing.TB) *Set {
	tb.Helper()
	b, err := folder.Load(os.DirFS("../../../data"), "opinions-2024")
	if err != nil {
		tb.Fatal(err)
	}
	c, err := New(tb.Context(), Options{Document: b.Document, Annotations: b.Annotations})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { c.Close() })
	return c
}

func TestReferences(t *testing.T) {
	x, err := open(t).Index("en")
	if err != nil {
		t.Fatal(err)
	}
	see := references{}
	see.add(x, map[string][]string{"gap": {"hole", "missing piece", "gap", "the of"}}, false)
	for in, want := range map[string]int{"hole": 1, "holes": 1, "missing pieces": 1, "missing": 0, "piece": 0, "gap": 0} {
		tokens := x.Analyze(in)
		if got := len(see.at(tokens, 0)); got != want {
			t.Errorf("%q leads to %d words, want %d", in, got, want)
		}
	}
}

// TestWeightIsRemembered: to weigh a word again costs nothing, however often a message
// repeats it; it weighs the same.
func TestWeightIsRemembered(t *testing.T) {
	c := open(t)
	for word, want := range map[string]bool{"cadres": true, "the": false, "zqxjkv": false, "5kw": false} {
		weight := c.Weight(word)
		if weight > 0 != want {
			t.Errorf("%q weighs %v", word, weight)
		}
		if n := testing.AllocsPerRun(10, func() {
			if again := c.Weight(word); again != weight {
				t.Errorf("%q weighs %v, then %v", word, weight, again)
			}
		}); n > 0 {
			t.Errorf("%q is analysed again: %v allocations", word, n)
		}
	}
}
