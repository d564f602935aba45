package verify

import (
	"context"

	"pincite/internal/verify/collate"
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
	return c.result([]collate.Reading{c.collate.Reordered(p, lo, hi, share)}, nil), true
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
		lo, hi = c.collate.Whole(lo, hi)
		out.Matches = []collate.Match{c.collate.Match(p, 0, len(p.IDs), lo, hi)}
		out.Share = rounded(share)
	}
	return out
}
