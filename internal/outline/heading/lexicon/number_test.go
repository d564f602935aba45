package lexicon

import (
	"strings"
	"testing"
)

// TestOrdinals wants every language to count on without a gap, each word once.
func TestOrdinals(t *testing.T) {
	for line := range strings.Lines(ordinalsFile) {
		language, words, ok := strings.Cut(line, ":")
		if !ok || line[0] == '#' {
			continue
		}
		if len(language) != 2 || words != strings.ToLower(words) {
			t.Errorf("%q: two letters and words in lower case are wanted", line)
		}
		for i, forms := range strings.Fields(words) {
			for form := range strings.SplitSeq(forms, "|") {
				if n := Ordinal(form); n != i+1 {
					t.Errorf("%s: %q is %d, want %d", language, form, n, i+1)
				}
			}
		}
	}
}
