package typeset

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"pincite/internal/text"
)

// marks are the accents that old fonts draw as signs of their own over or below a letter,
// as the marks that join with one.
var marks = map[rune]rune{
	'`': '\u0300', '´': '\u0301', 'ˆ': '\u0302', '^': '\u0302', '˜': '\u0303', '~': '\u0303', '¯': '\u0304', '˘': '\u0306',
	'˙': '\u0307', '¨': '\u0308', '˚': '\u030a', '˝': '\u030b', 'ˇ': '\u030c', '¸': '\u0327', '˛': '\u0328',
}

// accented joins such accents with the letters that they are drawn over, wherever the
// file has them. An accent that stands by itself stays as it is.
func accented(chars []Char) []Char {
	if !slices.ContainsFunc(chars, func(c Char) bool { return marks[c.Rune] != 0 }) {
		return chars
	}
	out := slices.Clone(chars)
	lines := letterLines(out)
	gone := make([]bool, len(out))
	for i, c := range out {
		mark := marks[c.Rune]
		if mark == 0 || !placed(c) {
			continue
		}
		if at := under(out, lines, c); at >= 0 {
			if r, ok := text.Accented(out[at].Rune, mark); ok {
				out[at].Rune, gone[i] = r, true
				closeUp(out, gone, i)
			}
		}
	}
	n := 0
	for i, c := range out {
		if !gone[i] {
			out[n] = c
			n++
		}
	}
	return out[:n]
}

// closeUp drops the spaces beside accent i that a reader of the file made up: the letters
// on both sides of them stand together.
func closeUp(chars []Char, gone []bool, i int) {
	from, to := i, i+1
	for from > 0 && (gone[from-1] || blank(chars[from-1].Rune)) {
		from--
	}
	for to < len(chars) && blank(chars[to].Rune) {
		to++
	}
	if from == 0 || to == len(chars) || gap(chars[from-1], chars[to]) > tightGap*chars[to].Size {
		return
	}
	for j := from; j < to; j++ {
		gone[j] = true
	}
}

// letterLines returns the indices of the signs that are no accents, by the height that
// they stand at, in whole points, from left to right.
func letterLines(chars []Char) map[int][]int {
	lines := map[int][]int{}
	for i, c := range chars {
		if placed(c) && !blank(c.Rune) && marks[c.Rune] == 0 {
			at := int(math.Round(c.Base))
			lines[at] = append(lines[at], i)
		}
	}
	for _, l := range lines {
		slices.SortStableFunc(l, func(a, b int) int { return cmp.Compare(chars[a].X0, chars[b].X0) })
	}
	return lines
}

// under returns the index of the letter that accent c is drawn over, on the nearest line;
// -1 if there is none.
func under(chars []Char, lines map[int][]int, c Char) int {
	const back = 3 // signs that may begin between the letter and the middle of its accent
	mid := (c.X0 + c.X1) / 2
	base, reach := int(math.Round(c.Base)), int(lineShift*c.Size)
	for d := range 2*reach + 1 {
		line := lines[base+(d+1)/2*(2*(d%2)-1)]
		end := sort.Search(len(line), func(i int) bool { return chars[line[i]].X0 > mid })
		for _, i := range slices.Backward(line[max(0, end-back):end]) {
			if l := chars[i]; mid <= l.X1 && min(l.X1, c.X1)-max(l.X0, c.X0) > (c.X1-c.X0)/2 {
				return i
			}
		}
	}
	return -1
}
