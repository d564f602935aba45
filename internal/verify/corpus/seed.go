package corpus

import "slices"

const (
	// maxVotes bounds the votes for one text, and so the time to count them.
	maxVotes = 1 << 15

	// fewPlaces is up to how many places a word votes for by itself, and how many
	// votes there are for each word of a short text.
	fewPlaces = 256

	// narrow and wide bound the stretches that are voted for, in words: what is
	// left out of a text or put in moves the rest of it to the next stretch.
	narrow, wide = 8, 64

	// maxWindows is how many stretches a text is aligned with, and maxAligned
	// about how many words of it in all: a long text needs fewer tries.
	maxWindows, maxAligned = 6, 6000
)

// A Window is a stretch of tokens, half open, that may have a text.
type Window struct{ Lo, Hi int }

// A vote is that of a word of the text for the stretches in which its place would
// be that of the text: the number of the stretch, and below it the word.
type vote uint64

func (v vote) bin() int  { return int(v >> 32) }
func (v vote) word() int { return int(uint32(v)) }

// A tally is the information of the words that voted for a stretch.
type tally struct {
	bin  int
	bits float64
}

// Windows returns the stretches that have most of the information of a text, best
// first. Each is at most three times as long as the text, or a little more.
func (c *Corpus) Windows(ids []int32) []Window {
	width := min(max(narrow, len(ids)/2), wide)
	votes := c.votes(ids, width)
	slices.Sort(votes)
	tallies := c.count(votes, ids)
	var out []Window
	for range min(max(maxAligned/len(ids), 2), maxWindows) {
		best := -1
		for i, t := range tallies {
			if t.bits > 0 && (best < 0 || t.bits > tallies[best].bits) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		bin := tallies[best].bin
		lo := bin*width - len(ids)
		out = append(out, Window{max(lo, 0), min(lo+2*width+len(ids), len(c.tokens))})
		for i := max(0, best-1); i <= best+1 && i < len(tallies); i++ {
			if d := tallies[i].bin - bin; -1 <= d && d <= 1 {
				tallies[i].bits = 0 // the window has most of it
			}
		}
	}
	return out
}

// votes lets the words of a text vote, the rarest first, until there are enough
// votes: each for its own places if they are few, else for those of the run of
// three that it begins.
func (c *Corpus) votes(ids []int32, width int) []vote {
	lists := make([][]int32, len(ids))
	order := make([]int, 0, len(ids))
	for i, id := range ids {
		if id == Unknown {
			continue
		}
		lists[i] = c.one.list(int(id))
		if len(lists[i]) > fewPlaces && i+3 <= len(ids) {
			lists[i] = c.three.list(hash3(ids[i:], len(c.three.ends)-1))
		}
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, k int) int { return len(lists[i]) - len(lists[k]) })
	var out []vote
	left := min(maxVotes, fewPlaces*len(ids))
	for _, i := range order {
		for _, t := range lists[i][:min(left, len(lists[i]))] {
			if c.tokens[t] == ids[i] {
				out = append(out, vote((int(t)+len(ids)-i)/width)<<32|vote(i))
			}
		}
		left -= min(left, len(lists[i]))
	}
	return out
}

// count adds up the votes, which are in order, for each stretch together with the
// next one, in which a text that begins in the first may end. A word counts once a
// stretch.
func (c *Corpus) count(votes []vote, ids []int32) []tally {
	var out []tally
	for i, v := range votes {
		n := len(out)
		switch bits := c.Bits(ids[v.word()]); {
		case n == 0 || out[n-1].bin != v.bin():
			out = append(out, tally{v.bin(), bits})
		case votes[i-1] != v:
			out[n-1].bits += bits
		}
	}
	for i := range out[:max(0, len(out)-1)] {
		if out[i+1].bin == out[i].bin+1 {
			out[i].bits += out[i+1].bits
		}
	}
	return out
}
