package lines

import (
	"testing"

	"pincite/internal/importer/block"
)

// TestBelowRules wants nothing but notes below a rule.
func TestBelowRules(t *testing.T) {
	const above = "1. Boats\n\nThere are two boats, and whoever wants one asks for the key at the mill.\n\n"
	for _, c := range []struct {
		text  string
		notes int
	}{
		{"_____\n", 0},
		{"_____\n1. Note.\n", 0},
		{above + "_____\n\nSigned by all.\n", 0},
		{above + "_____\n\n1. Note.\n\nMore text.\n", 0},
		{above + "_____\n\n2. Oars\n\nText.\n", 0},
		{above + "_____\n1. Note.\n_____\n* And another.\n", 1},
		{above + "__________\n\n1. Note.\n2. Note that\ngoes on.\n* And a star.\n", 3},
	} {
		text := New(&block.Source{Text: c.text})
		text.Sort(nil)
		got := 0
		for _, l := range text.Lines {
			if l.Kind == block.Note {
				got++
			}
		}
		if got != c.notes {
			t.Errorf("%q: %d notes, want %d", c.text, got, c.notes)
		}
	}
}
