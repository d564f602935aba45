package corpus

import "unicode/utf8"

// leastLetters is the length of the shortest word that a slip is looked for in, and
// manyLetters that from which one may have two letters for one or two.
const leastLetters, manyLetters = 3, 6

// Slips returns, for each form that is not "", the number of the first word of some
// windows that it may be a misprint or a misreading of; Unknown where there is none.
func (c *Corpus) Slips(forms []string, in []Window) []int32 {
	out := make([]int32, len(forms))
	var words []int32 // of the windows, each once
	seen := map[int32]bool{}
	for _, w := range in {
		for _, id := range c.tokens[w.Lo:w.Hi] {
			if !seen[id] && id > 0 {
				seen[id] = true
				words = append(words, id)
			}
		}
	}
	for i, form := range forms {
		out[i] = Unknown
		for _, id := range words {
			if isSlip(form, c.forms[id]) {
				out[i] = id
				break
			}
		}
	}
	return out
}

// isSlip reports whether one word may be a misreading of another: letters stand for
// letters in one place, "bcre" or "tirnber". What is put in or left out alone makes
// another word, or another form of it.
func isSlip(a, b string) bool {
	if d := len(a) - len(b); d > utf8.UTFMax || -d > utf8.UTFMax {
		return false
	}
	from, end := 0, 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	for from > 0 && from < len(a) && !utf8.RuneStart(a[from]) {
		from--
	}
	for end < len(a)-from && end < len(b)-from && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	for end > 0 && !utf8.RuneStart(a[len(a)-end]) {
		end--
	}
	most := 1
	n := utf8.RuneCountInString(b)
	if n >= manyLetters {
		most = 2
	}
	isFew := func(s string) bool { k := utf8.RuneCountInString(s[from : len(s)-end]); return k > 0 && k <= most }
	return n >= leastLetters && isFew(a) && isFew(b)
}
