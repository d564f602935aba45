package search

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// An accumulator adds up the scores of one query, block by block and in a block term by
// term. It is as long as a block, which a processor has room for near by, and reused,
// so that a search allocates little more than its hits, however large the index.
type accumulator struct {
	query   Query
	cells   []cell   // by place in the block
	touched []uint32 // the places whose cells are in use
	clauses []clause
	parts   []contribution
	scored  []ranked
	ranking []ranked
	groups  groups
}

// blockSize is how many passages are scored at a time. Tests set it.
var blockSize = 8192

// A block is a run of the passages that a search goes through.
type block struct {
	start, end int      // the numbers of the passages, or their places in a list
	of         []uint32 // the passages, in order; nil for those from start to end
}

// A cell is the state of one passage. The matches of a clause come together, so
// the clause at hand needs only its best and its sum.
type cell struct {
	total     float64 // of the clauses before the one at hand
	best, sum float64 // of the clause at hand
	clause    int32   // the clause at hand plus 1; 0 for a passage not met yet
}

// A clause is a Clause with the postings of its matches.
type clause struct {
	number  int
	cursors []cursor
	most    float64 // what no passage gets more of
	rest    float64 // the same of this clause and all after it
}

// A contribution is a Part before it is known whether its passage is a hit.
type contribution struct {
	place         uint32 // among those that are gone through
	clause, match uint16
	score         float64
}

func newAccumulator(passages int) *accumulator {
	return &accumulator{cells: make([]cell, min(passages, blockSize))}
}

func (a *accumulator) begin(q Query) {
	if q.K1 == 0 {
		q.K1 = DefaultK1
	}
	if q.B == 0 {
		q.B = DefaultB
	}
	a.query = q
}

// reset leaves the accumulator as new, at the cost of what was touched.
func (a *accumulator) reset() {
	a.wipe()
	a.parts, a.scored, a.query = a.parts[:0], a.scored[:0], Query{}
	a.groups.reset()
}

func (a *accumulator) wipe() {
	for _, i := range a.touched {
		a.cells[i] = cell{}
	}
	a.touched = a.touched[:0]
}

// A pass is one way through passages.
type pass struct {
	among []uint32       // in order; nil for all
	note  bool           // what each match gives is noted
	flush func(r ranked) // is called with each passage that has a match

	// enough is a score below which no passage is of use; nil where all are. Then the
	// clauses that give most come first, and once the others cannot reach it together,
	// they count only for passages that have been met.
	enough func() float64
}

// pass goes through passages.
func (x *Index) pass(ctx context.Context, a *accumulator, p pass) error {
	a.prepare(x, p.enough != nil)
	defer a.end()
	size := x.Len()
	if p.among != nil {
		size = len(p.among)
	}
	for start := 0; start < size; start += blockSize {
		b := block{start: start, end: min(start+blockSize, size)}
		if p.among != nil {
			b.of = p.among[b.start:b.end]
		}
		if err := x.block(ctx, a, p, b); err != nil {
			return err
		}
	}
	return nil
}

// prepare makes the cursors of the clauses: in their order, or those first that give
// most.
func (a *accumulator) prepare(x *Index, byMost bool) {
	a.clauses = a.clauses[:0]
	for n := range a.query.Clauses {
		c := clause{number: n}
		if n < cap(a.clauses) {
			c.cursors = a.clauses[:n+1][n].cursors[:0]
		}
		c.cursors = x.cursorsOf(a.query, n, c.cursors)
		c.most = a.query.most(n, c.cursors)
		a.clauses = append(a.clauses, c)
	}
	if !byMost {
		return
	}
	slices.SortStableFunc(a.clauses, func(c, d clause) int { return cmp.Compare(d.most, c.most) })
	rest := 0.0
	for i := len(a.clauses) - 1; i >= 0; i-- {
		rest += a.clauses[i].most
		a.clauses[i].rest = rest * (1 + 1e-9) // rounding
	}
}

// most is what no passage gets more of from a clause.
func (q *Query) most(clause int, cursors []cursor) float64 {
	var best, sum float64
	for i := range cursors {
		if cursors[i].weight < 0 || q.Clauses[clause].Weight < 0 {
			return math.Inf(1) // what takes away can be anything
		}
		best, sum = max(best, cursors[i].most()), sum+cursors[i].most()
	}
	return q.Clauses[clause].Weight * max(best+q.Tie*(sum-best), q.Tie*sum)
}

// end ends all cursors.
func (a *accumulator) end() {
	for i := range a.clauses {
		for j := range a.clauses[i].cursors {
			a.clauses[i].cursors[j].end()
		}
	}
}

// block scores a block of passages.
func (x *Index) block(ctx context.Context, a *accumulator, p pass, b block) error {
	enough := math.Inf(-1)
	if p.enough != nil {
		enough = p.enough()
	}
	for i := range a.clauses {
		c := &a.clauses[i]
		met := p.enough != nil && c.rest < enough
		for j := range c.cursors {
			if err := c.cursors[j].through(ctx, x, b, a.counting(c.number, c.cursors[j].match, b, p.note, met)); err != nil {
				return err
			}
		}
	}
	for _, i := range a.touched {
		r := ranked{a.fold(&a.cells[i]), uint32(b.start) + i}
		if b.of != nil {
			r.passage = b.of[i]
		}
		p.flush(r)
	}
	a.wipe()
	return ctx.Err()
}

// counting returns what counts the postings of a match in a block; met, only those of
// passages that have been met.
func (a *accumulator) counting(clause, match int, b block, note, met bool) func(place int, score float64) {
	switch {
	case met:
		return func(place int, score float64) {
			if a.cells[place].clause != 0 {
				a.score(clause, place, score)
			}
		}
	case note:
		return func(place int, score float64) {
			a.score(clause, place, score)
			a.parts = append(a.parts, contribution{uint32(b.start + place), uint16(clause), uint16(match), score})
		}
	}
	return func(place int, score float64) { a.score(clause, place, score) }
}

// score counts a match of a clause for a passage.
func (a *accumulator) score(clause, place int, score float64) {
	c := &a.cells[place]
	switch int(c.clause) {
	case clause + 1:
		c.best = max(c.best, score)
		c.sum += score
		return
	case 0:
		a.touched = append(a.touched, uint32(place))
	default:
		c.total = a.fold(c)
	}
	c.clause, c.best, c.sum = int32(clause+1), score, score
}

// fold returns the total of a passage with the clause at hand counted in.
func (a *accumulator) fold(c *cell) float64 {
	return c.total + a.query.Clauses[c.clause-1].Weight*(c.best+a.query.Tie*(c.sum-c.best))
}
