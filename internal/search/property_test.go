package search

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// corpusWords is small and skewed, so that random texts share words and tie.
var corpusWords = []string{"a", "b", "c", "d", "e", "ff", "gg", "ñu", "党", "x1"}

// randomText returns up to n words; often none.
func randomText(r *rand.Rand, n int) string {
	words := make([]string, r.IntN(n+1))
	for i := range words {
		words[i] = corpusWords[min(r.IntN(len(corpusWords)), r.IntN(len(corpusWords)))]
	}
	return strings.Join(words, " ")
}

func randomCorpus(r *rand.Rand) ([]Field, []Passage) {
	fields := []Field{{Name: "title", Analyzer: Exact}, {Name: "body", Analyzer: Exact}, {Name: "rare", Analyzer: Exact}}
	passages := make([]Passage, r.IntN(60))
	for i := range passages {
		passages[i] = Passage{
			Values: map[string]string{"title": randomText(r, 4), "body": randomText(r, 30)},
			Tag:    uint32(r.IntN(3)),
		}
		switch {
		case r.IntN(8) == 0:
			passages[i].Values["rare"] = randomText(r, 400)
		case i > 0 && r.IntN(4) == 0:
			passages[i].Values = passages[i-1].Values // a tie
		}
	}
	return fields, passages
}

func randomQuery(r *rand.Rand, fields []Field) Query {
	q := Query{
		Tie:     []float64{0, 0.3, 1}[r.IntN(3)],
		Limit:   r.IntN(12),
		Tags:    [][]uint32{nil, nil, {1}, {2, 1, 3}}[r.IntN(4)],
		Explain: true,
	}
	if r.IntN(2) == 0 {
		q.K1, q.B = 0.5+r.Float64(), 0.1+0.9*r.Float64()
	}
	for range r.IntN(6) {
		c := Clause{Weight: r.Float64() * 3}
		for range r.IntN(6) {
			c.Any = append(c.Any, Match{fields[r.IntN(len(fields))].Name, corpusWords[r.IntN(len(corpusWords))], r.Float64() * 2})
		}
		q.Clauses = append(q.Clauses, c)
	}
	return q
}

// split returns the words of each field of each passage.
func split(passages []Passage) []map[string][]string {
	all := make([]map[string][]string, len(passages))
	for i, p := range passages {
		all[i] = make(map[string][]string)
		for field, text := range p.Values {
			all[i][field] = strings.Fields(text)
		}
	}
	return all
}

// bm25 is the score of one match for one passage, from the definition alone. It
// reports whether the passage has the term.
func bm25(words []map[string][]string, p int, m Match, k1, b float64) (float64, bool) {
	var n, have, length float64
	for _, fields := range words {
		ws := fields[m.Field]
		if len(ws) > 0 {
			n++
			length += float64(len(ws))
		}
		if slices.Contains(ws, m.Term) {
			have++
		}
	}
	ws := words[p][m.Field]
	tf := 0.0
	for _, w := range ws {
		if w == m.Term {
			tf++
		}
	}
	idf := math.Log(1 + (n-have+0.5)/(have+0.5))
	return m.Boost * idf * tf * (k1 + 1) / (tf + k1*(1-b+b*float64(len(ws))/(length/n))), tf > 0
}

// bruteForce ranks every passage by the definition.
func bruteForce(passages []Passage, q Query) []Hit {
	k1, b := q.K1, q.B
	if k1 == 0 {
		k1, b = 1.2, 0.75
	}
	words := split(passages)
	var hits []Hit
	for p := range passages {
		if len(q.Tags) > 0 && !slices.Contains(q.Tags, passages[p].Tag) {
			continue
		}
		h := Hit{Passage: p}
		for c, clause := range q.Clauses {
			var scores []float64
			for _, m := range clause.Any {
				if s, ok := bm25(words, p, m, k1, b); ok {
					scores = append(scores, s)
					h.Parts = append(h.Parts, Part{c, m.Field, m.Term, s})
				}
			}
			slices.Sort(scores)
			for i, s := range scores {
				if i < len(scores)-1 {
					s *= q.Tie
				}
				h.Score += clause.Weight * s
			}
		}
		if h.Parts != nil {
			hits = append(hits, h)
		}
	}
	return hits
}

// near allows for a different order of summation.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(a)+math.Abs(b)) }

