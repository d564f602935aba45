package cover

import (
	"context"
	"slices"

	"pincite/internal/verify/corpus"
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

// A run is words of a text that are in a document one after the other.
type run struct {
	text, doc, n int
}

// InParts returns where the parts of a text are that ellipses divide: in order
// in one document, as near to one another as they can be; nil if they do not, or once
// ctx is done.
func (f *Finder) InParts(ctx context.Context, p Passage) [][]corpus.Pair {
	starts := p.parts()
	if len(starts) < 2 || len(starts) > maxParts {
		return nil
	}
	lists := make([][]int, len(starts))
	for i, from := range starts {
		part := p.IDs[from : from+length(starts, i, len(p.IDs))]
		for k, before := range starts[:i] { // the same part has the same places
			if slices.Equal(part, p.IDs[before:before+length(starts, k, len(p.IDs))]) {
				lists[i] = lists[k]
			}
		}
		if lists[i] == nil {
			lists[i] = f.docs.Places(ctx, part, maxPlaces)
		}
		if len(lists[i]) == 0 || ctx.Err() != nil {
			return nil
		}
	}
	var out [][]corpus.Pair
	for _, r := range f.closest(p, starts, lists) {
		out = append(out, Consecutive(r.text, r.doc, r.n))
	}
	return out
}

// Consecutive returns the pairs of n words and tokens that are one after the other.
func Consecutive(text, doc, n int) []corpus.Pair {
	out := make([]corpus.Pair, n)
	for i := range out {
		out[i] = corpus.Pair{Text: text + i, Doc: doc + i}
	}
	return out
}

// closest picks one place from each list so that they follow one another within
// the shortest range.
func (f *Finder) closest(p Passage, starts []int, lists [][]int) []run {
	var best []run
	runs := make([]run, len(starts))
	next := make([]int, len(lists)) // first place of each list that may still be used
	for _, first := range lists[0] {
		runs[0] = run{0, first, length(starts, 0, len(p.IDs))}
		for i := 1; i < len(lists); i++ {
			last := runs[i-1]
			for next[i] < len(lists[i]) && lists[i][next[i]] < last.doc+last.n {
				next[i]++
			}
			if next[i] == len(lists[i]) {
				return best // nor has any later first place one after it
			}
			runs[i] = run{starts[i], lists[i][next[i]], length(starts, i, len(p.IDs))}
		}
		if (best == nil || extentOf(runs) < extentOf(best)) && f.quotable(runs) {
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
func (f *Finder) quotable(runs []run) bool {
	first, last := runs[0], runs[len(runs)-1]
	d := f.docs.Doc(first.doc)
	if last.doc >= d.End {
		return false
	}
	short := slices.ContainsFunc(runs, func(r run) bool { return r.n < sureWords })
	section := func(t int) int { return d.Document.SectionAt(f.docs.Span(t, t+1).Start) }
	return !short || section(first.doc) == section(last.doc)
}
