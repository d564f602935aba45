package search

import (
	"cmp"
	"context"
	"math"
	"math/bits"
	"slices"
	"sort"
)

// smallIndex is the number of passages up to which the scores of all that match are
// kept, with what each match gave: that takes less time than to find the best first and
// go through those again, and in a larger index more memory. Tests set it.
var smallIndex = 4096

// run finds the hits of the query that a has begun with: in a large index the best
// groups first, then the best of their passages, and then what those got.
func (x *Index) run(ctx context.Context, a *accumulator) ([]Hit, error) {
	var among []uint32 // nil for all
	if len(a.query.Tags) > 0 {
		among = x.tagged(slices.DeleteFunc(slices.Clone(a.query.Tags), func(tag uint32) bool { return tag == 0 }))
	}
	limit := a.query.Limit
	if limit <= 0 {
		limit = x.Len()
	}
	if a.query.Groups > int(x.maxTag) {
		a.query.Groups = 0 // there are not more than are wanted
	}
	if a.query.Groups > 0 && x.Len() > smallIndex {
		a.groups.begin(x, a.query.Groups)
		p := pass{among: among, enough: a.groups.enough, flush: a.groups.add}
		if err := x.pass(ctx, a, p); err != nil {
			return nil, err
		}
		among, a.query.Groups = x.tagged(a.groups.tags()), 0
	}
	if limit < x.Len() && (among == nil && x.Len() > smallIndex || len(among) > smallIndex) {
		top := bounded{most: limit, of: a.ranking[:0]}
		if err := x.pass(ctx, a, pass{among: among, enough: top.enough, flush: top.add}); err != nil {
			return nil, err
		}
		top.cut()
		a.ranking = top.of
		among = found(top.of)
	}
	return x.hits(ctx, a, among, limit)
}

// hits returns the best of some passages, scored in the order of the query's clauses.
func (x *Index) hits(ctx context.Context, a *accumulator, among []uint32, limit int) ([]Hit, error) {
	p := pass{among: among, note: a.query.Explain, flush: func(r ranked) { a.scored = append(a.scored, r) }}
	if err := x.pass(ctx, a, p); err != nil {
		return nil, err
	}
	var best []bool
	if a.query.Groups > 0 {
		a.groups.begin(x, a.query.Groups)
		for _, r := range a.scored {
			a.groups.add(r)
		}
		best = a.groups.member
	}
	top := bounded{most: min(limit, len(a.scored)), of: a.ranking[:0]}
	for _, r := range a.scored {
		if best == nil || best[x.Tag(int(r.passage))] {
			top.add(r)
		}
	}
	a.ranking = top.of
	out := make([]Hit, 0, len(top.of))
	for _, r := range top.ranked() {
		out = append(out, Hit{Passage: int(r.passage), Score: r.score})
	}
	if a.query.Explain {
		x.explain(a, out, among)
	}
	return out, nil
}

// tagged returns the passages with one of the tags, in order.
func (x *Index) tagged(tags []uint32) []uint32 {
	out := []uint32{}
	if !x.grouped {
		for n := range x.Len() {
			if slices.Contains(tags, x.tags.At(n)) {
				out = append(out, uint32(n))
			}
		}
		return out
	}
	for _, tag := range slices.Compact(slices.Sorted(slices.Values(tags))) {
		start := sort.Search(x.Len(), func(n int) bool { return x.tags.At(n) >= tag })
		for n := start; n < x.Len() && x.tags.At(n) == tag; n++ {
			out = append(out, uint32(n))
		}
	}
	return out
}

// found returns the passages among some ranked ones, in order.
func found(of []ranked) []uint32 {
	out := make([]uint32, len(of))
	for i, r := range of {
		out[i] = r.passage
	}
	slices.Sort(out)
	return out
}

// explain gives the hits, which are among some passages, their parts, all cut from one
// array.
func (x *Index) explain(a *accumulator, hits []Hit, among []uint32) {
	size := x.Len()
	if among != nil {
		size = len(among)
	}
	slots := make([]int, size) // by place among the passages: the hit plus 1
	for i, h := range hits {
		place := h.Passage
		if among != nil {
			place, _ = slices.BinarySearch(among, uint32(h.Passage))
		}
		slots[place] = i + 1
	}
	counts, all := make([]int, len(hits)), 0
	for _, p := range a.parts {
		if slot := slots[p.place]; slot > 0 {
			counts[slot-1]++
			all++
		}
	}
	array := make([]Part, all)
	for i, n := range counts {
		hits[i].Parts, array = array[:0:n], array[n:]
	}
	for _, p := range a.parts {
		slot := slots[p.place]
		if slot == 0 {
			continue
		}
		m := a.query.Clauses[p.clause].Any[p.match]
		h := &hits[slot-1]
		h.Parts = append(h.Parts, Part{Clause: int(p.clause), Field: m.Field, Term: m.Term, Score: p.score})
	}
}

