package answer

import (
	"strings"

	"pincite/internal/text"
)

// onlyNamed reports whether the question asks for something that the document
// names and never spells out, as its annotations say.
func (a *Answerer) onlyNamed(asked string) bool {
	asked = text.Simplified(text.Fold(asked))
	for _, n := range a.terms {
		if strings.Contains(asked, n) {
			return true
		}
	}
	return false
}
