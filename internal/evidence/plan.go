package evidence

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/search"
	"pincite/internal/spell"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A Plan is a question made ready for the index: its words, each with what
// counts as that word in which field.
type Plan struct {
	words     []word
	languages []string // in which some word has a match
}

// A word is one content word of a question, or a pair of Han characters.
type word struct {
	surface  string                    // as typed, lower case
	weight   float64                   // how telling it is, 0 to 1: its share in coverage
	known    bool                      // it occurs in the document or its annotations
	guessed  bool                      // it was misspelt, and is read as another word
	seen     bool                      // a see-reference leads from it to words that occur
	everyday bool                      // it is too common to name a topic
	lent     bool                      // it was said in the turn before, not in this question
	matches  map[string][]search.Match // by language
}

// sureness is how well a match of the word meets what was typed: in full if the
// document or its aids have the very word, less if it was corrected, or if only
// a see-reference leads from it to a word that they have.
func (w word) sureness() float64 {
	switch {
	case w.known:
		return 1
	case w.guessed:
		return 1 - weights.guess
	}
	return weights.see
}

// Plan analyses the words of topic, which is asked in language ("" if that is
// not known), in every language whose script they are in.
func (c *Collection) Plan(topic, language string) Plan {
	var p Plan
	at := map[int]int{} // byte at which a word starts -> its place in p.words
	topic = c.words.Fold(topic)
	for _, lang := range ownFirst(c.languages, language) {
		boost := languageBoost(lang, language, topic)
		if boost == 0 {
			continue
		}
		if c.addLanguage(&p, at, topic, lang, boost) {
			p.languages = append(p.languages, lang)
		}
	}
	return p
}

// ownFirst puts the question's language before the others: its function words
// are left out before another language takes them for content.
func ownFirst(languages []string, own string) []string {
	out := make([]string, 0, len(languages))
	if slices.Contains(languages, own) {
		out = append(out, own)
	}
	for _, l := range languages {
		if l != own {
			out = append(out, l)
		}
	}
	return out
}