// groups gathers the tags whose best passages are the best.
type groups struct {
	index  *Index
	most   int
	of     []ranked // the best passage of each, best first
	member []bool   // by tag, whether it is among them
}

func (g *groups) begin(x *Index, most int) {
	g.index, g.most = x, most
	if g.member == nil {
		g.member = make([]bool, x.maxTag+1)
	}
}

func (g *groups) reset() {
	for _, r := range g.of {
		g.member[g.tag(r)] = false
	}
	g.of, g.index = g.of[:0], nil
}

func (g *groups) tag(r ranked) uint32 { return g.index.tags.At(int(r.passage)) }

// enough is a score below which no passage brings its tag among the best.
func (g *groups) enough() float64 { return enough(g.of, g.most) }

func (g *groups) add(r ranked) {
	full := len(g.of) == g.most
	if full && compare(r, g.of[g.most-1]) > 0 {
		return
	}
	tag := g.tag(r)
	drop := len(g.of) - 1
	if g.member[tag] {
		drop = slices.IndexFunc(g.of, func(o ranked) bool { return g.tag(o) == tag })
		if compare(r, g.of[drop]) > 0 {
			return
		}
		full = true
	}
	if full {
		g.member[g.tag(g.of[drop])] = false
		g.of = slices.Delete(g.of, drop, drop+1)
	}
	at, _ := slices.BinarySearchFunc(g.of, r, compare)
	g.of, g.member[tag] = slices.Insert(g.of, at, r), true
}

// tags returns the tags found.
func (g *groups) tags() []uint32 {
	out := make([]uint32, len(g.of))
	for i, r := range g.of {
		out[i] = g.tag(r)
	}
	return out
}

// bounded gathers the best of many. It holds up to twice as many as it is to keep and
// then drops the worse half, so that each costs as much however many come.
type bounded struct {
	most  int
	of    []ranked
	floor *ranked // the worst of those kept when half was dropped; nil until then
}

func (b *bounded) add(r ranked) {
	if b.most == 0 || b.floor != nil && compare(r, *b.floor) > 0 {
		return
	}
	b.of = append(b.of, r)
	if len(b.of) >= 2*b.most {
		b.cut()
	}
}

// cut leaves the best, in no order.
func (b *bounded) cut() {
	if len(b.of) < b.most || b.most == 0 {
		return
	}
	foremost(b.of, b.most)
	b.of = b.of[:b.most]
	floor := b.of[b.most-1]
	b.floor = &floor
}

// foremost moves the best n of many to the front, and the worst of these to place n-1, which
// takes a fraction of the time that it takes to sort them. Where halving goes badly, the rest
// is sorted.
func foremost(of []ranked, n int) {
	for halvings := 2 * bits.Len(uint(len(of))); len(of) > 16 && halvings > 0; halvings-- {
		better := parted(of)
		switch {
		case better == n-1:
			return
		case better >= n:
			of = of[:better]
		default:
			of, n = of[better+1:], n-better-1
		}
	}
	slices.SortFunc(of, compare)
}

// parted moves what is better than one in the middle to its left, and returns its place.
func parted(of []ranked) int {
	last := len(of) - 1
	of[len(of)/2], of[last] = of[last], of[len(of)/2]
	better := 0
	for i := range of[:last] {
		if compare(of[i], of[last]) < 0 {
			of[i], of[better] = of[better], of[i]
			better++
		}
	}
	of[better], of[last] = of[last], of[better]
	return better
}

// enough is a score below which nothing is among the best.
func (b *bounded) enough() float64 {
	if b.floor == nil {
		return math.Inf(-1)
	}
	return b.floor.score
}

// ranked returns the best in order.
func (b *bounded) ranked() []ranked {
	b.cut()
	slices.SortFunc(b.of, compare)
	return b.of
}

// enough is the last score of a full ranking.
func enough(of []ranked, most int) float64 {
	if most == 0 || len(of) < most {
		return math.Inf(-1)
	}
	return of[most-1].score
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
