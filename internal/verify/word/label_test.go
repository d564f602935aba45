package word_test

import (
	"testing"

	"pincite/internal/verify/word"
)

func TestLabels(t *testing.T) {
	for _, tt := range []struct {
		word, gap string
		want      bool
	}{
		{"", ") ", false},
		{"is", ". ", false},
		{"members", ") ", false},
		{"3", " ", false},
		{"3", ", ", false},
		{"a", " ", false},
		{"3", ". ", true},
		{"a", ") ", true},
		{"б", ") ", true},
		{"iv", ") ", true},
		{"XII", ". ", true},
		{"一", "、", true},
		{"（一", "）", true},
	} {
		w, ok := word.Next(tt.word, 0)
		if got := ok && word.IsDesignation(tt.word[w.Start:w.End]) && word.EndsLabel(tt.gap); got != tt.want {
			t.Errorf("%q %q: %v", tt.word, tt.gap, got)
		}
	}
}
