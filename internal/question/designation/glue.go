package designation

import (
	"strings"

	"pincite/internal/question/grammar"
)

// Denial returns how many tokens right before token i say that what follows is not meant:
// "not section 3", "except in section 3", 不是第七条.
func (r *Reader) Denial(i int) (n int) {
	end := i
	for end > 0 && r.article(end-1) {
		end--
	}
	if end > 0 && grammar.In(&r.tokens[end-1], grammar.Inside) {
		end--
	}
	for from := max(0, end-maxDenial); from < end; from++ {
		if m, p := grammar.All().Set("denial").Longest(r.tokens, from); p != nil && (m.End == end || m.End == i) {
			return i - from
		}
	}
	return 0
}

// maxDenial is the length in tokens of the longest words that deny.
const maxDenial = 4

// Glue returns the token behind what may stand between a level's name and its
// number: ".", "#", "no.", "number", "(", "-".
func (r *Reader) Glue(j int) int {
	for n := 0; n < 4 && j < len(r.tokens); n++ {
		t := &r.tokens[j]
		ordinalO := t.Fold == "o" && r.tokens[j-1].Raw == "." // "n.º", once º is folded
		if !strings.Contains(".#:(-–№§/", t.Raw) && !grammar.In(t, grammar.Number) && !ordinalO && !r.fromDigits(j) &&
			!(grammar.In(t, grammar.Article) && grammar.In(&r.tokens[j-1], grammar.From)) {
			break
		}
		j++
	}
	return j
}

// fromDigits reports whether token j begins a range of digits, or of ordinals: "меры с
// шестой по десятую".
func (r *Reader) fromDigits(j int) bool {
	if !grammar.In(&r.tokens[j], grammar.From) {
		return false
	}
	from := r.determined(j + 1)
	e, ok := r.Item(from)
	if to := from + e.Used; ok && !e.Digits && to < len(r.tokens) && (r.Ranges(to) || grammar.In(&r.tokens[to], grammar.ToDigits)) {
		last, ends := r.Item(r.determined(to + 1))
		return ends && last.Ordinal == e.Ordinal
	}
	return ok && e.Digits
}
