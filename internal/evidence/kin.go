package evidence

import (
	"math"
	"unicode/utf8"

	"pincite/internal/text"
)

// addKin adds the words of the text that look like the word's kin: "dissolution" for
// "dissolved", "absence" for "absent". They speak for a passage, but do not say the
// same, and do not change what the word weighs.
func (w *word) addKin(x *index, term string) {
	stem := []rune(term)
	if w.name || len(stem) < minKin || text.IsHan(stem[0]) {
		return
	}
	common := max(minKin, int(math.Ceil(x.params.KinShare*float64(len(stem)))))
	weight := w.weight
	for other := range x.engine.WithPrefix(string(sentenceBody), string(stem[:common])) {
		if other != term && float64(common) >= x.params.KinShare*float64(utf8.RuneCountInString(other)) {
			w.add(x, other, variant{kin, x.params.Kin})
		}
	}
	w.weight = weight
}

// minKin is how many letters stems that are kin share at least, and [Params.KinShare] the
// part of each that those are.
const minKin = 5
