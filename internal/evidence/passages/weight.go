package passages

import (
	"hash/maphash"

	"pincite/internal/text"
	"pincite/internal/text/words"
)

// Weight says how much a folded word, or a pair of Chinese characters, narrows the
// document down: from 1 for one that a single section or its finding aids have to
// nearly 0 for one that stands everywhere; 0 for a word that stands nowhere, and for
// one too common to be a topic.
func (c *Set) Weight(word string) float64 {
	key := maphash.String(weightSeed, word)
	if weight, ok := c.weights.Get(key); ok {
		return weight
	}
	weight, err := c.weightOf(word)
	if err == nil { // otherwise the search that follows says so
		c.weights.Add(key, weight)
	}
	return weight
}

// rememberedWeights is how many words' weights are remembered: a message has its words
// weighed many times over as it is read. The words themselves, which people have typed,
// are not.
const rememberedWeights = 4096

var weightSeed = maphash.MakeSeed()

func (c *Set) weightOf(word string) (best float64, err error) {
	for _, lang := range c.languages {
		if !text.InScriptOf(word, lang) {
			continue
		}
		if words.Function(lang).Has(word) || words.IsEveryday(word, lang) {
			return 0, nil
		}
		x, failed := c.Index(lang)
		if failed != nil {
			err = failed
			continue
		}
		for _, t := range x.Analyze(word) {
			if x.Knows(t.Term) {
				best = max(best, x.Telling(t.Term))
			}
		}
	}
	return best, err
}
