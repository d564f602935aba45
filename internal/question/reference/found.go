package reference

import "pincite/internal/locate"

// Names of package locate.
type (
	Ref  = locate.Ref
	Role = locate.Role
)

// The roles.
const (
	NoRole    = locate.NoRole
	Paragraph = locate.Paragraph
	Sentence  = locate.Sentence
	Point     = locate.Point
	Opening   = locate.Opening
)

// Strength says how sure it is that words name a section.
type Strength int

// The strengths.
const (
	Weak   Strength = iota // a bare number or a short title: a reference only if nothing else is said
	Medium                 // "no. 7", "#7", "the introduction": the same, but readable
	Strong                 // a level's name stands beside it
)

// A Found is a reference, with the tokens that it takes up, half open.
type Found struct {
	Refs     []Ref
	From, To int
	Strength Strength
}
