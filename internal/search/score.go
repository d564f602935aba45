package search

import (
	"cmp"
	"context"
	"math"
	"slices"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// An accumulator adds up the scores of one query, term by term. It is as long as
// the index and reused, so that a search allocates little more than its hits.
type accumulator struct {
	query   Query
	cells   []cell   // by passage
	touched []uint32 // the passages whose cells are in use
	tags    []bool   // by tag, whether its passages count; nil for all
	parts   []contribution
	ranking []ranked

	groups  []ranked // by tag, the best passage of those in use
	grouped []bool   // by tag, whether it is in use
	met     []uint32 // the tags in use
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
	passage       uint32
	clause, match uint16
	score         float64
}

func newAccumulator(passages int) *accumulator {
	return &accumulator{cells: make([]cell, passages)}
}

func (a *accumulator) begin(q Query, tags []bool) {
	if q.K1 == 0 {
		q.K1 = DefaultK1
	}
	if q.B == 0 {
		q.B = DefaultB
	}
	a.query, a.tags = q, tags
}

// reset leaves the accumulator as new, at the cost of what was touched.
func (a *accumulator) reset() {
	for _, n := range a.touched {
		a.cells[n] = cell{}
	}
	a.touched, a.parts, a.query, a.tags = a.touched[:0], a.parts[:0], Query{}, nil
}

// A posting is an occurrence of a match's term in a passage.
type posting struct {
	clause, match int
	passage       uint32
	score         float64
}

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

// checkEvery is after how many postings a search looks whether it is still wanted:
// some tenths of a millisecond.
const checkEvery = 4096

// eachOf calls f for the passages that have a match's term; among those, if there are
// any.
func (x *Index) eachOf(ctx context.Context, a *accumulator, p posting, among []uint32, f func(posting)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	match := a.query.Clauses[p.clause].Any[p.match]
	field := x.fields[match.Field]
	if field == nil {
		return nil
	}
	df := field.terms.count(match.Term)
	if df == 0 {
		return nil
	}
	l, err := x.lookup(match.Field, field)
	if err != nil {
		return err
	}
	defer field.lookups.Put(l)
	all, err := l.find(match.Term)
	if err != nil {
		return err
	}
	s := newScorer(a.query, field, df, match.Boost)
	next := all.Next
	if among != nil {
		next = within(all, among)
	}
	for n := 1; ; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		have, err := next()
		if err != nil || have == nil {
			return err
		}
		p.passage, p.score = uint32(have.Number()), s.score(have)
		f(p)
	}
}

