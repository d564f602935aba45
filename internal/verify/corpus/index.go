package corpus

import (
	"math"
	"slices"
	"sort"

	"pincite/internal/document"
	"pincite/internal/verify/word"
)

// A Corpus is documents as words. It is safe for concurrent use, since nothing in it
// changes after [New].
type Corpus struct {
	docs    []*Doc
	words   map[string]int32 // number of each form, from 1
	forms   []string         // the form of each number
	tokens  []int32          // the words of all documents in order; 0 before, between and after them
	extents []extent         // of each token, in its document's shown text
	units   []unit           // sentences and headings, in order

	one   postings  // places of each word
	three postings  // places of each run of three words, by hash
	info  []float64 // information of each word, in bits
	rare  float64   // that of a word that no document has
}

// A Doc is a document and its part of the tokens.
type Doc struct {
	*document.Document
	First, End int // tokens, half open
	view       document.View
}

// Hides reports whether a document has Markup, so that its source reads otherwise
// than what is shown.
func (d *Doc) Hides() bool { return len(d.Markup) > 0 }

// An extent is a range of a shown text. Four bytes hold any document's offsets.
type extent struct{ start, end uint32 }

// A unit is what is not left out of or joined unnoticed: a sentence, a heading.
type unit struct {
	first int  // token
	apart bool // between sentences and headings: a number, a running title
}

// New indexes the words of documents, in time linear in their length. It keeps
// about 24 bytes for each of them.
func New(docs ...*document.Document) *Corpus {
	c := &Corpus{words: map[string]int32{}, tokens: []int32{0}, extents: []extent{{}}}
	var divided []int
	for _, d := range docs {
		divided = append(divided, c.add(d)...)
	}
	c.mend(divided)
	for _, d := range c.docs {
		c.cut(d)
	}
	c.post()
	return c
}

// add adds the words of a document. It returns the tokens that a hyphen at the
// end of a line divides from the one before.
func (c *Corpus) add(d *document.Document) []int {
	in := &Doc{Document: d, view: document.Show(d.Text, d.Markup, document.Span{End: len(d.Text)}), First: len(c.tokens)}
	var divided []int
	at := 0
	for w, ok := word.Next(in.view.Text, 0); ok; w, ok = word.Next(in.view.Text, w.End) {
		if word.IsDivision(in.view.Text, at, w) && len(c.tokens) > in.First {
			divided = append(divided, len(c.tokens))
		}
		at = w.End
		c.tokens = append(c.tokens, c.id(word.Form(in.view.Text[w.Start:w.End])))
		c.extents = append(c.extents, extent{uint32(w.Start), uint32(w.End)})
	}
	in.End = len(c.tokens)
	c.docs = append(c.docs, in)
	c.tokens = append(c.tokens, 0)
	c.extents = append(c.extents, extent{})
	return divided
}

// id returns the number of a form, a new one if need be.
func (c *Corpus) id(form string) int32 {
	id, ok := c.words[form]
	if !ok {
		id = int32(len(c.words) + 1)
		c.words[form] = id
	}
	return id
}

// mend puts words together that a hyphen at the end of a line divides, unless
// the documents have both halves as words and not the whole.
func (c *Corpus) mend(divided []int) {
	if len(divided) == 0 {
		return
	}
	forms, count := make([]string, len(c.words)+1), make([]int, len(c.words)+1)
	for form, id := range c.words {
		forms[id] = form
	}
	for _, id := range c.tokens {
		count[id]++
	}
	for _, t := range divided {
		count[c.tokens[t-1]]--
		count[c.tokens[t]]--
	}
	gone := make([]bool, len(c.tokens))
	for _, t := range divided {
		whole := forms[c.tokens[t-1]] + forms[c.tokens[t]]
		id, known := c.words[whole]
		if known && count[id] > 0 || count[c.tokens[t-1]] == 0 || count[c.tokens[t]] == 0 {
			c.tokens[t], gone[t-1] = c.id(whole), true
			c.extents[t].start = c.extents[t-1].start
			if int(c.tokens[t]) == len(forms) {
				forms, count = append(forms, whole), append(count, 0)
			}
		}
	}
	c.drop(gone)
}

