package thesaurus

import (
	"bytes"
	"os"
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

// TestList holds the list to its form.
func TestList(t *testing.T) {
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
}

// TestStems holds that the index has words as it had them when the list was made, since
// the list knows no others.
func TestStems(t *testing.T) {
	a, err := analyzer.Named("en")
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(stemsFile)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(b, []byte("\n")); n < 1000 {
		t.Errorf("%s has %d words, too few to tell", stemsFile, n)
	}
	for line := range strings.Lines(string(b)) {
		word, stem, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if got := stemOf(a, word); got != stem {
			t.Fatalf("the index has %q as %q, and the list as %q: make the list again (see the package's documentation)", word, got, stem)
		}
	}
	for _, word := range []string{"roof", "wolf", "belief", "colour", "color", "paediatrician", "subpoena", "organise", "centre"} {
		if stem := stemOf(a, word); len(Near("en", stem)) == 0 {
			t.Errorf("the list has nothing near %q, which the index has as %q", word, stem)
		}
	}
}

// stemOf returns the one term that an analyzer makes of a word, "" if it makes none or more.
func stemOf(a analyzer.Analyzer, word string) string {
	if tokens := a.Analyze([]byte(word)); len(tokens) == 1 {
		return string(tokens[0].Term)
	}
	return ""
}
