package evidence

import "pincite/internal/text/words"

// Weight says how much a folded word, or a pair of Chinese characters, narrows the
// document down: from 1 for one that a single section or its finding aids have to
// nearly 0 for one that stands everywhere; 0 for a word that stands nowhere, and for
// one too common to be a topic.
func (c *Collection) Weight(word string) float64 {
	best := 0.0
	for _, lang := range c.languages {
		if !hasScript(word, lang) {
			continue
		}
		if words.Function(lang).Has(word) || words.IsEveryday(word, lang) {
			return 0
		}
		x, err := c.index(lang)
		if err != nil {
			continue // the search that follows says so
		}
		for _, t := range x.analyze(word) {
			if x.knows(t.Term) {
				best = max(best, x.telling(t.Term))
			}
		}
	}
	return best
}
