package pages

import (
	"regexp"
	"slices"

	"pincite/internal/importer/pdf/typeset"
)

// wordAndNumber is the pattern of a line that could be the heading of one of a series, as
// "Title 2" above the title's name, or a page number.
var wordAndNumber = regexp.MustCompile(`^\pL{2,15}\.? ?#[.:°º]?$`)

// hanging returns the height of the line that hangs on line i of a page: the next, so near
// that no blank line is between them, or hardly more where line i is set larger than the
// text; 0 for none.
func hanging(rows []typeset.Line, i int) float64 {
	const near, larger = 1.8, 2.5 // lines
	if i+1 == len(rows) {
		return 0
	}
	reach := near
	if rows[i].Size > rows[len(rows)/2].Size+0.4 {
		reach = larger
	}
	if rows[i+1].Base-rows[i].Base > reach*max(rows[i].Size, rows[i+1].Size) {
		return 0
	}
	return rows[i+1].Base
}

// heads reports a word and a number on which a line hangs.
func (e *edgeLine) heads() bool { return e.below != 0 && wordAndNumber.MatchString(e.pattern) }

// keepSeries takes out of what goes the headings of a series whose sections begin pages:
// lines of one pattern that are a word and a number, where text that stays hangs on each.
// The numbers of pages stand apart from the text. Text that stays may be another series,
// "Title 1" below "Book 1", in whatever order they come.
func keepSeries(gone map[int][]float64, groups map[string][]edgeLine) {
	var open [][]edgeLine
	for _, g := range groups {
		if !slices.ContainsFunc(g, func(e edgeLine) bool { return !e.heads() }) {
			open = append(open, g)
		}
	}
	for before := -1; before != len(open); {
		before = len(open)
		open = slices.DeleteFunc(open, func(g []edgeLine) bool { return stays(gone, g) })
	}
}

// stays takes lines that head what stays out of what goes; it reports false if not all do.
func stays(gone map[int][]float64, group []edgeLine) bool {
	if slices.ContainsFunc(group, func(e edgeLine) bool { return slices.Contains(gone[e.page], e.below) }) {
		return false
	}
	for _, e := range group {
		gone[e.page] = slices.DeleteFunc(gone[e.page], func(b float64) bool { return b == e.base })
	}
	return true
}
