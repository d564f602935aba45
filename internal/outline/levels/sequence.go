package levels

import (
	"slices"

	"pincite/internal/outline/heading"
)

// A Candidate is a line that may be a heading, with what its mark says.
type Candidate struct {
	Line  int // index in the lines of the text
	Mark  heading.Mark
	Shape Shape
	Tier  int  // which of several interleaved sequences of one style it belongs to, from 0
	Drop  bool // it is none

	upheld  bool // dotted numbers take its own up: 9 above 9.1
	segment int  // how many headings with words or dotted numbers stand above it
	depth   int  // of its list below the heading above, from 1, where the format tells it; 0 elsewhere

	within, beside *Candidate // the section that it stands in, or beside, though its mark says that it is higher
}

// A Shape is what headings of one level usually share.
type Shape struct {
	RunIn  bool // text follows the heading on the same line
	Stop   bool // the line ends as a sentence does
	Low    bool // its words begin in lower case, as points that go on with a sentence do
	Alone  bool // the line is a paragraph of its own
	Item   bool // the format says that it is a point of a list
	Doubt  bool // it may be a sentence that refers to a section; only its place among the numbers tells
	Indent int  // runes
	Depth  int  // of the list that an item stands in, from 1; 0 where the format does not say
	Told   bool // the format tells the number of the point
}

// shape is what c shares with others of its level. Points in brackets have nothing in
// common but where they stand: some are a word, some run over a page.
func (c *Candidate) shape() Shape {
	s := c.Shape
	if c.Mark.Bracketed() {
		s.RunIn, s.Stop, s.Alone, s.Low = false, false, false, false
	}
	return s
}

// unlike returns how much two shapes differ. What the format says weighs most, then
// text on the same line; a little indentation weighs hardly anything, since
// converters garble it.
func (a Shape) unlike(b Shape) float64 {
	const other = 4.0 // list: dearer than a stray number
	switch {
	case a.Item && b.Item && a.Depth == b.Depth:
		return 0
	case a.Item && b.Item:
		return other
	}
	d := 0.0
	if a.Item != b.Item {
		d += 2
	}
	if a.RunIn != b.RunIn {
		d += 0.8
	}
	if a.Low != b.Low {
		d += 0.3
	}
	if a.Alone != b.Alone {
		d += 0.4
	}
	if a.Stop != b.Stop {
		d += 0.1
	}
	switch diff := max(a.Indent-b.Indent, b.Indent-a.Indent); {
	case diff >= 3:
		d += 0.4
	case diff > 0:
		d += 0.05
	}
	return d
}

// Costs of reading a number in a way other than as the next one of a sequence.
// They only need to keep this order: a gap (a repealed article) is likelier
// than a stray number, and opening a tier is dearer than starting the only one
// again, unless what follows pays for it.
const (
	costGap     = 1.5 // for each number left out, three at most
	costJump    = 0.1 // for each further one
	costStray   = 2.0 // not a heading at all
	costLost    = 5.0 // the same for a mark with a word, which hardly poses as a heading
	costRefers  = 0.3 // the same where a sentence may refer to a section
	costRestart = 0.5
	costResume  = 0.05 // the list goes on behind a number of the list that holds it
	costAcross  = 0.7  // numbers go on across a heading of another kind
	costNested  = 1.0  // a further tier opens
	costHundred = 0.2  // numbers by hundreds: 101 below 1
	costTens    = 4.0  // numbers by tens: 10 below 1
	costLate    = 3.0  // a sequence starts at another number than 0 or 1
	costYear    = 3.0  // and that number is likelier a year
	maxGap      = 3
	maxJump     = 60
	maxTiers    = 3
	beamWidth   = 12
	// beamReach is the number of candidates after which the best reading so far
	// is settled, which bounds memory. No outline needs to be seen as a whole.
	beamReach = 4096
)

// A reading is one way to spread the numbers seen so far over tiers.
type reading struct {
	cost  float64
	tiers int
	last  [maxTiers]int
	first [maxTiers]Shape
	seg   [maxTiers]int  // the segment of its last number
	moved [maxTiers]bool // a tier above has moved on since this one's last number
	from  int            // the reading before, in the trail
	tier  int            // what became of this candidate; -1 for a stray
}

// assign spreads the candidates of one style, in text order, over tiers: the
// default document numbers its parts and, between them, its measures with the
// same "N.". It is a beam search for the cheapest reading.
func assign(cands []*Candidate) {
	for len(cands) > 0 {
		n := min(len(cands), beamReach)
		settle(cands[:n])
		cands = cands[n:]
	}
}

func settle(cands []*Candidate) {
	trail := []reading{{from: -1}}
	beam := []int{0}
	for _, c := range cands {
		var next []reading
		for _, at := range beam {
			next = trail[at].extend(next, at, c)
		}
		next = cheapest(next)
		beam = beam[:0]
		for _, r := range next {
			beam = append(beam, len(trail))
			trail = append(trail, r)
		}
	}
	for i, at := len(cands)-1, beam[0]; i >= 0; i-- {
		cands[i].Tier, cands[i].Drop = max(trail[at].tier, 0), trail[at].tier < 0
		at = trail[at].from
	}
}

