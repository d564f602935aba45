package evidence

import (
	"math"
	"unicode/utf8"

	"pincite/internal/evidence/passages"
	"pincite/internal/text"
)

// addKin adds the words of the text that look like the word's kin: "dissolution" for
// "dissolved", "absence" for "absent". They speak for a passage, but do not say the
// same, and do not change what the word weighs.
func (w *word) addKin(x *passages.Index, params *Params, term string) {
	stem := []rune(term)
	if w.name || len(stem) < minKin || text.IsHan(stem[0]) {
		return
	}
	common := max(minKin, int(math.Ceil(params.KinShare*float64(len(stem)))))
	weight := w.weight
	for other := range x.Engine.WithPrefix(string(passages.SentenceBody), string(stem[:common])) {
		if other != term && float64(common) >= params.KinShare*float64(utf8.RuneCountInString(other)) {
			w.add(x, other, variant{kin, params.Kin})
		}
	}
	w.weight = weight
}

// minKin is how many letters stems that are kin share at least, and [Params.KinShare] the
// part of each that those are.
const minKin = 5
