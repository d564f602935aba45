package collate

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/verify/between"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/cover"
	"pincite/internal/verify/word"
)

// edgeWords is up to how many words that begin or end a text, and that its range
// has not, are compared with those before or after the range.
const edgeWords = 4

// A reader makes a reading.
type reader struct {
	*Collator
	cover.Passage
	Reading
	doc *corpus.Doc // of the range that is being read

	firstText, firstDoc int  // where the last match begins
	lastDoc             int  // and ends
	goesOn              bool // the next range is part of it

	spelt float64 // information of words that a document has in several, or several in one
}

// A Collator compares texts with documents. It is safe for concurrent use.
type Collator struct {
	docs    *corpus.Corpus
	find    *cover.Finder
	denying []bool // by number of a word: it may be a negation
}

// New returns a Collator for the documents that find looks through.
func New(docs *corpus.Corpus, find *cover.Finder) *Collator {
	c := &Collator{docs: docs, find: find}
	for form, id := range docs.Words() {
		c.denying = append(c.denying, make([]bool, max(0, int(id)+1-len(c.denying)))...)
		c.denying[id] = word.IsNegation(form)
	}
	return c
}

// Read compares a text with ranges that have its words, in order of the text.
func (c *Collator) Read(p cover.Passage, ranges [][]corpus.Pair) Reading {
	r := c.reader(p)
	got, at := 0.0, 0
	for i, pairs := range ranges {
		got += c.find.Weight(pairs)
		r.doc = c.docs.Doc(pairs[0].Doc)
		pairs = r.wholeAmounts(pairs)
		at = r.readRange(pairs, at, i == len(ranges)-1)
		if i < len(ranges)-1 {
			r.joint(pairs[len(pairs)-1], ranges[i+1][0])
		}
	}
	r.Share = min(1, (got+r.spelt)/p.Weight(0, len(p.IDs)))
	return r.sorted()
}

func (c *Collator) reader(p cover.Passage) *reader {
	return &reader{Collator: c, Passage: p, Reading: Reading{Allowed: between.Allowed{}, Differences: []Difference{}, Omitted: []Omission{}}}
}

// Reordered compares a text with tokens [lo, hi), which have a share of its words in another
// order.
func (c *Collator) Reordered(p cover.Passage, lo, hi int, share float64) Reading {
	r := c.reader(p)
	r.doc = c.docs.Doc(lo)
	lo, hi = c.Whole(lo, hi)
	r.add(0, len(p.IDs), lo, hi)
	at := p.Span(0, len(p.IDs))
	r.Differences = []Difference{{Kind: Reordered, Text: p.Source[at.Start:at.End], At: at, Original: c.docs.Shown(lo, hi), Span: c.docs.Span(lo, hi)}}
	r.strangers(lo, hi)
	r.Omitted, r.Share = []Omission{}, share
	return r.sorted()
}

// strangers adds the words that the text or tokens [lo, hi) have more often than the
// other side, one by one.
func (r *reader) strangers(lo, hi int) {
	has := cover.Count(r.docs.Tokens(lo, hi))
	for i, id := range r.IDs {
		if has[id]--; has[id] < 0 {
			r.block(i, i+1, lo, lo)
		}
	}
	has = cover.Count(r.IDs)
	for t := lo; t < hi; t++ {
		id := r.docs.Tokens(t, t+1)[0]
		if has[id]--; has[id] < 0 {
			r.block(len(r.IDs), len(r.IDs), t, t+1)
		}
	}
}

// readRange compares the text from word at on with one range, and returns where the
// range ends in the text.
func (r *reader) readRange(pairs []corpus.Pair, at int, isLast bool) int {
	first, last := pairs[0], pairs[len(pairs)-1]
	head, tail := r.head(first, at), 0
	head += r.cutBefore(first.Doc - head)
	if isLast {
		tail = r.tail(last)
	}
	tail += r.cutAfter(last.Doc + tail)
	from, to := first.Text, last.Text+1
	if head > 0 {
		from = at
	}
	if tail > 0 && isLast {
		to = len(r.IDs)
	}
	r.add(from, to, first.Doc-head, last.Doc+1+tail)
	r.block(at, first.Text, first.Doc-head, first.Doc)
	r.pairs(pairs)
	if first.Text == 0 && head == 0 {
		r.begin(first)
	}
	if !isLast {
		r.block(last.Text+1, last.Text+1, last.Doc+1, last.Doc+1+tail)
	} else {
		r.block(last.Text+1, len(r.IDs), last.Doc+1, last.Doc+1+tail)
		r.end(last, tail)
	}
	r.lastDoc = last.Doc + tail
	return last.Text + 1
}

// add adds the match of words [from, to) and tokens [lo, hi), or makes the last one
// reach there if it goes on.
func (r *reader) add(from, to, lo, hi int) {
	if !r.goesOn {
		r.Matches = append(r.Matches, r.Match(r.Passage, from, to, lo, hi))
		r.firstText, r.firstDoc = from, lo
		return
	}
	r.goesOn = false
	r.Matches[len(r.Matches)-1] = r.Match(r.Passage, r.firstText, to, r.firstDoc, hi)
}

