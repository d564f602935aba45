package thesaurus

import (
	_ "embed"
	"strings"
)

// english is one word a line, sorted by byte, with the words near it in three groups after
// tabs: those that mean the same, and those that are one step and two steps away.
//
//go:embed en.txt
var english string

// lists are the lists by language.
var lists = map[string]*string{"en": &english}

// A Word is one that means nearly the same as another.
type Word struct {
	Term  string
	Steps int // how far it is away: 0 if it can mean the same
}

// Near returns the words that mean nearly the same as a term of a language, the nearest
// first; none where the language has no list or the list not the term.
func Near(language, term string) []Word {
	list, ok := lists[language]
	if !ok || term == "" {
		return nil
	}
	entry, ok := find(*list, term)
	if !ok {
		return nil
	}
	var out []Word
	steps := 0
	for group := range strings.SplitSeq(entry, "\t") {
		for w := range strings.FieldsSeq(group) {
			out = append(out, Word{w, steps})
		}
		steps++
	}
	return out
}

// find returns what stands after a term and a tab in a sorted list.
func find(list, term string) (string, bool) {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(list[:mid], '\n') + 1
		end := mid + strings.IndexByte(list[mid:], '\n')
		head, entry, _ := strings.Cut(list[start:end], "\t")
		switch c := strings.Compare(head, term); {
		case c == 0:
			return entry, true
		case c < 0:
			lo = end + 1
		default:
			hi = start
		}
	}
	return "", false
}
