package evidence_test

import (
	"os"
	"path/filepath"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/eval"
	"pincite/internal/evidence"
	"pincite/internal/folder"
	"pincite/internal/library"
)

// ready returns an answerer with every language indexed.
func ready(tb testing.TB, o answer.Options) *library.Library {
	tb.Helper()
	a, err := answer.New(tb.Context(), o)
	if err != nil {
		tb.Fatal(err)
	}
	l, err := library.New(a)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { l.Close() })
	if err := l.Warm(); err != nil {
		tb.Fatal(err)
	}
	return l
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

// BenchmarkAblation measures what each part of the ranking is worth: hit@1 and
// quotes right of the questions that need a search, in percent; of the default
// document, and of documents of other kinds without finding aids.
func BenchmarkAblation(b *testing.B) {
	bundle, err := folder.Load(os.DirFS("../../data"), "opinions-2024")
	if err != nil {
		b.Fatal(err)
	}
	sets := judged(b)
	cases, err := eval.ReadCases(os.DirFS("../eval/testdata/documents"))
	if err != nil {
		b.Fatal(err)
	}
	for _, ab := range evidence.Ablations {
		b.Run(ab.Name, func(b *testing.B) {
			o := answer.Options{Document: bundle.Document, Annotations: bundle.Annotations, Params: evidence.DefaultParams()}
			if ab.Apply == nil {
				o.Annotations = nil
			} else {
				ab.Apply(&o.Params)
			}
			l := ready(b, o)
			for b.Loop() {
				report(b, l, sets)
				abroad(b, cases, o.Params)
			}
		})
	}
}

// report judges the sets and reports their metrics.
func report(b *testing.B, l *library.Library, sets []eval.Judged) {
	var asked, hit, quotes, quoted float64
	var asks []eval.Judged
	for _, j := range sets {
		if !j.Answerable || j.Type == "lookup" || j.Type == "metadata" || j.Type == "hostile" {
			continue
		}
		asks = append(asks, j)
	}
	outcomes, err := eval.Ask(b.Context(), l, asks, 1)
	if err != nil {
		b.Fatal(err)
	}
	for _, o := range outcomes {
		asked++
		if o.Hit1 {
			hit++
		}
		if len(o.Quotes) > 0 {
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

// abroad reports the same of the questions near the text of other documents.
func abroad(b *testing.B, cases []eval.Case, p evidence.Params) {
	var asked, hit, quoted float64
	for _, c := range cases {
		outcomes, err := c.Ask(b.Context(), false, p)
		if err != nil {
			b.Fatal(err)
		}
		for _, o := range outcomes {
			if o.Type != "near" || !o.Answerable {
				continue
			}
			asked++
			if o.Hit1 {
				hit++
			}
			if o.Quoted {
				quoted++
			}
		}
	}
	b.ReportMetric(100*hit/asked, "abroad-hit@1/%")
	b.ReportMetric(100*quoted/asked, "abroad-quote/%")
}
