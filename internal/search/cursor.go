package search

import (
	"context"
	"math"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// A lookup finds the postings of a field. It is used by one search at a time and kept
// for others: bleve makes much that it can use again.
type lookup struct {
	dict segment.TermDictionary
	list segment.PostingsList
	next segment.PostingsIterator
}

// find returns what goes through the postings of a term.
func (l *lookup) find(term string) (_ segment.PostingsIterator, err error) {
	if l.list, err = l.dict.PostingsList([]byte(term), nil, l.list); err != nil {
		return nil, err
	}
	l.next = l.list.Iterator(true, true, false, l.next)
	return l.next, nil
}

// lookup returns one for a field; it is given back to field.lookups.
func (x *Index) lookup(name string, field *fieldIndex) (*lookup, error) {
	if l, ok := field.lookups.Get().(*lookup); ok {
		return l, nil
	}
	dict, err := x.postings.Dictionary(name)
	if err != nil {
		return nil, err
	}
	return &lookup{dict: dict}, nil
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

func (s scorer) score(p segment.Posting) float64 {
	tf := float64(p.Frequency())
	return s.weight * tf / (tf + s.base + s.slope*length(p))
}

// most is what no posting scores more than: no field is shorter than a term is
// frequent in it.
func (s scorer) most() float64 { return s.weight / (1 + s.slope) }

// length is how many words the field of a posting has.
func length(p segment.Posting) float64 {
	if exact, ok := p.(interface{ NormUint64() uint64 }); ok {
		return float64(exact.NormUint64())
	}
	// 1/sqrt(length) in 32 bits: counting through all lengths, the first that does
	// not come back exactly is 6,660,631 words.
	return math.Round(1 / (p.Norm() * p.Norm()))
}

// A cursor goes once through the postings of a match.
type cursor struct {
	scorer
	Match
	match  int // its place in the clause
	field  *fieldIndex
	lookup *lookup // nil before it has begun and after it has ended
	all    segment.PostingsIterator
	at     segment.Posting // the next
	ended  bool
}

// cursorsOf returns the cursors of a clause's matches that the index has.
func (x *Index) cursorsOf(q Query, clause int, out []cursor) []cursor {
	for m, match := range q.Clauses[clause].Any {
		field := x.fields[match.Field]
		if field == nil {
			continue
		}
		if df := field.terms.count(match.Term); df > 0 {
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
	if c.all, err = c.lookup.find(c.Term); err == nil {
		c.at, err = c.all.Next()
	}
	return c.moved(err)
}

// moved ends the cursor behind the last posting.
func (c *cursor) moved(err error) error {
	if err != nil || c.at == nil {
		c.end()
	}
	return err
}

// end gives back what the cursor has in use.
func (c *cursor) end() {
	if c.lookup != nil {
		c.field.lookups.Put(c.lookup)
	}
	c.lookup, c.all, c.at, c.ended = nil, nil, nil, true
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
		f(int(c.at.Number())-b.start, c.score(c.at))
		var err error
		c.at, err = c.all.Next()
		if err := c.moved(err); err != nil {
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
			var err error
			c.at, err = c.all.Advance(uint64(n))
			if err := c.moved(err); err != nil || c.ended {
				return err
			}
		}
		if c.at.Number() == uint64(n) {
			f(i, c.score(c.at))
		}
	}
	return nil
}
