package verify

import (
	"pincite/internal/document"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

// A passage is the text to be checked, as words.
type passage struct {
	text  string
	ids   []int32 // corpus.Unknown for a word that no document has
	spans []document.Span
	worth []float64 // information of each word, in bits

	windows []corpus.Window // stretches that may have it, once it is not there as it stands
}

// passage reads a text as words of the documents.
func (c *Checker) passage(s string) passage {
	p := passage{text: s}
	at := 0
	for w, ok := word.Next(s, 0); ok; w, ok = word.Next(s, w.End) {
		id := c.docs.Number(word.Form(s[w.Start:w.End]))
		if n := len(p.ids); n > 0 && (word.IsDivision(s, at, w) || word.IsBracketed(s, p.spans[n-1], w) || word.IsGroup(s[p.spans[n-1].Start:at], s[at:w.Start], s[w.Start:w.End])) {
			if whole := c.docs.Number(word.Form(s[p.spans[n-1].Start:at]) + word.Form(s[w.Start:w.End])); whole != corpus.Unknown {
				p.ids[n-1], p.spans[n-1].End = whole, w.End
				at = w.End
				continue
			}
		}
		at = w.End
		p.ids, p.spans = append(p.ids, id), append(p.spans, w)
	}
	p.worth = c.worth(p)
	return p
}

// worth returns the information of each word of a text. Letters and digits that
// are written as one count once if no document has one of them: a bad scan makes
// three words of one.
func (c *Checker) worth(p passage) []float64 {
	out, rare := make([]float64, len(p.ids)), c.docs.Bits(corpus.Unknown)
	for i, id := range p.ids {
		out[i] = c.docs.Bits(id)
		if i > 0 && p.spans[i-1].End == p.spans[i].Start && (id == corpus.Unknown || out[i-1] == rare) && !word.IsAlone(p.raw(i)) {
			out[i-1], out[i] = 0, rare
		}
	}
	return out
}

// weight returns the information of words [from, to), in bits.
func (p passage) weight(from, to int) float64 {
	sum := 0.0
	for _, w := range p.worth[from:to] {
		sum += w
	}
	return sum
}

// between returns what is between words i-1 and i.
func (p passage) between(i int) string { return p.text[p.spans[i-1].End:p.spans[i].Start] }

// parts returns where the parts of the text begin that ellipses divide, 0 first.
func (p passage) parts() []int {
	starts := []int{0}
	for i := 1; i < len(p.ids); i++ {
		if word.Between(p.between(i)).Ellipsis {
			starts = append(starts, i)
		}
	}
	return starts
}

// span returns the bytes of words [from, to); an empty span where there are none.
func (p passage) span(from, to int) document.Span {
	switch {
	case from < to:
		return document.Span{Start: p.spans[from].Start, End: p.spans[to-1].End}
	case from < len(p.spans):
		return document.Span{Start: p.spans[from].Start, End: p.spans[from].Start}
	}
	return document.Span{Start: len(p.text), End: len(p.text)}
}

// raw returns word i as the text has it.
func (p passage) raw(i int) string { return p.text[p.spans[i].Start:p.spans[i].End] }
