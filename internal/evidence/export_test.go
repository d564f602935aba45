package evidence

import (
	"pincite/internal/annotation"
	"pincite/internal/document"
)

// ReadDefault reads the default document. The tests of package evidence_test set
// it, since what reads documents is built on this package.
var ReadDefault func() (*document.Document, []annotation.Aids, error)

// Ablations are ways of making the ranking poorer, for BenchmarkAblation. Each
// changes some of the numbers.
var Ablations = []struct {
	Name  string
	Apply func(*Params)
}{
	{"none", func(*Params) {}},
	{"no annotations", nil}, // the benchmark leaves them out itself
	{"no terms", func(p *Params) { p.Sentence.Terms, p.Section.Terms = 0, 0 }},
	{"no glosses", func(p *Params) { p.Sentence.Gloss, p.Section.Gloss = 0, 0 }},
	{"no expected questions", func(p *Params) { p.Expected = 0 }},
	{"no headings", func(p *Params) { p.Section.Headings = 0 }},
	{"no see-references", func(p *Params) { p.See = 0 }},
	{"no section evidence", func(p *Params) { p.Whole = 0 }},
	{"no second sentence", func(p *Params) { p.Second = 0 }},
	{"best field only", func(p *Params) { p.Tie = 0 }},
	{"all fields in full", func(p *Params) { p.Tie = 1 }},
	{"common words in full", func(p *Params) { p.Everyday = 1 }},
	{"nothing borrowed", func(p *Params) { p.Borrowed = 0 }},
}