// agree compares hits with what brute force found for all passages.
func agree(got, all []Hit, limit int) error {
	if want := len(all); limit > 0 && limit < want {
		all, limit = slices.Clone(all), min(limit, want)
		slices.SortStableFunc(all, func(a, b Hit) int { return compare(ranked{score: a.Score}, ranked{score: b.Score}) })
		if !near(all[limit-1].Score, got[len(got)-1].Score) {
			return fmt.Errorf("the last of %d hits scores %v, want %v", limit, got[len(got)-1].Score, all[limit-1].Score)
		}
	} else {
		limit = want
	}
	if len(got) != limit {
		return fmt.Errorf("%d hits, want %d", len(got), limit)
	}
	for i, h := range got {
		w := slices.IndexFunc(all, func(w Hit) bool { return w.Passage == h.Passage })
		if w < 0 || !near(h.Score, all[w].Score) {
			return fmt.Errorf("hit %d: %+v is not among %+v", i, h, all)
		}
		if !slices.EqualFunc(h.Parts, all[w].Parts, func(a, b Part) bool {
			return a.Clause == b.Clause && a.Field == b.Field && a.Term == b.Term && near(a.Score, b.Score)
		}) {
			return fmt.Errorf("hit %d: parts %+v, want %+v", i, h.Parts, all[w].Parts)
		}
		if i > 0 && (h.Score > got[i-1].Score || h.Score == got[i-1].Score && h.Passage < got[i-1].Passage) {
			return fmt.Errorf("hit %d is out of order: %+v", i, got)
		}
	}
	return nil
}

// smallBlocks has indexes searched in blocks of few passages, and most taken for large.
func smallBlocks(t *testing.T, r *rand.Rand) {
	block, small := blockSize, smallIndex
	blockSize, smallIndex = 1+r.IntN(12), r.IntN(20)
	t.Cleanup(func() { blockSize, smallIndex = block, small })
}

func TestSearchIsBM25(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 7))
		if seed%2 == 1 {
			smallBlocks(t, r)
		}
		fields, passages := randomCorpus(r)
		x := buildPassages(t, fields, passages)
		for range 20 {
			q := randomQuery(r, fields)
			if err := agree(search(t, x, q), bruteForce(passages, q), q.Limit); err != nil {
				t.Fatalf("seed %d, query %+v: %v", seed, q, err)
			}
		}
	}
}

// TestSearchIsDeterministic builds the same index several times: its goroutines
// take turns differently each time, and the hits must not show it.
func TestSearchIsDeterministic(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	fields, passages := randomCorpus(r)
	queries := make([]Query, 20)
	for i := range queries {
		queries[i] = randomQuery(r, fields)
	}
	var want []string
	smallBatches(t, 300)
	for range 5 {
		x := buildPassages(t, fields, passages)
		var got []string
		for _, q := range queries {
			got = append(got, fmt.Sprint(search(t, x, q)))
		}
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Fatal("two builds of the same passages give different hits")
		}
	}
}

func TestLongLengthsAreExact(t *testing.T) {
	passages := []Passage{
		{Values: map[string]string{"body": "rare " + strings.Repeat("w ", 29_998)}},
		{Values: map[string]string{"body": "rare " + strings.Repeat("w ", 29_999)}},
		{Values: map[string]string{"body": "w"}},
	}
	x := buildPassages(t, []Field{{Name: "body", Analyzer: Exact}}, passages)
	q := Query{Explain: true, Clauses: []Clause{{Weight: 1, Any: []Match{{"body", "rare", 1}}}}}
	got := search(t, x, q)
	if err := agree(got, bruteForce(passages, q), 0); err != nil {
		t.Fatal(err)
	}
	if got[0].Score <= got[1].Score {
		t.Errorf("one word more must score less: %v", got)
	}
}

// The hits of the best groups are those of all hits whose tags come first.
func TestGroups(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		smallBlocks(t, r)
		fields, passages := randomCorpus(r)
		for i := range passages {
			passages[i].Tag = uint32(r.IntN(12))
		}
		if seed%2 == 1 { // as those of a document
			slices.SortStableFunc(passages, func(p, q Passage) int { return int(p.Tag) - int(q.Tag) })
		}
		x := buildPassages(t, fields, passages)
		q := randomQuery(r, fields)
		q.Limit = 0
		all := search(t, x, q)
		q.Groups = 1 + r.IntN(3)
		var tags []uint32
		var want []int
		for _, h := range all {
			tag := passages[h.Passage].Tag
			if !slices.Contains(tags, tag) && len(tags) < q.Groups {
				tags = append(tags, tag)
			}
			if slices.Contains(tags, tag) {
				want = append(want, h.Passage)
			}
		}
		if got := numbers(search(t, x, q)); !slices.Equal(got, want) {
			t.Fatalf("seed %d, %d groups: %v, want %v", seed, q.Groups, got, want)
		}
	}
}

