package library

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A telling holds the words by which part of a name tells one document from the others, as
// "Brookfield" does of "By-laws of the Town of Brookfield" beside those of another town.
type telling struct {
	of    map[string]*entry // nil for a word in the names of several
	alone sync.Map          // whether no other document's text has the word, by word, once asked
}

// tellingOf looks through the names of the documents. An everyday word tells nothing.
func tellingOf(all []*entry) *telling {
	t := &telling{of: map[string]*entry{}}
	for _, e := range all {
		for _, n := range e.names {
			for _, w := range lettered(n.words) {
				if utf8.RuneCountInString(w) < shortest || words.IsEveryday(w, e.doc.Meta.Language) || words.Function(e.doc.Meta.Language).Has(w) {
					continue
				}
				if other, ok := t.of[w]; ok && other != e {
					t.of[w] = nil
				} else {
					t.of[w] = e
				}
			}
		}
	}
	return t
}

// lettered returns the words of s, folded.
func lettered(s string) []string {
	return strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// told returns the document that alone has a word of the message in its name; nil if there
// is none, or several have one each. Where another's text has the word as well, that may be
// meant.
func (s *documents) told(message string) *entry {
	var found *entry
	for _, w := range lettered(message) {
		switch e := s.telling.of[w]; {
		case e == nil || e == found || !s.alone(w, e):
		case found != nil:
			return nil
		default:
			found = e
		}
	}
	return found
}

// alone reports whether no document but e has a word in its text, in small letters, in
// capitals or with the first one.
func (s *documents) alone(word string, e *entry) bool {
	if known, ok := s.telling.alone.Load(word); ok {
		return known.(bool)
	}
	first, size := utf8.DecodeRuneInString(word)
	spellings := []string{word, strings.ToUpper(word), string(unicode.ToUpper(first)) + word[size:]}
	alone := !slices.ContainsFunc(s.all, func(other *entry) bool {
		return other != e && slices.ContainsFunc(spellings, func(w string) bool { return strings.Contains(other.doc.Text, w) })
	})
	s.telling.alone.Store(word, alone)
	return alone
}
