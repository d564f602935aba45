package collate

import "pincite/internal/verify/word"

// How many words, or characters of Chinese, the unit of a number has at most.
const unitWords, unitCharacters = 2, 4

// limitedBehind reports whether tokens from t on make the number that ends before them,
// or before its unit, a limit: "or more".
func (r *reader) limitedBehind(t int) bool {
	most := unitWords
	if word.IsAlone(r.docs.Shown(t-1, t)) {
		most = unitCharacters
	}
	first := max(r.docs.Doc(t-1).First, t-most-1)
	for n := t - 1; n >= first; n-- {
		if word.IsNumber(r.docs.Shown(n, n+1)) {
			return word.IsLimitBehind(r.forms(t, r.plainTo(t, t+word.MaxLimit)))
		}
		if r.isMarked(n + 1) {
			break
		}
	}
	return false
}

// limitBefore returns how many tokens right before t make the number there a limit: "at
// least"; 0 if t is no number or none do.
func (r *reader) limitBefore(t int) int {
	d := r.docs.Doc(t - 1)
	if t >= d.End || t <= d.First || !isAmount(r.docs.Shown(t, t+1)) {
		return 0
	}
	from := t
	for from > max(d.First, t-word.MaxLimit) && !r.isMarked(from) {
		from--
	}
	return word.LimitBefore(r.forms(from, t))
}

// plainTo returns the first token of [t, end) before which a mark is, from t on, or end.
func (r *reader) plainTo(t, end int) int {
	end = min(end, r.docs.Doc(t-1).End)
	for n := t; n < end; n++ {
		if r.isMarked(n) {
			return n
		}
	}
	return end
}

func (r *reader) forms(lo, hi int) []string {
	var out []string
	for t := lo; t < hi; t++ {
		out = append(out, word.Form(r.docs.Shown(t, t+1)))
	}
	return out
}

// limits reports whether a negation, token t, is of a limit alone, of which nothing is
// at hi or after but the number: "not later than 30".
func (r *reader) limits(t, hi int) bool {
	for n := t + 1; n <= min(hi, t+word.MaxLimit+1, r.docs.Doc(t).End-1) && !r.isMarked(n); n++ {
		if k := r.limitBefore(n); k > 0 {
			return n-k <= t+2
		}
	}
	return false
}
