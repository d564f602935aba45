package evidence

import (
	"maps"
	"math"

	"pincite/internal/evidence/passages"
	"pincite/internal/thesaurus"
)

// addNear adds the words of the text that a thesaurus has as nearly the same, for a word
// that the text has not: "firearms" for "gun". They say where to look and no more: the word is as
// unknown as before. Names mean nothing else.
func (w *word) addNear(x *passages.Index, params *Params, term string) {
	if w.known || w.name || params.Near == 0 {
		return
	}
	for _, n := range thesaurus.Near(x.Language, term) {
		k := key(x.Language, n.Term)
		if _, ok := w.variants[k]; ok || !x.Knows(n.Term) {
			continue
		}
		if w.near == nil {
			w.near = map[string]float64{}
		}
		w.near[k] = params.Near * math.Pow(params.NearStep, float64(n.Steps))
	}
}

// sure tells how well each term that is looked for meets the word, 0 to 1.
func (w word) sure() map[string]float64 {
	out := make(map[string]float64, len(w.variants)+len(w.near))
	maps.Copy(out, w.near)
	for k, v := range w.variants {
		out[k] = v.sure
	}
	return out
}
