package verify

import (
	"pincite/internal/verify/between"
	"pincite/internal/verify/collate"
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
	Matches []collate.Match `json:"matches"` // never null

	// Places counts the places of a verbatim text, also those beyond MaxMatches; of
	// a document that repeats a long text thousands of times, the first of them.
	Places int `json:"places"`

	// Documents are those that have a verbatim text, in their order; empty for any
	// other.
	Documents []Held `json:"documents"` // never null

	// Allowed lists what had to be allowed for where the words are the same.
	Allowed []between.Allowance `json:"allowed"` // never null

	// Differences are those of an altered or spliced text from its ranges: first
	// what concerns numbers, names and negations, then other words, then marks;
	// each in order of the text.
	Differences []collate.Difference `json:"differences"` // never null

	// Omitted is what ellipses leave out of sentences of which the text has words, and
	// what is missing of the first and the last one where the text begins or ends as a
	// sentence does, or right beside what denies or restricts it: what concerns
	// negations, conditions and numbers first.
	Omitted []collate.Omission `json:"omitted"` // never null

	// Share is how much of the text's words the matches have, weighed by their
	// information, 0 to 1.
	Share float64 `json:"share"`
}

// Misleads reports whether what the text leaves out of a sentence denies something,
// restricts it or has a number, so that the rest may mean something else.
func (r *Result) Misleads() bool {
	return len(r.Omitted) > 0 && r.Omitted[0].IsGrave()
}

// A Held is a document that has a text.
type Held struct {
	Document string `json:"document"` // its name
	Places   int    `json:"places"`
}
