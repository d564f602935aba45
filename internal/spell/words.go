package spell

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/text"
)

// A Word is one that texts have.
type Word struct {
	Text  string // in lower case, without accents
	Count int    // occurrences
}

// minVocabulary keeps words out that are too short for a likeness to mean much.
const minVocabulary = 3

// Count returns the words of texts in byte order, but for the shortest.
func Count(texts []string) []Word {
	counts := map[string]int{}
	for _, s := range texts {
		for line := range strings.Lines(s) { // a long text is not folded as a whole
			for w := range strings.FieldsFuncSeq(text.Fold(line), notLetter) {
				n, ok := counts[w]
				if !ok {
					w = strings.Clone(w) // without the line
				}
				counts[w] = n + 1
			}
		}
	}
	out := make([]Word, 0, len(counts))
	for _, w := range slices.Sorted(maps.Keys(counts)) {
		if utf8.RuneCountInString(w) >= minVocabulary {
			out = append(out, Word{w, counts[w]})
		}
	}
	return out
}

// Encode writes words down for [Decode]: each on a line, its count before it.
func Encode(words []Word) []byte {
	var out []byte
	for _, w := range words {
		out = append(append(append(strconv.AppendInt(out, int64(w.Count), 10), ' '), w.Text...), '\n')
	}
	return out
}

// Decode reads what [Encode] wrote.
func Decode(encoded []byte) ([]Word, error) {
	out := make([]Word, 0, bytes.Count(encoded, []byte("\n")))
	for line := range strings.Lines(string(encoded)) {
		count, word, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		n, err := strconv.Atoi(count)
		if err != nil || word == "" {
			return nil, fmt.Errorf("words: %q is not a count and a word", line)
		}
		out = append(out, Word{word, n})
	}
	return out, nil
}
