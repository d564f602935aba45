package collate

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text/numeral"
	"pincite/internal/verify/between"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/cover"
	"pincite/internal/verify/word"
)

// maxCut bounds the words that a number goes on for.
const maxCut = 16

// cutBefore returns how many tokens before t belong to a number or an amount that t
// is the rest of.
func (c *Collator) cutBefore(t int) int {
	if !isAmount(c.docs.Shown(t, t+1)) {
		return 0
	}
	n := 0
	for n < maxCut && c.oneAmount(t-n) {
		n++
	}
	return n
}

// cutAfter is cutBefore for the tokens after t.
func (c *Collator) cutAfter(t int) int {
	if !isAmount(c.docs.Shown(t, t+1)) {
		return 0
	}
	n := 0
	for n < maxCut && c.oneAmount(t+n+1) {
		n++
	}
	return n
}

// Whole returns the range of tokens [lo, hi) with what it must not be quoted without: the
// rest of a number that it begins or ends in, and a negation right before it.
func (c *Collator) Whole(lo, hi int) (from, to int) {
	from, to = lo-c.cutBefore(lo), hi+c.cutAfter(hi-1)
	if c.cutBehindNegation(from) {
		from--
	}
	return from, to
}

// isAmount reports whether a word is a number or its sign.
func isAmount(w string) bool { return word.IsNumber(w) || word.IsSign(w) }

// oneAmount reports whether token t and the one before are parts of one number or
// amount.
func (c *Collator) oneAmount(t int) bool {
	if t <= 1 || t+1 >= c.docs.Len() || c.docs.Doc(t-1) != c.docs.Doc(t) || c.docs.Unit(t-1).First != c.docs.Unit(t).First {
		return false
	}
	gap := c.docs.Gap(t)
	return !strings.Contains(gap, "\n") && word.OneAmount(c.docs.Shown(t-1, t), gap, c.docs.Shown(t, t+1)) || c.oneInWords(t)
}

// longestInWords is how many words a number has at most: "nine thousand nine hundred and
// ninety nine".
const longestInWords = 8

// oneInWords reports whether token t and the one before are parts of one number in words
// with blanks between them: "twenty five", "treinta y dos".
func (c *Collator) oneInWords(t int) bool {
	if !c.isInWords(t-1) && !c.isInWords(t) {
		return false
	}
	u := c.docs.Unit(t)
	for from := t - 1; from >= max(u.First, t-longestInWords) && strings.TrimSpace(c.docs.Gap(from+1)) == ""; from-- {
		var words []string
		for n := from; n < min(u.End, from+longestInWords) && (n == from || strings.TrimSpace(c.docs.Gap(n)) == ""); n++ {
			words = append(words, c.docs.Shown(n, n+1))
		}
		if number, ok := numeral.Read(words); ok && number.Form == numeral.Words && from+number.Used > t {
			return true
		}
	}
	return false
}

// isInWords reports whether a token is a number, or a part of one, in letters of a script
// with spaces.
func (c *Collator) isInWords(t int) bool {
	w := c.docs.Shown(t, t+1)
	return word.IsNumber(w) && !word.IsDigits(w) && !word.IsAlone(w)
}

// wholeAmounts returns pairs without those numbers that are parts of amounts of which
// the other side has not all, so that amounts are compared as wholes: "twenty-two" with
// "twenty-one", "€20" with "20 euros".
func (r *reader) wholeAmounts(pairs []corpus.Pair) []corpus.Pair {
	for range maxCut {
		out := r.withoutParts(pairs)
		if len(out) == 0 || len(out) == len(pairs) {
			break
		}
		pairs = out
	}
	return pairs
}

// withoutParts is one step of wholeAmounts: it takes out the numbers next to what the
// other side has not.
func (r *reader) withoutParts(pairs []corpus.Pair) []corpus.Pair {
	var out []corpus.Pair
	for i, p := range pairs {
		a, b := corpus.Pair{Text: -1, Doc: p.Doc - 1 - p.Text}, corpus.Pair{Text: len(r.IDs), Doc: p.Doc + 1}
		if i > 0 {
			a = pairs[i-1]
		}
		if i+1 < len(pairs) {
			b = pairs[i+1]
		}
		part := word.IsNumber(r.Passage.Raw(p.Text)) && (i > 0 && r.turned(a, p, b) || r.isPart(a, p, b))
		if !part || i == 0 && !r.sameMarks(b) || i == len(pairs)-1 && !r.sameMarks(corpus.Pair{Text: a.Text + 1, Doc: a.Doc + 1}) {
			out = append(out, p)
		}
	}
	return out
}