// extend appends every way of reading c after r.
func (r *reading) extend(out []reading, at int, c *Candidate) []reading {
	n := c.Mark.Number
	step := func(tier int, cost float64) {
		next := *r
		next.from, next.tier = at, tier
		next.cost += cost
		if tier >= 0 {
			next.take(tier, n, c.shape())
			next.seg[tier] = c.segment
		}
		out = append(out, next)
	}
	stray, strong := costStray, c.strong()
	switch {
	case c.Shape.Doubt:
		stray = costRefers
	case strong, c.upheld:
		stray = costLost
	}
	step(-1, stray)
	for t := range r.tiers {
		same := r.first[t].unlike(c.shape())
		if strong {
			same /= 4
		}
		if cost := r.follows(t, c); cost >= 0 {
			step(t, same+cost+r.across(t, c))
		}
	}
	if cost := r.opens(c); cost >= 0 && r.tiers < maxTiers {
		step(r.tiers, cost)
	}
	return out
}

// follows returns what it costs that c comes next in tier t, a negative number if
// it cannot.
func (r *reading) follows(t int, c *Candidate) float64 {
	n, strong := c.Mark.Number, c.strong()
	switch skipped := n - r.last[t] - 1; {
	case skipped == 0 || skipped == -1 && c.Mark.Suffix != "":
		switch {
		case !r.moved[t]:
			return 0
		case strong:
			return costAcross // Section 3 goes on with the 2 right above it, however unlike they are
		}
		return costResume
	case n <= 1 && (t == 0 || r.moved[t]):
		return costRestart
	case r.hundred(t, n), r.ten(t, n), skipped == 9 && n%10 == 0, // by tens
		r.seg[t] != c.segment && (n/100 == r.last[t]/100+1 && starts(n%100) || n/1000 == r.last[t]/1000+1 && starts(n%1000)): // a hundred for each chapter
		return costHundred
	case n >= 200 && n%100 <= 1 && n/100 == r.last[t]/100+1: // 200 after 103, in one row
		return costRestart
	case skipped > 0 && (skipped <= maxGap || strong || c.upheld):
		return min(float64(skipped), maxGap) * costGap
	case skipped > 0 && skipped <= maxJump:
		return maxGap*costGap + float64(skipped-maxGap)*costJump
	case strong && skipped < 0:
		return costLate
	}
	return -1
}

// across returns what it costs that a list point goes on with the numbers of another
// section, or that a list below another begins again where the upper one could.
func (r *reading) across(t int, c *Candidate) float64 {
	begins, upper := c.Mark.Number <= 1, max(t-1, 0)
	switch {
	case !c.Mark.Weak():
	case begins && t > 0 && r.seg[upper] != c.segment, !begins && r.seg[t] != c.segment:
		return costAcross
	}
	return 0
}

// opens returns what it costs that c opens a further tier, a negative number if
// it cannot.
func (r *reading) opens(c *Candidate) float64 {
	n := c.Mark.Number
	switch {
	case r.tiers == 0 && n <= 1:
		return 0
	case r.tiers == 0 && c.Mark.Weak() && n >= 1900 && n <= 2100:
		return costLate + costYear
	case r.tiers == 0:
		return costLate
	case n <= 1 && r.tiers < maxTiers && c.Shape.Indent >= r.first[r.tiers-1].Indent+3:
		return costNested / 2 // it stands deeper, too
	case n <= 1, r.hundred(r.tiers, n), c.holds():
		return costNested
	case r.ten(r.tiers, n):
		return costTens
	}
	return -1
}

// holds reports a high number that dotted ones take up: 1204 above 1204.1.
func (c *Candidate) holds() bool {
	const high = 100
	return c.upheld && c.Mark.Number >= high
}

// strong reports a mark that hardly poses as a heading: one with a word, or one that
// others take up.
func (c *Candidate) strong() bool { return !c.Mark.Weak() || c.holds() }

// hundred reports that n is the first number below that of a tier above t: 200 or
// 201 below 2.
func (r *reading) hundred(t, n int) bool {
	for up := range min(t, r.tiers) {
		if last := r.last[up]; last > 0 && (n/100 == last && starts(n%100) || n/1000 == last && starts(n%1000)) {
			return true
		}
	}
	return false
}

// ten reports the same of 20 or 21 below 2.
func (r *reading) ten(t, n int) bool {
	return slices.ContainsFunc(r.last[:min(t, r.tiers)], func(last int) bool { return last > 0 && n/10 == last && n%10 <= 1 })
}

// starts reports a number that counting by ones or by tens begins with.
func starts(n int) bool { return n <= 1 || n == 10 }

func (r *reading) take(tier, n int, s Shape) {
	if tier == r.tiers {
		r.tiers++
		r.first[tier] = s
	}
	if n <= 1 {
		r.first[tier].Low = s.Low // each list has a manner of its own
	}
	r.last[tier] = n
	r.moved[tier] = false
	for t := tier + 1; t < r.tiers; t++ {
		r.moved[t] = true
	}
}

// cheapest keeps the best readings, best first, one for each set of tiers. Of
// equals, the earlier stays, so that the same text is always read alike.
func cheapest(all []reading) []reading {
	var kept []reading
	for _, r := range all {
		at := len(kept)
		for at > 0 && r.cost < kept[at-1].cost {
			at--
		}
		if at >= beamWidth {
			continue
		}
		kept = append(kept, reading{})
		copy(kept[at+1:], kept[at:])
		kept[at] = r
	}
	return distinct(kept)
}

func distinct(sorted []reading) []reading {
	out := sorted[:0]
	for _, r := range sorted {
		seen := false
		for i := range out {
			o := &out[i]
			seen = seen || o.tiers == r.tiers && o.last == r.last && o.moved == r.moved
		}
		if !seen && len(out) < beamWidth {
			out = append(out, r)
		}
	}
	return out
}
