package text

import "unicode/utf8"

const (
	// maxSlips is the largest distance that is measured, in letters. Twice what
	// any caller forgives in a long word.
	maxSlips = 8
	// maxFuzzy is the longest word, in runes, that is compared letter by letter
	// for a slip; a longer one is not a misspelling of anything here.
	maxFuzzy = 32
)

// Near reports whether a and b differ by at most max slips; see [Distance].
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
	return okA && okB && Distance(x, y, max) <= max
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

// Distance returns the number of slips by which a and b differ, or limit+1 if
// there are more than limit: a letter too many, one missing, one wrong, or two
// neighbours exchanged, no letter twice (optimal string alignment). limit is 0
// to maxSlips; others are brought within. Time is linear in len(a) * limit, and
// nothing is allocated.
//
// Only cells of the table within limit of its diagonal can hold a distance that
// small, so that three rows of 2*limit+1 cells do; column d of row i stands for
// the first i letters of a against the first i+d-limit of b.
func Distance(a, b []rune, limit int) int {
	limit = min(max(limit, 0), maxSlips)
	over := limit + 1
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return over
	}
	var rows [3][2*maxSlips + 3]int // a cell more at each end, always over
	for i := range len(a) + 1 {
		cur, prev, before := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		cur[0], cur[2*limit+2] = over, over
		least := over
		for d := 1; d <= 2*limit+1; d++ {
			j := i + d - 1 - limit
			cur[d] = over
			switch {
			case j < 0 || j > len(b):
				continue
			case i == 0:
				cur[d] = j
			case j == 0:
				cur[d] = i
			default:
				cur[d] = min(prev[d+1]+1, cur[d-1]+1, prev[d]+differ(a[i-1], b[j-1]))
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					cur[d] = min(cur[d], before[d]+1)
				}
			}
			least = min(least, cur[d])
		}
		if least == over {
			return over
		}
	}
	return min(rows[len(a)%3][len(b)-len(a)+limit+1], over)
}

func differ(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}
