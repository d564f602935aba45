package postings

import (
	"encoding/binary"
	"maps"
	"slices"
	"sort"
	"strings"
)

// What a search needs besides postings is held as it is written to a file: a few arrays
// without pointers, which cost nothing to read back and which the garbage collector need
// not look into.

// Numbers is an array of numbers, 4 bytes each, the lowest first.
type Numbers []byte

// Len returns how many there are.
func (u Numbers) Len() int { return len(u) / 4 }

// At returns number i, from 0.
func (u Numbers) At(i int) uint32 { return binary.LittleEndian.Uint32(u[4*i:]) }

// Add returns the numbers with one more.
func (u Numbers) Add(n uint32) Numbers { return binary.LittleEndian.AppendUint32(u, n) }

// A Vocabulary is the terms of a field in byte order.
type Vocabulary struct {
	Letters string  // of all terms, one after the other
	Ends    Numbers // where each ends in Letters
	Counts  Numbers // of the passages that have it
}

// Len returns how many terms there are.
func (v Vocabulary) Len() int { return v.Ends.Len() }

// Term returns term i.
func (v Vocabulary) Term(i int) string {
	start := uint32(0)
	if i > 0 {
		start = v.Ends.At(i - 1)
	}
	return v.Letters[start:v.Ends.At(i)]
}

// Find returns the place of a term, or where it would be.
func (v Vocabulary) Find(term string) (int, bool) {
	i := sort.Search(v.Len(), func(i int) bool { return v.Term(i) >= term })
	return i, i < v.Len() && v.Term(i) == term
}

// Count returns in how many passages a term occurs.
func (v Vocabulary) Count(term string) int {
	i, ok := v.Find(term)
	if !ok {
		return 0
	}
	return int(v.Counts.At(i))
}

// VocabularyWith returns the terms with these counts.
func VocabularyWith(counts map[string]uint32) Vocabulary {
	var v Vocabulary
	var letters strings.Builder
	for _, term := range slices.Sorted(maps.Keys(counts)) {
		letters.WriteString(term)
		v.Ends, v.Counts = v.Ends.Add(uint32(letters.Len())), v.Counts.Add(counts[term])
	}
	v.Letters = letters.String()
	return v
}
