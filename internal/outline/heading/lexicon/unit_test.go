package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// TestUnits holds units.txt to its form.
func TestUnits(t *testing.T) {
	u := units()
	if len(u.names) < 20 {
		t.Errorf("only %d levels", len(u.names))
	}
	for kind, names := range u.names {
		if u.ranks[kind] <= 0 || u.ranks[kind] >= RankWeak {
			t.Errorf("%s: rank %d", kind, u.ranks[kind])
		}
		for language, words := range names {
			if len(words) == 0 || len(language) != len("en") {
				t.Errorf("%s: %q has %q", kind, language, words)
			}
			for _, w := range words {
				if w != strings.ToLower(w) {
					t.Errorf("%s: %q is not in lower case", kind, w)
				}
			}
		}
	}
}

// TestAskedFor wants the words and short forms that laws are cited by.
func TestAskedFor(t *testing.T) {
	for _, c := range []struct{ kind, language, word string }{
		{"article", "pl", "art"},
		{"paragraph", "de", "abs"},
		{"paragraph", "pl", "ust"},
	} {
		if !slices.Contains(Names(c.kind)[c.language], c.word) {
			t.Errorf("%s: nobody asks with %q", c.kind, c.word)
		}
	}
	if Heads("paragraph", "ust") {
		t.Error("ust heads sections")
	}
}

// TestIn has words that name no level, and those of one that the language lacks, first.
func TestIn(t *testing.T) {
	for _, c := range []struct{ language, word, want string }{
		{"en", "", ""},
		{"en", "dogs", ""},
		{"xx", "chapter", ""},
		{"en", "chapters", "chapter"},
		{"en", "ch", "chapter"},
		{"en", "art", "article"},
		{"en", "artikel", "article"},
		{"en", "artigos", "article"},
		{"en", "divisions", "division"},
		{"en", "глава", "chapter"},
		{"ru", "главы", "глава"},
		{"zh", "chapter", "章"},
		{"es", "titulos", "título"},
	} {
		if got := In(c.language, c.word); got != c.want {
			t.Errorf("%q in %s is %q, want %q", c.word, c.language, got, c.want)
		}
	}
}
