package evidence

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"pincite/internal/annotation"
	"pincite/internal/document"
	"pincite/internal/search"
	"pincite/internal/spell"
)

// A Collection is a document and its finding aids, ready to be searched. It is
// safe for concurrent use.
type Collection struct {
	doc       *document.Document
	languages []string // of the document first, then of the annotations
	words     *spell.Compounds
	self      map[string]bool           // words for the document itself
	notes     map[place]map[string]note // place -> language -> what the annotations say
	synonyms  map[string]map[string][]string
	spell     *spell.Speller
	shelves   map[string]*shelf // by language

	listing sync.Once // guards listed
	listed  []mention
}

// A shelf holds the passages in one language: those of the document's own
// language have its words, the others only finding aids. It is indexed when a
// question first needs it, so that a question in English does not wait for
// the Chinese, Russian and Spanish aids.
type shelf struct {
	language string
	sections int // of the document
	once     sync.Once
	err      error
	index    *search.Index
	places   []place // by passage number
	classes  []class
	see      synonyms
	asked    []float64 // by passage number: idf of the words of an expected question
}

// New arranges a document and its annotations, and indexes them in the
// document's own language; the others are indexed when they are first needed, or
// by [Collection.Warm]. It fails when the index cannot be built.
func New(d *document.Document, notes []annotation.Aids) (*Collection, error) {
	c := &Collection{
		doc: d, languages: languagesOf(d, notes),
		self: selfWords(d.Meta.Levels), notes: byPlace(d, notes),
		synonyms: map[string]map[string][]string{}, shelves: map[string]*shelf{},
	}
	c.spell = spell.New(c.languages, c.texts)
	var all []string
	for _, lang := range c.languages {
		all = append(all, c.texts(lang)...)
	}
	c.words = spell.NewCompounds(all)
	for _, n := range notes {
		c.synonyms[n.Language] = n.Synonyms
	}
	for _, lang := range c.languages {
		c.shelves[lang] = &shelf{language: lang, sections: len(d.Sections)}
	}
	_, err := c.shelf(c.languages[0])
	return c, err
}

// Languages returns the tags of the languages in which questions find passages,
// the document's own first.
func (c *Collection) Languages() []string { return c.languages }

// Warm indexes the finding aids of all languages, so that no question waits for
// them.
func (c *Collection) Warm() error {
	var errs []error
	for _, lang := range c.languages {
		_, err := c.shelf(lang)
		errs = append(errs, err)
	}
	c.spell.Warm()
	c.listing.Do(c.prepareMentions)
	return errors.Join(errs...)
}

func languagesOf(d *document.Document, notes []annotation.Aids) []string {
	out := []string{d.Meta.Language}
	if out[0] == "" {
		out[0] = "en"
	}
	for _, n := range notes {
		if !slices.Contains(out, n.Language) {
			out = append(out, n.Language)
		}
	}
	return out
}

// shelf returns the passages in a language, indexed.
func (c *Collection) shelf(lang string) (*shelf, error) {
	s := c.shelves[lang]
	s.once.Do(func() { s.err = c.fill(s) })
	return s, s.err
}

// Close frees the indexes.
func (c *Collection) Close() error {
	var errs []error
	for _, s := range c.shelves {
		if s.index != nil {
			errs = append(errs, s.index.Close())
		}
	}
	return errors.Join(errs...)
}

// fill indexes the sentences, the sections and the expected questions of a
// language. It does not end with the question that happens to be the first.
func (c *Collection) fill(s *shelf) error {
	b := &builder{Collection: c, shelf: s}
	for i := range c.doc.Sections {
		b.section(i)
	}
	decl := make([]search.Field, len(fields))
	for i, f := range fields {
		decl[i] = search.Field{Name: f.name(), Analyzer: analyzerFor(s.language)}
	}
	var err error
	if s.index, err = search.Build(context.Background(), decl, b.passages); err != nil {
		return fmt.Errorf("index %s in %s: %w", c.doc.Name, s.language, err)
	}
	s.weigh(b.passages)
	s.see = newSynonyms(s, c.synonyms[s.language])
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
func (s *shelf) weigh(passages []search.Passage) {
	name := field{classQuestion, roleAsked}.name()
	questions := make([]string, len(passages))
	for n, p := range passages {
		questions[n] = p.Values[name]
	}
	s.asked = make([]float64, len(passages))
	for n, terms := range s.analyzeEach(questions) {
		for _, t := range terms {
			s.asked[n] += s.index.IDF(name, t.Term)
		}
	}
}

// analyzeEach analyses many short texts in one pass, since each call of an
// analyzer costs more than a short text does.
func (s *shelf) analyzeEach(texts []string) [][]search.Token {
	all := strings.Join(texts, "\n")
	tokens := s.index.Analyze(field{classSentence, roleBody}.name(), all)
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

// analyze returns the words of text as the sentences on the shelf have them.
func (s *shelf) analyze(text string) []search.Token {
	return s.index.AnalyzeQuery(field{classSentence, roleBody}.name(), text)
}

// knows reports whether the term occurs in any field.
func (s *shelf) knows(term string) bool {
	return slices.ContainsFunc(fields, func(f field) bool { return s.index.DocFreq(f.name(), term) > 0 })
}

// everywhere is what a word tells that stands in every section: enough to be
// found by, where nothing else was asked.
const everywhere = 0.05

// telling says how much a known term narrows the document down: 1 for a term
// of a single section, everywhere for one that stands in all of them (idf,
// normalised).
func (s *shelf) telling(term string) float64 {
	n := float64(s.sections)
	df := float64(s.sectionFreq(term))
	return max(everywhere, math.Log((n+1)/(df+0.5))/math.Log((n+1)/1.5))
}

// sectionFreq returns the number of sections in which a term occurs, in the
// text or in finding aids: the highest count of any one field, which is
// at most a few short of the count over all.
func (s *shelf) sectionFreq(term string) int {
	n := 1
	for _, f := range fields {
		if f.class == classSection {
			n = max(n, s.index.DocFreq(f.name(), term))
		}
	}
	return n
}

// share is how much of an expected question a hit meets, by idf, 0 to 1.
func (s *shelf) share(h search.Hit) float64 {
	var met float64
	last := -1
	for _, p := range h.Parts {
		if p.Clause != last {
			met += s.index.IDF(p.Field, p.Term)
			last = p.Clause
		}
	}
	return min(met/s.asked[h.Passage], 1)
}

// Body returns the paragraphs of section i without its number and heading.
func (c *Collection) Body(i int) string {
	var out []string
	for _, p := range c.doc.Sections[i].Paragraphs {
		out = append(out, c.doc.Slice(p.Span))
	}
	return strings.Join(out, "\n")
}

// texts returns all that the shelf of a language is made of: the document's own
// text in its language, and the finding aids.
func (c *Collection) texts(lang string) []string {
	var out []string
	if lang == c.languages[0] {
		out = append(out, c.doc.Text)
	}
	for _, n := range c.notes {
		if note, ok := n[lang]; ok {
			out = append(append(out, note.all()...), note.questions...)
		}
	}
	return out
}
