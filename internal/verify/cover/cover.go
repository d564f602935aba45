package cover

import (
	"context"
	"slices"

	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

const (
	// lostText and lostDoc are what a word of the text or of a document between
	// two pairs costs, in bits: a word in ten or so is worth keeping them together.
	lostText, lostDoc = 3, 2

	// leastBits is the information that a range must have to count at all, and
	// leastWords how many words it has if it is not the only one.
	leastBits, leastWords = 12, 3

	// faithful is the least share of the words between its ends, on either side,
	// that a range has in common with the text if it is not the only one.
	faithful = 0.5

	// sureShare is the least share of the words in a sentence that a range has
	// to have if it begins or ends in another sentence.
	sureShare = 0.75

	// leastCovered is the share of a text that the ranges which are left must be able
	// to have.
	leastCovered = 0.5

	// maxRanges bounds the ranges that one text is covered with.
	maxRanges = 12

	// extraWords is how many more words of a document than of the text may be
	// between two pairs where one sentence ends and another begins.
	extraWords = 3
)

// A Finder finds texts that documents do not have as they stand. It is safe for
// concurrent use.
type Finder struct {
	docs *corpus.Corpus
}

// New returns a Finder for documents.
func New(docs *corpus.Corpus) *Finder { return &Finder{docs} }

// Ranges returns the ranges of the documents that have the words of a text, or words that
// those are misreadings of, in order of the text: the best range of all, then the best for what is left on either side of it.
// There may be fewer once ctx is done.
func (f *Finder) Ranges(ctx context.Context, p *Passage) [][]corpus.Pair {
	p.windows = f.docs.Windows(p.IDs)
	read := f.withoutSlips(p)
	pairs := f.coverRange(ctx, read, 0, len(p.IDs), maxRanges)
	slices.SortFunc(pairs, func(a, b corpus.Pair) int { return a.Text - b.Text })
	return f.rangesOf(read, pairs)
}

// withoutSlips returns a text with the words for which no document's are misreadings of
// words that are where most of it is, and gives those their worth in p: a bad scan
// is found by all its words. Where most words are no document's, there is no scan.
func (f *Finder) withoutSlips(p *Passage) Passage {
	read := *p
	unknown := 0
	forms := make([]string, len(p.IDs))
	for i, id := range p.IDs {
		if id == corpus.Unknown {
			unknown++
			forms[i] = word.Form(p.Raw(i))
		}
	}
	if unknown == 0 || 2*unknown > len(p.IDs) {
		return read
	}
	read.IDs, p.Worth = slices.Clone(p.IDs), slices.Clone(p.Worth)
	for i, id := range f.docs.Slips(forms, p.windows) {
		if id != corpus.Unknown {
			read.IDs[i], p.Worth[i] = id, f.docs.Bits(id)
		}
	}
	read.Worth = p.Worth
	return read
}

// coverRange returns the pairs of words [from, to) with at most left ranges.
func (f *Finder) coverRange(ctx context.Context, p Passage, from, to, left int) []corpus.Pair {
	if left == 0 || to <= from {
		return nil
	}
	best := f.best(ctx, p, from, to)
	if len(best) == 0 || to-from < len(p.IDs) && len(best) < leastWords {
		return nil
	}
	if share := f.Weight(best) / p.Weight(from, to); share*float64(left) < leastCovered {
		return best // so many ranges, none of them longer, are too little of the text
	}
	best = f.extend(p, best, from, to)
	first, last := best[0].Text, best[len(best)-1].Text
	out := append(best, f.coverRange(ctx, p, from, first, left/2)...)
	return append(out, f.coverRange(ctx, p, last+1, to, left/2)...)
}

// best returns the range that has most of words [from, to).
func (f *Finder) best(ctx context.Context, p Passage, from, to int) []corpus.Pair {
	var best []corpus.Pair
	most := 0.0
	windows := p.windows
	if to-from < len(p.IDs) {
		windows = f.docs.Windows(p.IDs[from:to])
	}
	for _, w := range windows {
		if ctx.Err() != nil {
			break
		}
		pairs, _ := f.local(f.docs.Align(p.IDs, from, to, w.Lo, w.Hi))
		pairs, score := f.local(f.trim(p, pairs))
		if score > most && score >= min(leastBits, p.Weight(from, to)) {
			best, most = pairs, score
		}
	}
	return best
}

// local returns the part of a chain of pairs in which most information outweighs
// what is lost between them, and its score in bits.
func (f *Finder) local(pairs []corpus.Pair) ([]corpus.Pair, float64) {
	from, to, first := 0, 0, 0
	most, score := 0.0, 0.0
	for i, p := range pairs {
		if i > 0 {
			q := pairs[i-1]
			score -= float64(lostText*(p.Text-q.Text-1) + lostDoc*(p.Doc-q.Doc-1))
			if score <= 0 || f.docs.Doc(q.Doc) != f.docs.Doc(p.Doc) {
				first, score = i, 0
			}
		}
		score += f.docs.TokenBits(p.Doc, p.Doc+1)
		if score > most {
			from, to, most = first, i+1, score
		}
	}
	return slices.Clone(pairs[from:to]), most
}

// trim takes off what a chain has of its first and last sentences unless that is
// nearly all that is there on both sides: it may be of another place.
func (f *Finder) trim(p Passage, pairs []corpus.Pair) []corpus.Pair {
	for len(pairs) > 0 {
		last := pairs[len(pairs)-1]
		begin := f.docs.Unit(last.Doc).First
		i := slices.IndexFunc(pairs, func(q corpus.Pair) bool { return q.Doc >= begin })
		if i == 0 || f.sure(pairs[i:], p.Weight(pairs[i-1].Text+1, last.Text+1), f.docs.TokenBits(begin, last.Doc+1)) {
			break
		}
		pairs = pairs[:i]
	}
	for len(pairs) > 0 {
		first := pairs[0]
		end := f.docs.Unit(first.Doc).End
		i := slices.IndexFunc(pairs, func(q corpus.Pair) bool { return q.Doc >= end })
		if i < 0 || f.sure(pairs[:i], p.Weight(first.Text, pairs[i].Text), f.docs.TokenBits(first.Doc, end)) {
			break
		}
		pairs = pairs[i:]
	}
	return pairs
}

// sure reports whether pairs are nearly all of so many bits of the text and of a
// document.
func (f *Finder) sure(pairs []corpus.Pair, text, doc float64) bool {
	return f.Weight(pairs) >= sureShare*max(text, doc)
}

// extend adds the words on either side of a range that the rest of its first and
// last sentence has, if it has most of them: something long may be left out.
func (f *Finder) extend(p Passage, pairs []corpus.Pair, from, to int) []corpus.Pair {
	first, last := pairs[0], pairs[len(pairs)-1]
	lo, hi := f.docs.Unit(first.Doc).First, f.docs.Unit(last.Doc).End
	if head := f.docs.Align(p.IDs, from, first.Text, lo, first.Doc); f.mostOf(p.Weight(from, first.Text), head) {
		pairs = append(head, pairs...)
	}
	if tail := f.docs.Align(p.IDs, last.Text+1, to, last.Doc+1, hi); f.mostOf(p.Weight(last.Text+1, to), tail) {
		pairs = append(pairs, tail...)
	}
	return pairs
}

// mostOf reports whether pairs have at least half of so many bits.
func (f *Finder) mostOf(bits float64, pairs []corpus.Pair) bool {
	return len(pairs) > 0 && 2*f.Weight(pairs) >= bits
}

// Weight returns the information of pairs, in bits.
func (f *Finder) Weight(pairs []corpus.Pair) float64 {
	sum := 0.0
	for _, p := range pairs {
		sum += f.docs.TokenBits(p.Doc, p.Doc+1)
	}
	return sum
}

// rangesOf cuts pairs where the document is left for another place. Ranges too
// short or too different to say anything are dropped, the lightest first, and
// their neighbours joined if they can be.
func (f *Finder) rangesOf(p Passage, pairs []corpus.Pair) [][]corpus.Pair {
	out := f.split(pairs)
	weights, weak := make([]float64, len(out)), make([]bool, len(out))
	for i, r := range out {
		weights[i], weak[i] = f.Weight(r), f.isWeak(p, r)
	}
	for len(out) > 1 {
		weakest := -1
		for i := range out {
			if weak[i] && (weakest < 0 || weights[i] < weights[weakest]) {
				weakest = i
			}
		}
		if weakest < 0 {
			break
		}
		i := weakest
		out, weights, weak = slices.Delete(out, i, i+1), slices.Delete(weights, i, i+1), slices.Delete(weak, i, i+1)
		if i > 0 && i < len(out) && f.goesOn(out[i-1][len(out[i-1])-1], out[i][0]) {
			out[i-1] = slices.Concat(out[i-1], out[i])
			weights[i-1], weak[i-1] = f.Weight(out[i-1]), f.isWeak(p, out[i-1])
			out, weights, weak = slices.Delete(out, i, i+1), slices.Delete(weights, i, i+1), slices.Delete(weak, i, i+1)
		}
	}
	for i := 1; i < len(out); i++ {
		out[i-1], out[i] = f.settle(out[i-1], out[i])
	}
	return out
}

// settle moves the words with which range a goes on into its next sentence to range b,
// if the sentence of b begins with them: "The" may be of either.
func (f *Finder) settle(a, b []corpus.Pair) (x, y []corpus.Pair) {
	last, first := a[len(a)-1], b[0]
	n := last.Doc - f.docs.Unit(last.Doc).First + 1
	begin := f.docs.Unit(first.Doc).First
	if first.Text != last.Text+1 || n >= len(a) || first.Doc-n != begin || last.Text-a[len(a)-n].Text != n-1 ||
		!slices.Equal(f.docs.Tokens(last.Doc-n+1, last.Doc+1), f.docs.Tokens(begin, first.Doc)) {
		return a, b
	}
	y = make([]corpus.Pair, n, n+len(b))
	for i := range y {
		y[i] = corpus.Pair{Text: first.Text - n + i, Doc: begin + i}
	}
	return a[:len(a)-n], append(y, b...)
}

// isWeak reports whether a range says nothing beside others.
func (f *Finder) isWeak(p Passage, r []corpus.Pair) bool {
	w := f.Weight(r)
	text := p.Weight(r[0].Text, r[len(r)-1].Text+1)
	return len(r) < leastWords || w < leastBits || w < faithful*text || w < faithful*f.docs.TokenBits(r[0].Doc, r[len(r)-1].Doc+1)
}

func (f *Finder) split(pairs []corpus.Pair) [][]corpus.Pair {
	var out [][]corpus.Pair
	first := 0
	for i := 1; i <= len(pairs); i++ {
		if i == len(pairs) || !f.goesOn(pairs[i-1], pairs[i]) {
			out = append(out, pairs[first:i])
			first = i
		}
	}
	return out
}

// goesOn reports whether a text that has two words of a document one after the
// other, or with others between them, follows it: nothing but a part of one
// sentence is left out, or little more than what is in its place.
func (f *Finder) goesOn(p, q corpus.Pair) bool {
	if q.Doc <= p.Doc || f.docs.Doc(p.Doc) != f.docs.Doc(q.Doc) {
		return false
	}
	skipped := q.Doc - p.Doc - 1
	if skipped <= q.Text-p.Text-1+extraWords {
		return true
	}
	first := f.docs.Unit(p.Doc + 1)
	for u := first; ; u = f.docs.Unit(u.End) {
		if u.IsNumbering() {
			skipped -= min(q.Doc, u.End) - max(p.Doc+1, u.First)
		}
		if u.End >= q.Doc {
			break
		}
	}
	if skipped <= extraWords {
		return true
	}
	return q.Doc <= first.End && (first.First != p.Doc+1 || first.End != q.Doc)
}
