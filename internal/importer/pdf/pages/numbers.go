package pages

import (
	"slices"
	"strconv"
	"strings"

	"pincite/internal/importer/pdf/typeset"
)

// A lineNumber is a number beside the text, as lines of bills and contracts have them.
type lineNumber struct {
	page, n int
	base    float64
}

// dropLineNumbers takes the numbers of lines out of the pages. They stand beside the
// text, nothing else does but signs of numbers, and they count by fives or the like, or
// line by line; numbers of sections that hang there do neither.
func dropLineNumbers(pages Pages, text typeset.Span) {
	beside := func(f *typeset.Fragment) (int, bool) {
		n, err := strconv.Atoi(strings.TrimSpace(f.Text))
		return n, err == nil && (f.X1 < text.X0 || f.X0 > text.X1)
	}
	var found []lineNumber
	for i := range pages {
		from := len(found)
		for j := range pages[i].Frags {
			if f := &pages[i].Frags[j]; f.Count <= 4 {
				if n, ok := beside(f); ok {
					found = append(found, lineNumber{i, n, f.Base})
				}
			}
		}
		slices.SortFunc(found[from:], func(a, b lineNumber) int { return int(4 * (a.base - b.base)) })
	}
	if !countLines(found) {
		return
	}
	for i := range pages {
		pages[i].Frags = slices.DeleteFunc(pages[i].Frags, func(f typeset.Fragment) bool {
			_, ok := beside(&f)
			return ok
		})
	}
}

// countLines reports whether numbers count lines: nearly all by the same step, which is
// more than one or leads to the very next line.
func countLines(found []lineNumber) bool {
	const fewest, nextLine = 6, 20 // points
	steps := map[int]int{}
	for i := 1; i < len(found); i++ {
		a, b := found[i-1], found[i]
		step := b.n - a.n
		if step == 1 && (a.page != b.page || b.base-a.base > nextLine) {
			step = 0
		}
		steps[step]++
	}
	for step, n := range steps {
		if step > 0 && n >= fewest && 5*n >= 4*(len(found)-1-pagesOf(found)) {
			return true
		}
	}
	return false
}

// pagesOf returns how many page breaks there are in found: numbers may begin again there.
func pagesOf(found []lineNumber) int {
	n := 0
	for i := 1; i < len(found); i++ {
		n += one(found[i].page != found[i-1].page)
	}
	return n
}
