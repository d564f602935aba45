package reference

import "math"

// NoNumber is the From and To of a reference that names a level and no number,
// such as the bare command /measure.
const NoNumber = -1

// MaxNumber is where numbers too large to matter saturate.
const MaxNumber = math.MaxInt32

// A Ref names one section or a run of them.
type Ref struct {
	// Kind is a level of the document ("measure"), or document.KindPreamble,
	// KindConclusion or KindTitle, or "" for a number that stands alone.
	Kind string

	// From and To are the first and last number, equal for one section;
	// 0 to MaxNumber as typed, whether or not such a section exists. Both
	// are 0 for a named section and NoNumber when no number was given.
	From, To int

	// FromEnd makes From and To count from the end: 1 is the last section, 2
	// the one before. From >= To then: "the last two" is 2 to 1.
	FromEnd bool

	// Ordinal is set where the number was an ordinal ("the second measure of
	// part 3"), which may count within In rather than name.
	Ordinal bool

	// InKind and In are the numbered section that this one was said to be in,
	// "part" and 3; InKind is "" when none was named.
	InKind string
	In     int
}
