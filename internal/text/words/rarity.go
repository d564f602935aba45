package words

import (
	_ "embed"
	"strings"
)

// commonEnglish is one word a line, sorted by byte, each followed by how rare
// it is: 1 to 4 for the SCOWL word lists of size 10, 20, 35 and 50. It is read in
// place, so that it costs nothing at start. COPYRIGHT names its sources.
//
//go:embed frequency-en.txt
var commonEnglish string

// Rarities of English words.
const (
	Unlisted   = 0 // not among the 65,000 common words: a name, a term of art or a misspelling
	MostCommon = 1 // among the 4,000 most common
	Common     = 2 // among the 11,000 most common
	Literate   = 3 // among the 40,000 most common
	Uncommon   = 4
	rarityWide = 2 // bytes of the blank and the digit after each word
)

// Rarity reports how rare a lower-case English word is, Unlisted if it is not in
// the list of common words.
func Rarity(word string) int {
	lo, hi := 0, len(commonEnglish)
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(commonEnglish[:mid], '\n') + 1
		end := mid + strings.IndexByte(commonEnglish[mid:], '\n')
		entry := commonEnglish[start : end-rarityWide]
		switch c := strings.Compare(entry, word); {
		case c == 0:
			return int(commonEnglish[end-1] - '0')
		case c < 0:
			lo = end + 1
		default:
			hi = start
		}
	}
	return Unlisted
}
