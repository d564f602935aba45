package verify

import (
	"context"
	"errors"
	"fmt"
	"math"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/verify/between"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/cover"
)

const (
	// MaxText is the length of the longest text that is checked, in characters.
	MaxText = 4000

	// MaxMatches is the largest number of places of a verbatim text that a Result
	// lists.
	MaxMatches = 16
)

// Shares of the information of a text from which it is taken for what.
const (
	alteredShare = 0.5  // words of one range make it an altered one
	keptShare    = 0.25 // least share of the range that an altered text keeps
	nearShare    = 0.5  // words in common, in whatever order, make a passage worth showing
)

// Errors for texts that cannot be checked.
var (
	ErrEmpty   = errors.New("there are no words to check")
	ErrTooLong = fmt.Errorf("the text is too long: at most %d characters can be checked at once", MaxText)
)

// A Checker looks texts up in documents. It is safe for concurrent use.
type Checker struct {
	docs    *corpus.Corpus
	find    *cover.Finder
	collate *collate.Collator
}

// New indexes the words of documents, in time linear in their length.
func New(docs ...*document.Document) *Checker {
	c := &Checker{docs: corpus.New(docs...)}
	c.find = cover.New(c.docs)
	c.collate = collate.New(c.docs, c.find)
	return c
}

// Check says whether the documents have a text. It returns ErrEmpty for a text
// without words, ErrTooLong for one of more than MaxText characters, and the error
// of ctx once it is done. The same text gives the same result.
func (c *Checker) Check(ctx context.Context, text string) (Result, error) {
	if utf8.RuneCountInString(text) > MaxText {
		return Result{}, ErrTooLong
	}
	p := c.find.Read(text)
	if len(p.IDs) == 0 {
		return Result{}, ErrEmpty
	}
	r, ok := c.checkExact(ctx, p)
	if !ok && ctx.Err() == nil {
		r = c.checkNear(ctx, p)
	}
	if err := ctx.Err(); err != nil {
		return Result{}, fmt.Errorf("check a text: %w", err)
	}
	return r, nil
}

// checkExact finds a text whose words are all in a document as they stand. What it
// returns is not to be used once ctx is done.
func (c *Checker) checkExact(ctx context.Context, p cover.Passage) (Result, bool) {
	shown, found := c.asShown(ctx, p)
	if !found || shown.Status != Verbatim {
		if source, ok := c.literal(ctx, p); ok {
			return source, true
		}
	}
	if found {
		return shown, true
	}
	ranges := c.find.InParts(ctx, p)
	if ranges == nil {
		return Result{}, false
	}
	r := c.collate.Read(p, ranges)
	r.Allowed[between.Ellipses] = true
	return c.result([]collate.Reading{r}, c.held([]int{ranges[0][0].Doc})), true
}

// asShown finds a text whose words are one after the other, whatever the marks
// between them.
func (c *Checker) asShown(ctx context.Context, p cover.Passage) (Result, bool) {
	places := c.collate.FewestChanges(ctx, p, c.docs.Places(ctx, p.IDs, c.docs.Len()))
	if len(places) == 0 {
		return Result{}, false
	}
	var readings []collate.Reading
	held := c.held(places)
	for _, t := range listed(places, held) {
		readings = append(readings, c.collate.Read(p, [][]corpus.Pair{cover.Consecutive(0, t, len(p.IDs))}))
	}
	return c.result(readings, held), true
}

// clean returns the index of the first reading that leaves out least: nothing grave, or
// nothing at all. The text is there as it is meant.
func clean(readings []collate.Reading) int {
	best := 0
	for i, r := range readings {
		if r.LeavesOut() < readings[best].LeavesOut() {
			best = i
		}
	}
	return best
}

// held returns the documents that places, which are in order, belong to.
func (c *Checker) held(places []int) []Held {
	var out []Held
	end := 0
	for _, t := range places {
		if t >= end {
			d := c.docs.Doc(t)
			out, end = append(out, Held{Document: d.Name}), d.End
		}
		out[len(out)-1].Places++
	}
	return out
}

