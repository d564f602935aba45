package search

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
)

// build indexes texts as the body of passages.
func build(t testing.TB, analyzer string, texts ...string) *Index {
	t.Helper()
	passages := make([]Passage, len(texts))
	for i, text := range texts {
		passages[i].Values = map[string]string{"body": text}
	}
	return buildPassages(t, []Field{{Name: "body", Analyzer: analyzer}}, passages)
}

func buildPassages(t testing.TB, fields []Field, passages []Passage) *Index {
	t.Helper()
	x, err := Build(context.Background(), fields, slices.Values(passages))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// words makes a query of the words of text in one field.
func query(x *Index, field, text string) Query {
	var q Query
	for _, token := range x.AnalyzeQuery(field, text) {
		q.Clauses = append(q.Clauses, Clause{Weight: 1, Any: []Match{{Field: field, Term: token.Term, Boost: 1}}})
	}
	return q
}

func search(t testing.TB, x *Index, q Query) []Hit {
	t.Helper()
	hits, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// numbers returns the passages of hits in order.
func numbers(hits []Hit) []int {
	out := make([]int, len(hits))
	for i, h := range hits {
		out[i] = h.Passage
	}
	return out
}

func TestBuildErrors(t *testing.T) {
	body := []Field{{Name: "body", Analyzer: "en"}}
	canceled, cancel := context.WithCancel(context.Background())
	cancel()
	tests := []struct {
		name     string
		ctx      context.Context
		fields   []Field
		passages []Passage
		want     string
	}{
		{"no name", nil, []Field{{Name: "", Analyzer: "en"}}, nil, `field "": a name is needed`},
		{"reserved name", nil, []Field{{Name: "_id", Analyzer: "en"}}, nil, `field "_id": a name is needed`},
		{"twice", nil, []Field{{Name: "a", Analyzer: "en"}, {Name: "a", Analyzer: Exact}}, nil, `field "a" is declared twice`},
		{"analyzer", nil, []Field{{Name: "a", Analyzer: "klingon"}}, nil, `field "a": unknown analyzer "klingon": use exact or the tag of a language that has one`},
		{"undeclared", nil, body, []Passage{{}, {Values: map[string]string{"titel": "x"}}}, `passage 1: field "titel" is not declared`},
		{"canceled", canceled, body, []Passage{{Values: map[string]string{"body": "x"}}}, "context canceled"},
	}
	for _, tt := range tests {
		ctx := tt.ctx
		if ctx == nil {
			ctx = context.Background()
		}
		_, err := Build(ctx, tt.fields, slices.Values(tt.passages))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}

// A panic on a goroutine that analyses is an error of the index.
func TestAnalyzePanics(t *testing.T) {
	f := &filling{}
	if err := f.analyze(t.Context(), batch{texts: []Passage{{Values: map[string]string{"a": "x"}}}}); err == nil || !strings.HasPrefix(err.Error(), "the program panicked: ") {
		t.Error(err)
	}
}

func TestSearchErrors(t *testing.T) {
	x := build(t, Exact, "one two")
	one := []Match{{"body", "one", 1}}
	tests := []struct {
		name string
		q    Query
		want string
	}{
		{"weight", Query{Clauses: []Clause{{one, math.NaN()}}}, "clause 0: weight NaN"},
		{"boost", Query{Clauses: []Clause{{[]Match{{"body", "one", math.Inf(1)}}, 1}}}, `clause 0, term 0: boost +Inf`},
		{"tie", Query{Tie: -1}, "tie -1 must be 0 or more"},
		{"k1", Query{K1: math.NaN()}, "k1 NaN must be 0 or more"},
		{"b", Query{B: 2}, "b 2 must be between 0 and 1"},
		{"size", Query{Clauses: []Clause{{make([]Match, MaxMatches+1), 1}}}, "8193 matches, at most 8192"},
	}
	for _, tt := range tests {
		_, err := x.Search(context.Background(), tt.q)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}

// A counting context counts how often it is looked at.
type counting struct {
	context.Context
	times int
}

func (c *counting) Err() error {
	c.times++
	return c.Context.Err()
}

// TestSearchLooksUp: also among the passages that have one word a search looks, now and
// then, whether somebody waits for it still.
func TestSearchLooksUp(t *testing.T) {
	block := blockSize
	blockSize = 1 << 20
	t.Cleanup(func() { blockSize = block })
	x := build(t, Exact, slices.Repeat([]string{"one"}, 5*checkEvery)...)
	ctx := &counting{Context: t.Context()}
	if _, err := x.Search(ctx, query(x, "body", "one")); err != nil {
		t.Fatal(err)
	}
	if ctx.times < 5 {
		t.Errorf("the context was looked at %d times for %d passages", ctx.times, 5*checkEvery)
	}
}

func TestSearchEnds(t *testing.T) {
	x := build(t, Exact, "one two")
	q := query(x, "body", "one")
	canceled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Search(canceled, q); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: error %v", err)
	}
	for range 2 {
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := x.Search(context.Background(), q); !errors.Is(err, ErrClosed) {
		t.Errorf("closed: error %v", err)
	}
}

func TestSearchNothing(t *testing.T) {
	empty := buildPassages(t, []Field{{Name: "body", Analyzer: "en"}}, nil)
	blank := build(t, "en", "", "the of and", "—")
	full := build(t, "en", "a measure")
	queries := []Query{
		{},
		{Clauses: []Clause{{Weight: 1}}},
		{Clauses: []Clause{{[]Match{{"body", "absent", 1}}, 1}}},
		{Clauses: []Clause{{[]Match{{"body", "", 1}}, 1}}},
		{Clauses: []Clause{{[]Match{{"no such field", "measur", 1}}, 1}}},
		{Clauses: []Clause{{[]Match{{"_id", "\x00\x00\x00\x00", 1}}, 1}}},
		{Clauses: []Clause{{[]Match{{"body", "measur", 1}}, 1}}, Tags: []uint32{7}},
	}
	for _, x := range []*Index{empty, blank, full} {
		for i, q := range queries {
			if hits := search(t, x, q); len(hits) != 0 {
				t.Errorf("%d passages, query %d: hits %v", x.Len(), i, hits)
			}
		}
	}
	if empty.Len() != 0 || blank.Len() != 3 {
		t.Errorf("Len = %d and %d, want 0 and 3", empty.Len(), blank.Len())
	}
}

func TestSearchOrder(t *testing.T) {
	x := build(t, "en",
		"party members study", // 0
		"party members study", // 1: as good as 0
		"leaders give party classes",
		"nothing of the kind",
		"party party party classes",
	)
	tests := []struct {
		query string
		limit int
		want  []int
	}{
		{"studying members", 0, []int{0, 1}},
		{"class", 0, []int{2, 4}},
		{"party's classes", 0, []int{4, 2, 0, 1}},
		{"party's classes", 1, []int{4}},
		{"party's classes", 99, []int{4, 2, 0, 1}},
		{"+party -members \"nothing\" body:kind^9 /.*/ *", 1, []int{3}},
	}
	for _, tt := range tests {
		q := query(x, "body", tt.query)
		q.Limit = tt.limit
		if got := numbers(search(t, x, q)); !slices.Equal(got, tt.want) {
			t.Errorf("%q, limit %d: %v, want %v", tt.query, tt.limit, got, tt.want)
		}
	}
}

func TestSearchTag(t *testing.T) {
	x := buildPassages(t, []Field{{Name: "body", Analyzer: "en"}}, []Passage{
		{Values: map[string]string{"body": "steam"}, Tag: 3},
		{Values: map[string]string{"body": "steam"}},
		{Values: map[string]string{"body": "steam steam"}, Tag: 1},
		{Values: map[string]string{"body": "steam"}, Tag: 3},
	})
	for _, c := range []struct {
		tags   []uint32
		groups int
		want   []int
	}{
		{nil, 0, []int{2, 0, 1, 3}}, {[]uint32{3}, 0, []int{0, 3}}, {[]uint32{1}, 0, []int{2}},
		{[]uint32{1, 3, 9}, 0, []int{2, 0, 3}},
		{nil, 1, []int{2}}, {nil, 2, []int{2, 0, 3}}, {nil, 9, []int{2, 0, 1, 3}}, {[]uint32{3}, 1, []int{0, 3}},
	} {
		q := query(x, "body", "steam")
		q.Tags, q.Groups = c.tags, c.groups
		if got := numbers(search(t, x, q)); !slices.Equal(got, c.want) {
			t.Errorf("tags %d, the best %d: %v, want %v", c.tags, c.groups, got, c.want)
		}
	}
}

func TestExplain(t *testing.T) {
	x := buildPassages(t, []Field{{Name: "title", Analyzer: "en"}, {Name: "body", Analyzer: "en"}}, []Passage{
		{Values: map[string]string{"title": "Study", "body": "Party members study."}},
		{Values: map[string]string{"title": "Other", "body": "Party work."}},
	})
	q := Query{Tie: 0.3, Limit: 1, Explain: true, Clauses: []Clause{
		{Weight: 2, Any: []Match{{"body", "studi", 1}, {"title", "studi", 3}}},
		{Weight: 1, Any: []Match{{"title", "parti", 1}, {"body", "parti", 1}}},
	}}
	hits := search(t, x, q)
	if len(hits) != 1 || hits[0].Passage != 0 || len(hits[0].Parts) != 3 {
		t.Fatalf("hits %+v, want passage 0 with three parts", hits)
	}
	p := hits[0].Parts
	for i, want := range []Part{{Clause: 0, Field: "body", Term: "studi"}, {Clause: 0, Field: "title", Term: "studi"}, {Clause: 1, Field: "body", Term: "parti"}} {
		want.Score = p[i].Score
		if p[i] != want {
			t.Errorf("part %d: %+v, want %+v", i, p[i], want)
		}
	}
	want := 2*(max(p[0].Score, p[1].Score)+0.3*min(p[0].Score, p[1].Score)) + p[2].Score
	if math.Abs(hits[0].Score-want) > 1e-12 {
		t.Errorf("score %v, the parts give %v", hits[0].Score, want)
	}
	q.Explain = false
	if plain := search(t, x, q); plain[0].Parts != nil || plain[0].Score != hits[0].Score {
		t.Errorf("without Explain: %+v", plain[0])
	}
}

// TestWithPrefix holds that all terms that begin so are found, and no others.
func TestWithPrefix(t *testing.T) {
	x := build(t, Exact, "absence absent", "abs absolute b", "ñandú")
	for prefix, want := range map[string]string{"absen": "absence absent", "abs": "abs absence absent absolute", "z": "", "ñ": "ñandú", "b": "b"} {
		if got := strings.Join(slices.Collect(x.WithPrefix("body", prefix)), " "); got != want {
			t.Errorf("%q: %q, want %q", prefix, got, want)
		}
	}
	for range x.WithPrefix("no such field", "") {
		t.Error("a field that does not exist has terms")
	}
}

func TestVocabulary(t *testing.T) {
	x := build(t, Exact, "b a", "a", "ñ c a")
	var got []string
	for term := range x.WithPrefix("body", "") {
		got = append(got, term)
	}
	if want := []string{"a", "b", "c", "ñ"}; !slices.Equal(got, want) {
		t.Errorf("vocabulary %q, want %q", got, want)
	}
	for range x.WithPrefix("body", "") {
		break // stopping early is allowed
	}
	for term, want := range map[string]int{"a": 3, "b": 1, "z": 0, "": 0} {
		if n := x.DocFreq("body", term); n != want {
			t.Errorf("DocFreq(%q) = %d, want %d", term, n, want)
		}
	}
	if n, idf := x.DocFreq("no such field", "a"), x.IDF("no such field", "a"); n != 0 || idf != 0 {
		t.Errorf("a field that does not exist: DocFreq %d, IDF %v", n, idf)
	}
	if got, want := x.IDF("body", "b"), math.Log(1+2.5/1.5); math.Abs(got-want) > 1e-15 {
		t.Errorf("IDF = %v, want %v", got, want)
	}
}

// TestConcurrentUse searches from several goroutines while the index is closed:
// each search either finds what it should or says that the index is closed.
func TestConcurrentUse(t *testing.T) {
	x := build(t, "en", "party members study", "leaders give party classes")
	q := query(x, "body", "party classes")
	q.Explain = true
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for n := range 200 {
				hits, err := x.Search(context.Background(), q)
				if errors.Is(err, ErrClosed) {
					return
				}
				if err != nil || !slices.Equal(numbers(hits), []int{1, 0}) || len(hits[0].Parts) != 2 {
					t.Errorf("hits %v, error %v", hits, err)
				}
				if i == 0 && n == 100 {
					if err := x.Close(); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	wg.Wait()
}
