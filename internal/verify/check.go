package verify

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/cover"
	"pincite/internal/verify/word"
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
	denying []bool // by number of a word: it may be a negation
}

// New indexes the words of documents, in time linear in their length.
func New(docs ...*document.Document) *Checker {
	c := &Checker{docs: corpus.New(docs...)}
	c.find = cover.New(c.docs)
	for form, id := range c.docs.Words() {
		c.denying = append(c.denying, make([]bool, max(0, int(id)+1-len(c.denying)))...)
		c.denying[id] = word.IsNegation(form)
	}
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
	r := c.read(p, ranges)
	r.allowed[word.Ellipses] = true
	return c.result([]reading{r}, c.held([]int{ranges[0][0].Doc})), true
}

// asShown finds a text whose words are one after the other, whatever the marks
// between them.
func (c *Checker) asShown(ctx context.Context, p cover.Passage) (Result, bool) {
	places := c.fewestChanges(ctx, p, c.docs.Places(ctx, p.IDs, c.docs.Len()))
	if len(places) == 0 {
		return Result{}, false
	}
	var readings []reading
	held := c.held(places)
	for _, t := range listed(places, held) {
		readings = append(readings, c.read(p, [][]corpus.Pair{cover.Consecutive(0, t, len(p.IDs))}))
	}
	return c.result(readings, held), true
}

// clean returns the index of the first reading that leaves out least: nothing grave, or
// nothing at all. The text is there as it is meant.
func clean(readings []reading) int {
	best := 0
	for i, r := range readings {
		if r.leavesOut() < readings[best].leavesOut() {
			best = i
		}
	}
	return best
}

// leavesOut ranks a reading by what it leaves out: 0 for nothing, 2 for what is grave.
func (r *reading) leavesOut() int {
	switch {
	case len(r.omitted) == 0:
		return 0
	case slices.ContainsFunc(r.omitted, Omission.isGrave):
		return 2
	}
	return 1
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

// maxGaps is how many gaps between words are compared to choose among the places
// of a text: about 50 ms. A text of 1,300 words has them for 1,600 places, one of
// six for 400,000, a number alone for 8,000; only a document that repeats itself
// without end has more.
const maxGaps = 1 << 21

// What it costs to look whether a text cuts an amount, and whether it is denied, in gaps.
const amountGaps, deniedGaps = 256, 8

// turn is how many places are gone through between two looks at a context.
const turn = 256

// fewestChanges returns those of the places of a text at which the fewest marks
// between its words are others, and which cut no number in two and no sentence behind
// what denies it; once maxGaps gaps are compared, of the places up to there.
func (c *Checker) fewestChanges(ctx context.Context, p cover.Passage, places []int) []int {
	var out []int
	fewest, compared := len(p.IDs), 0
	r := reader{Checker: c, Passage: p}
	marks := newMarks(p)
	amount := isAmount(p.Raw(0)) || isAmount(p.Raw(len(p.IDs)-1))
	for n, t := range places {
		if compared > maxGaps || n%turn == turn-1 && ctx.Err() != nil {
			break
		}
		changes := 0
		if compared += deniedGaps; r.denied(t) {
			changes++
		}
		if amount {
			if compared += amountGaps; c.cutBefore(t)+c.cutAfter(t+len(p.IDs)-1) > 0 {
				changes++
			}
		}
		for i := 1; i < len(p.IDs) && changes <= fewest; i++ {
			if compared++; !marks.same(i, c.docs.Gap(t+i)) || marks.special[i] && !c.sameWord(p, i, t) {
				changes++
			}
		}
		if marks.special[0] && !c.sameWord(p, 0, t) {
			changes++
		}
		if changes < fewest {
			out, fewest = nil, changes
		}
		if changes == fewest {
			out = append(out, t)
		}
	}
	return out
}

// marks are those between the words of a text, and those of gaps that were compared.
type marks struct {
	text    []string   // gaps
	marks   []word.Gap // of each
	special []bool     // the word behind it may not be the same though its form is
	known   map[string]word.Gap
}

func newMarks(p cover.Passage) *marks {
	n := len(p.IDs)
	m := &marks{known: map[string]word.Gap{}, text: make([]string, n), marks: make([]word.Gap, n), special: make([]bool, n)}
	for i := range n {
		m.special[i] = word.IsAmount(p.Raw(i)) || i > 0 && (word.IsDigits(p.Raw(i-1)) || word.CountsDash(p.Raw(i-1), p.Raw(i))) || strings.Contains(word.Form(p.Raw(i)), "ss")
		if i > 0 {
			m.text[i] = p.Between(i)
			m.marks[i] = m.of(m.text[i])
		}
	}
	return m
}

// same reports whether the marks before word i of the text are those of a gap.
func (m *marks) same(i int, gap string) bool {
	return m.text[i] == gap || m.marks[i].SameMarks(m.of(gap))
}

func (m *marks) of(gap string) word.Gap {
	g, ok := m.known[gap]
	if !ok {
		g = word.Between(gap)
		m.known[gap] = g
	}
	return g
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
	var r reading
	if len(ranges) > 0 {
		r = c.read(p, ranges)
	}
	fits := spliced && !c.find.OneSentence(ranges) || !spliced && r.share >= alteredShare && c.find.Kept(ranges) >= keptShare
	if !fits || !spliced && r.share < reorderedShare {
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
	return c.result([]reading{r}, c.held([]int{ranges[0][0].Doc}))
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
		out.Matches = []Match{c.match(p, r[0].Text, r[len(r)-1].Text+1, lo, hi)}
		out.Share = rounded(shared / total)
	}
	return out
}

// rounded returns a share to three decimals, as many as mean anything.
func rounded(share float64) float64 { return math.Round(share*1000) / 1000 }

func absent() Result {
	return Result{Status: Absent, Matches: []Match{}, Documents: []Held{}, Allowed: []word.Allowance{}, Differences: []Difference{}, Omitted: []Omission{}}
}

// result makes a result of readings of a text, which differ in their places only,
// and of the documents that have it if it turns out to be verbatim. It is that of the
// reading that leaves out least; of a text that is not verbatim the others are no places.
func (c *Checker) result(readings []reading, held []Held) Result {
	at := clean(readings)
	r := readings[at]
	out := Result{Status: Verbatim, Documents: held, Allowed: r.allowed.List(), Differences: inOrder(r.differences), Omitted: gravest(r.omitted), Share: rounded(r.share)}
	switch {
	case r.spliced:
		out.Status = Spliced
	case len(r.differences) > 0:
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
		out.Matches = append(out.Matches, r.matches...)
	}
	for i := range out.Omitted {
		out.Omitted[i].Match += at // one match a reading, where there are several
	}
	return out
}