// isPart reports whether p, between the pairs a and b, is a part of a number that goes
// on to a side where the two do not have the same.
func (r *reader) isPart(a, p, b corpus.Pair) bool {
	before := p.Text-a.Text > 1 && p.Doc-a.Doc > 1
	behind := b.Text-p.Text > 1 && b.Doc-p.Doc > 1
	return before && (r.isOneNumber(p.Doc) || r.isOneInText(p.Text)) || behind && (r.isOneNumber(p.Doc+1) || r.isOneInText(p.Text+1))
}

// isOneNumber reports whether token t and the one before are parts of one number.
func (r *reader) isOneNumber(t int) bool {
	return r.oneAmount(t) && word.IsNumber(r.docs.Shown(t-1, t)) && word.IsNumber(r.docs.Shown(t, t+1))
}

// isOneInText is isOneNumber for a word of the text.
func (r *reader) isOneInText(i int) bool {
	return i > 0 && i < len(r.IDs) && word.IsNumber(r.Raw(i-1)) && word.IsNumber(r.Raw(i)) && word.OneAmount(r.Raw(i-1), r.Between(i), r.Raw(i))
}

// turned reports whether p has a sign before it on one side alone and a word after it
// on the other alone, a and b being the pairs around it.
func (r *reader) turned(a, p, b corpus.Pair) bool {
	textBefore, docBefore := p.Text-a.Text-1, p.Doc-a.Doc-1
	textBehind, docBehind := b.Text-p.Text-1, b.Doc-p.Doc-1
	switch {
	case docBefore == 1 && textBefore == 0 && textBehind > 0 && docBehind == 0:
		return word.IsSign(r.docs.Shown(p.Doc-1, p.Doc))
	case textBefore == 1 && docBefore == 0 && docBehind > 0 && textBehind == 0:
		return word.IsSign(r.Passage.Raw(p.Text - 1))
	}
	return false
}

// sameSign reports whether an amount of a text and of a document have the same sign
// before it, or none.
func (c *Collator) sameSign(p cover.Passage, at corpus.Pair) bool {
	return word.SameSign(inText(p, at.Text), c.inDoc(at.Doc))
}

// sameWord reports whether word i of a text that is at token t, and has its form, is
// the same: the capitals that make another unit of it, the sharp s in it, the dash before it
// if it counts and, of an amount, the sign before it and the prime after.
func (c *Collator) sameWord(p cover.Passage, i, t int) bool {
	at := corpus.Pair{Text: i, Doc: t + i}
	return c.sameUnit(p, at) && c.sameSharp(p, at) && c.sameDash(p, at) && (!word.IsAmount(p.Raw(i)) || c.sameSign(p, at) && c.samePrime(p, at))
}

// sameUnit reports whether a word after a number is the same unit on both sides.
func (c *Collator) sameUnit(p cover.Passage, at corpus.Pair) bool {
	if at.Text == 0 || at.Doc == c.docs.Doc(at.Doc).First || !word.IsDigits(p.Raw(at.Text-1)) || !word.IsDigits(c.docs.Shown(at.Doc-1, at.Doc)) {
		return true
	}
	return word.SameUnit(p.Raw(at.Text), c.docs.Shown(at.Doc, at.Doc+1), p.Source)
}

// sameDash reports whether a word has the dash before it that counts, or none, on both
// sides; that between digits is for sameSign, which knows where it is the mark of a point.
func (c *Collator) sameDash(p cover.Passage, at corpus.Pair) bool {
	if at.Text == 0 || at.Doc == c.docs.Doc(at.Doc).First || word.IsDigits(p.Raw(at.Text)) {
		return true
	}
	return word.SameDash(p.Raw(at.Text-1), p.Between(at.Text), p.Raw(at.Text), c.docs.Shown(at.Doc-1, at.Doc), c.docs.Gap(at.Doc), c.docs.Shown(at.Doc, at.Doc+1))
}

func (c *Collator) sameSharp(p cover.Passage, at corpus.Pair) bool {
	return word.SameSharp(p.Raw(at.Text), c.docs.Shown(at.Doc, at.Doc+1))
}

