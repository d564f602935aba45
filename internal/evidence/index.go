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
	see      references
	aidsOnce sync.Once
	aids     *aids           // for lists; nil until one needs them
	asked    map[int]float64 // by passage number: idf of the words of an expected or unanswered question
}

// fill indexes the passages of a language.
func (c *Collection) fill(ctx context.Context, x *index, progress func(done, sections int)) (err error) {
	x.engine, err = c.keeper.index(ctx, "passages 1", x.language, fieldsIn(x.language), c.passages(x.language, progress))
	if err != nil {
		return fmt.Errorf("index %s in %s: %w", c.doc.Name, x.language, err)
	}
	c.weigh(x)
	x.see = references{}
	x.see.add(x, c.synonyms[x.language], related)
	x.see.add(x, c.same[x.language], same)
	return nil
}

// fieldsIn declares the fields of an index in a language.
func fieldsIn(language string) []search.Field {
	var out []search.Field
	for _, f := range fields {
		out = append(out, search.Field{Name: string(f), Analyzer: search.AnalyzerFor(language), Counted: f == sectionAll})
	}
	return append(out, allWordsIn(language))
}

// allWordsIn declares the field of all words in a language.
func allWordsIn(language string) search.Field {
	analyzer := search.AnalyzerFor(language)
	if analyzer != search.Exact {
		analyzer += search.AllWords
	}
	return search.Field{Name: allWords, Analyzer: analyzer}
}

// weigh computes what the words of each expected or unanswered question weigh
// together.
func (c *Collection) weigh(x *index) {
	questions := c.questions(x.language)
	terms := x.analyzeEach(questions)
	x.asked = make(map[int]float64, len(questions))
	for n := range x.engine.Len() {
		if len(terms) == 0 {
			return
		}
		if cl, _ := x.at(n); cl != classExpected && cl != classUnanswered {
			continue
		}
		for _, t := range terms[0] {
			x.asked[n] += x.idf(t.Term)
		}
		terms = terms[1:]
	}
}

// questions returns those of the finding aids in a language, in the order of their
// passages.
func (c *Collection) questions(language string) []string {
	if len(c.notes) == 0 {
		return nil
	}
	var out []string
	b := &builder{Collection: c, language: language, yield: func(p search.Passage) bool {
		out = append(out, p.Values[string(expected)]+p.Values[string(unanswered)])
		return true
	}}
	for i := range c.doc.Sections {
		for n := whole; n < len(c.doc.Sentences(i)); n++ {
			b.questions(place{i, n}, c.notes[place{i, n}][language])
		}
	}
	return out
}

// analyzeEach analyses many short texts in one pass, since each call of an
// analyzer costs more than a short text does.
func (x *index) analyzeEach(texts []string) [][]search.Token {
	all := strings.Join(texts, "\n")
	tokens := x.engine.Analyze(string(sentenceBody), all)
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
	return x.engine.AnalyzeQuery(string(sentenceBody), text)
}

// knows reports whether the term occurs in any field.
func (x *index) knows(term string) bool {
	return slices.ContainsFunc(fields, func(f field) bool { return x.engine.DocFreq(string(f), term) > 0 })
}

// idf is that of Lucene's BM25 over the sections: by it a word is as rare as the
// sections are that have it, in the text or in finding aids. A field's own idf
// calls a word rare that the field happens to use once and the others often.
func (x *index) idf(term string) float64 {
	n, df := float64(x.sections), float64(x.engine.DocFreq(string(sectionAll), term))
	return math.Log(1 + max(n-df+0.5, 0.5)/(df+0.5))
}

// telling says how much a term narrows the document down, 0 to 1: its idf as a
// share of that of a word which no section has.
func (x *index) telling(term string) float64 { return x.idf(term) / math.Log(2*float64(x.sections)+2) }

// met is what the words of an expected or unanswered question weigh together that a
// hit meets, by idf.
func (x *index) met(h search.Hit) float64 {
	var met float64
	last := -1
	for _, p := range h.Parts {
		if p.Clause != last {
			met += x.idf(p.Term)
			last = p.Clause
		}
	}
	return met
}

// share is how much of an expected or unanswered question a hit meets, 0 to 1.
func (x *index) share(h search.Hit) float64 {
	if x.asked[h.Passage] == 0 {
		return 0
	}
	return min(x.met(h)/x.asked[h.Passage], 1)
}

// likeness is how much an expected or unanswered question and a plan whose words
// weigh whole have in common, 0 to 1: what both have as a share of the longer.
func (x *index) likeness(h search.Hit, whole float64) float64 {
	longer := max(x.asked[h.Passage], whole)
	if longer == 0 {
		return 0
	}
	return min(x.met(h)/longer, 1)
}

// weight is what the words of a plan weigh together, by idf, those of the turn before
// among them; a word that the language does not know weighs as much as the rarest.
func (x *index) weight(p Plan) float64 {
	var sum float64
	for _, w := range p.words {
		if !w.own() && !w.borrowed {
			continue
		}
		best, known := 0.0, false
		for k := range w.variants {
			if term, ok := strings.CutPrefix(k, x.language+":"); ok {
				best, known = max(best, x.idf(term)), true
			}
		}
		if !known {
			best = x.idf("") * w.weight
		}
		sum += best
	}
	return sum
}
