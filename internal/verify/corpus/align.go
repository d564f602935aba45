package corpus

import "slices"

// A Pair is a word of a text that is a word of a document.
type Pair struct {
	Text int // index of the word
	Doc  int // token
}

const (
	// most is the number of comparisons up to which two stretches are compared
	// word by word; longer ones are divided at what both have once.
	most = 1 << 14

	// together is what it is worth, in bits, that a word follows on another as it
	// does in the document: enough to prefer one "the" to another.
	together = 2

	// apart is what a word of the document between two pairs costs, in bits: it
	// decides where all else is the same.
	apart = 0.01
)

// anchorWords are the lengths of the runs that long stretches are divided at.
var anchorWords = []int{1, 3, 8}

// An aligner aligns a text with stretches of the documents.
type aligner struct {
	*Corpus
	text  []int32
	pairs []Pair
}

// Align returns the pairs of words [from, to) of the text and tokens [lo, hi), in
// order on both sides.
func (c *Corpus) Align(text []int32, from, to, lo, hi int) []Pair {
	a := aligner{Corpus: c, text: text}
	a.divide(from, to, lo, hi)
	return a.pairs
}

// divide aligns two stretches: short ones word by word, others at what both have
// once.
func (a *aligner) divide(from, to, lo, hi int) {
	if (to-from)*(hi-lo) <= most {
		a.compare(from, to, lo, hi)
		return
	}
	for _, k := range anchorWords {
		if anchors := a.anchors(k, from, to, lo, hi); len(anchors) > 0 {
			a.between(anchors, from, to, lo, hi)
			return
		}
	}
}

// between aligns what is before, between and after anchors: the words next to
// them on either side as long as they are the same, then the others.
func (a *aligner) between(anchors []Pair, from, to, lo, hi int) {
	for _, p := range anchors {
		if p.Text < from || p.Doc < lo {
			continue // passed with the anchor before
		}
		back := 0
		for p.Text-back > from && p.Doc-back > lo && a.text[p.Text-back-1] == a.tokens[p.Doc-back-1] {
			back++
		}
		a.divide(from, p.Text-back, lo, p.Doc-back)
		for from, lo = p.Text-back, p.Doc-back; from < to && lo < hi && a.text[from] == a.tokens[lo]; from, lo = from+1, lo+1 {
			a.pairs = append(a.pairs, Pair{from, lo})
		}
	}
	a.divide(from, to, lo, hi)
}

// anchors returns the longest chain of runs of k words that both stretches have
// once.
func (a *aligner) anchors(k, from, to, lo, hi int) []Pair {
	inText := once(a.text[from:to], k)
	inDoc := once(a.tokens[lo:hi], k)
	var both []Pair
	for i := from; i+k <= to; i++ {
		h := hashOf(a.text[i : i+k])
		if t, ok := inText[h]; !ok || t < 0 {
			continue
		}
		if d, ok := inDoc[h]; ok && d >= 0 && slices.Equal(a.text[i:i+k], a.tokens[lo+d:lo+d+k]) {
			both = append(both, Pair{i, lo + d})
		}
	}
	return increasing(both)
}

// once returns the places of the runs of k words by hash; -1 where there are
// several.
func once(ids []int32, k int) map[uint64]int {
	out := make(map[uint64]int, len(ids))
	for i := 0; i+k <= len(ids); i++ {
		h := hashOf(ids[i : i+k])
		if _, twice := out[h]; twice {
			out[h] = -1
		} else {
			out[h] = i
		}
	}
	return out
}

func hashOf(ids []int32) uint64 {
	h := uint64(14695981039346656037)
	for _, id := range ids {
		h = (h ^ uint64(uint32(id))) * 1099511628211
	}
	return h
}

// increasing returns the longest chain of pairs, which are in order of the text,
// that is in order of the document, too.
func increasing(pairs []Pair) []Pair {
	var tails []int // index of the smallest end of a chain of each length
	before := make([]int, len(pairs))
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(tails, p.Doc, func(k, doc int) int { return pairs[k].Doc - doc })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	out := make([]Pair, len(tails))
	if len(tails) == 0 {
		return nil
	}
	for i, n := tails[len(tails)-1], len(tails)-1; n >= 0; i, n = before[i], n-1 {
		out[n] = pairs[i]
	}
	return out
}

// Steps of the way back through a comparison.
const (
	matched = 1 << iota // the best up to here ends with these two words
	follows             // and the words before them are a pair, too
	upward              // otherwise it is that without the last word of the text
)

// compare aligns two short stretches so that the pairs have the most information,
// those that follow on another pair a little more, and so that they are near to
// one another.
func (a *aligner) compare(from, to, lo, hi int) {
	n, m := to-from, hi-lo
	if n == 0 || m == 0 {
		return
	}
	steps := make([]uint8, n*m)
	best, ending := make([]float64, m+1), make([]float64, m+1)
	most, last := 0.0, -1
	for i := range n {
		id, worth := a.text[from+i], a.Bits(a.text[from+i])
		bestLeft, endingLeft := 0.0, 0.0 // of the row above, one to the left
		for j := range m {
			bestUp, endingUp := best[j+1], ending[j+1]
			end, step := 0.0, uint8(0)
			if id == a.tokens[lo+j] {
				end, step = bestLeft+worth, matched
				if endingLeft > 0 && endingLeft+together >= bestLeft {
					end, step = endingLeft+worth+together, matched|follows
				}
				if end > most {
					most, last = end, i*m+j
				}
			}
			aside := best[j] - apart
			if end < max(bestUp, aside) || end == 0 {
				step &^= matched
			}
			if bestUp >= aside {
				step |= upward
			}
			best[j+1], ending[j+1] = max(end, bestUp, aside, 0), end
			steps[i*m+j] = step
			bestLeft, endingLeft = bestUp, endingUp
		}
	}
	if last >= 0 {
		a.walk(steps, from, lo, m, last)
	}
}

// walk follows the steps of a comparison with rows of m words back from the last
// pair, and adds the pairs.
func (a *aligner) walk(steps []uint8, from, lo, m, last int) {
	first := len(a.pairs)
	inRun := true
	for i, j := last/m, last%m; i >= 0 && j >= 0; {
		step := steps[i*m+j]
		switch {
		case inRun || step&matched != 0:
			a.pairs = append(a.pairs, Pair{from + i, lo + j})
			inRun = step&follows != 0
			i, j = i-1, j-1
		case step&upward != 0:
			i--
		default:
			j--
		}
	}
	slices.Reverse(a.pairs[first:])
}
