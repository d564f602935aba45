package verify

import "pincite/internal/verify/word"

// omit looks at tokens [lo, hi), which an ellipsis before word at of the text leaves
// out between words that are kept. What is missing of the sentences of those words
// is told; sentences that are left out whole are not.
func (r *reader) omit(at, lo, hi int) {
	if lo >= hi {
		return
	}
	before, behind := r.docs.Unit(lo-1), r.docs.Unit(hi)
	switch {
	case before.First != behind.First:
		r.leaveOut(lo, min(before.End, hi))
		r.leaveOut(max(behind.First, lo), hi)
	case r.denies(lo, hi):
		r.block(at, at, lo, hi)
	default:
		r.leaveOut(lo, hi)
	}
}

// leaveOut adds an omission of tokens [lo, hi) of one sentence, if there are any.
func (r *reader) leaveOut(lo, hi int) {
	if lo >= hi || r.docs.Unit(lo).Apart {
		return
	}
	o := Omission{Match: max(len(r.matches)-1, 0), Original: r.docs.Shown(lo, hi), Span: r.docs.Span(lo, hi)}
	o.Concern = r.concern(0, 0, lo, hi)
	r.omitted = append(r.omitted, o)
}

// denies reports whether a negation among tokens [lo, hi) is about what follows
// them: no mark sets it apart.
func (r *reader) denies(lo, hi int) bool {
	for t := hi - 1; t >= lo; t-- {
		if word.Between(r.docs.Gap(t+1)).Marks != "" {
			return false
		}
		if word.IsNegation(r.docs.Shown(t, t+1)) {
			return true
		}
	}
	return false
}

// opening returns what is missing of the sentence that token t, the first of the
// text, is in, if the text begins with an ellipsis; how many tokens of it deny what
// the text has.
func (r *reader) opening(t int) int {
	first := r.docs.Unit(t).First
	if first == t || !word.Between(r.text[:r.spans[0].Start]).Ellipsis {
		return 0
	}
	if r.denies(first, t) {
		return t - first
	}
	r.leaveOut(first, t)
	return 0
}

// ending tells what is missing of the sentence that token t, the last of the text, is
// in, if the text ends there as a sentence does, or with an ellipsis.
func (r *reader) ending(t int, closing word.Gap, same bool) {
	if closing.Ellipsis || !same && word.EndsSentence(closing.Marks) {
		r.leaveOut(t+1, r.docs.Unit(t).End)
	}
}
