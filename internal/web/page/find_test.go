package page

import (
	"strconv"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/library"
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
		found, all := Find(d, tc.query, 10)
		if some, n := Find(d, tc.query, 1); n != all || len(some) != min(all, 1) || all != len(found) {
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
	found, _ := Find(d, "plot sold", 10)
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

// What a search of a document of 2 MB costs.
func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	text.WriteString("Some Act\n\n")
	for i := range 2000 {
		text.WriteString("Article " + strconv.Itoa(i+1) + "\nMatter\n\n" + strings.Repeat("A member of the committee may hold a plot for the fee. ", 18) + "\n\n")
	}
	d, err := library.Parse("act", []byte(text.String()), nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, all := Find(d, "plot fee", 50); all != 2000 {
			b.Fatal(all)
		}
	}
}