func inText(p cover.Passage, i int) word.Place {
	at := word.Place{Word: p.Raw(i), Rest: p.Source[p.Spans[i].End:]}
	if i == 0 {
		at.Gap = p.Source[:p.Spans[0].Start]
		return at
	}
	lead := p.Span(max(0, i-word.LeadWords), i)
	at.Lead, at.Before, at.Gap = p.Source[lead.Start:lead.End], p.Raw(i-1), p.Between(i)
	return at
}

func (c *Collator) inDoc(t int) word.Place {
	at := word.Place{Word: c.docs.Shown(t, t+1), Rest: c.docs.Rest(t)}
	if first := c.docs.Doc(t).First; t > first {
		at.Lead, at.Before, at.Gap = c.docs.Shown(max(first, t-word.LeadWords), t), c.docs.Shown(t-1, t), c.docs.Gap(t)
	}
	return at
}

// otherSign reports whether an amount has a sign on one side alone, or another: the dash
// of a range is none.
func (r *reader) otherSign(p corpus.Pair) bool {
	a, b := inText(r.Passage, p.Text), r.inDoc(p.Doc)
	return !word.SameSign(a, b) && !a.IsRange() && !b.IsRange()
}

// firstSign looks at the sign before the first word of a range: what is lost of a range
// of numbers is none.
func (r *reader) firstSign(p corpus.Pair) {
	if !r.otherSign(p) || p.Text > 0 && !r.sameMarks(p) || word.IsSigned(r.Raw(p.Text)) && r.oneAmount(p.Doc) {
		return
	}
	r.sign(p)
}

// maxMoney is how many words a currency has: "US$".
const maxMoney = 2

// sign adds the difference between the signs before an amount, with the number that they
// are of.
func (r *reader) sign(p corpus.Pair) {
	n := 1
	for !word.IsDigits(r.Raw(p.Text+n-1)) && p.Text+n < len(r.IDs) && p.Doc+n < r.doc.End && r.IDs[p.Text+n] == r.docs.Tokens(p.Doc+n, p.Doc+n+1)[0] && n <= maxMoney {
		n++
	}
	r.differ(p.Text, p.Text+n, p.Doc, p.Doc+n, word.Number)
	d := &r.Differences[len(r.Differences)-1]
	if before, behind := inText(r.Passage, p.Text).Brackets(); behind > 0 {
		d.At = document.Span{Start: r.Spans[p.Text].Start - before, End: r.Spans[p.Text].End + behind}
		d.Text = r.Source[d.At.Start:d.At.End]
	}
	if before, behind := r.inDoc(p.Doc).Brackets(); behind > 0 {
		d.Original, d.Span = r.docs.Around(p.Doc, before, behind)
		r.reach(d.Span)
	}
}

// reach makes the last match reach as far as a range of its document.
func (r *reader) reach(s document.Span) {
	m := &r.Matches[len(r.Matches)-1]
	m.Span = document.Span{Start: min(m.Span.Start, s.Start), End: max(m.Span.End, s.End)}
	m.Quote = r.doc.Slice(m.Span)
}

// paragraphWords is how many words before a number a quotation may begin that ends
// there.
const paragraphWords = 64

// samePrime reports whether the prime after a pair is the same on both sides.
func (c *Collator) samePrime(p cover.Passage, at corpus.Pair) bool {
	rest := c.docs.After(at.Doc)
	end := p.Spans[at.Text].End
	if between.Of(rest).Quotes == "" && !word.IsPrime(p.Source, end) {
		return true
	}
	before := c.docs.Shown(max(c.docs.Doc(at.Doc).First, at.Doc-paragraphWords), at.Doc+1)
	return word.SamePrime(p.Source, end, before+rest, len(before))
}

// prime adds the difference between the primes after a pair.
func (r *reader) prime(p corpus.Pair) {
	r.differ(p.Text, p.Text+1, p.Doc, p.Doc+1, word.Number)
	d := &r.Differences[len(r.Differences)-1]
	if word.IsPrime(r.Source, d.At.End) {
		_, n := utf8.DecodeRuneInString(r.Source[d.At.End:])
		d.At.End += n
		d.Text = r.Source[d.At.Start:d.At.End]
	}
	if rest := d.Original + r.docs.After(p.Doc); word.IsPrime(rest, len(d.Original)) {
		_, n := utf8.DecodeRuneInString(rest[len(d.Original):])
		d.Original, d.Span.End = rest[:len(d.Original)+n], r.docs.EndAfter(p.Doc, n)
	}
	r.reach(d.Span)
}
