package answer

import (
	"math"
	"strings"
	"unicode"

	"pincite/internal/search"
	"pincite/internal/text"
)

// A plan is a question made ready for the index: its words, each with what
// counts as that word in which field.
type plan struct {
	words []word
	query search.Query
}

// A word is one content word of a question, or a pair of Han characters.
type word struct {
	surface string  // as typed, lower case
	weight  float64 // how telling it is, 0 to 1: its share in coverage
	known   bool    // it occurs in the document or its annotations
	guessed bool    // it was misspelt, and is read as another word
	lent    bool    // it was said in the turn before, not in this question
	matches []search.Match
}

// boosts weigh the fields of each class against each other. Chosen on the
// development sets (see doc.go for the ablation): the words of the document
// count in full; a finding aid is as good as they are, except that titles
// and headings, which are short and repeat in every sentence, count less.
var boosts = map[class]map[string]float64{
	classSentence: {roleBody: 1, roleTitle: 0.4, roleGloss: 0.8, roleTerms: 1},
	classSection:  {roleBody: 0.7, roleTitle: 1, roleGloss: 0.6, roleTerms: 0.7, roleHeads: 1},
	classQuestion: {roleAsked: 1},
}

const (
	// tie is what the weaker fields of a word add: a word that stands in the
	// text and in its gloss is a little surer than one in the text alone.
	tie = 0.3

	// guessCost is what each edit takes from a corrected word.
	guessCost = 0.25

	// otherLanguage is the boost of finding aids in a language that shares
	// its script with that of the question.
	otherLanguage = 0.5
)

// planFor analyses the words of topic in every language whose script they are in.
func (a *Answerer) planFor(topic, language string) plan {
	var p plan
	at := map[int]int{} // byte at which a word starts -> its place in p.words
	topic = a.coll.words.fold(topic)
	for _, lang := range a.coll.languages {
		boost := languageBoost(lang, language, topic)
		if boost == 0 {
			continue
		}
		a.addLanguage(&p, at, topic, lang, boost)
	}
	for _, w := range p.words {
		p.query.Clauses = append(p.query.Clauses, search.Clause{Any: w.matches, Weight: 1})
	}
	p.query.Tie = tie
	return p
}

// languageBoost weighs finding aids in lang for a question in language: those
// in the question's own language count in full, those of another language in
// the same script somewhat, and none that cannot hold its words.
func languageBoost(lang, language, topic string) float64 {
	switch {
	case !hasScript(topic, lang):
		return 0
	case lang == language || language == "und" || language == "":
		return 1
	case lang == "en" && language != "es", language == "zh", language == "ru":
		return 1 // English terms inside another script
	case lang == "es":
		return 0 // Spanish look-alikes mislead an English question
	}
	return otherLanguage
}

// hasScript reports whether s has a letter of the script that lang is written in.
func hasScript(s, lang string) bool {
	script := scriptOf(lang)
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(script, r) || unicode.IsDigit(r) })
}

func scriptOf(lang string) *unicode.RangeTable {
	switch lang {
	case "zh":
		return unicode.Han
	case "ru":
		return unicode.Cyrillic
	}
	return unicode.Latin
}

// addLanguage adds the words of topic as lang sees them.
func (a *Answerer) addLanguage(p *plan, at map[int]int, topic, lang string, boost float64) {
	if lang == "zh" {
		topic = text.Simplified(topic)
	}
	name := field{classSentence, roleBody, lang}.name()
	for _, t := range a.coll.index.AnalyzeQuery(name, topic) {
		surface := strings.ToLower(topic[t.Start:t.End])
		if !hasScript(surface, lang) {
			continue
		}
		i, ok := at[t.Start]
		if !ok {
			i = len(p.words)
			at[t.Start] = i
			p.words = append(p.words, word{surface: surface})
		}
		a.match(&p.words[i], t.Term, lang, boost)
	}
}

// match adds what counts as term in the fields of lang. A word that the
// vocabulary lacks is tried as a misspelling.
func (a *Answerer) match(w *word, term, lang string, boost float64) {
	if a.addMatches(w, term, lang, boost) {
		w.known = true
		w.weight = max(w.weight, a.telling(term, lang))
		return
	}
	for _, g := range a.spell.guess(w.surface, lang) {
		for _, t := range a.coll.index.AnalyzeQuery(field{classSentence, roleBody, lang}.name(), g.word) {
			if a.addMatches(w, t.Term, lang, boost*(1-guessCost*g.cost)) {
				w.guessed = true
				w.weight = max(w.weight, a.telling(t.Term, lang))
			}
		}
	}
	if !w.guessed && !w.known {
		w.weight = max(w.weight, strangeness(w.surface, lang))
	}
}

// addMatches adds term in every field of lang that has it, and reports whether
// any has.
func (a *Answerer) addMatches(w *word, term, lang string, boost float64) bool {
	found := false
	for _, f := range a.coll.fields {
		if f.language != lang || a.coll.index.DocFreq(f.name(), term) == 0 {
			continue
		}
		found = true
		w.matches = append(w.matches, search.Match{Field: f.name(), Term: term, Boost: boost * boosts[f.class][f.role]})
	}
	return found
}

// telling says how much a known term narrows the document down: 1 for a term
// of a single section, 0 for one that stands in all of them (idf, normalised).
func (a *Answerer) telling(term, lang string) float64 {
	n := float64(len(a.coll.doc.Sections))
	df := float64(a.sectionFreq(term, lang))
	return math.Log((n+1)/(df+0.5)) / math.Log((n+1)/1.5)
}

// strangeness is the weight of a word that the document has nowhere. An
// everyday verb says little about what is asked; a rare noun says that the
// document does not speak of it.
func strangeness(surface, lang string) float64 {
	if lang != "en" {
		return 0.6
	}
	switch text.Rarity(surface) {
	case text.Everyday:
		return 0.3
	case text.Common:
		return 0.6
	case text.Literate:
		return 0.8
	}
	return 1
}