// head returns how many words of the document before a range are where the text
// has others, or deny what it begins with.
func (r *reader) head(first corpus.Pair, at int) int {
	n := first.Text - at
	if first.Text == 0 {
		return r.opening(first.Doc)
	}
	if n > edgeWords || at > 0 || !r.sameMarks(first) {
		return 0
	}
	most := first.Doc - r.docs.Unit(first.Doc).First
	for k := 1; k <= min(edgeWords, most); k++ {
		if r.isSpeltAs(at, first.Text, first.Doc-k, first.Doc) {
			return k
		}
	}
	if n = min(n, most); r.cutBehindNegation(first.Doc - n) {
		n++
	}
	return n
}

// sameMarks reports whether the same marks are before a pair on both sides: others
// tell that the words before them are no counterparts.
func (r *reader) sameMarks(p corpus.Pair) bool {
	if p.Text == 0 || p.Text == len(r.IDs) || p.Doc == r.doc.First || p.Doc == r.doc.End {
		return false
	}
	return between.Of(r.Between(p.Text)).SameMarks(between.Of(r.docs.Gap(p.Doc)))
}

// tail is head for the end of the text.
func (r *reader) tail(last corpus.Pair) int {
	n := len(r.IDs) - last.Text - 1
	if n == 0 || n > edgeWords || !r.sameMarks(corpus.Pair{Text: last.Text + 1, Doc: last.Doc + 1}) {
		return 0
	}
	most := r.docs.Unit(last.Doc).End - last.Doc - 1
	for k := 1; k <= min(edgeWords, most); k++ {
		if r.isSpeltAs(last.Text+1, len(r.IDs), last.Doc+1, last.Doc+1+k) {
			return k
		}
	}
	return min(n, most)
}

// joint looks at what is between two ranges.
func (r *reader) joint(a, b corpus.Pair) {
	for i := a.Text + 1; i <= b.Text; i++ {
		if between.Of(r.Between(i)).Ellipsis && b.Doc > a.Doc && r.docs.Doc(b.Doc) == r.doc {
			r.Allowed[between.Ellipses] = true
			n := len(r.Differences)
			r.omit(b.Text, r.lastDoc+1, b.Doc)
			r.goesOn = len(r.Differences) > n // its range has what must not be left out
			return
		}
	}
	r.Spliced = true
	r.cutAt(a, b)
}

// pairs compares the words of a range, and what is between them.
func (r *reader) pairs(pairs []corpus.Pair) {
	r.slide(pairs)
	for i, p := range pairs {
		if i > 0 {
			r.between(pairs[i-1], p)
		}
		switch {
		case r.IDs[p.Text] != r.docs.Tokens(p.Doc, p.Doc+1)[0]:
			r.block(p.Text, p.Text+1, p.Doc, p.Doc+1) // a misreading
		case !r.sameUnit(r.Passage, p):
			r.differ(p.Text, p.Text+1, p.Doc, p.Doc+1, word.Number)
		case !r.sameSharp(r.Passage, p):
			r.differ(p.Text, p.Text+1, p.Doc, p.Doc+1, "")
		case r.sameSign(r.Passage, p):
			word.Allow(r.Allowed, r.Raw(p.Text), r.docs.Shown(p.Doc, p.Doc+1))
		case i == 0:
			r.firstSign(p)
		}
	}
}

// between compares what is between two pairs.
func (r *reader) between(q, p corpus.Pair) {
	switch beside := p.Text == q.Text+1 && p.Doc == q.Doc+1; {
	case beside:
		r.gap(q, p)
	case p.Text == q.Text+1 && between.Of(r.Between(p.Text)).Ellipsis:
		r.Allowed[between.Ellipses] = true
		r.omit(p.Text, q.Doc+1, p.Doc)
	default:
		r.block(q.Text+1, p.Text, q.Doc+1, p.Doc)
	}
}

// gap compares what is between two pairs that follow on one another on both sides.
func (r *reader) gap(q, p corpus.Pair) {
	switch text, original := r.unbracketed(q, p), r.docs.Gap(p.Doc); {
	case r.otherSign(p):
		r.sign(p)
	case !r.sameSign(r.Passage, p) || !r.sameDash(r.Passage, p):
		r.differ(q.Text, p.Text+1, q.Doc, p.Doc+1, word.Number)
	case !r.samePrime(r.Passage, q):
		r.prime(q)
	case text == original || r.Allowed.Same(between.Of(text), between.Of(original)):
	case r.isNoteLabel(p) && word.SameBefore(text, original), r.isNoteLabel(q) && word.SameBehind(text, original):
		r.Allowed[between.Notes] = true
	default:
		r.punctuation(p)
	}
}

