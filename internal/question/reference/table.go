package reference

import (
	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/levels"
	"pincite/internal/question/titles"
)

// A Table is what references in one document can be to: its levels, its
// designations and its titles. It is safe for concurrent use.
type Table struct {
	*levels.Names
	*titles.Titles
}

// NewTable returns the table of a document. known reports whether a folded word
// stands in the document or its finding aids; it tells "item7" from item 7. kept is for [titles.New].
func NewTable(d *document.Document, known func(string) bool, kept func(name string, make func() []byte) []byte) *Table {
	return &Table{levels.New(d, known), titles.New(d, known, kept)}
}

// A Found is a reference, with the tokens that it takes up, half open.
type Found struct {
	Refs     []locate.Ref
	From, To int
	Strength titles.Strength
	Denied   int // the tokens before it that say that it is not meant: "not section 3"
}
