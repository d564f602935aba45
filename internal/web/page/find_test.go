package page

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pincite/internal/document"
)

const gardens = "Gardens\n\nArticle 1\nFees\n\nThe fee is due. Late fees are doubled.\n\nArticle 2\nPlots\n\nA plot may be sold. No fee for a sold plot.\n\nArticle 3\nWater\n\nWater is shared. 水渠由大家共用。\n"

func TestFind(t *testing.T) {
	d := bare(t, "gardens", gardens)
	for _, tc := range []struct{ query, want string }{
		{"", ""},
		{" ?! ", ""},
		{"orchard", ""},
		{"fee orchard", ""},
		{"fee", "article-1 3 exact, article-2 1 exact"},
		{"FEES", "article-1 3 exact, article-2 1"},
		{"the fee", "article-1 4 exact"},
		{"plot sold", "article-2 5"},
		{"sold plot", "article-2 5 exact"},
		{"shar", "article-3 1"},
		{"水渠", "article-3 2 exact"},
		{"wa", ""},
	} {
		var got []string
		found, all := find(t, d, tc.query, 10)
		if some, n := find(t, d, tc.query, 1); n != all || len(some) != min(all, 1) || all != len(found) {
			t.Errorf("%q: %d and %d of %d", tc.query, len(found), len(some), all)
		}
		for _, h := range found {
			s := h.ID + " " + string(rune('0'+h.Count))
			if h.Exact {
				s += " exact"
			}
			got = append(got, s)
		}
		if strings.Join(got, ", ") != tc.want {
			t.Errorf("%q: %s, want %s", tc.query, strings.Join(got, ", "), tc.want)
		}
	}
}

// What is set apart and what is not make the sentence again.
func TestFindMarks(t *testing.T) {
	d := bare(t, "gardens", gardens)
	found, _ := find(t, d, "plot sold", 10)
	for _, h := range found {
		for _, l := range h.Lines {
			var all, marked strings.Builder
			for _, r := range l.Runs {
				all.WriteString(r.Text)
				if r.Marked {
					marked.WriteString(r.Text + "|")
				}
			}
			if want := d.Slice(d.Sentences(h.Section)[l.N-1]); all.String() != want || marked.Len() == 0 {
				t.Errorf("%q marks %q of %q", all.String(), marked.String(), want)
			}
		}
	}
}

func TestApart(t *testing.T) {
	const s = "one two three"
	cut := func(a document.Span) string { return s[a.Start:a.End] }
	span := func(a, b int) document.Span { return document.Span{Start: a, End: b} }
	for _, tc := range []struct {
		name  string
		parts []document.Span
		want  string
	}{
		{"none", nil, "one two three"},
		{"empty", []document.Span{span(4, 4)}, "one two three"},
		{"out of order", []document.Span{span(8, 13), span(0, 3)}, "[one] two [three]"},
		{"overlapping", []document.Span{span(0, 7), span(4, 13)}, "[one two] three"},
		{"beyond the end", []document.Span{span(8, 20)}, "one two three"},
	} {
		got := ""
		for _, r := range Apart(span(0, len(s)), tc.parts, cut) {
			if r.Marked {
				got += "[" + r.Text + "]"
			} else {
				got += r.Text
			}
		}
		if got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

// find is Find where nobody goes away.
func find(t *testing.T, d *document.Document, query string, limit int) ([]Hit, int) {
	t.Helper()
	hits, all, err := Find(t.Context(), d, query, limit)
	if err != nil {
		t.Fatal(err)
	}
	return hits, all
}

// Nothing is looked for when who asked has gone, and what a search costs is bounded
// where a section is as long as the document.
func TestFindEnds(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for _, d := range []*document.Document{long(t, 3), huge(t, 400)} {
		if hits, _, err := Find(ended, d, "matters", 10); !errors.Is(err, context.Canceled) || hits != nil {
			t.Errorf("%d hits, %v", len(hits), err)
		}
	}
	hits, all := find(t, huge(t, 400), "matters kind", 10)
	if all != 1 || len(hits[0].Lines) != maxLines || hits[0].Count < 6000 {
		t.Errorf("%d hits: %+v", all, hits)
	}
}
