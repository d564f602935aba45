package between_test

import (
	"testing"

	"pincite/internal/verify/between"
)

// TestBetween shows of gaps what must be the same.
func TestBetween(t *testing.T) {
	for _, tt := range []struct {
		gap, marks string
		ellipsis   bool
	}{
		{"", "", false},
		{" \u00a0\r\n\t", "", false},
		{" “« ", "", false},
		{" „‚", "", false},
		{"“ (", "(", false},
		{"」﹂｣", "", false},
		{" — ", "", false},
		{".” ", ".", false},
		{"）。", ").", false},
		{" ... ", "", true},
		{" . . . ", "", true},
		{", […] (", ",(", true},
		{"……", "", true},
		{"..", "..", false},
		{"\n• ", "", false},
		{"•", "•", false},
		{",\n> ", ",", false},
	} {
		g := between.Of(tt.gap)
		if g.Marks != tt.marks || g.Ellipsis != tt.ellipsis {
			t.Errorf("%q: %+v", tt.gap, g)
		}
	}
}
