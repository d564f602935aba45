package answer_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/eval"
	"pincite/internal/library"
)

// opinions is the default document with its annotations.
var opinions = sync.OnceValues(func() (*library.Bundle, error) {
	return library.Open(os.DirFS("../../data"), "opinions-2024")
})

// open returns the default document with its annotations.
func open(tb testing.TB) *library.Bundle {
	tb.Helper()
	b, err := opinions()
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// shared is an answerer about it with every language indexed: the index takes
// seconds under the race detector, and nothing changes it.
var shared = sync.OnceValues(func() (*answer.Answerer, error) {
	b, err := opinions()
	if err != nil {
		return nil, err
	}
	a, err := answer.New(context.Background(), answer.Options{Document: b.Document, Annotations: b.Annotations})
	if err != nil {
		return nil, err
	}
	return a, a.Warm()
})

// ready returns the shared answerer.
func ready(tb testing.TB) *answer.Answerer {
	tb.Helper()
	a, err := shared()
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// judged reads every question set of the project.
func judged(tb testing.TB) []eval.Judged {
	tb.Helper()
	files, err := filepath.Glob("../../data/questions/*.jsonl")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no question sets: %v", err)
	}
	var out []eval.Judged
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			tb.Fatal(err)
		}
		set, err := eval.ReadSet(f, name)
		f.Close()
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, set...)
	}
	return out
}

func turnsOf(j eval.Judged) []answer.Turn {
	if j.Context == "" {
		return nil
	}
	return []answer.Turn{{Question: j.Context}}
}

// BenchmarkNew measures the start: the index in the document's own language.
func BenchmarkNew(b *testing.B) {
	bundle := open(b)
	for b.Loop() {
		a, err := answer.New(b.Context(), answer.Options{Document: bundle.Document, Annotations: bundle.Annotations})
		if err != nil {
			b.Fatal(err)
		}
		a.Close()
	}
}

// BenchmarkAnswer answers the questions of all sets in turn.
func BenchmarkAnswer(b *testing.B) {
	a := ready(b)
	set := judged(b)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		j := set[n%len(set)]
		a.Answer(b.Context(), j.Asked(), turnsOf(j))
		n++
	}
}
