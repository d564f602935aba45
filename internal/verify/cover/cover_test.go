package cover_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/cover"
)

// lines returns a document of one section, a sentence a line.
func lines(t *testing.T, text string) *document.Document {
	t.Helper()
	whole := document.Span{End: len(text)}
	s := document.Section{ID: "all", Kind: document.KindSection, Parent: -1, Span: whole, Own: whole}
	at := 0
	for line := range strings.Lines(text) {
		p := document.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}
		s.Paragraphs = append(s.Paragraphs, document.Paragraph{Span: p, Sentences: []document.Span{p}})
		at += len(line)
	}
	d, err := document.New(document.Document{Name: "mill", Text: text, Sections: []document.Section{s}})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const mill = "The miller grinds rye on Mondays and oats on Fridays.\n" +
	"Sacks are weighed at the northern door before noon.\n" +
	"Children feed the geese behind the pond, never the swans.\n" +
	"The wheel is oiled with linseed by two apprentices every spring.\n"

// shown writes ranges as the document has them.
func shown(c *corpus.Corpus, ranges [][]corpus.Pair) string {
	var out []string
	for _, r := range ranges {
		out = append(out, c.Shown(r[0].Doc, r[len(r)-1].Doc+1))
	}
	return strings.Join(out, " | ")
}

func TestRanges(t *testing.T) {
	c := corpus.New(lines(t, mill))
	f := cover.New(c)
	done, cancel := context.WithCancel(t.Context())
	cancel()
	for _, tt := range []struct {
		ctx        context.Context
		text, want string
		spliced    bool
	}{
		{done, "Sacks are weighed at the northern door", "", false},
		{t.Context(), "zeppelins and tugboats", "", false},
		{t.Context(), "Sacks are weighed at the southern door before noon.", "Sacks are weighed at the northern door before noon", false},
		{t.Context(), "Sacks are weighed at the northern door. The wheel is oiled with linseed by apprentices.",
			"Sacks are weighed at the northern door | The wheel is oiled with linseed by two apprentices", true},
	} {
		p := f.Read(tt.text)
		ranges := f.Ranges(tt.ctx, &p)
		if got := shown(c, ranges); got != tt.want {
			t.Errorf("%s: %s", tt.text, got)
		}
		if len(ranges) > 1 && f.IsSpliced(ranges, p.Weight(0, len(p.IDs))) != tt.spliced {
			t.Errorf("%s: spliced %t", tt.text, !tt.spliced)
		}
	}
}

func TestInParts(t *testing.T) {
	c := corpus.New(lines(t, mill))
	f := cover.New(c)
	for _, tt := range []struct{ text, want string }{
		{"The miller grinds rye", ""},
		{"oats on Fridays … The miller grinds rye", ""},
		{"The miller … a dragon", ""},
		{strings.Repeat("the … ", 20), ""},
		{"The miller … oats on Fridays", "The miller | oats on Fridays"},
		{"The miller grinds rye on Mondays […] Sacks are weighed at the northern door", "The miller grinds rye on Mondays | Sacks are weighed at the northern door"},
		{"miller grinds … swans", "miller grinds | swans"},
	} {
		if got := shown(c, f.InParts(t.Context(), f.Read(tt.text))); got != tt.want {
			t.Errorf("%s: %s", tt.text, got)
		}
	}
}

func TestMostShared(t *testing.T) {
	c := corpus.New(lines(t, mill))
	f := cover.New(c)
	for _, tt := range []struct{ text, want string }{
		{"door weighed", "0.0"},
		{"zeppelins tugboats dragons knights", "0.0"},
		{"door northern the at weighed are sacks", "1.0 Sacks are weighed at the northern door"},
	} {
		p := f.Read(tt.text)
		f.Ranges(t.Context(), &p)
		lo, hi, share := f.MostShared(t.Context(), p, len(p.IDs)+1)
		got := fmt.Sprintf("%.1f", share)
		if share > 0 {
			got += " " + c.Shown(lo, hi)
		}
		if got != tt.want {
			t.Errorf("%s: %s", tt.text, got)
		}
	}
}
