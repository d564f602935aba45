package reference

import (
	"pincite/internal/locate"
	"pincite/internal/question/titles"
)

// A Found is a reference, with the tokens that it takes up, half open.
type Found struct {
	Refs     []locate.Ref
	From, To int
	Strength titles.Strength
	Denied   int // the tokens before it that say that it is not meant: "not section 3"
}
