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
	of      map[string]*entry // by folded word; nil for one in the names of several
	printed map[string]string // a word as its name has it
	alone   sync.Map          // whether no other document's text has the word, by word, once asked
}

// tellingOf looks through the names of the documents. An everyday word tells nothing, nor does
// a number.
func tellingOf(all []*entry) *telling {
	t := &telling{of: map[string]*entry{}, printed: map[string]string{}}
	for _, e := range all {
		for _, n := range titlesOf(e.doc) {
			for _, printed := range lettered(n.words) {
				w := text.Fold(printed)
				if utf8.RuneCountInString(w) < shortest || !strings.ContainsFunc(w, unicode.IsLetter) || words.IsEveryday(w, n.language) || words.Function(n.language).Has(w) {
					continue
				}
				if other, ok := t.of[w]; ok && other != e {
					t.of[w] = nil
				} else {
					t.of[w], t.printed[w] = e, printed
				}
			}
		}
	}
	return t
}

// lettered returns the words of s.
func lettered(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// told returns the document that alone has a word of the message in its name; nil if there
// is none, or several have one each. Where another's text has the word as well, that may be
// meant.
func (s *documents) told(message string) *entry {
	var found *entry
	for _, w := range lettered(text.Fold(message)) {
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

// An ending is what one form of a word has at most more than another, in runes, where the
// word is that long: "policies" beside "policy".
const (
	ending = 2
	long   = 6
)

// alone reports whether no document but e has a folded word in its text, in any form, in
// small letters, in capitals or with the first one.
func (s *documents) alone(word string, e *entry) bool {
	if known, ok := s.telling.alone.Load(word); ok {
		return known.(bool)
	}
	stem := []rune(strings.ToLower(s.telling.printed[word]))
	if len(stem) >= long {
		stem = stem[:len(stem)-ending]
	}
	small := string(stem)
	spellings := []string{small, strings.ToUpper(small), string(unicode.ToUpper(stem[0])) + string(stem[1:])}
	alone := !slices.ContainsFunc(s.all, func(other *entry) bool {
		return other != e && slices.ContainsFunc(spellings, func(w string) bool { return strings.Contains(other.doc.Text, w) })
	})
	s.telling.alone.Store(word, alone)
	return alone
}
