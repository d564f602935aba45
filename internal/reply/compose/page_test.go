package compose

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
)

// treatise is a document of one section with sentences of these lengths in runes,
// three to a paragraph.
func treatise(t *testing.T, lengths ...int) *document.Document {
	t.Helper()
	d := document.Document{Name: "treatise", Text: "1 Long\n", Meta: document.Meta{Language: "en"}}
	var paragraphs []document.Paragraph
	for i, n := range lengths {
		if i%3 == 0 {
			paragraphs = append(paragraphs, document.Paragraph{Span: document.Span{Start: len(d.Text), End: len(d.Text)}})
		}
		p := &paragraphs[len(paragraphs)-1]
		start := len(d.Text)
		d.Text += strings.Repeat("é", n-1) + "."
		p.Sentences = append(p.Sentences, document.Span{Start: start, End: len(d.Text)})
		p.Span.End = len(d.Text)
		d.Text += " "
	}
	all := document.Span{End: len(d.Text)}
	d.Sections = []document.Section{{ID: "s", Kind: document.KindSection, Label: "1", Parent: -1, Span: all, Own: all,
		Heading: document.Span{End: 6}, Paragraphs: paragraphs}}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestPagesHaveAllOfASection holds that the pages of a section are all of its
// sentences in order, none cut, and none longer than there is room for but by one
// long sentence or a short remainder.
func TestPagesHaveAllOfASection(t *testing.T) {
	for _, lengths := range [][]int{{5}, {100}, {101}, {500}, {60, 60, 60}, {30, 30, 30, 30, 30, 30, 30}, {500, 5, 500}, {90, 90, 9}} {
		v := NewVoice(treatise(t, lengths...), "en")
		v.Room = 100
		var got []string
		pages := v.pages(0)
		for n, p := range pages {
			if n > 0 && p.Start < pages[n-1].End {
				t.Errorf("%v: pages %v", lengths, pages)
			}
			text := v.doc.Slice(p)
			if size := utf8.RuneCountInString(text); size > 120 && strings.Count(text, ".") > 2 {
				t.Errorf("%v: a page of %d", lengths, size)
			}
			got = append(got, strings.Fields(text)...)
		}
		if len(got) != len(lengths) {
			t.Errorf("%v: %d sentences on the pages", lengths, len(got))
		}
		v.Room = 0
		if n := len(v.pages(0)); n != 1 {
			t.Errorf("%v: %d pages where there is room for all", lengths, n)
		}
	}
}

// TestAPageHasTheQuote opens what stands around each sentence and finds it there,
// strong, and a way back.
func TestAPageHasTheQuote(t *testing.T) {
	d := treatise(t, 60, 60, 60, 60, 60, 60, 60)
	v := NewVoice(d, "en")
	v.Room = 130
	for n, s := range d.Sentences(0) {
		c := answer.Cite(d, 0, s)
		strong := ""
		r := v.Context(c, -1)
		for _, b := range r.Blocks {
			for _, run := range b.Runs {
				if b.Kind == reply.Quote && run.Strong {
					strong += run.Text
				}
			}
		}
		if strong != d.Slice(s) {
			t.Errorf("sentence %d: strong is %q", n+1, strong)
		}
		carries(t, r, "k"+v.target(0, c.Sentences))
		if all := v.Page(answer.Whole(d, 0), 99); len(all.Blocks) < 2 {
			t.Errorf("a page that there is not: %+v", all.Blocks)
		}
	}
}

func TestParseRelated(t *testing.T) {
	for _, bad := range []string{"", "e", "en", "en1", "xx1:s", "en-1:s", "enx:s", ":", "en:s"} {
		if l, n, place, ok := ParseRelated(bad); ok {
			t.Errorf("%q: %s %d %s", bad, l, n, place)
		}
	}
	if l, n, place, ok := ParseRelated("zh12:measure-2:4"); !ok || l != "zh" || n != 12 || place != "measure-2:4" {
		t.Errorf("%s %d %s %v", l, n, place, ok)
	}
}

func TestSnippet(t *testing.T) {
	v := NewVoice(statute(t), "en")
	long := "The members shall meet at noon on the first day, unless the chair decides that lateness is to be excused for all of them."
	for _, x := range []struct{ quote, about, want string }{
		{"", "noon", ""},
		{"Short.", "noon", "Short."},
		{long, "", "The members shall meet at noon on the…"},
		{long, "the of", "The members shall meet at noon on the…"},
		{long, "is anybody excused?", "…is to be excused for all of them."},
		{long, "when do they decide?", "…the chair decides that lateness is to…"},
	} {
		if got := v.snippet(x.quote, x.about, 40); got != x.want {
			t.Errorf("%q about %q: %q, want %q", x.quote, x.about, got, x.want)
		}
	}
}

// The contents are looked up, by a command or a button too; help is not.
func TestConfidenceOfWhatNothingAsked(t *testing.T) {
	v := NewVoice(statute(t), "en")
	for want, got := range map[float64]answer.Answer{1: v.Browse(-1, 0).Answer, 0: v.New(answer.KindHelp).Answer} {
		if got.Confidence != want {
			t.Errorf("%s has confidence %v, want %v", got.Kind, got.Confidence, want)
		}
	}
}