// drop takes tokens out.
func (c *Corpus) drop(gone []bool) {
	kept := 0
	for _, d := range c.docs {
		first := kept + 1
		for t := d.First - 1; t < d.End; t++ {
			if !gone[t] {
				c.tokens[kept], c.extents[kept] = c.tokens[t], c.extents[t]
				kept++
			}
		}
		d.First, d.End = first, kept
	}
	c.tokens[kept], c.extents[kept] = 0, extent{}
	c.tokens, c.extents = c.tokens[:kept+1], c.extents[:kept+1]
}

// cut finds the sentences and headings of a document among its tokens.
func (c *Corpus) cut(d *Doc) {
	t := d.First
	begin := func(at int, apart bool) {
		first := t
		for t < d.End && int(c.extents[t].start) < at {
			t++
		}
		if first < t {
			c.units = append(c.units, unit{first, apart})
		}
	}
	for _, s := range wholes(d.Document) {
		begin(d.view.At(s.Start), true)
		begin(d.view.At(s.End), false)
	}
	begin(len(d.view.Text), true)
}

// wholes returns the headings and sentences of a document in order, and the
// paragraphs that have no sentences.
func wholes(d *document.Document) []document.Span {
	var out []document.Span
	for i := range d.Sections {
		s := &d.Sections[i]
		if !s.Heading.Empty() {
			out = append(out, s.Heading)
		}
		for _, p := range s.Paragraphs {
			if len(p.Sentences) == 0 {
				out = append(out, p.Span)
			}
			out = append(out, p.Sentences...)
		}
	}
	slices.SortStableFunc(out, func(a, b document.Span) int { return a.Start - b.Start })
	return out
}

// post makes the postings and the weights.
func (c *Corpus) post() {
	c.one = newPostings(len(c.tokens), len(c.words)+1, func(t int) int { return int(c.tokens[t]) })
	buckets := 1 << max(4, bitLen(len(c.tokens)))
	c.three = newPostings(len(c.tokens)-2, buckets, func(t int) int { return hash3(c.tokens[t:], buckets) })
	total := math.Log2(float64(len(c.tokens)))
	c.forms = make([]string, len(c.words)+1)
	for form, id := range c.words {
		c.forms[id] = form
	}
	c.info, c.rare = make([]float64, len(c.words)+1), total+1
	for id := range c.info {
		if n := len(c.one.list(id)); id > 0 && n > 0 {
			c.info[id] = total - math.Log2(float64(n)) + 1
		}
	}
}

func bitLen(n int) int {
	return sort.Search(32, func(b int) bool { return 1<<b >= n })
}

// hash3 returns the bucket of the first three tokens.
func hash3(t []int32, buckets int) int {
	h := uint64(t[0])*0x9e3779b97f4a7c15 ^ uint64(t[1])*0xc2b2ae3d27d4eb4f ^ uint64(t[2])*0x165667b19e3779f9
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return int(h>>32) & (buckets - 1)
}

// postings are lists of token places, by key, in one array.
type postings struct {
	ends []int32 // end of each key's list
	at   []int32
}

// newPostings sorts the places below n by their key, which is below keys.
func newPostings(n, keys int, key func(int) int) postings {
	n = max(n, 0)
	p := postings{make([]int32, keys+1), make([]int32, n)}
	for t := range n {
		p.ends[key(t)+1]++
	}
	for k := range keys {
		p.ends[k+1] += p.ends[k]
	}
	for t := range n { // moves each end from where its list begins
		k := key(t)
		p.at[p.ends[k]] = int32(t)
		p.ends[k]++
	}
	return p
}

// list returns the places of a key, in order.
func (p postings) list(key int) []int32 {
	from := int32(0)
	if key > 0 {
		from = p.ends[key-1]
	}
	return p.at[from:p.ends[key]]
}
