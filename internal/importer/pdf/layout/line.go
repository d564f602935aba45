package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// A line is the fragments that stand side by side, in the order of reading.
type line struct {
	span
	frags []fragment
	text  string
	base  float64
	size  float64
	bold  bool
	fixed bool
	page  int  // from 1
	area  span // of the column that it stands in
	rtl   bool
}

// lines joins the fragments of one column, top down.
func lines(frags []fragment, page int) []line {
	frags = byHeight(frags)
	var out []line
	var row []fragment
	for _, f := range frags {
		if len(row) > 0 && f.base-row[0].base > lineShift*max(row[0].size, f.size)*0.8 {
			out = append(out, newLine(row, page))
			row = nil
		}
		row = append(row, f)
	}
	if len(row) > 0 {
		out = append(out, newLine(row, page))
	}
	area := extent(frags)
	for i := range out {
		out[i].area = area
	}
	return out
}

// byHeight returns the fragments from the top of the page down.
func byHeight(frags []fragment) []fragment {
	frags = slices.Clone(frags)
	slices.SortStableFunc(frags, func(a, b fragment) int { return compare(a.base, b.base) })
	return frags
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func extent(frags []fragment) span {
	var s span
	for i, f := range frags {
		if i == 0 {
			s = f.span
		}
		s = s.join(f.span)
	}
	return s
}

func newLine(row []fragment, page int) line {
	right, left, count, bold, fixed := 0, 0, 0, 0, 0
	big := row[0] // the fragment with most signs
	for _, f := range row {
		count += f.count
		right, left = right+f.right, left+f.left
		bold += f.count * one(f.bold)
		fixed += f.count * one(f.fixed)
		if f.count > big.count {
			big = f
		}
	}
	l := line{page: page, base: big.base, size: big.size, span: extent(row), rtl: right > left}
	l.bold, l.fixed = 10*bold >= 9*count, 10*fixed >= 9*count
	l.frags = slices.Clone(row)
	slices.SortStableFunc(l.frags, func(a, b fragment) int {
		if l.rtl {
			return compare(b.x1, a.x1)
		}
		return compare(a.x0, b.x0)
	})
	var text strings.Builder
	for i, f := range l.frags {
		if i > 0 && f.gap(l.frags[i-1].span) > tightGap*l.size {
			text.WriteByte(' ')
		}
		text.WriteString(f.text)
	}
	l.text = text.String()
	return l
}

// start returns the edge where the line begins, as a distance from that side of
// its column; end the distance that it leaves at the other side.
func (l *line) start() float64 {
	if l.rtl {
		return l.area.x1 - l.x1
	}
	return l.x0 - l.area.x0
}

func (l *line) end() float64 {
	if l.rtl {
		return l.x0 - l.area.x0
	}
	return l.area.x1 - l.x1
}

// firstWord returns the width of the first word of the line, estimated from its
// share of the signs.
func (l *line) firstWord() float64 {
	word, _, _ := strings.Cut(l.text, " ")
	n := utf8.RuneCountInString(l.text)
	if n == 0 {
		return 0
	}
	first := float64(utf8.RuneCountInString(word))
	if wide(word) {
		first = 1 // text without spaces wraps anywhere
	}
	return l.width() * first / float64(n)
}

// wide reports whether s ends in a sign of a script that is written without
// spaces between words.
func wide(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return unspaced(last)
}

// unspaced reports a sign of Chinese or Japanese writing, marks included.
func unspaced(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xffef || r >= 0x20000 && r <= 0x3ffff
}

// near reports whether a and b differ by no more than d.
func near(a, b, d float64) bool { return math.Abs(a-b) <= d }