// query is what the plan asks of the finding aids in one language.
func (p Plan) query(lang string) search.Query {
	q := search.Query{Tie: weights.tie, Explain: true}
	for _, w := range p.words {
		weight := 1.0
		if w.lent {
			weight = weights.lent
		}
		q.Clauses = append(q.Clauses, search.Clause{Any: w.matches[lang], Weight: weight})
	}
	return q
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
	return weights.foreign
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

// addLanguage adds the words of topic as lang sees them, and reports whether any
// of them has a match there.
func (c *Collection) addLanguage(p *Plan, at map[int]int, topic, lang string, boost float64) bool {
	shelf, err := c.shelf(lang)
	if err != nil {
		return false
	}
	if lang == "zh" {
		topic = text.Simplified(topic)
	}
	found := false
	tokens := shelf.analyze(topic)
	if lang == "zh" {
		tokens = contentPairs(tokens, shelf.knows)
	}
	for n, t := range tokens {
		surface := strings.ToLower(topic[t.Start:t.End])
		if !hasScript(surface, lang) {
			continue
		}
		i, ok := at[t.Start]
		if !ok && slices.ContainsFunc(p.words, func(w word) bool { return w.surface == surface }) {
			continue // said twice, meant once
		}
		if !ok {
			if boost == weights.foreign {
				continue // a function word of the question's own language
			}
			i = len(p.words)
			at[t.Start] = i
			p.words = append(p.words, word{surface: surface, matches: map[string][]search.Match{}})
		}
		before, naming := p.words[i].weight, c.naming(surface, lang)
		found = c.match(shelf, &p.words[i], t.Term, boost*naming, boost == weights.foreign, isName(topic, t)) || found
		for _, see := range shelf.see.at(tokens, n) {
			found = shelf.addSee(&p.words[i], see, boost*naming) || found
		}
		p.words[i].weight = max(p.words[i].weight*naming, before)
		p.words[i].everyday = p.words[i].everyday || naming < 1
	}
	return found
}

// addSee adds the words of a see-reference, which together count as the word
// that they stand for.
func (s *shelf) addSee(w *word, stems []string, boost float64) bool {
	found := false
	for _, stem := range stems {
		if s.addMatches(w, stem, boost*weights.see/float64(len(stems))) {
			found, w.seen = true, true
			w.weight = max(w.weight, s.telling(stem))
		}
	}
	return found
}

// match adds what counts as term on a shelf, and reports whether anything does.
// A word that the vocabulary lacks is tried as a misspelling, unless it is a
// name: nobody who asks about Taiwan means something else.
func (c *Collection) match(s *shelf, w *word, term string, boost float64, foreign, name bool) bool {
	if s.addMatches(w, term, boost) {
		w.known = true
		w.weight = max(w.weight, s.telling(term))
		return true
	}
	if foreign {
		return false // not a word of this language: neither misspelt nor strange in it
	}
	var guesses []spell.Guess
	if !name {
		guesses = c.spell.Guess(w.surface, s.language)
	}
	if len(guesses) > 0 && !slices.ContainsFunc(guesses, func(g spell.Guess) bool { return len(s.analyze(g.Word)) > 0 }) {
		w.everyday = true // a function word, misspelt
		return false
	}
	for _, g := range guesses {
		for _, t := range s.analyze(g.Word) {
			if s.addMatches(w, t.Term, boost*(1-weights.guess*g.Cost)) {
				w.guessed = true
				w.weight = max(w.weight, s.telling(t.Term))
			}
		}
	}
	if !w.guessed && !w.known {
		w.weight = max(w.weight, strangeness(w.surface, s.language))
	}
	return w.guessed
}

// isName reports whether a word is written as a name is: with a capital, inside a
// text that is not all in capitals.
func isName(topic string, t search.Token) bool {
	first, size := utf8.DecodeRuneInString(topic[t.Start:])
	next, _ := utf8.DecodeRuneInString(topic[t.Start+size:])
	return t.Start > 0 && unicode.IsUpper(first) && unicode.IsLower(next)
}

// addMatches adds term in every field that has it, and reports whether any has.
func (s *shelf) addMatches(w *word, term string, boost float64) bool {
	found := false
	for _, f := range fields {
		if s.index.DocFreq(f.name(), term) == 0 {
			continue
		}
		found = true
		b := boost * weights.boosts[f] * weights.scale * s.telling(term) / s.index.IDF(f.name(), term)
		w.matches[s.language] = append(w.matches[s.language], search.Match{Field: f.name(), Term: term, Boost: b})
	}
	return found
}

// Weights of words that the document has nowhere.
const (
	strangeEveryday = 0.5
	strangeCommon   = 0.8
	strangeOther    = 0.6  // of Russian and Spanish, whose common words are not listed
	strangeShort    = 0.2  // of an English one of up to three letters, most of them chat spelling
	strangePair     = 0.45 // of two Han characters, some of which belong to two words
)

// minStrange is the length in bytes from which an unknown English word may be a
// name or a term.
const minStrange = 4

// strangeness is the weight of a word that the document has nowhere. An
// everyday verb says little about what is asked; a rare noun says that the
// document does not speak of it.
func strangeness(surface, lang string) float64 {
	switch {
	case lang == "en":
	case lang == "zh":
		return strangePair
	case words.IsEveryday(surface, lang):
		return 0
	default:
		return strangeOther
	}
	if len(surface) < minStrange {
		return strangeShort
	}
	switch words.Rarity(surface) {
	case words.MostCommon:
		return strangeEveryday
	case words.Common:
		return strangeCommon
	}
	return 1
}

// Vague reports whether there is no word to look for but a single everyday one
// ("how often?").
func (p Plan) Vague() bool {
	return len(p.words) == 0 || len(p.words) == 1 && p.words[0].everyday
}

// Empty reports whether there is no word to look for.
func (p Plan) Empty() bool { return len(p.words) == 0 }

// Missing returns the words of the question that the document has nowhere.
func (p Plan) Missing() []string {
	var out []string
	for _, w := range p.words {
		if !w.known && !w.guessed && !w.seen && !w.everyday {
			out = append(out, w.surface)
		}
	}
	return out
}

// Coverage is the share of the plan's weight that is met, 0 to 1. Words lent by
// the turn before do not count; but where there are any, the question leans on
// them, and its own few words are not held to be all that it says.
func (p Plan) Coverage(met []float64) float64 {
	var got, all float64
	if slices.ContainsFunc(p.words, func(w word) bool { return w.lent }) {
		got, all = leaning, leaning
	}
	for i, w := range p.words {
		if !w.lent {
			got += w.weight * met[i]
			all += w.weight
		}
	}
	if all == 0 {
		return 1
	}
	return got / all
}

// Weight is what the question's own words weigh together.
func (p Plan) Weight() float64 {
	var all float64
	for _, w := range p.words {
		if !w.lent {
			all += w.weight
		}
	}
	return all
}

// leaning is the weight of what a follow-up leaves unsaid, that of half a
// telling word.
const leaning = 0.5

// Lend adds the words of the turn before that the question does not have itself.
func (p *Plan) Lend(before Plan) {
	for _, w := range before.words {
		if !slices.ContainsFunc(p.words, func(own word) bool { return own.surface == w.surface }) {
			w.lent = true
			p.words = append(p.words, w)
		}
	}
	for _, lang := range before.languages {
		if !slices.Contains(p.languages, lang) {
			p.languages = append(p.languages, lang)
		}
	}
}

// Each calls f for every word with a line on how it was read.
func (p Plan) Each(f func(surface, reading string)) {
	for _, w := range p.words {
		n := 0
		for _, m := range w.matches {
			n += len(m)
		}
		f(w.surface, fmt.Sprintf("weight %.2f, %s, %d matches", w.weight, w.reading(), n))
	}
}

// reading says how a word was taken.
func (w word) reading() string {
	switch {
	case w.lent:
		return "from the turn before"
	case w.known:
		return "known"
	case w.seen:
		return "by a see-reference"
	case w.guessed:
		return "misspelt"
	}
	return "unknown"
}