// punctuation adds the difference between the marks before two words.
func (r *reader) punctuation(p corpus.Pair) {
	at := document.Span{Start: r.Spans[p.Text-1].End, End: r.Spans[p.Text].Start}
	if n := len(r.Differences); n > 0 && (r.Differences[n-1].At.Overlaps(at) || r.Differences[n-1].Span.Overlaps(r.docs.GapSpan(p.Doc))) {
		return // it has the brackets of a sum
	}
	r.Differences = append(r.Differences, Difference{Kind: Punctuation, Match: len(r.Matches) - 1,
		Text: strings.TrimSpace(r.Source[at.Start:at.End]), At: at, Original: strings.TrimSpace(r.docs.Gap(p.Doc)), Span: r.docs.GapSpan(p.Doc)})
}

// block adds the difference between words [from, to) of the text and tokens
// [lo, hi), which have none in common; there may be none on either side.
func (r *reader) block(from, to, lo, hi int) {
	switch {
	case from == to && lo == hi || r.numbering(from, to, lo, hi) || r.isNote(from, to, lo, hi):
		return
	case r.isSpeltAs(from, to, lo, hi):
		r.spelt += r.Weight(from, to)
		r.Allowed.Add(between.Hyphenation, r.sameLetters(from, to, lo, hi))
		r.Allowed.Add(between.Groups, r.sameDigits(from, to, lo, hi))
		return
	}
	r.differ(from, to, lo, hi, r.concern(from, to, lo, hi))
}

// differ is block for what is known to differ, and what it concerns.
func (r *reader) differ(from, to, lo, hi int, concern word.Concern) {
	d := Difference{Kind: Replaced, Concern: concern, Match: len(r.Matches) - 1, At: r.Span(from, to)}
	d.Text = r.Source[d.At.Start:d.At.End]
	if lo < hi {
		d.Span = r.docs.Span(lo, hi)
		d.Original = r.docs.Shown(lo, hi)
	} else {
		at := r.docs.Span(max(lo-1, r.doc.First), max(lo-1, r.doc.First)+1).End
		d.Span = document.Span{Start: at, End: at}
	}
	switch {
	case from == to:
		d.Kind = LeftOut
	case lo == hi:
		d.Kind = Inserted
	}
	r.Differences = append(r.Differences, d)
}

// begin takes the bracket before the first word into the match if the text has it, too.
func (r *reader) begin(first corpus.Pair) {
	n := inText(r.Passage, 0).Opened()
	if m := r.inDoc(first.Doc).Opened(); n > 0 && m > 0 {
		_, span := r.docs.Around(first.Doc, m, 0)
		r.reach(span)
	}
}

// end looks at the marks after the last word, and takes into the match those that
// the text has, too.
func (r *reader) end(last corpus.Pair, tail int) {
	closing := r.closing(last.Text)
	t := last.Doc + tail
	rest := r.docs.After(t)
	if tail == 0 && !r.samePrime(r.Passage, last) {
		r.prime(last)
	}
	marks := between.Of(closing).Marks
	same := strings.HasPrefix(between.Of(rest).Marks, marks)
	r.ending(t, between.Of(closing), same)
	if !same {
		r.Allowed[between.Ends] = true
		return
	}
	if n := between.Closing(rest, marks, between.Of(closing).Quotes != ""); n > 0 {
		m := &r.Matches[len(r.Matches)-1]
		m.Span.End = r.docs.EndAfter(t, n)
		m.Quote = r.doc.Slice(m.Span)
	}
}

// closing returns the marks at the end of the text, whose last word of the range is i:
// those before the notes that follow on it, or those after its last word.
func (r *reader) closing(i int) string {
	for n := i + 1; n < len(r.IDs); n++ {
		if !word.IsNote(r.Source, r.Spans[n]) {
			i = len(r.IDs) - 1
			break
		}
	}
	if i+1 < len(r.IDs) {
		return strings.TrimRight(r.Between(i+1), "[【 ")
	}
	return r.Source[r.Spans[i].End:]
}

// concern returns what makes a difference one to be named first. What is left out of
// a number concerns it, whatever it is.
func (r *reader) concern(from, to, lo, hi int) word.Concern {
	var text, doc word.Side
	for i := from; i < to; i++ {
		if !word.InWord(r.Source, r.Spans[i]) {
			text.Add(r.Passage.Raw(i), i == 0 || word.EndsSentence(r.Between(i)))
		}
	}
	for t := lo; t < hi; t++ {
		doc.Add(r.docs.Shown(t, t+1), t == r.doc.First || word.EndsSentence(r.docs.Gap(t)))
	}
	c := word.ConcernOf(text, doc)
	if (c == "" || c == word.Name) && from == to && (r.oneAmount(lo) || r.oneAmount(hi)) {
		c = word.Number
	}
	if c.Rank() > word.Limit.Rank() && from == to && (r.limitedBehind(lo) || r.limitBefore(hi) > 0) {
		c = word.Limit
	}
	return c
}
