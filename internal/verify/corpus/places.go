package corpus

import (
	"context"
	"slices"
)

// turn is how many tokens are gone through between two looks at a context: less than
// a millisecond.
const turn = 1 << 14

// Places returns the first tokens where the words are one after the other, at most so
// many, in order: fewer once ctx is done. It takes time linear in the documents.
func (c *Corpus) Places(ctx context.Context, ids []int32, most int) []int {
	if slices.Contains(ids, Unknown) {
		return nil
	}
	list, at := c.rarest(ids)
	if len(list)*len(ids) > len(c.tokens) {
		return c.scan(ctx, ids, most)
	}
	var out []int
	for i, t := range list {
		if len(out) == most || i%turn == turn-1 && ctx.Err() != nil {
			break
		}
		if from := int(t) - at; from >= 0 && from+len(ids) <= len(c.tokens) && slices.Equal(ids, c.tokens[from:from+len(ids)]) {
			out = append(out, from)
		}
	}
	return out
}

// rarest returns the shortest list of places of a word of ids or of a run of three, and
// where in ids that is.
func (c *Corpus) rarest(ids []int32) (list []int32, at int) {
	list = c.one.list(int(ids[0]))
	for i, id := range ids {
		if l := c.one.list(int(id)); len(l) < len(list) {
			list, at = l, i
		}
	}
	for i := 0; i+3 <= len(ids) && len(list) > fewPlaces; i++ {
		if l := c.three.list(hash3(ids[i:], len(c.three.ends)-1)); len(l) < len(list) {
			list, at = l, i
		}
	}
	return list, at
}

// scan is Places by the algorithm of Knuth, Morris and Pratt: one step a token,
// whatever repeats.
func (c *Corpus) scan(ctx context.Context, ids []int32, most int) []int {
	fall := make([]int, len(ids)) // length of the longest border of ids[:i+1]
	for i, k := 1, 0; i < len(ids); i++ {
		for k > 0 && ids[i] != ids[k] {
			k = fall[k-1]
		}
		if ids[i] == ids[k] {
			k++
		}
		fall[i] = k
	}
	var out []int
	k := 0
	for t, id := range c.tokens {
		if len(out) == most || t%turn == turn-1 && ctx.Err() != nil {
			break
		}
		for k > 0 && (k == len(ids) || id != ids[k]) {
			k = fall[k-1]
		}
		if id == ids[k] {
			k++
		}
		if k == len(ids) {
			out = append(out, t-k+1)
		}
	}
	return out
}
