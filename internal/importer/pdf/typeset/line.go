package typeset

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Line is the fragments that stand side by side, in the order of reading.
type Line struct {
	Span
	Frags []Fragment
	Text  string
	Base  float64
	Size  float64
	Bold  bool
	Fixed bool
	Page  int  // from 1
	Area  Span // of the column that it stands in
	Rtl   bool
}

// Lines joins the fragments of one column, top down.
func Lines(frags []Fragment, page int) []Line {
	frags = byHeight(frags)
	var out []Line
	var row []Fragment
	for _, f := range frags {
		if len(row) > 0 && (f.Base-row[0].Base > lineShift*max(row[0].Size, f.Size)*0.8 || f.Table != nil || row[0].Table != nil) {
			out = append(out, NewLine(row, page))
			row = nil
		}
		row = append(row, f)
	}
	if len(row) > 0 {
		out = append(out, NewLine(row, page))
	}
	area := extent(texts(frags))
	for i := range out {
		out[i].Area = area
	}
	return out
}

// texts returns the fragments that are no tables.
func texts(frags []Fragment) []Fragment {
	if !slices.ContainsFunc(frags, isTable) {
		return frags
	}
	return slices.DeleteFunc(slices.Clone(frags), isTable)
}

func isTable(f Fragment) bool { return f.Table != nil }

// byHeight returns the fragments from the top of the page down.
func byHeight(frags []Fragment) []Fragment {
	frags = slices.Clone(frags)
	slices.SortStableFunc(frags, func(a, b Fragment) int { return cmp.Compare(a.Base, b.Base) })
	return frags
}

func extent(frags []Fragment) Span {
	var s Span
	for i, f := range frags {
		if i == 0 {
			s = f.Span
		}
		s = s.Join(f.Span)
	}
	return s
}

// NewLine makes a line of fragments that stand side by side, in any order; there
// must be one at least.
func NewLine(row []Fragment, page int) Line {
	right, left, count, bold, fixed := 0, 0, 0, 0, 0
	big := row[0] // the fragment with most signs
	for _, f := range row {
		count += f.Count
		right, left = right+f.right, left+f.left
		bold += f.bold
		fixed += f.Count * one(f.Fixed)
		if f.Count > big.Count {
			big = f
		}
	}
	l := Line{Page: page, Base: big.Base, Size: big.Size, Span: extent(row), Rtl: right > left}
	l.Bold, l.Fixed = 20*bold >= 17*count, 10*fixed >= 9*count
	l.Frags = slices.Clone(row)
	slices.SortStableFunc(l.Frags, func(a, b Fragment) int {
		if l.Rtl {
			return cmp.Compare(b.X1, a.X1)
		}
		return cmp.Compare(a.X0, b.X0)
	})
	var text strings.Builder
	for i, f := range l.Frags {
		if i > 0 && f.Gap(l.Frags[i-1].Span) > tightGap*l.Size {
			text.WriteByte(' ')
		}
		text.WriteString(f.Text)
	}
	l.Text = text.String()
	return l
}

// Table returns the table that stands in place of a line; nil for none.
func (l *Line) Table() *Grid { return l.Frags[0].Table }

// Start returns the edge where the line begins, as a distance from that side of
// its column.
func (l *Line) Start() float64 {
	if l.Rtl {
		return l.Area.X1 - l.X1
	}
	return l.X0 - l.Area.X0
}

// End returns the distance that the line leaves at the other side; it is negative
// where the line reaches out of its column.
func (l *Line) End() float64 {
	if l.Rtl {
		return l.X0 - l.Area.X0
	}
	return l.Area.X1 - l.X1
}

// FirstWord returns the width of the first word of the line, estimated from its
// share of the signs.
func (l *Line) FirstWord() float64 {
	word, _, _ := strings.Cut(l.Text, " ")
	n := utf8.RuneCountInString(l.Text)
	if n == 0 {
		return 0
	}
	first := utf8.RuneCountInString(word)
	if wide(word) {
		first = unbroken([]rune(word))
	}
	return l.Width() * float64(first) / float64(n)
}

// unbroken returns how many signs of text without spaces stay together at its start: it
// wraps anywhere but behind an opening mark, before another mark, and in a number.
func unbroken(s []rune) int {
	n := 1
	for ; n < len(s); n++ {
		opened := unicode.In(s[n-1], unicode.Ps, unicode.Pi)
		if !opened && !unicode.In(s[n], unicode.Po, unicode.Pe, unicode.Pf) && (Unspaced(s[n-1]) || Unspaced(s[n])) {
			break
		}
	}
	return n
}

// wide reports whether s ends in a sign of a script that is written without
// spaces between words.
func wide(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return Unspaced(last)
}

// Unspaced reports a sign of Chinese or Japanese writing, marks included.
func Unspaced(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xffef || r >= 0x20000 && r <= 0x3ffff
}