// listed returns the places that a Result lists: all that it has room for, but the
// first in each document before any other.
func listed(places []int, held []Held) []int {
	left := max(0, MaxMatches-len(held)) // for those that are not the first
	var out []int
	at := 0
	for _, h := range held[:min(len(held), MaxMatches)] {
		n := min(h.Places-1, left)
		left -= n
		out = append(out, places[at:at+1+n]...)
		at += h.Places
	}
	return out
}

// checkNear finds what is nearest to a text that is not there as it stands. What it
// returns is not to be used once ctx is done.
func (c *Checker) checkNear(ctx context.Context, p cover.Passage) Result {
	ranges := c.find.Ranges(ctx, &p)
	if ctx.Err() != nil {
		return Result{}
	}
	spliced := false
	if len(ranges) > 0 && !c.find.ByEllipses(p, ranges) {
		if spliced = c.find.IsSpliced(ranges, p.Weight(0, len(p.IDs))); !spliced {
			ranges = [][]corpus.Pair{c.find.Heaviest(ranges)}
		}
	}
	var r collate.Reading
	if len(ranges) > 0 {
		r = c.collate.Read(p, ranges)
	}
	fits := spliced && !c.find.OneSentence(ranges) || !spliced && r.Share >= alteredShare && c.find.Kept(ranges) >= keptShare
	if !fits || !spliced && r.Share < reorderedShare {
		if out, ok := c.reordered(ctx, p); ok {
			return out
		}
	}
	switch {
	case len(ranges) == 0:
		return c.nearSentence(ctx, p)
	case !fits && !spliced:
		return c.near(p, ranges[0])
	}
	return c.result([]collate.Reading{r}, c.held([]int{ranges[0][0].Doc}))
}

// near returns the result for an absent text, with the sentences around a range
// if they have most of its words.
func (c *Checker) near(p cover.Passage, r []corpus.Pair) Result {
	out := absent()
	lo := c.docs.Unit(r[0].Doc).First
	hi := c.docs.Unit(r[len(r)-1].Doc).End
	have := map[int32]int{}
	for _, id := range c.docs.Tokens(lo, hi) {
		have[id]++
	}
	shared := 0.0
	for i, id := range p.IDs {
		if have[id] > 0 {
			have[id]--
			shared += p.Worth[i]
		}
	}
	if total := p.Weight(0, len(p.IDs)); shared >= nearShare*total {
		out.Matches = []collate.Match{c.collate.Match(p, r[0].Text, r[len(r)-1].Text+1, lo, hi)}
		out.Share = rounded(shared / total)
	}
	return out
}

// rounded returns a share to three decimals, as many as mean anything.
func rounded(share float64) float64 { return math.Round(share*1000) / 1000 }

func absent() Result {
	return Result{Status: Absent, Matches: []collate.Match{}, Documents: []Held{}, Allowed: []between.Allowance{}, Differences: []collate.Difference{}, Omitted: []collate.Omission{}}
}

// result makes a result of readings of a text, which differ in their places only,
// and of the documents that have it if it turns out to be verbatim. It is that of the
// reading that leaves out least; of a text that is not verbatim the others are no places.
func (c *Checker) result(readings []collate.Reading, held []Held) Result {
	at := clean(readings)
	r := readings[at]
	out := Result{Status: Verbatim, Documents: held, Allowed: r.Allowed.List(), Differences: r.Differences, Omitted: r.Omitted, Share: rounded(r.Share)}
	switch {
	case r.Spliced:
		out.Status = Spliced
	case len(r.Differences) > 0:
		out.Status = Altered
	}
	if out.Status != Verbatim {
		out.Documents = []Held{}
		readings, at = readings[at:at+1], 0
	}
	for _, h := range out.Documents {
		out.Places += h.Places
	}
	for _, r := range readings {
		out.Matches = append(out.Matches, r.Matches...)
	}
	for i := range out.Omitted {
		out.Omitted[i].Match += at // one match a reading, where there are several
	}
	return out
}