// within returns what goes through the postings of some passages, which are in order,
// and passes over those between them.
func within(all segment.PostingsIterator, passages []uint32) func() (segment.Posting, error) {
	var at segment.Posting
	return func() (segment.Posting, error) {
		for ; len(passages) > 0; passages = passages[1:] {
			n := uint64(passages[0])
			if at == nil || at.Number() < n {
				next, err := all.Advance(n)
				if err != nil || next == nil {
					return nil, err
				}
				at = next
			}
			if at.Number() == n {
				passages = passages[1:]
				return at, nil
			}
		}
		return nil, nil
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

func (s scorer) score(p segment.Posting) float64 {
	tf := float64(p.Frequency())
	return s.weight * tf / (tf + s.base + s.slope*length(p))
}

// length is how many words the field of a posting has.
func length(p segment.Posting) float64 {
	if exact, ok := p.(interface{ NormUint64() uint64 }); ok {
		return float64(exact.NormUint64())
	}
	// 1/sqrt(length) in 32 bits: counting through all lengths, the first that does
	// not come back exactly is 6,660,631 words.
	return math.Round(1 / (p.Norm() * p.Norm()))
}

// score counts a match of a clause for a passage.
func (a *accumulator) score(p posting) {
	c := &a.cells[p.passage]
	switch int(c.clause) {
	case p.clause + 1:
		c.best = max(c.best, p.score)
		c.sum += p.score
		return
	case 0:
		a.touched = append(a.touched, p.passage)
	default:
		c.total = a.fold(c)
	}
	c.clause, c.best, c.sum = int32(p.clause+1), p.score, p.score
}

// note notes what a match gave to a passage.
func (a *accumulator) note(p posting) {
	a.parts = append(a.parts, contribution{p.passage, uint16(p.clause), uint16(p.match), p.score})
}

func (a *accumulator) scoreAndNote(p posting) {
	a.score(p)
	a.note(p)
}

// found returns the passages of hits in order.
func found(hits []Hit) []uint32 {
	out := make([]uint32, len(hits))
	for i, h := range hits {
		out[i] = uint32(h.Passage)
	}
	slices.Sort(out)
	return out
}

// fold returns the total of a passage with the clause at hand counted in.
func (a *accumulator) fold(c *cell) float64 {
	return c.total + a.query.Clauses[c.clause-1].Weight*(c.best+a.query.Tie*(c.sum-c.best))
}

// hits returns the best passages met, as many as the query wants.
func (a *accumulator) hits(x *Index) []Hit {
	if a.query.Groups > 0 {
		a.tags = a.bestTags(x)
	}
	top := a.best(x)
	hits := make([]Hit, len(top))
	for i, r := range top {
		hits[i] = Hit{Passage: int(r.passage), Score: r.score}
		a.cells[r.passage].slot = int32(i + 1)
	}
	return hits
}

// counts reports whether a passage has one of the tags that count.
func (a *accumulator) counts(x *Index, n uint32) bool {
	return a.tags == nil || a.tags[x.tags.at(int(n))]
}

// bestTags returns those of the tags that count whose best passages are the best, as
// many as the query wants.
func (a *accumulator) bestTags(x *Index) []bool {
	if a.groups == nil {
		a.groups, a.grouped = make([]ranked, x.maxTag+1), make([]bool, x.maxTag+1)
	}
	defer func() {
		for _, tag := range a.met {
			a.grouped[tag] = false
		}
		a.met = a.met[:0]
	}()
	for _, n := range a.touched {
		tag := x.tags.at(int(n))
		if a.tags != nil && !a.tags[tag] {
			continue
		}
		r := ranked{a.fold(&a.cells[n]), n}
		if !a.grouped[tag] {
			a.grouped[tag], a.met = true, append(a.met, tag)
		} else if compare(r, a.groups[tag]) > 0 {
			continue
		}
		a.groups[tag] = r
	}
	if len(a.met) <= a.query.Groups {
		return a.tags
	}
	top := bounded{most: a.query.Groups, of: a.ranking[:0]}
	for _, tag := range a.met {
		top.add(a.groups[tag])
	}
	a.ranking = top.of
	out := make([]bool, x.maxTag+1)
	for _, r := range top.ranked() {
		out[x.tags.at(int(r.passage))] = true
	}
	return out
}

// best returns the best passages in order.
func (a *accumulator) best(x *Index) []ranked {
	limit := a.query.Limit
	if limit <= 0 || limit > len(a.touched) {
		limit = len(a.touched)
	}
	top := bounded{most: limit, of: a.ranking[:0]}
	for _, n := range a.touched {
		if a.counts(x, n) {
			top.add(ranked{a.fold(&a.cells[n]), n})
		}
	}
	a.ranking = top.of
	return top.ranked()
}

// bounded gathers the best of many.
type bounded struct {
	most int
	of   []ranked
}

// maxInsertion is the largest limit for which the best are kept by insertion;
// above it, sorting all that matched is cheaper than moving them about.
const maxInsertion = 128

func (b *bounded) add(r ranked) {
	switch {
	case b.most > maxInsertion:
		b.of = append(b.of, r)
		return
	case len(b.of) == b.most && (b.most == 0 || compare(r, b.of[b.most-1]) > 0):
		return
	case len(b.of) == b.most:
		b.of = b.of[:b.most-1]
	}
	at, _ := slices.BinarySearchFunc(b.of, r, compare)
	b.of = slices.Insert(b.of, at, r)
}

// ranked returns the best in order.
func (b *bounded) ranked() []ranked {
	if b.most > maxInsertion {
		slices.SortFunc(b.of, compare)
	}
	return b.of[:min(b.most, len(b.of))]
}

// A ranked is a passage on its way to the hits.
type ranked struct {
	score   float64
	passage uint32
}

// compare puts the better of two passages first.
func compare(p, q ranked) int {
	return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.passage, q.passage))
}

// explain gives the hits their parts, all cut from one array.
func (a *accumulator) explain(hits []Hit) {
	a.parts = slices.DeleteFunc(a.parts, func(p contribution) bool { return a.cells[p.passage].slot == 0 })
	counts := make([]int, len(hits))
	for _, p := range a.parts {
		counts[a.cells[p.passage].slot-1]++
	}
	array := make([]Part, len(a.parts))
	for i, n := range counts {
		hits[i].Parts, array = array[:0:n], array[n:]
	}
	for _, p := range a.parts {
		m := a.query.Clauses[p.clause].Any[p.match]
		h := &hits[a.cells[p.passage].slot-1]
		h.Parts = append(h.Parts, Part{Clause: int(p.clause), Field: m.Field, Term: m.Term, Score: p.score})
	}
}
