package collate

import (
	"pincite/internal/verify/between"
	"pincite/internal/verify/corpus"
)

// slideWords is up to how many words a gap is moved.
const slideWords = 8

// slide moves the gaps in a document, where the text has none, to where a mark is
// before them: what is left out may begin with any of two equal words, and is a whole
// clause rather than the end of one and the beginning of the next.
func (r *reader) slide(pairs []corpus.Pair) {
	for i := 1; i < len(pairs); i++ {
		n := pairs[i].Doc - pairs[i-1].Doc - 1
		if n == 0 || pairs[i].Text != pairs[i-1].Text+1 || r.isMarked(pairs[i-1].Doc+1) {
			continue
		}
		if k := r.slidesBack(pairs[:i], n); k > 0 {
			for j := i - k; j < i; j++ {
				pairs[j].Doc += n
			}
		} else if k := r.slidesOn(pairs[i:], n); k > 0 {
			for j := i; j < i+k; j++ {
				pairs[j].Doc -= n
			}
		}
	}
}

// isMarked reports whether a mark is before token t.
func (c *Collator) isMarked(t int) bool { return between.Of(c.docs.Gap(t)).Marks != "" }

// slidesBack returns how many words at the end of pairs may as well be after the n
// tokens that follow on them, so that a mark is before those.
func (r *reader) slidesBack(pairs []corpus.Pair, n int) int {
	last := pairs[len(pairs)-1]
	for k := 0; k < slideWords && k+1 < len(pairs); k++ {
		p := pairs[len(pairs)-1-k]
		if p.Text != last.Text-k || p.Doc != last.Doc-k || !r.same(p.Doc, p.Doc+n) {
			break
		}
		if r.isMarked(p.Doc) {
			return k + 1
		}
	}
	return 0
}

// slidesOn is slidesBack for words at the beginning of pairs and the n tokens before
// them.
func (r *reader) slidesOn(pairs []corpus.Pair, n int) int {
	for k := 0; k < slideWords && k+1 < len(pairs); k++ {
		p := pairs[k]
		if p.Text != pairs[0].Text+k || p.Doc != pairs[0].Doc+k || !r.same(p.Doc, p.Doc-n) {
			break
		}
		if r.isMarked(p.Doc - n + 1) {
			return k + 1
		}
	}
	return 0
}

// same reports whether two tokens are the same word.
func (r *reader) same(t, u int) bool {
	return r.docs.Tokens(t, t+1)[0] == r.docs.Tokens(u, u+1)[0]
}
