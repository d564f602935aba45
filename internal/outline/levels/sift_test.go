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

// TestSettleSlips has a list keep the point that lost one of its signs, and leaves alone what
// is a list of its own.
func TestSettleSlips(t *testing.T) {
	mark := func(style string, n int) *Candidate {
		return &Candidate{Mark: heading.Mark{Style: style, Number: n}}
	}
	tests := []struct {
		name  string
		cands []*Candidate
		at    int
		want  string
	}{
		{"nothing behind it", []*Candidate{mark("(a)", 1), mark("(a)", 2), mark("a)", 3)}, 2, "a)"},
		{"the list goes on with that number", []*Candidate{mark("(a)", 2), mark("a)", 3), mark("(a)", 3)}, 1, "a)"},
		{"a list below a point", []*Candidate{mark("1.", 1), mark("1)", 1), mark("1)", 2), mark("1.", 3)}, 2, "1)"},
		{"other numerals", []*Candidate{mark("(a)", 1), mark("1)", 2), mark("(a)", 3)}, 1, "1)"},
		{"a forgotten bracket", []*Candidate{mark("(a)", 1), mark("(a)", 2), mark("a)", 3), mark("(a)", 4)}, 2, "(a)"},
		{"points below the one before", []*Candidate{mark("(a)", 2), mark("(i)", 1), mark("(i)", 2), mark("a)", 3), mark("(a)", 4)}, 3, "(a)"},
		{"a full stop for a bracket", []*Candidate{mark("1)", 1), mark("1.", 2), mark("1)", 3)}, 1, "1)"},
	}
	for _, tt := range tests {
		settleSlips(tt.cands)
		if got := tt.cands[tt.at].Mark.Style; got != tt.want {
			t.Errorf("%s: style %q, want %q", tt.name, got, tt.want)
		}
	}
}
