package reference

import (
	"pincite/internal/locate"
	"pincite/internal/question/titles"
)

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
type Strength = titles.Strength

// The strengths.
const (
	Weak   = titles.Weak
	Medium = titles.Medium
	Strong = titles.Strong
)

// A Found is a reference, with the tokens that it takes up, half open.
type Found struct {
	Refs     []Ref
	From, To int
	Strength Strength
	Denied   int // the tokens before it that say that it is not meant: "not section 3"
}
