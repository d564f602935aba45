package passages

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"pincite/internal/search"
)

// An Index holds the passages in one language: those of the document's own
// language have its words, the others only finding aids. It is indexed when a
// question first needs it, so that a question in one language does not wait for
// the aids in others.
type Index struct {
	Language string
	Engine   *search.Index

	sections int // of the document
	once     sync.Once
	err      error
	see      references
	asked    map[int]float64 // by passage number: idf of the words of an expected or unanswered question
}

// fill indexes the passages of a language.
func (c *Set) fill(ctx context.Context, x *Index, progress func(done, sections int)) (err error) {
	x.Engine, err = c.keeper.index(ctx, "passages 2", x.Language, fieldsIn(x.Language), c.passages(x.Language, progress))
	if err != nil {
		return fmt.Errorf("index %s in %s: %w", c.doc.Name, x.Language, err)
	}
	c.weigh(x)
	x.see = references{}
	x.see.add(x, c.synonyms[x.Language], false)
	x.see.add(x, c.same[x.Language], true)
	return nil
}

// fieldsIn declares the fields of an index in a language.
func fieldsIn(language string) []search.Field {
	var out []search.Field
	for _, f := range Fields {
		out = append(out, search.Field{Name: string(f), Analyzer: search.AnalyzerFor(language), Counted: f == SectionAll})
	}
	return append(out, AllWordsIn(language))
}

// AllWords is a field of no passage here: its analyzer leaves no word out, as those who
// list mentions or read a sentence closely need it.
const AllWords = "all words"

// AllWordsIn declares the field [AllWords] in a language.
func AllWordsIn(language string) search.Field {
	analyzer := search.AnalyzerFor(language)
	if analyzer != search.Exact {
		analyzer += search.AllWords
	}
	return search.Field{Name: AllWords, Analyzer: analyzer}
}

// weigh computes what the words of each expected or unanswered question weigh
// together.
func (c *Set) weigh(x *Index) {
	questions := c.questions(x.Language)
	terms := x.AnalyzeEach(questions)
	x.asked = make(map[int]float64, len(questions))
	for n := range x.Engine.Len() {
		if len(terms) == 0 {
			return
		}
		if cl, _ := x.At(n); cl != ClassExpected && cl != ClassUnanswered {
			continue
		}
		for _, t := range terms[0] {
			x.asked[n] += x.IDF(t.Term)
		}
		terms = terms[1:]
	}
}

// questions returns those of the finding aids in a language, in the order of their
// passages.
func (c *Set) questions(language string) []string {
	if len(c.notes) == 0 {
		return nil
	}
	var out []string
	b := &builder{Set: c, language: language, yield: func(p search.Passage) bool {
		out = append(out, p.Values[string(Expected)]+p.Values[string(Unanswered)])
		return true
	}}
	for i := range c.doc.Sections {
		for n := Whole; n < len(c.doc.Sentences(i)); n++ {
			b.questions(Place{i, n}, c.notes[Place{i, n}][language])
		}
	}
	return out
}

// AnalyzeEach analyses many short texts in one pass, since each call of an
// analyzer costs more than a short text does.
func (x *Index) AnalyzeEach(texts []string) [][]search.Token {
	all := strings.Join(texts, "\n")
	tokens := x.Engine.Analyze(string(SentenceBody), all)
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

// Analyze returns the words of text as the sentences of the index have them.
func (x *Index) Analyze(text string) []search.Token {
	return x.Engine.AnalyzeQuery(string(SentenceBody), text)
}

// AllWords returns all words of a text, function words included.
func (x *Index) AllWords(text string) []search.Token { return x.Engine.Analyze(AllWords, text) }

// Knows reports whether the term occurs in any field.
func (x *Index) Knows(term string) bool {
	return slices.ContainsFunc(Fields, func(f Field) bool { return x.Engine.DocFreq(string(f), term) > 0 })
}

// IDF is that of Lucene's BM25 over the sections: by it a word is as rare as the
// sections are that have it, in the text or in finding aids. A field's own idf
// calls a word rare that the field happens to use once and the others often.
func (x *Index) IDF(term string) float64 {
	return x.IDFOf(x.Engine.DocFreq(string(SectionAll), term))
}

// IDFOf is the idf of what so many sections have.
func (x *Index) IDFOf(sections int) float64 {
	n, df := float64(x.sections), float64(sections)
	return math.Log(1 + max(n-df+0.5, 0.5)/(df+0.5))
}

// Telling says how much a term narrows the document down, 0 to 1: its idf as a
// Share of that of a word which no section has.
func (x *Index) Telling(term string) float64 { return x.IDF(term) / math.Log(2*float64(x.sections)+2) }

// met is what the words of an expected or unanswered question weigh together that a
// hit meets, by idf.
func (x *Index) met(h search.Hit) float64 {
	var met float64
	last := -1
	for _, p := range h.Parts {
		if p.Clause != last {
			met += x.IDF(p.Term)
			last = p.Clause
		}
	}
	return met
}

// Share is how much of an expected or unanswered question a hit meets, 0 to 1.
func (x *Index) Share(h search.Hit) float64 {
	if x.asked[h.Passage] == 0 {
		return 0
	}
	return min(x.met(h)/x.asked[h.Passage], 1)
}

// Likeness is how much an expected or unanswered question and a plan whose words
// weigh whole have in common, 0 to 1: what both have as a share of the longer.
func (x *Index) Likeness(h search.Hit, whole float64) float64 {
	longer := max(x.asked[h.Passage], whole)
	if longer == 0 {
		return 0
	}
	return min(x.met(h)/longer, 1)
}
