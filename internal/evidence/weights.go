package evidence

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// naming is how much a word says about the topic, 0 to 1, by what kind of word
// it is. The most common words of a language say less than others; a short
// number that is no reference (package question has taken those out), and words
// for the document itself or its sections, say next to nothing.
func (c *Collection) naming(surface, language string) float64 {
	switch {
	case c.self[surface], isShortNumber(surface):
		return c.params.Self
	case words.IsEveryday(surface, language):
		return c.params.Everyday
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
