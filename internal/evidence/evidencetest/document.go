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
	m := maker{
		Rand: rand.New(rand.NewPCG(seed, 3)),
		doc:  document.Document{Name: "made", Meta: document.Meta{Language: "en", Title: "Harbour rules"}},
		aids: annotation.Aids{Language: "en"},
	}
	for i := range 300 {
		m.section(i)
	}
	out, err := document.New(m.doc)
	if err != nil {
		tb.Fatal(err)
	}
	return out, []annotation.Aids{m.aids}
}

// A maker makes up a document.
type maker struct {
	*rand.Rand
	doc  document.Document
	aids annotation.Aids
}

// section adds a section of a heading and up to three sentences.
func (m *maker) section(i int) {
	s := document.Section{ID: fmt.Sprintf("article-%d", i), Kind: "article", Label: fmt.Sprintf("Article %d", i), Parent: -1}
	s.Heading, _ = m.sentence("\n")
	p := document.Paragraph{}
	for range m.IntN(4) {
		span, text := m.sentence(" ")
		p.Sentences = append(p.Sentences, span)
		if i%7 == 0 {
			m.aids.Sections = append(m.aids.Sections, annotation.Section{ID: s.ID, Questions: []string{"when is the tug free"},
				Sentences: []annotation.Sentence{{Text: text, Gloss: "a boat that tows", Questions: []string{"who tows"}}}})
		}
	}
	if n := len(p.Sentences); n > 0 {
		p.Span = document.Span{Start: p.Sentences[0].Start, End: p.Sentences[n-1].End + 1}
		s.Paragraphs = []document.Paragraph{p}
	}
	s.Span = document.Span{Start: s.Heading.Start, End: len(m.doc.Text)}
	s.Own = s.Span
	m.doc.Sections = append(m.doc.Sections, s)
}

var words = strings.Fields("vessel harbour pilot tug-boat tugboat berth mooring fees the of the owner's owner a long-lived lamp harbour's tide 12 x86")

// sentence adds a sentence and what follows it.
func (m *maker) sentence(behind string) (document.Span, string) {
	var w []string
	for range 3 + m.IntN(9) {
		w = append(w, words[m.IntN(len(words))])
	}
	text := strings.Join(w, " ") + "."
	start := len(m.doc.Text)
	m.doc.Text += text + behind
	return document.Span{Start: start, End: start + len(text)}, text
}
