package cover

import (
	"cmp"
	"slices"

	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

// splicedWords, splicedRun and splicedBits are what each range of a spliced text has at
// least: words, words in a row, and information. A phrase that is common property is no
// piece of a document, nor are words here and there. Of characters that are words by
// themselves there are splicedChars.
const splicedWords, splicedRun, splicedBits, splicedChars = 3, 2, 18, 6

// splicedShare is the share of the information of a text from which several ranges make
// it a spliced one.
const splicedShare = 0.7

// ByEllipses reports whether ellipses divide the ranges, which are in order.
func (f *Finder) ByEllipses(p Passage, ranges [][]corpus.Pair) bool {
	starts := p.parts()
	for i := 1; i < len(ranges); i++ {
		a, b := ranges[i-1][len(ranges[i-1])-1], ranges[i][0]
		cut := slices.ContainsFunc(starts, func(s int) bool { return a.Text < s && s <= b.Text })
		if !cut || b.Doc <= a.Doc || f.docs.Doc(a.Doc) != f.docs.Doc(b.Doc) {
			return false
		}
	}
	return true
}

// IsSpliced reports whether every range says something and they are most of the
// text.
func (f *Finder) IsSpliced(ranges [][]corpus.Pair, total float64) bool {
	got := 0.0
	for i, r := range ranges {
		if isEcho(r, ranges[:i]) {
			return false
		}
		w := f.Weight(r)
		if len(r) < splicedWords || len(r) < splicedChars && f.isAlone(r) || longestRun(r) < splicedRun || w < splicedBits {
			return false
		}
		got += w
	}
	return got >= splicedShare*total
}

// isEcho reports whether a range is words here and there of what another range has: a text
// that says something new in the frame of the sentence before it.
func isEcho(r []corpus.Pair, others [][]corpus.Pair) bool {
	return longestRun(r) < len(r) && slices.ContainsFunc(others, func(o []corpus.Pair) bool {
		return r[0].Doc <= o[len(o)-1].Doc && o[0].Doc <= r[len(r)-1].Doc
	})
}

// isAlone reports whether all words of a range are characters by themselves.
func (f *Finder) isAlone(r []corpus.Pair) bool {
	return !slices.ContainsFunc(r, func(p corpus.Pair) bool { return !word.IsAlone(f.docs.Shown(p.Doc, p.Doc+1)) })
}

// longestRun returns the most words of a range that are one after the other on both
// sides.
func longestRun(r []corpus.Pair) int {
	most, run := 0, 0
	for i, p := range r {
		if i > 0 && (p.Text != r[i-1].Text+1 || p.Doc != r[i-1].Doc+1) {
			run = 0
		}
		run++
		most = max(most, run)
	}
	return most
}

// OneSentence reports whether all ranges are of one sentence.
func (f *Finder) OneSentence(ranges [][]corpus.Pair) bool {
	u := f.docs.Unit(ranges[0][0].Doc)
	return !slices.ContainsFunc(ranges, func(r []corpus.Pair) bool { return r[0].Doc < u.First || r[len(r)-1].Doc >= u.End })
}

// Heaviest returns the range with most information.
func (f *Finder) Heaviest(ranges [][]corpus.Pair) []corpus.Pair {
	return slices.MaxFunc(ranges, func(a, b []corpus.Pair) int {
		return cmp.Compare(f.Weight(a), f.Weight(b))
	})
}

// Kept returns the share of the ranges' information that the text has.
func (f *Finder) Kept(ranges [][]corpus.Pair) float64 {
	have, all := 0.0, 0.0
	for _, r := range ranges {
		have += f.Weight(r)
		all += f.docs.TokenBits(r[0].Doc, r[len(r)-1].Doc+1)
	}
	return have / all
}
