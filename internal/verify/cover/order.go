package cover

import "context"

// orderWords and orderBits are what a text has at least whose words may be found in
// another order.
const orderWords, orderBits = 3, splicedBits

// MostShared returns, for a text that Ranges was asked of, at most width tokens of one
// sentence that share most with it whatever the order, without those before the first
// one shared and after the last, and how much of the text's information that is. It is
// 0 for a text too short to say anything, and once ctx is done.
func (f *Finder) MostShared(ctx context.Context, p Passage, width int) (lo, hi int, share float64) {
	total := 0.0 // of every word, whether it counts as one with another or not
	for _, id := range p.IDs {
		total += f.docs.Bits(id)
	}
	if len(p.IDs) < orderWords || total < orderBits {
		return 0, 0, 0
	}
	most := 0.0
	wanted := Count(p.IDs)
	for _, w := range p.windows {
		for at := max(w.Lo, 1); at < w.Hi && at+1 < f.docs.Len() && ctx.Err() == nil; {
			u := f.docs.Unit(at)
			from, to := max(u.First, w.Lo-width), min(u.End, w.Hi+width)
			if l, h, s := f.slide(wanted, width, from, to); s > most {
				lo, hi, most = l, h, s
			}
			at = max(u.End, at+1)
		}
	}
	return lo, hi, most / total
}

// slide is mostShared for tokens [from, to), where the words that are wanted have a
// count; most is in bits. The counts are the same afterwards.
func (f *Finder) slide(wanted map[int32]int, width, from, to int) (lo, hi int, most float64) {
	shared, best := 0.0, -1
	tokens := f.docs.Tokens(from, to)
	for i, id := range tokens {
		if n, ok := wanted[id]; ok {
			wanted[id] = n - 1
			if n > 0 {
				shared += f.docs.Bits(id)
			}
		}
		if i >= width {
			gone := tokens[i-width]
			if n, ok := wanted[gone]; ok {
				wanted[gone] = n + 1
				if n >= 0 {
					shared -= f.docs.Bits(gone)
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
	for wanted[f.docs.Tokens(lo, lo+1)[0]] == 0 {
		lo++
	}
	return lo, hi, most
}

// Count returns how often each word occurs.
func Count(ids []int32) map[int32]int {
	out := map[int32]int{}
	for _, id := range ids {
		out[id]++
	}
	return out
}
