package between_test

import (
	"testing"

	"pincite/internal/verify/between"
)

// TestEmphasis: marks that set words apart are none of those that must be the same;
// those of a formula, a name or a list are what they were.
func TestEmphasis(t *testing.T) {
	for _, tt := range []struct{ gap, marks string }{
		{"*", "*"},
		{"_", "_"},
		{" * ", "*"},
		{"#", "#"},
		{" #", "#"},
		{"\n* ", ""},
		{"* ", ""},
		{" **", ""},
		{"**", ""},
		{"**, ", ","},
		{"_. ", "."},
		{" *“", ""},
		{"\n\n### ", ""},
		{".\n## ", "."},
		{"**: *", ":"},
	} {
		if got := between.Of(tt.gap).Marks; got != tt.marks {
			t.Errorf("%q: %q, want %q", tt.gap, got, tt.marks)
		}
	}
	a := between.Allowed{}
	if !a.Same(between.Of(" **"), between.Of(" ")) || !a[between.Emphasis] || len(a) != 1 {
		t.Errorf("allowed %v", a)
	}
}
