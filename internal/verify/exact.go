package verify

import (
	"context"
	"slices"
)

const (
	// maxParts bounds the parts of a text with ellipses; one with more is not
	// looked for in parts.
	maxParts = 12

	// maxPlaces bounds the places of each part, the first of which are compared: 12
	// parts have them compared in 3 ms.
	maxPlaces = 1 << 14

	// sureWords is from how many words a part with an ellipsis may be quoted
	// beside one of another section: shorter ones are found anywhere.
	sureWords = 4
)

// A run is words of a text that stand in a document one after the other.
type run struct {
	text, doc, n int
}

// inParts returns where the parts of a text stand that ellipses divide: in order
// in one document, as near to one another as they can be; nil if they do not, or once
// ctx is done.
func (c *Checker) inParts(ctx context.Context, p passage, starts []int) []run {
	if len(starts) < 2 || len(starts) > maxParts {
		return nil
	}
	lists := make([][]int, len(starts))
	for i, from := range starts {
		part := p.ids[from : from+length(starts, i, len(p.ids))]
		for k, before := range starts[:i] { // the same part has the same places
			if slices.Equal(part, p.ids[before:before+length(starts, k, len(p.ids))]) {
				lists[i] = lists[k]
			}
		}
		if lists[i] == nil {
			lists[i] = c.docs.Places(ctx, part, maxPlaces)
		}
		if len(lists[i]) == 0 || ctx.Err() != nil {
			return nil
		}
	}
	return c.closest(p, starts, lists)
}

// closest picks one place from each list so that they follow one another within
// the shortest range.
func (c *Checker) closest(p passage, starts []int, lists [][]int) []run {
	var best []run
	runs := make([]run, len(starts))
	next := make([]int, len(lists)) // first place of each list that may still be used
	for _, first := range lists[0] {
		runs[0] = run{0, first, length(starts, 0, len(p.ids))}
		for i := 1; i < len(lists); i++ {
			last := runs[i-1]
			for next[i] < len(lists[i]) && lists[i][next[i]] < last.doc+last.n {
				next[i]++
			}
			if next[i] == len(lists[i]) {
				return best // nor has any later first place one after it
			}
			runs[i] = run{starts[i], lists[i][next[i]], length(starts, i, len(p.ids))}
		}
		if (best == nil || extentOf(runs) < extentOf(best)) && c.quotable(runs) {
			best = slices.Clone(runs)
		}
	}
	return best
}

func length(starts []int, i, end int) int {
	if i+1 < len(starts) {
		end = starts[i+1]
	}
	return end - starts[i]
}

func extentOf(runs []run) int { return runs[len(runs)-1].doc - runs[0].doc }

// quotable reports whether parts are of one document, and short ones of one
// section.
func (c *Checker) quotable(runs []run) bool {
	first, last := runs[0], runs[len(runs)-1]
	d := c.docs.Doc(first.doc)
	if last.doc >= d.End {
		return false
	}
	short := slices.ContainsFunc(runs, func(r run) bool { return r.n < sureWords })
	return !short || c.section(d.Document, first.doc) == c.section(d.Document, last.doc)
}
