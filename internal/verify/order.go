package verify

import (
	"context"

	"pincite/internal/verify/cover"
)

// reorderedShare is the least share of a text's information that a stretch of one
// sentence has, in whatever order, to be what the text has been made of.
const reorderedShare = 0.75

// reordered returns the result for a text that has the words of one sentence in
// another order, most of them and little else; false if it does not.
func (c *Checker) reordered(ctx context.Context, p cover.Passage) (Result, bool) {
	lo, hi, share := c.find.MostShared(ctx, p, len(p.IDs)+1+len(p.IDs)/8)
	if share < reorderedShare {
		return Result{}, false
	}
	r := reader{Checker: c, Passage: p, doc: c.docs.Doc(lo)}
	r.add(0, len(p.IDs), lo, hi)
	at := p.Span(0, len(p.IDs))
	r.differences = []Difference{{Kind: Reordered, Text: p.Source[at.Start:at.End], At: at, Original: c.docs.Shown(lo, hi), Span: c.docs.Span(lo, hi)}}
	r.strangers(lo, hi)
	r.omitted, r.share = []Omission{}, share
	return c.result([]reading{r.reading}, nil), true
}

// strangers adds the words that the text or tokens [lo, hi) have more often than the
// other side, one by one.
func (r *reader) strangers(lo, hi int) {
	has := cover.Count(r.docs.Tokens(lo, hi))
	for i, id := range r.IDs {
		if has[id]--; has[id] < 0 {
			r.block(i, i+1, lo, lo)
		}
	}
	has = cover.Count(r.IDs)
	for t := lo; t < hi; t++ {
		id := r.docs.Tokens(t, t+1)[0]
		if has[id]--; has[id] < 0 {
			r.block(len(r.IDs), len(r.IDs), t, t+1)
		}
	}
}

// nearTimes is how many times as long as a text the sentence may be that is shown for
// having most of its words.
const nearTimes = 4

// nearSentence is near for a text that has no range: it has the sentence that shares most
// words with it.
func (c *Checker) nearSentence(ctx context.Context, p cover.Passage) Result {
	out := absent()
	lo, hi, share := c.find.MostShared(ctx, p, nearTimes*len(p.IDs))
	if share >= nearShare {
		u := c.docs.Unit(lo)
		if u.End-u.First <= nearTimes*len(p.IDs) {
			lo, hi = u.First, u.End
		}
		out.Matches = []Match{c.match(p, 0, len(p.IDs), lo, hi)}
		out.Share = rounded(share)
	}
	return out
}
