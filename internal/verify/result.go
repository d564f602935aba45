package verify

import (
	"pincite/internal/document"
	"pincite/internal/verify/word"
)

// A Status says what has become of a text.
type Status string

// The statuses. The strings are part of the JSON contract.
const (
	Verbatim Status = "verbatim" // a document has it word for word
	Altered  Status = "altered"  // a document has it with other words, or without some
	Spliced  Status = "spliced"  // documents have its pieces, in several places
	Absent   Status = "absent"   // no document has it
)

// A Result says whether a text is in the documents, and where.
type Result struct {
	Status Status `json:"status"`

	// Matches are where the text is: every place of a verbatim one in order of
	// the documents, or MaxMatches of them, among which are the first in each
	// document; the nearest range of an altered one;
	// the ranges of a spliced one, or of one with ellipses, in order of the text.
	// For an absent text it is the passage that shares most of its words, if any.
	Matches []Match `json:"matches"` // never null

	// Places counts the places of a verbatim text, also those beyond MaxMatches; of
	// a document that repeats a long text thousands of times, the first of them.
	Places int `json:"places"`

	// Documents are those that have a verbatim text, in their order; empty for any
	// other.
	Documents []Held `json:"documents"` // never null

	// Allowed lists what had to be allowed for where the words are the same.
	Allowed []word.Allowance `json:"allowed"` // never null

	// Differences are those of an altered or spliced text from its ranges: first
	// what concerns numbers, names and negations, then other words, then marks;
	// each in order of the text.
	Differences []Difference `json:"differences"` // never null

	// Omitted is what ellipses leave out of sentences of which the text has words, and
	// what is missing of the first and the last one where the text begins or ends as a
	// sentence does, or right beside what denies or restricts it: what concerns
	// negations, conditions and numbers first.
	Omitted []Omission `json:"omitted"` // never null

	// Share is how much of the text's words the matches have, weighed by their
	// information, 0 to 1.
	Share float64 `json:"share"`
}

// Misleads reports whether what the text leaves out of a sentence denies something,
// restricts it or has a number, so that the rest may mean something else.
func (r *Result) Misleads() bool {
	return len(r.Omitted) > 0 && r.Omitted[0].isGrave()
}

// A Held is a document that has a text.
type Held struct {
	Document string `json:"document"` // its name
	Places   int    `json:"places"`
}

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
	Match    int           `json:"match"` // index in Matches of the range before it, or behind it if none is
	Concern  word.Concern  `json:"concern,omitempty"`
	Original string        `json:"original"` // as it is shown
	Span     document.Span `json:"span"`     // bytes of the source text
}

// isGrave reports whether the rest may mean something else without the words.
func (o Omission) isGrave() bool { return o.Concern != "" && o.Concern != word.Name }
