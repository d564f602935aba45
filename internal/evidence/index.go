package evidence

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"pincite/internal/search"
)

// An index holds the passages in one language: those of the document's own
// language have its words, the others only finding aids. It is indexed when a
// question first needs it, so that a question in English does not wait for
// the Chinese, Russian and Spanish aids.
type index struct {
	params   *Params
	language string
	sections int // of the document
	once     sync.Once
	err      error
	engine   *search.Index
	places   []place // by passage number
	classes  []class
	see      synonyms
	asked    []float64 // by passage number: idf of the words of an expected question
}

// fill indexes the sentences, the sections and the expected questions of a
// language. It does not end with the question that happens to be the first.
func (c *Collection) fill(x *index) error {
	b := &builder{Collection: c, index: x}
	for i := range c.doc.Sections {
		b.section(i)
	}
	decl := make([]search.Field, len(fields))
	for i, f := range fields {
		decl[i] = search.Field{Name: f.name(), Analyzer: analyzerFor(x.language)}
	}
	var err error
	if x.engine, err = search.Build(context.Background(), decl, b.passages); err != nil {
		return fmt.Errorf("index %s in %s: %w", c.doc.Name, x.language, err)
	}
	x.weigh(b.passages)
	x.see = newSynonyms(x, c.synonyms[x.language])
	return nil
}

func analyzerFor(language string) string {
	switch language {
	case "en":
		return search.English
	case "ru":
		return search.Russian
	case "es":
		return search.Spanish
	case "zh":
		return search.CJK
	}
	return search.Exact
}

// weigh computes what the words of each expected question weigh together.
func (x *index) weigh(passages []search.Passage) {
	name := field{classQuestion, roleAsked}.name()
	questions := make([]string, len(passages))
	for n, p := range passages {
		questions[n] = p.Values[name]
	}
	x.asked = make([]float64, len(passages))
	for n, terms := range x.analyzeEach(questions) {
		for _, t := range terms {
			x.asked[n] += x.engine.IDF(name, t.Term)
		}
	}
}

// analyzeEach analyses many short texts in one pass, since each call of an
// analyzer costs more than a short text does.
func (x *index) analyzeEach(texts []string) [][]search.Token {
	all := strings.Join(texts, "\n")
	tokens := x.engine.Analyze(bodyField, all)
	out := make([][]search.Token, len(texts))
	end := -1
	for i, t := range texts {
		end += 1 + len(t)
		n := 0
		for n < len(tokens) && tokens[n].Start < end {
			n++
		}
		out[i], tokens = tokens[:n], tokens[n:]
	}
	return out
}

// analyze returns the words of text as the sentences of the index have them.
func (x *index) analyze(text string) []search.Token {
	return x.engine.AnalyzeQuery(bodyField, text)
}

// knows reports whether the term occurs in any field.
func (x *index) knows(term string) bool {
	return slices.ContainsFunc(fields, func(f field) bool { return x.engine.DocFreq(f.name(), term) > 0 })
}

// telling says how much a known term narrows the document down: 1 for a term
// of a single section, Params.Everywhere for one that all of them have (idf,
// normalised).
func (x *index) telling(term string) float64 {
	n := float64(x.sections)
	df := float64(x.sectionFreq(term))
	return max(x.params.Everywhere, math.Log((n+1)/(df+0.5))/math.Log((n+1)/1.5))
}

// sectionFreq returns the number of sections that have a term, in the text or
// in finding aids: the highest count of any one field, which is
// at most a few short of the count over all.
func (x *index) sectionFreq(term string) int {
	n := 1
	for _, f := range fields {
		if f.class == classSection {
			n = max(n, x.engine.DocFreq(f.name(), term))
		}
	}
	return n
}

// share is how much of an expected question a hit meets, by idf, 0 to 1.
func (x *index) share(h search.Hit) float64 {
	var met float64
	last := -1
	for _, p := range h.Parts {
		if p.Clause != last {
			met += x.engine.IDF(p.Field, p.Term)
			last = p.Clause
		}
	}
	return min(met/x.asked[h.Passage], 1)
}
