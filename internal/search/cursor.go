package search

import (
	"context"

	"pincite/internal/search/postings"
)

// lookup returns one for a field; it is given back to field.lookups.
func (x *Index) lookup(name string, field *fieldIndex) (*postings.Lookup, error) {
	if l, ok := field.lookups.Get().(*postings.Lookup); ok {
		return l, nil
	}
	return x.postings.Lookup(name)
}

// A scorer is BM25 for one term: weight * tf / (tf + base + slope*length).
type scorer struct{ weight, base, slope float64 }

func newScorer(q Query, f *fieldIndex, docFreq int, boost float64) scorer {
	return scorer{
		weight: boost * f.idf(docFreq) * (q.K1 + 1),
		base:   q.K1 * (1 - q.B),
		slope:  q.K1 * q.B / f.meanLength,
	}
}

func (s scorer) score(p *postings.Iterator) float64 {
	tf := float64(p.Frequency())
	return s.weight * tf / (tf + s.base + s.slope*p.Length())
}

// most is what no posting scores more than: no field is shorter than a term is
// frequent in it.
func (s scorer) most() float64 { return s.weight / (1 + s.slope) }

// A cursor goes once through the postings of a match.
type cursor struct {
	scorer
	Match
	match  int // its place in the clause
	field  *fieldIndex
	lookup *postings.Lookup  // nil before it has begun and after it has ended
	at     postings.Iterator // at the next
	ended  bool
}

// cursorsOf returns the cursors of a clause's matches that the index has.
func (x *Index) cursorsOf(q Query, clause int, out []cursor) []cursor {
	for m, match := range q.Clauses[clause].Any {
		field := x.fields[match.Field]
		if field == nil {
			continue
		}
		if df := field.terms.Count(match.Term); df > 0 {
			out = append(out, cursor{scorer: newScorer(q, field, df, match.Boost), Match: match, match: m, field: field})
		}
	}
	return out
}

// begin goes to the first posting.
func (c *cursor) begin(x *Index) (err error) {
	if c.lookup, err = x.lookup(c.Field, c.field); err != nil {
		return err
	}
	if c.at, err = c.lookup.Find(c.Term); err == nil {
		err = c.at.Next()
	}
	return c.moved(err)
}

// moved ends the cursor after the last posting.
func (c *cursor) moved(err error) error {
	if err != nil || c.at.Ended() {
		c.end()
	}
	return err
}

// end gives back what the cursor has in use.
func (c *cursor) end() {
	if c.lookup != nil {
		c.field.lookups.Put(c.lookup)
	}
	c.lookup, c.at, c.ended = nil, postings.Iterator{}, true
}

// checkEvery is after how many postings a search looks whether it is still wanted:
// some tenths of a millisecond.
const checkEvery = 4096

// through calls f for the postings of a block, with their places in it.
func (c *cursor) through(ctx context.Context, x *Index, b block, f func(place int, score float64)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if c.lookup == nil && !c.ended {
		if err := c.begin(x); err != nil {
			return err
		}
	}
	if b.of != nil {
		return c.among(ctx, b.of, f)
	}
	for n := 1; !c.ended && c.at.Number() < uint64(b.end); n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		f(int(c.at.Number())-b.start, c.score(&c.at))
		if err := c.moved(c.at.Next()); err != nil {
			return err
		}
	}
	return nil
}

// among is through for some passages, which are in order: it passes over those between
// them.
func (c *cursor) among(ctx context.Context, passages []uint32, f func(place int, score float64)) error {
	for i, n := range passages {
		if c.ended || i%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if c.at.Number() < uint64(n) {
			if err := c.moved(c.at.Advance(uint64(n))); err != nil || c.ended {
				return err
			}
		}
		if c.at.Number() == uint64(n) {
			f(i, c.score(&c.at))
		}
	}
	return nil
}
