package corpus

import (
	"cmp"
	"slices"
)

const (
	// maxVotes bounds the votes for one text, and so the time to count them.
	maxVotes = 1 << 16

	// fewestPlaces and mostPlaces bound the places that one word votes for.
	fewestPlaces, mostPlaces = 16, 256

	// maxWindows is how many stretches a text is aligned with.
	maxWindows = 6
)

// A Window is a stretch of tokens, half open, that may have a text.
type Window struct{ Lo, Hi int }

// A vote is that of a word of the text for the stretches in which its place would
// be that of the text.
type vote struct {
	bin    int32
	text   int32
	weight float64
}

// Windows returns the stretches that have most of the information of a text, best
// first. Each is about three times as long as the text.
func (c *Corpus) Windows(ids []int32) []Window {
	width := max(8, len(ids)/2)
	votes := c.votes(ids, width)
	slices.SortFunc(votes, func(v, w vote) int {
		return cmp.Or(cmp.Compare(v.bin, w.bin), cmp.Compare(v.text, w.text))
	})
	tallies := tally(votes)
	slices.SortStableFunc(tallies, func(a, b vote) int {
		return cmp.Or(-cmp.Compare(a.weight, b.weight), cmp.Compare(a.bin, b.bin))
	})
	var taken []int32
	var out []Window
	for _, v := range tallies {
		if len(out) == maxWindows {
			break
		}
		if slices.ContainsFunc(taken, func(b int32) bool { return b-1 <= v.bin && v.bin <= b+1 }) {
			continue
		}
		taken = append(taken, v.bin)
		lo := int(v.bin)*width - len(ids)
		out = append(out, Window{max(lo, 0), min(lo+2*width+len(ids), len(c.tokens))})
	}
	return out
}

// votes lets each word of a text vote: for its own places if they are few, else
// for those of the run of three that it begins.
func (c *Corpus) votes(ids []int32, width int) []vote {
	limit := min(max(maxVotes/len(ids), fewestPlaces), mostPlaces)
	var out []vote
	for i, id := range ids {
		if id == Unknown {
			continue
		}
		list := c.one.list(int(id))
		if len(list) > limit && i+3 <= len(ids) {
			list = c.threes(ids[i:i+3], limit)
		}
		for _, t := range list[:min(len(list), limit)] {
			bin := (int(t) - i + len(ids)) / width
			out = append(out, vote{int32(bin), int32(i), c.Bits(id)})
		}
	}
	return out
}

// threes returns the first places of a run of three words, up to a limit.
func (c *Corpus) threes(ids []int32, limit int) []int32 {
	var out []int32
	for _, t := range c.three.list(hash3(ids, len(c.three.ends)-1)) {
		if len(out) == limit {
			break
		}
		if slices.Equal(ids, c.tokens[t:t+3]) {
			out = append(out, t)
		}
	}
	return out
}

// tally adds up the votes, which are in order, for each bin together with the
// next one, in which a text that begins in the first may end. A word counts once
// a bin.
func tally(votes []vote) []vote {
	var bins []vote
	last := int32(-1)
	for _, v := range votes {
		n := len(bins)
		switch {
		case n == 0 || bins[n-1].bin != v.bin:
			bins = append(bins, v)
		case v.text != last:
			bins[n-1].weight += v.weight
		}
		last = v.text
	}
	out := make([]vote, len(bins))
	for i, b := range bins {
		if i+1 < len(bins) && bins[i+1].bin == b.bin+1 {
			b.weight += bins[i+1].weight
		}
		out[i] = b
	}
	return out
}
