package report

import (
	"testing"

	"pincite/internal/reply/words"
	"pincite/internal/verify/collate"
)

// TestDifferenceIsHarmless: what somebody else wrote does nothing to a terminal.
func TestDifferenceIsHarmless(t *testing.T) {
	x := collate.Difference{Kind: collate.Replaced, Text: "a\x1b[2Jb\x1b]0;title\x07\u202ec\u009b", Original: "d"}
	if got, want := difference(words.In("en"), x), "changed: “a[2Jb]0;titlec” → “d”"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
