package levels

import (
	"testing"

	"pincite/internal/outline/heading"
)

// TestSplitSupported tells numbers that dotted ones stand below from others of their style,
// whatever they look like and however many stand between them.
func TestSplitSupported(t *testing.T) {
	const last = 300
	var cands []*Candidate
	dotted := func(prefix string) {
		cands = append(cands, &Candidate{Mark: heading.Mark{Style: "1.1", Prefix: prefix, Number: 1}})
	}
	for n := 1; n <= last; n++ {
		c := cand(n, false)
		cands = append(cands, c)
		if n == 1 || n == last {
			c.Shape.Item = true
			dotted(c.Mark.Full() + ".")
		}
	}
	splitSupported(cands)
	for _, c := range cands {
		if c.Mark.Prefix == "" && c.Mark.Style != "1.+" {
			t.Errorf("number %d has the style %q", c.Mark.Number, c.Mark.Style)
		}
	}
}
