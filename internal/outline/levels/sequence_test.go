package levels

import (
	"testing"

	"pincite/internal/outline/heading"
)

func cand(n int, runIn bool) *Candidate {
	return &Candidate{Mark: heading.Mark{Style: "1.", Number: n}, Shape: Shape{RunIn: runIn}}
}

// TestAssignWords keeps the sections of unlike looks together that a word counts, where the
// next stands right below the one before.
func TestAssignWords(t *testing.T) {
	var cands []*Candidate
	for _, n := range []int{1, 2, -1, -2, 1, 2, -3, 1, 2} {
		c := cand(max(n, -n), n < 0)
		c.Mark.Style, c.Mark.Kind, c.Mark.Rank = "section", "section", 40
		cands = append(cands, c)
	}
	assign(cands)
	for i, c := range cands {
		if c.Drop || c.Tier != 0 {
			t.Errorf("number %d, at %d, is on tier %d, dropped: %v", c.Mark.Number, i, c.Tier, c.Drop)
		}
	}
}

// TestAssignUpheld keeps a number behind a wide gap that dotted ones take up: 9 above 9.1.
func TestAssignUpheld(t *testing.T) {
	for _, upheld := range []bool{false, true} {
		cands := []*Candidate{cand(1, false), cand(2, false), cand(3, false), cand(9, false)}
		cands[3].upheld = upheld
		if assign(cands); cands[3].Drop == upheld {
			t.Errorf("9 behind 3, upheld: %v, is dropped: %v", upheld, cands[3].Drop)
		}
	}
}

// TestAssign spreads numbers over tiers: "-" is a stray, a letter a tier.
func TestAssign(t *testing.T) {
	for _, c := range []struct {
		name, want string
		numbers    []int // negative ones have text on the same line
	}{
		{"one sequence", "aaaa", []int{1, 2, 3, 4}},
		{"a year between", "aa-a", []int{1, 2, 1999, 3}},
		{"one repealed", "aaa", []int{1, 2, 4}},
		{"begun again", "aaaaa", []int{1, 2, 3, 1, 2}},
		{"continued inside", "abbbabbabb", []int{1, -1, -2, -3, 2, -4, -5, 3, -6, -7}},
		{"by hundreds", "abbabbabb", []int{1, 100, 101, 2, 200, 201, 3, 300, 301}},
		{"by hundreds and one", "abbabb", []int{1, 101, 102, 2, 201, 202}},
		{"years", "--", []int{2019, 1987}},
		{"above 1999", "aaaa", []int{2005, 2006, 2007, 2008}},
		{"many repealed", "aaaaaa", []int{1, 2, 3, 20, 21, 22}},
		{"begun again inside", "abbabbbabb", []int{1, -1, -2, 2, -1, -2, -3, 3, -1, -2}},
	} {
		var cands []*Candidate
		for _, n := range c.numbers {
			cands = append(cands, cand(max(n, -n), n < 0))
		}
		assign(cands)
		got := ""
		for _, a := range cands {
			if a.Drop {
				got += "-"
			} else {
				got += string(rune('a' + a.Tier))
			}
		}
		if got != c.want {
			t.Errorf("%s: %v read as %s, want %s", c.name, c.numbers, got, c.want)
		}
	}
}
