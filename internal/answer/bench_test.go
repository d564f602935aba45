package answer_test

import (
	"os"
	"path/filepath"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/eval"
	"pincite/internal/importer"
)

// open reads the default document with its annotations.
func open(tb testing.TB) *importer.Bundle {
	tb.Helper()
	b, err := importer.Open(os.DirFS("../../data"), "opinions-2024")
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// ready returns an answerer with every language indexed.
func ready(tb testing.TB, b *importer.Bundle) *answer.Answerer {
	tb.Helper()
	a, err := answer.New(tb.Context(), answer.Options{Document: b.Document, Annotations: b.Annotations})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { a.Close() })
	if err := a.Warm(); err != nil {
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
	a := ready(b, open(b))
	set := judged(b)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		j := set[n%len(set)]
		a.Answer(b.Context(), j.Asked(), turnsOf(j))
		n++
	}
}