// A large index is explained in a second pass, with the same parts.
func TestExplainTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	fields, _ := randomCorpus(r)
	var passages []Passage
	for len(passages) <= smallIndex {
		passages = append(passages, Passage{Values: map[string]string{"title": randomText(r, 4), "body": randomText(r, 9)}})
	}
	x := buildPassages(t, fields, passages)
	for range 20 {
		q := randomQuery(r, fields)
		q.Tags, q.Limit = nil, 1+r.IntN(9)
		for i, h := range search(t, x, q) {
			want := bruteForce(passages[h.Passage:h.Passage+1], q)
			if len(want) != 1 || len(want[0].Parts) != len(h.Parts) {
				t.Fatalf("hit %d: %v, want the parts of %v", i, h.Parts, want)
			}
			for n, p := range h.Parts {
				if w := want[0].Parts[n]; p.Clause != w.Clause || p.Field != w.Field || p.Term != w.Term {
					t.Fatalf("hit %d, part %d: %v, want %v", i, n, p, w)
				}
			}
		}
	}
}

// Having finds the passages that have all the words, and no others, in memory and on
// disk.
func TestHaving(t *testing.T) {
	smallBatches(t, 700)
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 11))
		fields, passages := randomCorpus(r)
		words := split(passages)
		for name, x := range map[string]*Index{"memory": buildPassages(t, fields, passages), "disk": onDisk(t, fields, passages)} {
			for range 20 {
				terms := strings.Fields(randomText(r, 3))
				want := []int{}
				for i := range passages {
					if len(terms) > 0 && !slices.ContainsFunc(terms, func(s string) bool { return !slices.Contains(words[i]["body"], s) }) {
						want = append(want, i)
					}
				}
				if got, err := x.Having(t.Context(), "body", terms...); err != nil || !slices.Equal(got, want) {
					t.Fatalf("seed %d, %s, %q: %v, error %v, want %v", seed, name, terms, got, err, want)
				}
			}
		}
	}
}

func TestHavingErrors(t *testing.T) {
	x := build(t, Exact, "one two", "two")
	if got, err := x.Having(t.Context(), "no such field", "one"); got != nil || err != nil {
		t.Errorf("no such field: %v, error %v", got, err)
	}
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.Having(canceled, "body", "one", "two"); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: error %v", err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Having(t.Context(), "body", "one"); !errors.Is(err, ErrClosed) {
		t.Errorf("closed: error %v", err)
	}
}

// A field that is only counted is known as others are, and found by nothing.
func TestCounted(t *testing.T) {
	smallBatches(t, 500)
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 13))
		fields, passages := randomCorpus(r)
		searched := buildPassages(t, fields, passages)
		fields[1].Counted = true
		for name, x := range map[string]*Index{"memory": buildPassages(t, fields, passages), "disk": onDisk(t, fields, passages)} {
			for _, w := range append(corpusWords, "none") {
				if got, want := x.DocFreq("body", w), searched.DocFreq("body", w); got != want {
					t.Errorf("seed %d, %s: %q is counted %d times, want %d", seed, name, w, got, want)
				}
				if got, want := x.IDF("body", w), searched.IDF("body", w); got != want {
					t.Errorf("seed %d, %s: idf of %q is %v, want %v", seed, name, w, got, want)
				}
				if hits := search(t, x, Query{Clauses: []Clause{{[]Match{{"body", w, 1}}, 1}}}); len(hits) > 0 {
					t.Errorf("seed %d, %s: %q finds %v", seed, name, w, hits)
				}
				q := Query{Clauses: []Clause{{[]Match{{"title", w, 1}, {"rare", w, 2}}, 1}}}
				if got, want := search(t, x, q), search(t, searched, q); !reflect.DeepEqual(got, want) {
					t.Errorf("seed %d, %s, %q: %v, want %v", seed, name, w, got, want)
				}
			}
		}
	}
}
