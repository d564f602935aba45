package corpus

import "slices"

// shortList is the length of a word's list up to which each of its places is
// tried; for the others all tokens are gone through once.
const shortList = 2048

// Places returns all tokens where the words stand one after the other, in order.
func (c *Corpus) Places(ids []int32) []int {
	rarest := 0
	for i, id := range ids {
		if id == Unknown {
			return nil
		}
		if len(c.one.list(int(id))) < len(c.one.list(int(ids[rarest]))) {
			rarest = i
		}
	}
	list := c.one.list(int(ids[rarest]))
	if len(list) > shortList {
		return c.scan(ids)
	}
	var out []int
	for _, t := range list {
		if from := int(t) - rarest; from >= 0 && from+len(ids) <= len(c.tokens) && slices.Equal(ids, c.tokens[from:from+len(ids)]) {
			out = append(out, from)
		}
	}
	return out
}

// scan is Places by the algorithm of Knuth, Morris and Pratt: one step a token,
// whatever repeats.
func (c *Corpus) scan(ids []int32) []int {
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
