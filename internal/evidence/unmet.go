package evidence

import (
	"cmp"
	"regexp"
	"slices"
)

// ownNumber is a number as people give of their own case: few of them, a day, "25.12", or one
// of the two of "24/7". What is missing is never that.
var ownNumber = regexp.MustCompile(`^\d{1,2}(\.\d{1,2})?$`)

// Missing returns the words of the question that the document has nowhere, without those
// that only ask.
func (p Plan) Missing() []string {
	var out []string
	for _, w := range p.words {
		if len(w.variants) == 0 && !w.everyday && !w.asks && w.own() && !ownNumber.MatchString(w.surface) {
			out = append(out, w.surface)
		}
	}
	return out
}

// Unmet returns the words of the question, the weightiest first, that nothing
// among what is met counts as, not even what is related.
func (p Plan) Unmet(met []Met) []string {
	var unmet []word
	for i, w := range p.words {
		if met[i].Any == 0 && !w.everyday && !w.borrowed && !w.asking && !w.spelling && !ownNumber.MatchString(w.surface) {
			unmet = append(unmet, w)
		}
	}
	slices.SortStableFunc(unmet, func(x, y word) int { return cmp.Compare(y.weight, x.weight) })
	var out []string
	for _, w := range unmet {
		out = append(out, w.surface)
	}
	return out
}

// OnlyAsks reports whether every word of the question itself only asks: "for how long?".
func (p Plan) OnlyAsks() bool {
	return !slices.ContainsFunc(p.words, func(w word) bool { return w.own() && !w.asks })
}
