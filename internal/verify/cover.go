package verify

import (
	"slices"
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

	// maxRanges bounds the ranges that one text is covered with.
	maxRanges = 12

	// extraWords is how many more words of a document than of the text may be
	// between two pairs where one sentence ends and another begins.
	extraWords = 3
)

// cover returns the words of the text that ranges of the documents have, in order
// of the text: the best range of all, then the best for what is left on either
// side of it.
func (c *Checker) cover(p passage) []pair {
	out := c.coverRange(p, 0, len(p.ids), maxRanges)
	slices.SortFunc(out, func(a, b pair) int { return a.text - b.text })
	return out
}

func (c *Checker) coverRange(p passage, from, to, left int) []pair {
	if left == 0 || to <= from {
		return nil
	}
	best := c.best(p, from, to)
	if len(best) == 0 || to-from < len(p.ids) && len(best) < leastWords {
		return nil
	}
	best = c.extend(p, best, from, to)
	first, last := best[0].text, best[len(best)-1].text
	out := append(best, c.coverRange(p, from, first, left/2)...)
	return append(out, c.coverRange(p, last+1, to, left/2)...)
}

// best returns the range that has most of words [from, to).
func (c *Checker) best(p passage, from, to int) []pair {
	var best []pair
	most := 0.0
	for _, w := range c.windows(p.ids[from:to]) {
		pairs, _ := c.local(c.align(p.ids, from, to, w.lo, w.hi))
		pairs, score := c.local(c.trim(p, pairs))
		if score > most && score >= min(leastBits, p.weight(from, to)) {
			best, most = pairs, score
		}
	}
	return best
}

// local returns the part of a chain of pairs in which most information outweighs
// what is lost between them, and its score in bits.
func (c *Checker) local(pairs []pair) ([]pair, float64) {
	from, to, first := 0, 0, 0
	most, score := 0.0, 0.0
	for i, p := range pairs {
		if i > 0 {
			q := pairs[i-1]
			score -= float64(lostText*(p.text-q.text-1) + lostDoc*(p.doc-q.doc-1))
			if score <= 0 || c.doc(q.doc) != c.doc(p.doc) {
				first, score = i, 0
			}
		}
		score += c.info[c.tokens[p.doc]]
		if score > most {
			from, to, most = first, i+1, score
		}
	}
	return slices.Clone(pairs[from:to]), most
}

// trim takes off what a chain has of its first and last sentences unless that is
// nearly all that is there on both sides: it may be of another place.
func (c *Checker) trim(p passage, pairs []pair) []pair {
	for len(pairs) > 0 {
		last := pairs[len(pairs)-1]
		begin := c.units[c.unit(last.doc)].first
		i := slices.IndexFunc(pairs, func(q pair) bool { return q.doc >= begin })
		if i == 0 || c.sure(pairs[i:], p.weight(pairs[i-1].text+1, last.text+1), c.docWeight(begin, last.doc+1)) {
			break
		}
		pairs = pairs[:i]
	}
	for len(pairs) > 0 {
		first := pairs[0]
		end := c.unitEnd(c.unit(first.doc))
		i := slices.IndexFunc(pairs, func(q pair) bool { return q.doc >= end })
		if i < 0 || c.sure(pairs[:i], p.weight(first.text, pairs[i].text), c.docWeight(first.doc, end)) {
			break
		}
		pairs = pairs[i:]
	}
	return pairs
}

// sure reports whether pairs are nearly all of so many bits of the text and of a
// document.
func (c *Checker) sure(pairs []pair, text, doc float64) bool {
	return c.pairsWeight(pairs) >= sureShare*max(text, doc)
}

// extend adds the words on either side of a range that the rest of its first and
// last sentence has, if it has most of them: something long may be left out.
func (c *Checker) extend(p passage, pairs []pair, from, to int) []pair {
	first, last := pairs[0], pairs[len(pairs)-1]
	lo, hi := c.units[c.unit(first.doc)].first, c.unitEnd(c.unit(last.doc))
	if head := c.align(p.ids, from, first.text, lo, first.doc); c.mostOf(p.weight(from, first.text), head) {
		pairs = append(head, pairs...)
	}
	if tail := c.align(p.ids, last.text+1, to, last.doc+1, hi); c.mostOf(p.weight(last.text+1, to), tail) {
		pairs = append(pairs, tail...)
	}
	return pairs
}

// mostOf reports whether pairs have at least half of so many bits.
func (c *Checker) mostOf(bits float64, pairs []pair) bool {
	return len(pairs) > 0 && 2*c.pairsWeight(pairs) >= bits
}

func (c *Checker) pairsWeight(pairs []pair) float64 {
	sum := 0.0
	for _, p := range pairs {
		sum += c.info[c.tokens[p.doc]]
	}
	return sum
}

// ranges cuts pairs where the document is left for another place. Ranges too
// short or too different to say anything are dropped, the lightest first, and
// their neighbours joined if they can be.
func (c *Checker) ranges(p passage, pairs []pair) [][]pair {
	out := c.split(pairs)
	for len(out) > 1 {
		weakest := -1
		for i, r := range out {
			if c.isWeak(p, r) && (weakest < 0 || c.pairsWeight(r) < c.pairsWeight(out[weakest])) {
				weakest = i
			}
		}
		if weakest < 0 {
			break
		}
		out = c.split(slices.Concat(slices.Delete(out, weakest, weakest+1)...))
	}
	return out
}

// isWeak reports whether a range says nothing beside others.
func (c *Checker) isWeak(p passage, r []pair) bool {
	w := c.pairsWeight(r)
	text := p.weight(r[0].text, r[len(r)-1].text+1)
	return len(r) < leastWords || w < leastBits || w < faithful*text || w < faithful*c.docWeight(r[0].doc, r[len(r)-1].doc+1)
}

// docWeight returns the information of tokens [lo, hi), in bits.
func (c *Checker) docWeight(lo, hi int) float64 {
	sum := 0.0
	for _, id := range c.tokens[lo:hi] {
		sum += c.info[id]
	}
	return sum
}

func (c *Checker) split(pairs []pair) [][]pair {
	var out [][]pair
	first := 0
	for i := 1; i <= len(pairs); i++ {
		if i == len(pairs) || !c.goesOn(pairs[i-1], pairs[i]) {
			out = append(out, pairs[first:i])
			first = i
		}
	}
	return out
}

// goesOn reports whether a text that has two words of a document one after the
// other, or with others between them, follows it: nothing but a part of one
// sentence is left out, or little more than what stands in its place.
func (c *Checker) goesOn(p, q pair) bool {
	if q.doc <= p.doc || c.doc(p.doc) != c.doc(q.doc) {
		return false
	}
	skipped := q.doc - p.doc - 1
	if skipped <= q.text-p.text-1+extraWords {
		return true
	}
	first, last := c.unit(p.doc+1), c.unit(q.doc-1)
	for u := first; u <= last; u++ {
		if c.units[u].apart {
			skipped -= min(q.doc, c.unitEnd(u)) - max(p.doc+1, c.units[u].first)
		}
	}
	if skipped <= extraWords {
		return true
	}
	return first == last && (c.units[first].first != p.doc+1 || c.unitEnd(first) != q.doc)
}
