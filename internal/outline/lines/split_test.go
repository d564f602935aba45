package lines

import (
	"testing"

	"pincite/internal/importer/block"
)

// TestSplit cuts the first number of a list from that of its article.
func TestSplit(t *testing.T) {
	for _, c := range []struct {
		text string
		want int // lines
	}{
		{"Art. 1.\n", 1},
		{"Art. 1. 1.\n", 1},
		{"Art. 1. 1. Alone.\n\nArt. 2. 1. One.\n\n3. Three.\n", 3},
		{"Art. 1. 1. One.\n\nArt. 2. Two.\n\n2. Of article 2.\n", 3},
		{"1. 1. One.\n\n2. Two.\n", 2},
		{"3. (1) One.\n\n4. Four.\n\n(2) Of 4.\n", 3},
		{"3.—(1) One.\n\n(2) Two.\n", 3},
		{"3. (2) One.\n\n(3) Two.\n", 2},
		{"Art. 1. 1. One.\n\n2. Two.\n", 3},
		{"3. (1) One.\n\n(a) A point.\n\n(2) Two.\n", 4},
		{"§ 4. (1) One.\n\n(2) Two.\n", 3},
	} {
		text := New(&block.Source{Text: c.text})
		text.Sort(nil)
		if got := len(text.Lines); got != c.want {
			t.Errorf("%q: %d lines, want %d", c.text, got, c.want)
		}
	}
}
