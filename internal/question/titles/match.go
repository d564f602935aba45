package titles

import "pincite/internal/locate"

// Strength says how sure it is that words name a section.
type Strength int

// The strengths.
const (
	Weak   Strength = iota // a bare number or a short title: a reference only if nothing else is said
	Medium                 // "no. 7", "#7", "the introduction": the same, but readable
	Strong                 // a level's name stands beside it
)

// A Match is a title among tokens, from the first up to the second.
type Match struct {
	Ref      locate.Ref
	From, To int
	Strength Strength
}
