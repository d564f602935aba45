package evidencetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pincite/internal/annotation"
	"pincite/internal/document"
)

// Document returns a document of a few hundred sections made of few words, some with
// compounds, and finding aids for some sentences.
func Document(tb testing.TB, seed uint64) (*document.Document, []annotation.Aids) {
	tb.Helper()
	r := rand.New(rand.NewPCG(seed, 3))
	words := strings.Fields("vessel harbour pilot tug-boat tugboat berth mooring fees the of the owner's owner a long-lived lamp harbour's tide 12 x86")
	sentence := func() string {
		var w []string
		for range 3 + r.IntN(9) {
			w = append(w, words[r.IntN(len(words))])
		}
		return strings.Join(w, " ") + "."
	}
	d := document.Document{Name: "made", Meta: document.Meta{Language: "en", Title: "Harbour rules"}}
	aids := annotation.Aids{Language: "en"}
	for i := range 300 {
		s := document.Section{ID: fmt.Sprintf("article-%d", i), Kind: "article", Label: fmt.Sprintf("Article %d", i), Parent: -1}
		s.Span.Start = len(d.Text)
		heading := sentence()
		s.Heading = document.Span{Start: len(d.Text), End: len(d.Text) + len(heading)}
		d.Text += heading + "\n"
		p := document.Paragraph{Span: document.Span{Start: len(d.Text)}}
		for range r.IntN(4) {
			text := sentence()
			p.Sentences = append(p.Sentences, document.Span{Start: len(d.Text), End: len(d.Text) + len(text)})
			d.Text += text + " "
			if i%7 == 0 {
				aids.Sections = append(aids.Sections, annotation.Section{ID: s.ID, Questions: []string{"when is the tug free"},
					Sentences: []annotation.Sentence{{Text: text, Gloss: "a boat that tows", Questions: []string{"who tows"}}}})
			}
		}
		p.Span.End = len(d.Text)
		if len(p.Sentences) > 0 {
			s.Paragraphs = []document.Paragraph{p}
		}
		s.Span.End = len(d.Text)
		s.Own = s.Span
		d.Sections = append(d.Sections, s)
	}
	out, err := document.New(d)
	if err != nil {
		tb.Fatal(err)
	}
	return out, []annotation.Aids{aids}
}
