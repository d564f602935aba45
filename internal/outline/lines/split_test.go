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
		{"Art. 1. 1. One.\n\n2. Two.\n", 3},
		{"§ 4. (1) One.\n\n(2) Two.\n", 3},
	} {
		text := New(&block.Source{Text: c.text})
		text.Sort(nil)
		if got := len(text.Lines); got != c.want {
			t.Errorf("%q: %d lines, want %d", c.text, got, c.want)
		}
	}
}

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
