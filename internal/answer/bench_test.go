package answer_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/eval"
	"pincite/internal/folder"
)

// opinions is the default document with its annotations.
var opinions = sync.OnceValues(func() (*folder.Bundle, error) {
	return folder.Load(os.DirFS("../../data"), "opinions-2024")
})

// open returns the default document with its annotations.
func open(tb testing.TB) *folder.Bundle {
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

// made are the answerers that several tests ask, or one again and again, by what they are
// about: to make one takes longer than to ask it, and nothing changes it.
var made sync.Map

// once returns the answerer about a document, which it loads and makes the first time.
func once(tb testing.TB, key string, load func() (*folder.Bundle, error)) *answer.Answerer {
	tb.Helper()
	first := sync.OnceValues(func() (*answer.Answerer, error) {
		b, err := load()
		if err != nil {
			return nil, err
		}
		return answer.New(context.Background(), answer.Options{Document: b.Document, Annotations: b.Annotations})
	})
	found, _ := made.LoadOrStore(key, first)
	a, err := found.(func() (*answer.Answerer, error))()
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// about returns an answerer about a document with that text and no annotations.
func about(tb testing.TB, text string) *answer.Answerer {
	tb.Helper()
	return once(tb, "text "+text, func() (*folder.Bundle, error) {
		return folder.Load(fstest.MapFS{"text": {Data: []byte(text)}}, "text")
	})
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

// ask asks a question that must not fail.
func ask(tb testing.TB, a *answer.Answerer, message string, turns ...turn.Turn) answer.Answer {
	tb.Helper()
	out, err := a.Answer(tb.Context(), message, answer.Context{Turns: turns})
	if err != nil {
		tb.Fatalf("%q: %v", message, err)
	}
	return out
}

// mentions lists the mentions of a topic, which must not fail.
func mentions(tb testing.TB, a *answer.Answerer, topic string) answer.Answer {
	tb.Helper()
	out, err := a.Mentions(tb.Context(), topic)
	if err != nil {
		tb.Fatalf("%q: %v", topic, err)
	}
	return out
}

// before returns the turn that a message makes; none for an empty message.
func before(tb testing.TB, a *answer.Answerer, message string) []turn.Turn {
	tb.Helper()
	if message == "" {
		return nil
	}
	return []turn.Turn{ask(tb, a, message).Turn()}
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
	turns := make([][]turn.Turn, len(set))
	for i, j := range set {
		turns[i] = before(b, a, j.Context)
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		ask(b, a, set[n%len(set)].Asked(), turns[n%len(set)]...)
		n++
	}
}
