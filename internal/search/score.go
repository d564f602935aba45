package search

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	index "github.com/blevesearch/bleve_index_api"
)

// An accumulator adds up the scores of one query, term by term. It is as long as
// the index and reused, so that a search allocates little more than its hits.
type accumulator struct {
	query   Query
	cells   []cell   // by bleve's number of the passage
	touched []uint32 // the numbers of the cells in use
	parts   []contribution
	ranking []ranked
	doc     index.TermFieldDoc
}

// A cell is the state of one passage. The matches of a clause come together, so
// the clause at hand needs only its best and its sum.
type cell struct {
	total     float64 // of the clauses before the one at hand
	best, sum float64 // of the clause at hand
	clause    int32   // the clause at hand plus 1; 0 for a passage not met yet
	slot      int32   // with Explain: the place of the passage in the hits plus 1
}

// A contribution is a Part before it is known whether its passage is a hit.
type contribution struct {
	number        uint32 // bleve's number of the passage
	clause, match uint16
	score         float64
}

func newAccumulator(passages int) *accumulator {
	return &accumulator{cells: make([]cell, passages)}
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
	for _, n := range a.touched {
		a.cells[n] = cell{}
	}
	a.touched, a.parts, a.query = a.touched[:0], a.parts[:0], Query{}
}

// add scores the passages that have a match's term.
func (x *Index) add(a *accumulator, clause, m int, match Match, tag uint32) (err error) {
	f := x.fields[match.Field]
	if f == nil {
		return nil
	}
	df := f.docFreq(match.Term)
	if df == 0 {
		return nil
	}
	r, err := x.reader.TermFieldReader(context.Background(), []byte(match.Term), match.Field, true, true, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	s := newScorer(a.query, f, df, match.Boost)
	for {
		doc, err := r.Next(a.doc.Reset())
		if err != nil || doc == nil {
			return err
		}
		n := uint32(doc.ID.Value())
		if tag != 0 && x.tags[n] != tag {
			continue
		}
		score := s.score(doc)
		a.put(n, clause, score)
		if a.query.Explain {
			a.parts = append(a.parts, contribution{n, uint16(clause), uint16(m), score})
		}
	}
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

func (s scorer) score(doc *index.TermFieldDoc) float64 {
	tf := float64(doc.Freq)
	// bleve keeps 1/sqrt(length) in 32 bits. Counting through all lengths, the
	// first that does not come back exactly is 6,660,631 words.
	length := math.Round(1 / (doc.Norm * doc.Norm))
	return s.weight * tf / (tf + s.base + s.slope*length)
}

// put counts a match of a clause for a passage.
func (a *accumulator) put(n uint32, clause int, score float64) {
	c := &a.cells[n]
	switch int(c.clause) {
	case clause + 1:
		c.best = max(c.best, score)
		c.sum += score
		return
	case 0:
		a.touched = append(a.touched, n)
	default:
		c.total = a.fold(c)
	}
	c.clause, c.best, c.sum = int32(clause+1), score, score
}

// fold returns the total of a passage with the clause at hand counted in.
func (a *accumulator) fold(c *cell) float64 {
	return c.total + a.query.Clauses[c.clause-1].Weight*(c.best+a.query.Tie*(c.sum-c.best))
}

// maxInsertion is the largest limit for which the best are kept by insertion;
// above it, sorting all that matched is cheaper than moving them about.
const maxInsertion = 128

// hits returns the best passages met, as many as the query wants.
func (a *accumulator) hits(passages []uint32) []Hit {
	top := a.best(passages)
	hits := make([]Hit, len(top))
	for i, r := range top {
		hits[i] = Hit{Passage: int(r.passage), Score: r.score}
		a.cells[r.number].slot = int32(i + 1)
	}
	if a.query.Explain {
		a.explain(hits)
	}
	return hits
}

// best returns the best passages in order.
func (a *accumulator) best(passages []uint32) []ranked {
	limit := a.query.Limit
	if limit <= 0 || limit > len(a.touched) {
		limit = len(a.touched)
	}
	insert := limit <= maxInsertion
	top := a.ranking[:0]
	for _, n := range a.touched {
		r := ranked{score: a.fold(&a.cells[n]), passage: passages[n], number: n}
		switch {
		case !insert:
			top = append(top, r)
			continue
		case len(top) == limit && compare(r, top[limit-1]) > 0:
			continue
		case len(top) == limit:
			top = top[:limit-1]
		}
		at, _ := slices.BinarySearchFunc(top, r, compare)
		top = slices.Insert(top, at, r)
	}
	if !insert {
		slices.SortFunc(top, compare)
	}
	a.ranking = top
	return top[:limit]
}

// A ranked is a passage on its way to the hits.
type ranked struct {
	score           float64
	passage, number uint32
}

// compare puts the better of two passages first.
func compare(p, q ranked) int {
	return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.passage, q.passage))
}

// explain gives the hits their parts, all cut from one array.
func (a *accumulator) explain(hits []Hit) {
	counts := make([]int, len(hits))
	total := 0
	for _, p := range a.parts {
		if slot := a.cells[p.number].slot; slot > 0 {
			counts[slot-1]++
			total++
		}
	}
	array := make([]Part, total)
	for i, n := range counts {
		hits[i].Parts, array = array[:0:n], array[n:]
	}
	for _, p := range a.parts {
		slot := a.cells[p.number].slot
		if slot == 0 {
			continue
		}
		m := a.query.Clauses[p.clause].Any[p.match]
		h := &hits[slot-1]
		h.Parts = append(h.Parts, Part{Clause: int(p.clause), Field: m.Field, Term: m.Term, Score: p.score})
	}
}
