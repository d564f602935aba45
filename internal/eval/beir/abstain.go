package beir

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/eval"
	"pincite/internal/text"
)

// An Abstention tells how answers do on documents without finding aids, and how
// well they know what the document does not say. A query of the collection that
// has no relevant passage is one that its document does not answer.
type Abstention struct {
	Documents int

	// Scores of the first citations, 0 without one, for the queries that have
	// an answer and for those that have none.
	Answers, Nothing []float64

	// Queries that have an answer, with the right passage first and in the
	// first three; first by plain BM25; those that got no citation at all; and
	// of these, those for which plain BM25 has the right passage first.
	First, InThree, BM25, Uncited, UncitedBM25 int

	Refused  int // queries that have an answer and got an abstention
	Confided int // queries that have none and got an answer
}

// Abstain asks the collection's queries, each of the document that it is about,
// of which the passages are the paragraphs.
func Abstain(ctx context.Context, c *Collection) (Abstention, error) {
	var m Abstention
	groups := make(map[string][]Query)
	for _, q := range c.Queries {
		if q.Doc == "" {
			return m, fmt.Errorf("query %s has no context_doc: the document that it is asked of is needed", q.ID)
		}
		groups[q.Doc] = append(groups[q.Doc], q)
	}
	plain, err := Rank(ctx, c)
	if err != nil {
		return m, err
	}
	best := make(map[string]bool) // queries for which plain BM25 has a right passage first
	for _, q := range plain {
		best[q.Query] = len(q.Hits) > 0 && c.Qrels[q.Query][q.Hits[0].Passage] > 0
	}
	for doc, queries := range groups {
		if err := m.ask(ctx, c, doc, queries, best); err != nil {
			return m, err
		}
	}
	m.Documents = len(groups)
	return m, nil
}

// ask puts the queries about one document.
func (m *Abstention) ask(ctx context.Context, c *Collection, doc string, queries []Query, best map[string]bool) (err error) {
	d, err := c.document(doc)
	if err != nil {
		return err
	}
	a, err := answer.New(ctx, answer.Options{Document: d})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	for _, q := range queries {
		found, err := a.Answer(ctx, q.Text, answer.Context{})
		if err != nil {
			return fmt.Errorf("query %s: %w", q.ID, err)
		}
		m.add(c.Qrels[q.ID], found, best[q.ID])
	}
	return nil
}

// add counts one answer; best tells whether plain BM25 has it right.
func (m *Abstention) add(grades map[string]int, a answer.Answer, best bool) {
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	score := 0.0
	if len(a.Citations) > 0 {
		score = a.Citations[0].Score
	}
	if relevant(grades) == 0 {
		m.Nothing = append(m.Nothing, score)
		count(&m.Confided, !eval.Abstains(a.Kind))
		return
	}
	m.Answers = append(m.Answers, score)
	count(&m.Refused, eval.Abstains(a.Kind))
	at := slices.IndexFunc(eval.Cited(a), func(id string) bool { return grades[id] > 0 })
	count(&m.First, at == 0)
	count(&m.InThree, at >= 0 && at < 3)
	count(&m.BM25, best)
	if len(a.Citations) == 0 {
		m.Uncited++
		count(&m.UncitedBM25, best)
	}
}

// document makes a document of the passages of one. Each is a section without a
// heading, as the importer makes them of a text that has no headings.
func (c *Collection) document(id string) (*document.Document, error) {
	d := document.Document{Name: id, Meta: document.Meta{Language: c.Language}}
	var b strings.Builder
	for _, p := range c.Passages {
		if p.Doc != id || strings.TrimSpace(p.Text) == "" {
			continue
		}
		span := document.Span{Start: b.Len(), End: b.Len() + len(p.Text)}
		b.WriteString(p.Text + "\n\n")
		n := len(d.Sections) + 1
		d.Sections = append(d.Sections, document.Section{
			ID: p.ID, Kind: "paragraph", Designation: document.Numbered(n), Parent: -1, Label: fmt.Sprintf("Paragraph %d", n),
			Span: span, Own: span, Paragraphs: []document.Paragraph{paragraph(p.Text, span)},
		})
	}
	d.Text = b.String()
	d.Meta.Language = cmp.Or(d.Meta.Language, text.Detect(d.Text))
	return document.New(d)
}

func paragraph(s string, span document.Span) document.Paragraph {
	p := document.Paragraph{Span: span}
	for _, t := range text.Sentences(s, span.Start) {
		p.Sentences = append(p.Sentences, document.Span{Start: t[0], End: t[1]})
	}
	return p
}

// Write prints the figures.
func (m Abstention) Write(w io.Writer) error {
	n := len(m.Answers)
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s with an answer, %d without\n", text.Count(m.Documents, "document"), text.Count(n, "query"), len(m.Nothing))
	line := func(name, value string) { fmt.Fprintf(&b, "%-40s %s\n", name, value) }
	line("right passage first", rate(float64(m.First), n))
	line("  by plain BM25", rate(float64(m.BM25), n))
	line("right passage first, where one is cited", rate(float64(m.First), n-m.Uncited))
	line("  by plain BM25, on the same queries", rate(float64(m.BM25-m.UncitedBM25), n-m.Uncited))
	line("right passage in the first three", rate(float64(m.InThree), n))
	line("answered with confidence", rate(float64(n-m.Refused), n))
	line("  though there is no answer", rate(float64(m.Confided), len(m.Nothing)))
	line("separation of the two (AUROC)", fmt.Sprintf("%.3f", eval.AUROC(m.Answers, m.Nothing)))
	_, err := io.WriteString(w, b.String())
	return err
}

// rate is a share with three digits, "-" of nothing.
func rate(x float64, n int) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", x/float64(n))
}
