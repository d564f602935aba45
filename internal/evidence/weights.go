package evidence

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// weights are the numbers of the ranking in one place, so that evaluation can
// vary them. Chosen by coordinate search on the question sets, keeping round
// values wherever the result did not change; doc.go has the ablation.
var weights = struct {
	// boosts weigh the fields of each class against each other: the words of
	// the document count in full, and a finding aid is as good as they are,
	// except that titles, which repeat in every sentence, count less.
	boosts map[field]float64

	// tie is what the weaker fields of a word add: a word that stands in the
	// text and in its gloss is a little surer than one in the text alone.
	tie float64

	// scale makes the weight of a word that stands in one section only that of
	// a rare term under BM25, whose idf it replaces: a field's own idf calls a
	// word rare that the field happens to use once and the others often.
	scale float64

	everyday float64 // for the most common words of a language, which seldom name the topic

	self float64 // for words that name the document or its sections

	section  float64 // the section as a whole, beside its best sentence
	question float64 // the likest expected question, for its section
	asked    float64 // the likest expected question, for its sentence
	second   float64 // the second-best sentence: two that fit are surer than one

	see     float64 // a word that a see-reference leads to
	guess   float64 // what each edit takes from a misspelt word
	foreign float64 // finding aids in a language that shares the question's script
	lent    float64 // a word of the turn before, in a follow-up
}{
	boosts: map[field]float64{
		{classSentence, roleBody}: 1, {classSentence, roleTitle}: 0.4, {classSentence, roleGloss}: 0.8, {classSentence, roleTerms}: 1,
		{classSection, roleBody}: 0.7, {classSection, roleTitle}: 1, {classSection, roleGloss}: 0.6, {classSection, roleTerms}: 0.7, {classSection, roleHeads}: 1,
		{classQuestion, roleAsked}: 1,
	},
	tie: 0.4, scale: 4, everyday: 0.7, self: 0.2,
	section: 0.5, question: 1, asked: 0.5, second: 0.15,
	see: 0.6, guess: 0.25, foreign: 0.5, lent: 0.4,
}

// naming is how much a word says about the topic, 0 to 1, by what kind of word
// it is. The most common words of a language say less than others; a short
// number that is no reference (package question has taken those out), and words
// for the document itself or its sections, say next to nothing.
func (c *Collection) naming(surface, language string) float64 {
	switch {
	case c.self[surface], isShortNumber(surface):
		return weights.self
	case words.IsEveryday(surface, language):
		return weights.everyday
	}
	return 1
}

func isShortNumber(s string) bool {
	return len(s) <= 2 && strings.Trim(s, "0123456789") == ""
}

// documentWords are what people call any document when they ask about it.
var documentWords = []string{
	"document", "documents", "text", "paper", "section", "sections", "article", "articles",
	"документ", "документе", "документа", "текст", "тексте", "текста", "documento", "texto",
}

// selfWords are documentWords and the chief names of the document's levels.
func selfWords(levels []document.Level) map[string]bool {
	out := map[string]bool{}
	for _, w := range documentWords {
		out[w] = true
	}
	for _, l := range levels {
		for _, names := range l.Names {
			for _, n := range names[:min(len(names), chiefNames)] {
				out[text.Fold(n)] = true
			}
		}
	}
	return out
}

// chiefNames is how many names of a level are its own, singular and plural;
// those after them ("point", "rule", "step") are ordinary words as well.
const chiefNames = 2
