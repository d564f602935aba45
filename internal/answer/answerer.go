package answer

import (
	"context"
	"fmt"
	"sync"

	"pincite/internal/document"
	"pincite/internal/importer"
	"pincite/internal/question"
)

// Options are what an Answerer is made of.
type Options struct {
	Document    *document.Document
	Annotations []importer.Annotations // finding aids, one a language; none is fine
}

// An Answerer answers questions about one document. It is safe for concurrent
// use and gives the same answer to the same question, always.
type Answerer struct {
	doc   *document.Document
	coll  *collection
	spell *speller
	asked map[string]*askedWeights // by language

	listing  sync.Once // guards mentions
	mentions []mention
}

// askedWeights holds the weights of the expected questions in one language.
type askedWeights struct {
	once    sync.Once
	weights []float64
}

// New indexes a document. It fails when the index cannot be built.
func New(ctx context.Context, o Options) (*Answerer, error) {
	coll, err := newCollection(ctx, o.Document, o.Annotations)
	if err != nil {
		return nil, fmt.Errorf("index %s: %w", o.Document.Name, err)
	}
	a := &Answerer{doc: o.Document, coll: coll, spell: newSpeller(coll), asked: map[string]*askedWeights{}}
	for _, lang := range coll.languages {
		a.asked[lang] = &askedWeights{}
	}
	return a, nil
}

// Close frees the index.
func (a *Answerer) Close() error { return a.coll.index.Close() }

// Document returns the document that is asked about.
func (a *Answerer) Document() *document.Document { return a.doc }

// Answer answers one message. turns are the earlier exchanges of the same
// conversation, oldest first; they count only where the message leans on them.
func (a *Answerer) Answer(ctx context.Context, message string, turns []Turn) Answer {
	q := question.Parse(message, a.doc.Meta.Levels)
	out := a.answer(ctx, q, turns)
	out.Question, out.Language = q, a.languageOf(q, turns)
	return out
}

// languageOf is the question's language, or, where its words do not tell, that
// of the question before, or the document's.
func (a *Answerer) languageOf(q question.Question, turns []Turn) string {
	if q.Language != "und" && q.Language != "" {
		return q.Language
	}
	for i := len(turns) - 1; i >= 0; i-- {
		if l := question.Parse(turns[i].Question, a.doc.Meta.Levels).Language; l != "und" && l != "" {
			return l
		}
	}
	return a.coll.languages[0]
}

var small = map[question.Kind]Reason{
	question.Empty: ReasonEmpty, question.TooShort: ReasonTooShort, question.TooLong: ReasonTooLong,
	question.Greeting: ReasonGreeting, question.Thanks: ReasonThanks,
	question.Identity: ReasonIdentity, question.Help: ReasonHelp,
}

func (a *Answerer) answer(ctx context.Context, q question.Question, turns []Turn) Answer {
	if reason, ok := small[q.Kind]; ok {
		return Answer{Kind: KindHelp, Reason: reason}
	}
	switch q.Kind {
	case question.Lookup:
		return a.lookup(q)
	case question.Outline:
		return a.outline(q)
	case question.Metadata:
		return a.metadata(ctx, q)
	case question.Mentions:
		return a.Mentions(q.Topic)
	case question.Navigate:
		return a.navigate(ctx, q, turns)
	}
	return a.search(ctx, q, turns)
}

// cite returns a citation of span in section i.
func (a *Answerer) cite(i int, span document.Span, score float64) Citation {
	s := &a.doc.Sections[i]
	return Citation{
		Section: i, ID: s.ID, Label: s.Label, Title: a.doc.Title(i), Path: a.doc.Path(i),
		Span: span, Quote: a.doc.Slice(span), Score: score,
	}
}

// citeWhole cites a section with all of its own text.
func (a *Answerer) citeWhole(i int) Citation {
	return a.cite(i, a.doc.Sections[i].Own, 1)
}

// Section cites the section with that id, its own text in full.
func (a *Answerer) Section(id string) (Citation, bool) {
	i, ok := a.doc.ByID(id)
	if !ok {
		return Citation{}, false
	}
	return a.citeWhole(i), true
}

// askedWeights returns, by passage number, the idf of the words of the expected
// questions in lang, computed once when a question in lang is first asked.
func (a *Answerer) askedWeights(lang string) []float64 {
	w := a.asked[lang]
	w.once.Do(func() {
		f := field{classQuestion, roleAsked, lang}.name()
		w.weights = make([]float64, len(a.coll.places))
		for n, p := range a.coll.passages {
			for _, t := range a.coll.index.Analyze(f, p.Values[f]) {
				w.weights[n] += a.coll.index.IDF(f, t.Term)
			}
		}
	})
	return w.weights
}

// sectionFreq returns the number of sections in which a term occurs, in the
// text or in finding aids: the highest count of any one field, which is
// at most a few short of the count over all.
func (a *Answerer) sectionFreq(term, lang string) int {
	n := 0
	for _, role := range roles[classSection] {
		n = max(n, a.coll.index.DocFreq(field{classSection, role, lang}.name(), term))
	}
	return n
}
