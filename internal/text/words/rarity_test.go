package words

import (
	"slices"
	"strings"
	"testing"
)

func TestRarity(t *testing.T) {
	for word, want := range map[string]int{
		"": Unlisted, "zzz": Unlisted, "polital": Unlisted, "Party": Unlisted, "\n": Unlisted,
		"the": MostCommon, "which": MostCommon, "recipe": Common,
	} {
		if got := Rarity(word); got != want {
			t.Errorf("Rarity(%q) = %d, want %d", word, got, want)
		}
	}
}

// Every word of the list is found, the first and the last included, and the
// list is sorted as the search needs it.
func TestRarityFindsAll(t *testing.T) {
	var words []string
	for line := range strings.Lines(commonEnglish) {
		word, digit, _ := strings.Cut(strings.TrimSpace(line), " ")
		if got := Rarity(word); got != int(digit[0]-'0') {
			t.Fatalf("Rarity(%q) = %d, want %s", word, got, digit)
		}
		words = append(words, word)
	}
	if !slices.IsSorted(words) {
		t.Error("the list is not sorted by byte")
	}
}
