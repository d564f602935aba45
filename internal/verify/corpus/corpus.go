package corpus

import (
	"iter"
	"maps"
	"sort"

	"pincite/internal/document"
)

// Unknown is the number of a word that no document has.
const Unknown int32 = -1

// Number returns the number of a form, or Unknown.
func (c *Corpus) Number(form string) int32 {
	if id, ok := c.words[form]; ok {
		return id
	}
	return Unknown
}

// Words returns the forms of all words with their numbers, in no order.
func (c *Corpus) Words() iter.Seq2[string, int32] { return maps.All(c.words) }

// Bits returns the information of a word: little if it is frequent, most if it is
// Unknown.
func (c *Corpus) Bits(id int32) float64 {
	if id < 0 {
		return c.rare
	}
	return c.info[id]
}

// Len returns how many tokens there are, those before, between and after the documents
// among them.
func (c *Corpus) Len() int { return len(c.tokens) }

// Tokens returns the numbers of tokens [lo, hi), which must not be changed.
func (c *Corpus) Tokens(lo, hi int) []int32 { return c.tokens[lo:hi] }

// TokenBits returns the information of tokens [lo, hi).
func (c *Corpus) TokenBits(lo, hi int) float64 {
	sum := 0.0
	for _, id := range c.tokens[lo:hi] {
		sum += c.info[id]
	}
	return sum
}

// Docs returns the documents in their order.
func (c *Corpus) Docs() []*Doc { return c.docs }

// Doc returns the document that token t belongs to.
func (c *Corpus) Doc(t int) *Doc {
	return c.docs[sort.Search(len(c.docs), func(i int) bool { return c.docs[i].End > t })]
}

// A Unit is what is not left out of or joined unnoticed: a sentence, a heading, or
// what is between them.
type Unit struct {
	First, End int  // tokens, half open
	Apart      bool // between sentences and headings: a number, a running title
}

// numberWords is how many words what is between sentences has at most if it is a
// number or a running title, which may be left out.
const numberWords = 16

// IsNumbering reports whether a unit is no more than a number or a running title.
func (u Unit) IsNumbering() bool { return u.Apart && u.End-u.First <= numberWords }

// Unit returns the unit that token t belongs to.
func (c *Corpus) Unit(t int) Unit {
	i := sort.Search(len(c.units), func(i int) bool { return c.units[i].first > t }) - 1
	u := Unit{c.units[i].first, c.Doc(t).End, c.units[i].apart}
	if i+1 < len(c.units) {
		u.End = min(u.End, c.units[i+1].first)
	}
	return u
}

// Span returns the bytes of the source that tokens [lo, hi) of one document take up.
func (c *Corpus) Span(lo, hi int) document.Span {
	return c.Doc(lo).view.Source(int(c.extents[lo].start), int(c.extents[hi-1].end))
}

// Shown returns tokens [lo, hi) of one document as they are shown.
func (c *Corpus) Shown(lo, hi int) string {
	return c.Doc(lo).view.Text[c.extents[lo].start:c.extents[hi-1].end]
}

// Gap returns what is shown between token t and the one before; t is not the first
// of its document.
func (c *Corpus) Gap(t int) string {
	return c.Doc(t).view.Text[c.extents[t-1].end:c.extents[t].start]
}

// GapSpan returns the bytes of the source that the gap before token t takes up; the
// zero Span where nothing is between the two.
func (c *Corpus) GapSpan(t int) document.Span {
	from, to := int(c.extents[t-1].end), int(c.extents[t].start)
	if from == to {
		return document.Span{}
	}
	return c.Doc(t).view.Source(from, to)
}

// After returns what is shown after token t, up to the next one.
func (c *Corpus) After(t int) string {
	d := c.Doc(t)
	if t+1 == d.End {
		return d.view.Text[c.extents[t].end:]
	}
	return d.view.Text[c.extents[t].end:c.extents[t+1].start]
}

// Rest returns what is shown after token t, to the end of its document.
func (c *Corpus) Rest(t int) string { return c.Doc(t).view.Text[c.extents[t].end:] }

// Around returns token t as it is shown, with so many bytes before and after it, and the
// bytes of the source that they take up.
func (c *Corpus) Around(t, before, behind int) (string, document.Span) {
	d := c.Doc(t)
	from, to := int(c.extents[t].start)-before, int(c.extents[t].end)+behind
	return d.view.Text[from:to], d.view.Source(from, to)
}

// EndAfter returns the end in the source of n bytes, at least one, that are shown
// after token t.
func (c *Corpus) EndAfter(t, n int) int {
	end := int(c.extents[t].end)
	return c.Doc(t).view.Source(end, end+n).End
}
