package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// benchCorpus is as large as the default document: 97 passages in 15 fields, the
// body of about 40 words, a vocabulary with the long tail that text has.
func benchCorpus() ([]Field, []Passage) {
	r := rand.New(rand.NewPCG(1, 1))
	zipf := rand.NewZipf(r, 1.1, 3, 1200)
	var fields []Field
	for f := range 15 {
		fields = append(fields, Field{Name: fmt.Sprintf("f%02d", f), Analyzer: Exact})
	}
	passages := make([]Passage, 97)
	for i := range passages {
		values := make(map[string]string)
		for f, field := range fields {
			var b strings.Builder
			for range 40 / (f + 1) {
				fmt.Fprintf(&b, "w%d ", zipf.Uint64())
			}
			values[field.Name] = b.String()
		}
		passages[i].Values = values
	}
	return fields, passages
}

// benchQuery has clauses of ten matches each, in ten of the fields.
func benchQuery(fields []Field, clauses int) Query {
	q := Query{Tie: 0.3, Limit: 10}
	for c := range clauses {
		clause := Clause{Weight: 1}
		for m := range 10 {
			clause.Any = append(clause.Any, Match{fields[m].Name, fmt.Sprintf("w%d", 3*c+1), 1})
		}
		q.Clauses = append(q.Clauses, clause)
	}
	return q
}

func BenchmarkSearch(b *testing.B) {
	fields, passages := benchCorpus()
	x := buildPassages(b, fields, passages)
	for _, explain := range []bool{false, true} {
		for _, clauses := range []int{3, 10} {
			q := benchQuery(fields, clauses)
			q.Explain = explain
			b.Run(fmt.Sprintf("clauses=%d/explain=%v", clauses, explain), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if hits := search(b, x, q); len(hits) != 10 {
						b.Fatal(len(hits))
					}
				}
			})
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	fields, passages := benchCorpus()
	b.ReportAllocs()
	for b.Loop() {
		x, err := Build(context.Background(), fields, slices.Values(passages))
		if err != nil {
			b.Fatal(err)
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnalyzeQuery(b *testing.B) {
	for _, name := range []string{Exact, "en", "ru", "es", "zh"} {
		x := build(b, name, "text")
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.AnalyzeQuery("body", "How often must members of the leadership team give a party class? 第七条")
			}
		})
	}
}
