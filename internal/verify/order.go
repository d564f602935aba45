package verify

import "context"

// reorderedShare is the least share of a text's information that a stretch of one
// sentence has, in whatever order, to be what the text has been made of; and
// reorderedWords, reorderedBits what the text has at least.
const (
	reorderedShare                = 0.75
	reorderedWords, reorderedBits = 3, splicedBits
)

// reordered returns the result for a text that has the words of one sentence in
// another order, most of them and little else; false if it does not.
func (c *Checker) reordered(ctx context.Context, p passage) (Result, bool) {
	lo, hi, share := c.mostShared(ctx, p, len(p.ids)+1+len(p.ids)/8)
	if share < reorderedShare {
		return Result{}, false
	}
	r := reader{Checker: c, passage: p, doc: c.docs.Doc(lo)}
	r.add(0, len(p.ids), lo, hi)
	at := p.span(0, len(p.ids))
	r.differences = []Difference{{Kind: Reordered, Text: p.text[at.Start:at.End], At: at, Original: c.docs.Shown(lo, hi), Span: c.docs.Span(lo, hi)}}
	r.strangers(lo, hi)
	r.omitted, r.share = []Omission{}, share
	return c.result([]reading{r.reading}, nil), true
}

// mostShared returns at most width tokens of one sentence that share most with a text
// whatever the order, without those before the first one shared and behind the last,
// and how much of the text's information that is. It is 0 for a text too short to say
// anything, and once ctx is done.
func (c *Checker) mostShared(ctx context.Context, p passage, width int) (lo, hi int, share float64) {
	total := 0.0 // of every word, whether it counts as one with another or not
	for _, id := range p.ids {
		total += c.docs.Bits(id)
	}
	if len(p.ids) < reorderedWords || total < reorderedBits {
		return 0, 0, 0
	}
	most := 0.0
	wanted := countOf(p.ids)
	for _, w := range p.windows {
		for at := max(w.Lo, 1); at < w.Hi && at+1 < c.docs.Len() && ctx.Err() == nil; {
			u := c.docs.Unit(at)
			from, to := max(u.First, w.Lo-width), min(u.End, w.Hi+width)
			if l, h, s := c.slide(wanted, width, from, to); s > most {
				lo, hi, most = l, h, s
			}
			at = max(u.End, at+1)
		}
	}
	return lo, hi, most / total
}

// slide is mostShared for tokens [from, to), where the words that are wanted have a
// count; most is in bits. The counts are the same afterwards.
func (c *Checker) slide(wanted map[int32]int, width, from, to int) (lo, hi int, most float64) {
	shared, best := 0.0, -1
	tokens := c.docs.Tokens(from, to)
	for i, id := range tokens {
		if n, ok := wanted[id]; ok {
			wanted[id] = n - 1
			if n > 0 {
				shared += c.docs.Bits(id)
			}
		}
		if i >= width {
			gone := tokens[i-width]
			if n, ok := wanted[gone]; ok {
				wanted[gone] = n + 1
				if n >= 0 {
					shared -= c.docs.Bits(gone)
				}
			}
		}
		if shared > most+1e-6 {
			most, best = shared, i
		}
	}
	for _, id := range tokens[max(0, len(tokens)-width):] {
		if n, ok := wanted[id]; ok {
			wanted[id] = n + 1
		}
	}
	if best < 0 {
		return 0, 0, 0
	}
	lo, hi = from+max(0, best+1-width), from+best+1
	for wanted[c.docs.Tokens(lo, lo+1)[0]] == 0 {
		lo++
	}
	return lo, hi, most
}

func countOf(ids []int32) map[int32]int {
	out := map[int32]int{}
	for _, id := range ids {
		out[id]++
	}
	return out
}

// strangers adds the words that the text or tokens [lo, hi) have more often than the
// other side, one by one.
func (r *reader) strangers(lo, hi int) {
	has := countOf(r.docs.Tokens(lo, hi))
	for i, id := range r.ids {
		if has[id]--; has[id] < 0 {
			r.block(i, i+1, lo, lo)
		}
	}
	has = countOf(r.ids)
	for t := lo; t < hi; t++ {
		id := r.docs.Tokens(t, t+1)[0]
		if has[id]--; has[id] < 0 {
			r.block(len(r.ids), len(r.ids), t, t+1)
		}
	}
}

// nearTimes is how many times as long as a text the sentence may be that is shown for
// having most of its words.
const nearTimes = 4

// nearSentence is near for a text that has no range: it has the sentence that shares most
// words with it.
func (c *Checker) nearSentence(ctx context.Context, p passage) Result {
	out := absent()
	lo, hi, share := c.mostShared(ctx, p, nearTimes*len(p.ids))
	if share >= nearShare {
		u := c.docs.Unit(lo)
		if u.End-u.First <= nearTimes*len(p.ids) {
			lo, hi = u.First, u.End
		}
		out.Matches = []Match{c.match(p, 0, len(p.ids), lo, hi)}
		out.Share = rounded(share)
	}
	return out
}
