package evidence_test

import (
	"os"
	"path/filepath"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/eval"
	"pincite/internal/evidence"
	"pincite/internal/library"
)

// open reads the default document with its annotations.
func open(tb testing.TB) *library.Bundle {
	tb.Helper()
	b, err := library.Open(os.DirFS("../../data"), "opinions-2024")
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// ready returns an answerer with every language indexed.
func ready(tb testing.TB, b *library.Bundle) *answer.Answerer {
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

// BenchmarkAblation measures what each part of the ranking is worth: hit@1 and
// quotes right of the questions that need a search, in percent.
func BenchmarkAblation(b *testing.B) {
	bundle := open(b)
	sets := judged(b)
	for _, ab := range evidence.Ablations {
		b.Run(ab.Name, func(b *testing.B) {
			used := *bundle
			if ab.Apply == nil {
				used.Annotations = nil
			} else {
				defer ab.Apply()()
			}
			a := ready(b, &used)
			for b.Loop() {
				report(b, a, sets)
			}
		})
	}
}

// report judges the sets and reports their metrics.
func report(b *testing.B, a *answer.Answerer, sets []eval.Judged) {
	var asked, hit, quotes, quoted float64
	for _, j := range sets {
		if !j.Answerable || j.Type == "lookup" || j.Type == "metadata" || j.Type == "hostile" {
			continue
		}
		o := eval.Judge(a.Document(), j, a.Answer(b.Context(), j.Asked(), turnsOf(j)))
		asked++
		if o.Hit1 {
			hit++
		}
		if len(j.Quotes) > 0 {
			quotes++
			if o.Quoted {
				quoted++
			}
		}
	}
	b.ReportMetric(100*hit/asked, "hit@1/%")
	b.ReportMetric(100*quoted/quotes, "quote/%")
	b.ReportMetric(0, "ns/op")
}
