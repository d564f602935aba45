package text

import "unicode/utf8"

// maxFuzzy is the longest word, in runes, that is compared letter by letter; a
// longer one is not a misspelling of anything here.
const maxFuzzy = 32

// Near reports whether a and b differ by at most max slips: a letter too many,
// one missing, one wrong, or two neighbours exchanged (optimal string
// alignment distance). max is 0 to 3.
func Near(a, b string, max int) bool {
	if a == b {
		return true
	}
	if len(a) > maxFuzzy*utf8.UTFMax || len(b) > maxFuzzy*utf8.UTFMax {
		return false
	}
	var bufA, bufB [maxFuzzy]rune
	x, okA := runes(a, bufA[:0])
	y, okB := runes(b, bufB[:0])
	if !okA || !okB || len(x)-len(y) > max || len(y)-len(x) > max {
		return false
	}
	return alignment(x, y) <= max
}

func runes(s string, buf []rune) ([]rune, bool) {
	for _, r := range s {
		if len(buf) == maxFuzzy {
			return nil, false
		}
		buf = append(buf, r)
	}
	return buf, true
}

// alignment returns the optimal string alignment distance of x and y, keeping
// three rows of the table.
func alignment(x, y []rune) int {
	var rows [3][maxFuzzy + 1]int
	for j := range len(y) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		cur, prev, before := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		cur[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
	}
	return rows[len(x)%3][len(y)]
}
