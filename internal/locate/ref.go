package locate

import "pincite/internal/document"

// A Ref is one reference: one section, a run of them, or a piece of one.
type Ref struct {
	// Kind is a level of the document ("measure"), or document.KindPreamble or
	// KindConclusion, or "" for a number that stands alone.
	Kind string

	// From and To are the first and last designation in normal form, equal for one
	// section; "" where none was typed, as in the bare command /measure.
	From, To string

	// FromEnd makes From and To count from the end: 1 is the last section, 2
	// the one before. "The last two" is 2 to 1.
	FromEnd bool

	// Ordinal is set where the number was an ordinal ("the second measure of
	// part 3"), which may count within In rather than name.
	Ordinal bool

	// Role is the piece of In that is meant, where In has no section of that kind.
	Role Role

	In   *Ref   // the section that this one was said to be in; nil if none was
	Rule string // what found it: "number", "title", "place", "neighbour", "remainder"

	Sections []int           // what it names, in the order named; empty if Miss says why
	Spans    []document.Span // the pieces of Sections[0] that are meant; nil for all of them
	Miss     *Miss           // why it names nothing, or less than it says

	Stray int      // one more than the section in which it was said to be and is not; 0 if there is none
	Also  []string // other readings of From
	Paren bool     // a step of From stood in parentheses, as no decimal's does
	Loose bool     // the document does not call its level so
}

// A Miss says which designations there are, where one was named that is not.
type Miss struct {
	Kind        string // of the sections there are; "" for pieces of text
	Role        Role   // of the pieces there are
	First, Last string // as printed; "" where there are none
	In          int    // the section within which they were looked for; -1 for the document
}

// A Role is what a word means below the level of sections.
type Role byte

// The roles.
const (
	NoRole    Role = iota
	Paragraph      // a paragraph of a section
	Sentence       // a sentence
	Point          // a point that the text marks "(b)" or "b)"
	Opening        // what a section says before its first subsection, or its first paragraph
	Closing        // its last paragraph
)

// Place reports whether r is the preamble or the conclusion.
func (r *Ref) Place() bool {
	return r.Kind == document.KindPreamble || r.Kind == document.KindConclusion
}
