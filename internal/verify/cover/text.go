package cover

import (
	"pincite/internal/document"
	"pincite/internal/verify/between"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

// A Passage is a text to be found, as words.
type Passage struct {
	Source string
	IDs    []int32         // of each word; corpus.Unknown for one that no document has
	Spans  []document.Span // of each word, in Source
	Worth  []float64       // information of each word, in bits

	windows []corpus.Window // stretches that may have it, once it is not there as it stands
}

// Read reads a text as words of the documents.
func (f *Finder) Read(s string) Passage {
	p := Passage{Source: s}
	at := 0
	for w, ok := word.Next(s, 0); ok; w, ok = word.Next(s, w.End) {
		id := f.docs.Number(word.Form(s[w.Start:w.End]))
		if n := len(p.IDs); n > 0 && (word.IsDivision(s, at, w) || word.IsBracketed(s, p.Spans[n-1], w) || word.IsGroup(s[p.Spans[n-1].Start:at], s[at:w.Start], s[w.Start:w.End])) {
			if whole := f.docs.Number(word.Form(s[p.Spans[n-1].Start:at]) + word.Form(s[w.Start:w.End])); whole != corpus.Unknown {
				p.IDs[n-1], p.Spans[n-1].End = whole, w.End
				at = w.End
				continue
			}
		}
		at = w.End
		p.IDs, p.Spans = append(p.IDs, id), append(p.Spans, w)
	}
	p.Worth = f.worth(p)
	return p
}

// worth returns the information of each word of a text. Letters and digits that
// are written as one count once if no document has one of them: a bad scan makes
// three words of one.
func (f *Finder) worth(p Passage) []float64 {
	out, rare := make([]float64, len(p.IDs)), f.docs.Bits(corpus.Unknown)
	for i, id := range p.IDs {
		out[i] = f.docs.Bits(id)
		if i > 0 && p.Spans[i-1].End == p.Spans[i].Start && (id == corpus.Unknown || out[i-1] == rare) && !word.IsAlone(p.Raw(i)) {
			out[i-1], out[i] = 0, rare
		}
	}
	return out
}

// Weight returns the information of words [from, to), in bits.
func (p Passage) Weight(from, to int) float64 {
	sum := 0.0
	for _, w := range p.Worth[from:to] {
		sum += w
	}
	return sum
}

// Between returns what is between words i-1 and i.
func (p Passage) Between(i int) string { return p.Source[p.Spans[i-1].End:p.Spans[i].Start] }

// parts returns where the parts of the text begin that ellipses divide, 0 first.
func (p Passage) parts() []int {
	starts := []int{0}
	for i := 1; i < len(p.IDs); i++ {
		if between.Of(p.Between(i)).Ellipsis {
			starts = append(starts, i)
		}
	}
	return starts
}

// Span returns the bytes of words [from, to); an empty span where there are none.
func (p Passage) Span(from, to int) document.Span {
	switch {
	case from < to:
		return document.Span{Start: p.Spans[from].Start, End: p.Spans[to-1].End}
	case from < len(p.Spans):
		return document.Span{Start: p.Spans[from].Start, End: p.Spans[from].Start}
	}
	return document.Span{Start: len(p.Source), End: len(p.Source)}
}

// Raw returns word i as the text has it.
func (p Passage) Raw(i int) string { return p.Source[p.Spans[i].Start:p.Spans[i].End] }
