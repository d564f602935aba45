package layout

import (
	"math"
	"strings"
	"unicode"
)

// Distances in ems, of the larger of two neighbours.
const (
	wideGap   = 1.0  // from here on two signs belong to different fragments
	lineShift = 0.5  // and two signs so far apart in height to different lines
	raised    = 0.15 // a small sign that stands higher by this is a superscript
	tightGap  = 0.12 // a space so narrow beside a ligature is none
)

// A fragment is a run of signs on one line without a wide gap.
type fragment struct {
	span
	text  string
	base  float64
	size  float64 // of most of its signs
	count int     // signs without spaces
	bold  bool    // most of its signs are
	fixed bool
	rtl   bool
}

// fragments cuts the signs of a page where the line changes or a wide gap is.
// Within a fragment the order of the file is the order of reading.
func fragments(chars []Char) []fragment {
	var out []fragment
	var run []Char
	space := false
	flush := func() {
		if f, ok := newFragment(run); ok {
			out = append(out, f)
		}
		run, space = run[:0], false
	}
	for _, c := range chars {
		if blank(c.Rune) {
			space = true
			continue
		}
		if !placed(c) {
			continue
		}
		if n := len(run); n > 0 {
			last := run[n-1]
			em := max(last.Size, c.Size)
			gap := span{last.X0, last.X1}.gap(span{c.X0, c.X1})
			switch {
			case gap > wideGap*em || math.Abs(c.Base-last.Base) > lineShift*em:
				flush()
			case space && !(gap < tightGap*em && (ligature(last.Rune) || ligature(c.Rune))):
				run = append(run, Char{Rune: ' ', X0: last.X1, X1: last.X1, Base: last.Base, Size: last.Size})
			}
		}
		space = false
		run = append(run, c)
	}
	flush()
	return out
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == 0 || r == 0xad }

// placed reports whether a sign is somewhere at all: broken files hold numbers
// that are none.
func placed(c Char) bool {
	for _, v := range [...]float64{c.X0, c.X1, c.Base, c.Size} {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return false
		}
	}
	return c.Size > 0.5 && c.X1 >= c.X0
}

func ligature(r rune) bool { return r >= 0xfb00 && r <= 0xfb06 }

func newFragment(run []Char) (fragment, bool) {
	if len(run) == 0 {
		return fragment{}, false
	}
	f := fragment{span: span{run[0].X0, run[0].X1}}
	f.size, f.base = usual(run)
	bold, fixed, rtl := 0, 0, 0
	var text strings.Builder
	for _, c := range run {
		f.span = f.join(span{c.X0, c.X1})
		if c.Rune == ' ' {
			text.WriteByte(' ')
			continue
		}
		f.count++
		bold += one(c.Bold)
		fixed += one(c.Fixed)
		rtl += one(unicode.In(c.Rune, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana))
		text.WriteString(f.sign(c))
	}
	f.text = text.String()
	f.bold, f.fixed, f.rtl = 2*bold > f.count, 2*fixed > f.count, 2*rtl > f.count
	return f, true
}

// usual returns the size that most signs have and the line that those stand on.
func usual(run []Char) (size, base float64) {
	count := map[float64]int{}
	for _, c := range run {
		if s := half(c.Size); c.Rune != ' ' {
			count[s]++
			if count[s] > count[size] || count[s] == count[size] && s > size {
				size = s
			}
		}
	}
	for _, c := range run {
		if half(c.Size) == size && c.Rune != ' ' {
			return size, c.Base
		}
	}
	return size, run[0].Base
}

// half rounds a size to half a point.
func half(v float64) float64 { return math.Round(v*2) / 2 }

// sign returns what c reads as in f: ligatures in letters, raised digits as
// superscripts, a hyphen that the reader of the file found at the end of a line.
func (f *fragment) sign(c Char) string {
	switch {
	case c.Rune == 2 || c.Rune == 0xfffe:
		return "-"
	case ligature(c.Rune):
		return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[c.Rune-0xfb00]
	case c.Rune >= '0' && c.Rune <= '9' && c.Size < 0.85*f.size && f.base-c.Base > raised*f.size:
		return string([]rune(superscripts)[c.Rune-'0'])
	}
	return string(c.Rune)
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
