package grammar

import "testing"

// What is a number only beside certain words, or with its accents, is a word anywhere else.
func TestBesideOthers(t *testing.T) {
	for in, want := range map[string]string{
		"madde on": "10", "rule on": "on", "điều năm": "5", "điều nam": "nam", "điều sau": "sau",
		"articolul opt": "8", "we opt": "opt",
	} {
		tokens := Scan(in)
		if got := tokens[len(tokens)-1].Fold; got != want {
			t.Errorf("Scan(%q) ends in %q, want %q", in, got, want)
		}
	}
}
