package collate

import (
	"cmp"
	"slices"

	"pincite/internal/document"
	"pincite/internal/verify/between"
	"pincite/internal/verify/word"
)

// A Match is a range of a document.
type Match struct {
	Document  string        `json:"document"`          // its name
	Section   string        `json:"section"`           // id of the section in which the range begins
	Through   string        `json:"through,omitempty"` // id of the one in which it ends, if another
	Sentences [2]int        `json:"sentences"`         // first and last of Section that it touches, from 1; 0 for none
	Span      document.Span `json:"span"`              // bytes of the source text
	Quote     string        `json:"quote"`             // the source text of Span, word for word
	Text      document.Span `json:"text"`              // bytes of the checked text that are found there
}

// A Kind says what was done to the words of a document.
type Kind string

// The kinds of differences. The strings are part of the JSON contract.
const (
	Inserted    Kind = "inserted"    // the text has words that the document has not
	LeftOut     Kind = "left-out"    // the document has words that the text has not
	Replaced    Kind = "replaced"    // it has others in their place
	Reordered   Kind = "reordered"   // the words of one sentence stand in another order
	Punctuation Kind = "punctuation" // the marks between two words are others
)

// A Difference is one between the text and a range of a document.
type Difference struct {
	Kind     Kind          `json:"kind"`
	Concern  word.Concern  `json:"concern,omitempty"`
	Match    int           `json:"match"`    // index in Matches
	Text     string        `json:"text"`     // what the text has; "" where words are left out
	At       document.Span `json:"at"`       // its bytes in the text; empty at the place where words are left out
	Original string        `json:"original"` // what the document has, as it is shown; "" where words are inserted
	Span     document.Span `json:"span"`     // bytes of the source text; empty where words are inserted
}

// An Omission is words of a sentence that a text leaves out.
type Omission struct {
	Match    int           `json:"match"` // index in Matches of the range before it, or after it if none is
	Concern  word.Concern  `json:"concern,omitempty"`
	Original string        `json:"original"` // as it is shown
	Span     document.Span `json:"span"`     // bytes of the source text
}

// IsGrave reports whether the rest may mean something else without the words.
func (o Omission) IsGrave() bool { return o.Concern != "" && o.Concern != word.Name }

// A Reading is a text beside ranges of the documents.
type Reading struct {
	Matches     []Match
	Differences []Difference // what concerns numbers, names or negations first, marks last
	Omitted     []Omission   // what concerns something first
	Allowed     between.Allowed
	Share       float64 // of the information of the text that the ranges have
	Spliced     bool    // the ranges do not follow one another, and no ellipsis says so
}

// LeavesOut ranks a reading by what it leaves out: 0 for nothing, 2 for what is grave.
func (r *Reading) LeavesOut() int {
	switch {
	case len(r.Omitted) == 0:
		return 0
	case slices.ContainsFunc(r.Omitted, Omission.IsGrave):
		return 2
	}
	return 1
}

// sorted returns a reading with what matters most first.
func (r Reading) sorted() Reading {
	r.Differences, r.Omitted = inOrder(r.Differences), gravest(r.Omitted)
	return r
}

// inOrder sorts differences: what concerns numbers, names or negations first,
// marks last.
func inOrder(differences []Difference) []Difference {
	rank := func(d Difference) int {
		switch {
		case d.Concern != "":
			return 0
		case d.Kind != Punctuation:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(differences, func(a, b Difference) int { return rank(a) - rank(b) })
	return differences
}

// gravest sorts omissions: those that concern something first.
func gravest(omitted []Omission) []Omission {
	slices.SortStableFunc(omitted, func(a, b Omission) int {
		return cmp.Compare(a.Concern.Rank(), b.Concern.Rank())
	})
	return omitted
}
