package sentence

import (
	"sync"

	"pincite/internal/document"
	"pincite/internal/evidence/passages"
	"pincite/internal/text"
)

// maxOpening is in how many runes of a sentence its first telling word stands.
const maxOpening = 80

// Openings are the first telling words of the sentences of a document. Each is found out
// once. They are safe for concurrent use.
type Openings struct {
	doc   *document.Document
	in    *passages.Index
	known sync.Map // passages.Place -> string
}

// NewOpenings returns the openings of a document in the language of an index.
func NewOpenings(d *document.Document, in *passages.Index) *Openings {
	return &Openings{doc: d, in: in}
}

// Of returns the first telling word of the sentence at a place, which is span, as the index
// has it; "" if it has none.
func (o *Openings) Of(at passages.Place, span document.Span) string {
	if known, ok := o.known.Load(at); ok {
		return known.(string)
	}
	term := ""
	if tokens := o.in.Analyze(text.Limit(Unnumbered(o.doc.Plain(span)), maxOpening)); len(tokens) > 0 {
		term = tokens[0].Term
	}
	o.known.Store(at, term)
	return term
}
