package locate

import (
	"slices"
	"testing"

	"pincite/internal/document"
)

func TestRemainder(t *testing.T) {
	levels := []document.Level{{Kind: "part"}, {Kind: "article"}}
	index := outline(t, levels, "part 1 -1 P1", "article 1 0 A1", "article 2 0 A2", "part 2 -1 P2", "article 3 3 A3")
	for _, tt := range []struct {
		name string
		left []int
		kind string
		want []int
	}{
		{"all", []int{0, 3}, "", nil},
		{"no such kind", []int{0}, "annex", nil},
		{"nothing", nil, "", []int{0, 3}},
		{"a part", []int{0}, "", []int{3}},
		{"an article", []int{2}, "", []int{1, 3}},
		{"articles of a part", []int{0}, "article", []int{4}},
		{"articles but one", []int{2}, "article", []int{1, 4}},
	} {
		got := index.Remainder([]Ref{{Sections: tt.left}}, tt.kind)
		if index.Resolve(&got); !slices.Equal(got.Sections, tt.want) || got.Rule != "remainder" {
			t.Errorf("%s: %v by %s, want %v", tt.name, got.Sections, got.Rule, tt.want)
		}
	}
}
