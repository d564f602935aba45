package thesaurus

import (
	"slices"
	"strings"
	"testing"

	"pincite/internal/search/analyzer"
)

func TestNear(t *testing.T) {
	for _, test := range []struct {
		language, term string
		has            string // "" for no words at all
		steps          int
	}{
		{"en", "", "", 0},
		{"en", "\t", "", 0},
		{"en", "\n", "", 0},
		{"en", "\xff", "", 0},
		{"en", "zzzz", "", 0},
		{"en", "!", "", 0},
		{"en", "dog chap", "", 0},
		{"", "dog", "", 0},
		{"de", "dog", "", 0},
		{"en", "wreck", "crash", 0},
		{"en", "gun", "weapon", 1},
		{"en", "eat", "consum", 1},
		{"en", "poodl", "dog", 1},
		{"en", "dog", "poodl", 1},
		{"en", "gun", "firearm", 1},
	} {
		got := Near(test.language, test.term)
		if test.has == "" && len(got) > 0 || test.has != "" && !slices.Contains(got, Word{test.has, test.steps}) {
			t.Errorf("Near(%q, %q) = %v, want %q at %d steps", test.language, test.term, got, test.has, test.steps)
		}
	}
}

// TestList holds the list to its form, and to the stems of the index.
func TestList(t *testing.T) {
	a, err := analyzer.Named("en")
	if err != nil {
		t.Fatal(err)
	}
	before := ""
	for line := range strings.Lines(english) {
		head, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if head <= before || strings.Count(rest, "\t") != 2 || strings.TrimSpace(rest) == "" {
			t.Fatalf("%q after %q is not a new word and its three groups", line, before)
		}
		before = head
		if near := Near("en", head); len(near) > most || slices.ContainsFunc(near, func(w Word) bool { return w.Term == head }) {
			t.Fatalf("Near(%q) = %v: too many, or the word itself", head, near)
		}
	}
	for word, stem := range map[string]string{"firearms": "firearm", "consume": "consum", "poodles": "poodl", "weapons": "weapon"} {
		if got := a.Analyze([]byte(word)); len(got) != 1 || string(got[0].Term) != stem {
			t.Errorf("the index has %q no more as %q: make the list again", word, stem)
		}
	}
}
